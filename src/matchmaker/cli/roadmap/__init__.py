"""``matchmaker roadmap``: the verbs about plans of events, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def app() -> typer.Typer:
    """Put the verbs together, with help in the current language."""
    import typer

    from matchmaker.cli.roadmap import audit, bring, derive, parse, status
    from matchmaker.messages import roadmap, roadmap_import, roadmap_status

    verbs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    for name, verb, text in (
        ("parse", parse, roadmap.PARSE),
        ("import", bring, roadmap_import.IMPORT),  # «import» can be no name of a module
        ("audit", audit, roadmap.AUDIT),
        ("derive", derive, roadmap.DERIVE),
        ("status", status, roadmap_status.STATUS),
    ):
        verbs.command(name=name, help=text())(verb.command)
    return verbs
