"""``matchmaker check``: what is wrong with the tables, and what they allow."""

from __future__ import annotations

from dataclasses import asdict
from statistics import median_low
from typing import TYPE_CHECKING

from matchmaker.cli import render
from matchmaker.cli.options import Json, PolicyFile, Source
from matchmaker.messages import cli as say

if TYPE_CHECKING:
    from matchmaker.engine import Check

SHOWN = 15
"""So many people are listed on the screen; JSON lists all."""


def command(source: Source, policy: PolicyFile = None, json: Json = False) -> int:
    """Read, check and count; solve nothing."""
    from matchmaker import engine
    from matchmaker.io import roadmap_beside

    found = engine.check(*engine.load(source, policy))
    roadmap = roadmap_beside(source)
    if roadmap is not None:
        found.warnings += engine.slips(roadmap)
    if json:
        facts = asdict(found)
        facts["warnings"] = [issue.to_json() for issue in found.warnings]
        facts["issues"] = []
        render.data(facts)
    else:
        _report(found)
    return 1 if found.unkept else 0


def _report(found: Check) -> None:
    render.line(
        say.CHECK_HEAD(
            name=found.municipality, mentees=found.mentees, mentors=found.mentors, pairs=found.pairs
        )
    )
    counts = sorted(found.candidates.values())
    render.line(say.CHECK_PLACES(places=found.places))
    render.line(say.CHECK_COUNTS(least=counts[0], middle=median_low(counts), most=counts[-1]))
    render.warnings(found.warnings)
    if found.without_programme:
        render.line(say.CHECK_NO_PROGRAMME(n=len(found.without_programme)))
        _people(found.without_programme)
    if found.alone:
        render.line(say.CHECK_ALONE(n=len(found.alone)))
        _people(
            [
                say.CHECK_ALONE_LINE(
                    who=who,
                    removed="; ".join(f"{one.title} −{one.removed}" for one in removals),
                )
                for who, removals in found.alone.items()
            ]
        )
    if found.to_ask:
        render.line(say.CHECK_TO_ASK(n=len(found.to_ask)))
        _people(found.to_ask)
    if found.unkept:
        render.line(say.CHECK_UNKEPT())
        _people(found.unkept)
    if not (found.warnings or found.without_programme or found.alone or found.unkept):
        render.line(say.CHECK_FINE())


def _people(names: list[str]) -> None:
    for name in names[:SHOWN]:
        render.line(f"  {name}")
    if len(names) > SHOWN:
        render.line("  " + say.MORE(n=len(names) - SHOWN, file="--json"))
