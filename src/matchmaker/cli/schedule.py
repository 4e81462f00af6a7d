"""``matchmaker schedule``: put the events of a roadmap on working days."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Out, Seconds, Source, check_folder
from matchmaker.messages import cli
from matchmaker.messages import meetings as say_meetings
from matchmaker.messages import reservations as say_hours
from matchmaker.messages import roadmap as say_roadmap
from matchmaker.messages import schedule as say
from matchmaker.messages import timetable_files as say_files

if TYPE_CHECKING:
    from matchmaker.engine import Scheduled
    from matchmaker.timetable.record import EventRecord

SHOWN = 15
"""So many rows without a day are listed on the screen; JSON lists all."""


def command(
    source: Source,
    out: Out,
    roadmap_plan: Annotated[
        list[str] | None, typer.Option("--roadmap-plan", help=say_roadmap.PLANS())
    ] = None,
    plan: Annotated[Path | None, typer.Option("--plan", help=say.PAIRS())] = None,
    period: Annotated[str | None, typer.Option("--period", help=say_roadmap.PERIOD())] = None,
    zone: Annotated[str, typer.Option("--zone", help=say.ZONE())] = "Europe/Moscow",
    seconds: Seconds = 60.0,
    json: Json = False,
) -> int:
    """Schedule, check, and write the timetable, its workbook, pictures and calendars."""
    check_folder(out)
    from matchmaker import engine
    from matchmaker.io.timetable_files import write_timetable
    from matchmaker.limits import Limits

    started = time.monotonic()
    plans = tuple(roadmap_plan or ())
    given = engine.load_roadmap(source, plan)
    made = engine.schedule(
        given.roadmap,
        municipality=given.municipality or given.name,
        fictional=given.fictional,
        plan=given.plan,
        policy=given.policy,
        plans_only=plans,
        period=engine.parse_period(period) if period else None,
        limits=Limits(seconds=seconds),
    )
    files = write_timetable(made.timetable, out, zone=zone, calendar=made.calendar)
    warnings = engine.slips(given.roadmap, plans)
    if json:
        told = {"stale": given.stale, "warnings": [issue.to_json() for issue in warnings]}
        render.data(summary(made, time.monotonic() - started) | told)
    else:
        render.warnings(warnings)
        if given.stale:
            render.line(say_meetings.OTHER_TABLES())
        report(made)
        render.written(out, files)
    return 0 if made.check.valid else 1


def summary(made: Scheduled, seconds: float) -> dict[str, Any]:
    """The answer of a run in one object."""
    timetable = made.timetable
    return {
        "status": timetable.status,
        "placed": [event.model_dump(mode="json") for event in timetable.events],
        "unplaced": [one.model_dump(mode="json") for one in timetable.unplaced],
        "violations": [
            {"kind": one.kind, "items": [made.program.program.items[at].key for at in one.items]}
            for one in made.check.violations
        ],
        "levels": [
            {
                "name": level.name,
                "value": level.value,
                "bound": level.bound,
                "seconds": round(made.seconds.get(level.name, 0.0), 3),
            }
            for level in timetable.levels
        ],
        "outside": len(made.program.outside),
        "reserved_hours": made.reserved,
        "participants": made.participants,
        "limited": {one.id: {"places": one.places, "people": one.limited} for one in made.limited},
        "pinned_freely": list(made.pinned_freely),
        "preliminary": list(timetable.preliminary),
        "seconds": round(seconds, 3),
    }


def report(made: Scheduled) -> None:
    """What was placed, what was not and why, and how good it is."""
    timetable = made.timetable
    events = [event for event in timetable.events if event.kind == "event"]
    render.line(
        say.PLACED(
            n=len(events),
            spans=sum(event.kind == "span" for event in timetable.events),
            deadlines=sum(event.kind == "deadline" for event in timetable.events),
        )
    )
    if made.reserved:
        from matchmaker.timetable.reserved_weeks import hours_words

        hours = hours_words(sum(made.reserved.values()))
        render.line(say_hours.RESERVED(hours=hours, n=len(made.reserved)))
    if timetable.preliminary:
        years = ", ".join(map(str, timetable.preliminary))
        render.line(say.PRELIMINARY(years=years))
    known = {person for event in events for person in event.participants}
    if known:
        invitations = sum(len(event.participants) for event in events)
        render.line(say.INVITED(people=len(known), n=invitations))
    _limited(made.limited)
    for level in timetable.levels:
        words = say.LEVELS[level.name]
        proof = say.PROVED if level.value == level.bound else say.NOT_PROVED
        render.line(say.LEVEL(title=words, value=level.value, proof=proof))
    _moved(made)
    for event in made.pinned_freely.values():
        facts = {"row": event.number, "title": event.title, "day": f"{event.starts:%d.%m.%Y}"}
        render.line(say.PINNED_FREELY(**facts))
    if timetable.unplaced:
        render.line(say.UNPLACED(n=len(timetable.unplaced)))
    for missing in timetable.unplaced[:SHOWN]:
        render.line(
            say.UNPLACED_ROW(
                row=missing.number, title=missing.title, reason=missing.reason, mend=missing.mend
            )
        )
    if len(timetable.unplaced) > SHOWN:
        render.line("  " + cli.MORE(n=len(timetable.unplaced) - SHOWN, file="--json"))


def _limited(events: Sequence[EventRecord]) -> None:
    """Events to which nobody is sent yet, since not all who are invited find a place."""
    if events:
        render.line(say.LIMITED(n=len(events)))
    for one in events[:SHOWN]:
        words = say_files.LIMITED(places=one.places, people=one.limited)
        render.line(say.LIMITED_ROW(row=one.number, title=one.title, words=words))
    if len(events) > SHOWN:
        render.line("  " + cli.MORE(n=len(events) - SHOWN, file="--json"))


def _moved(made: Scheduled) -> None:
    """Events that are not on the days their plan names, and rows that were left out."""
    named = {one.id: one for one in made.program.items}
    for event in made.timetable.events:
        one = named.get(event.id)
        if one and one.named and not one.kept(event.starts, event.ends):
            days, before = f"{event.starts:%d.%m.%Y}", one.named.words()
            render.line(say.MOVED(row=event.number, title=event.title, before=before, after=days))
    if made.program.outside:
        rows = ", ".join(dict.fromkeys(row.label for row in made.program.outside))
        render.line(say.OUTSIDE(n=len(made.program.outside), rows=rows))
