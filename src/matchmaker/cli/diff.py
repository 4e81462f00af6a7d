"""``matchmaker diff``: what changed between two plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import changes as say
from matchmaker.messages import cli

if TYPE_CHECKING:
    from matchmaker.policy import Kind
    from matchmaker.results.diff import Change, Diff


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=say.OLD())],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=say.NEW())],
    source: Annotated[Path | None, typer.Argument(metavar="[SRC]", help=say.SOURCE())] = None,
    json: Json = False,
) -> int:
    """List the pairs that stay, change, join and end; with tables also names and reasons."""
    from matchmaker import engine

    before, after = engine.read_plan(old), engine.read_plan(new)
    called: Callable[[str], str] = str
    reason: Callable[[Change], str] | None = None
    if source is None:
        found = engine.diff(before, after)
    else:
        from matchmaker.io import read
        from matchmaker.results.changes import why
        from matchmaker.results.plan import Plan

        plan = Plan(after, read(source))
        found = engine.diff(before, plan)
        called = plan.called

        def reason(change: Change) -> str:
            return why(plan, change)

    if json:
        render.data(found.to_plain(reason))
        return 0
    report(found, called, reason, kind=after.kind)
    render.table(
        (cli.COLUMN_TIER(), say.BEFORE(), say.AFTER()),
        [
            (tier.title, *(say.NOBODY() if v is None else v for v in (tier.old, tier.new)))
            for tier in found.tiers
        ],
    )
    return 0


def report(
    found: Diff,
    called: Callable[[str], str],
    why: Callable[[Change], str] | None,
    most: int | None = None,
    kind: Kind = "pairs",
) -> None:
    """Print how many pairs or links changed, and which; ``most`` of them."""
    words = {"pairs": say.SUM, "joint": say.SUM_BOTH}.get(kind, say.SUM_LINKS)
    render.line(
        words(
            kept=len(found.kept),
            moved=len(found.moved),
            new=len(found.new),
            ended=len(found.ended),
        )
    )
    for change in found.changes[:most]:
        render.line("  " + _line(change, called, why))
    left = len(found.changes[most:]) if most is not None else 0
    if left:
        render.line("  " + cli.MORE(n=left, file="changes.xlsx"))
    if found.gone:
        render.line(say.GONE(who=", ".join(dict.fromkeys(called(g.who) for g in found.gone))))


def _line(change: Change, called: Callable[[str], str], why: Callable[[Change], str] | None) -> str:
    before, after = (
        ", ".join(map(called, mentors)) or say.NOBODY() for mentors in (change.before, change.after)
    )
    line = say.LINE(mentee=called(change.mentee), before=before, after=after)
    return f"{line}. {why(change)}" if why and change.before else line
