"""``matchmaker roadmap``: the verbs about plans of events, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def app() -> typer.Typer:
    """Put the verbs together, with help in the current language."""
    import typer

    from matchmaker.cli.roadmap import bring
    from matchmaker.messages import roadmap_import

    verbs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    for name, verb, text in (
        ("import", bring, roadmap_import.IMPORT),  # «import» can be no name of a module
    ):
        verbs.command(name=name, help=text())(verb.command)
    return verbs
