"""``matchmaker explain`` of a timetable: why this day, who holds the others, what they cost."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matchmaker.cli import render
from matchmaker.messages import event_reasons as say
from matchmaker.messages import reschedule, schedule

if TYPE_CHECKING:
    from matchmaker.engine import EventReasons

SHOWN = 8
"""So many days that are taken are shown on the screen; JSON has all."""


def command(
    timetable: Path, source: Path, event: str, second: str | None = None, *, json: bool = False
) -> int:
    """Say it of one event.

    Raises
    ------
    InputError
        if a second name is given: an event is explained by itself.
    """
    from matchmaker.engine import explain_event, load_roadmap
    from matchmaker.errors import InputError, Issue, Place
    from matchmaker.io.timetable_json import read_timetable

    if second is not None:
        raise InputError([Issue(Place(), say.ONE_ONLY(), value=second)])
    reasons = explain_event(read_timetable(timetable), load_roadmap(source).roadmap, event)
    if json:
        render.data(_plain(reasons))
    else:
        _report(reasons)
    return 0


def _plain(reasons: EventReasons) -> dict[str, Any]:
    return {
        "event": reasons.event.model_dump(mode="json"),
        "why": reasons.why,
        "words": reasons.words,
        "blocked": [{**asdict(one), "day": one.day.isoformat()} for one in reasons.blocked],
        "others": [
            {**asdict(one), "starts": one.starts.isoformat(), "ends": one.ends.isoformat()}
            for one in reasons.others
        ],
        "mends": list(reasons.mends),
        "shared": [{"event": one.id, "people": people} for one, people in reasons.shared],
    }


def _report(reasons: EventReasons) -> None:
    from matchmaker.results.change_words import days_words
    from matchmaker.timetable.record import EventRecord

    event = reasons.event
    if isinstance(event, EventRecord):
        render.line(say.HEAD(number=event.number, title=event.title, days=days_words(event)))
        render.line(reasons.words)
    else:
        render.line(say.HEAD_UNPLACED(number=event.number, title=event.title))
        render.line(say.REASON(reason=reasons.words))
    for mend in reasons.mends:
        render.line(say.MEND(mend=mend))
    for one, people in reasons.shared:
        render.line(say.SHARED(number=one.number, title=one.title, n=people))
    _blocked(reasons)
    if reasons.others:
        render.line(say.OTHERS())
    elif reasons.why == "only":
        render.line(say.NO_OTHERS())
    for other in reasons.others:
        days = f"{other.starts:%d.%m.%Y}"
        if other.ends != other.starts:
            days += f"–{other.ends:%d.%m.%Y}"
        if other.people:
            days = say.WITH(days=days, people=", ".join(other.people))
        render.line(say.OTHER(days=days, costs=_costs(other.costs)))


def _blocked(reasons: EventReasons) -> None:
    if reasons.blocked:
        render.line(say.BLOCKED(n=len(reasons.blocked)))
    for one in reasons.blocked[:SHOWN]:
        by = [
            say.BY(name=who.name, who=", ".join(who.who)) if who.who else who.name for who in one.by
        ]
        render.line(say.BLOCKED_DAY(day=f"{one.day:%d.%m.%Y}", by="; ".join(by)))


def _costs(costs: dict[str, int]) -> str:
    titles = {**schedule.LEVELS, **reschedule.LEVELS}
    said = [
        say.COST(level=titles[name](), points=f"{points:+d}")
        for name, points in costs.items()
        if points
    ]
    return ", ".join(said) or say.FREE()
