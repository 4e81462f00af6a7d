"""``matchmaker bench``: families of problems, public sets, problems of any size, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def app() -> typer.Typer:
    """Put the verbs together, with help in the current language."""
    import typer

    from matchmaker.cli.bench import compare, report, run, scale
    from matchmaker.messages import bench as say

    verbs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    verbs.command(name="run", help=say.RUN())(run.command)
    verbs.command(name="report", help=say.REPORT())(report.command)
    verbs.command(name="compare", help=say.COMPARE())(compare.command)
    verbs.command(name="scale", help=say.SCALE())(scale.command)
    return verbs
