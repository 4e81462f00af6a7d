"""``matchmaker bench``: public sets of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def app() -> typer.Typer:
    """Put the verbs together, with help in the current language."""
    import typer

    from matchmaker.cli.bench import run
    from matchmaker.messages import bench as say

    verbs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    # With a callback a lone verb keeps its name.
    verbs.callback()(lambda: None)
    verbs.command(name="run", help=say.RUN())(run.command)
    return verbs
