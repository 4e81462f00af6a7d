"""How much each person has in a timetable: events by month, and two on one day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.results.timetable_order import by_date, first_day
from matchmaker.timetable.record import EventRecord, Timetable

Month = tuple[int, int]
"""Year and month."""

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Clash:
    """Days in a row on which one person has the same several events."""

    person: str
    starts: date
    ends: date
    events: tuple[EventRecord, ...]


def shared(timetable: Timetable, event: EventRecord) -> tuple[tuple[EventRecord, int], ...]:
    """Other events of its days with people wanted at both, by their number, most first."""
    own, on = set(event.participants), set(event.days)
    found = [
        (other, len(own & set(other.participants)))
        for other in timetable.events
        if other.kind == event.kind == "event" and other.id != event.id and on & set(other.days)
    ]
    return tuple(sorted(((o, n) for o, n in found if n), key=lambda one: (-one[1], one[0].id)))


def months(first: date, last: date) -> tuple[Month, ...]:
    """The months from one day to another, both included."""
    numbers = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return tuple((number // 12, number % 12 + 1) for number in numbers)


def months_of(event: EventRecord) -> tuple[Month, ...]:
    """The months an event touches; stretches of time load nobody."""
    return () if event.kind == "span" else months(first_day(event), event.ends)


def by_person(timetable: Timetable) -> dict[str, tuple[EventRecord, ...]]:
    """The events of everybody responsible by name, by date."""
    found: dict[str, list[EventRecord]] = defaultdict(list)
    for event in sorted(timetable.events, key=by_date):
        for person in dict.fromkeys(event.people):
            found[person].append(event)
    return {person: tuple(found[person]) for person in sorted(found)}


def clashes(timetable: Timetable) -> tuple[Clash, ...]:
    """Days on which somebody has two events; deadlines and stretches of time take no days."""
    found: list[Clash] = []
    for person, events in by_person(timetable).items():
        on: dict[date, list[EventRecord]] = defaultdict(list)
        for event in events:
            if event.kind == "event":
                for day in event.days:
                    on[day].append(event)
        found += _runs(person, on)
    return tuple(sorted(found, key=lambda clash: (clash.starts, clash.person)))


def _runs(person: str, on: dict[date, list[EventRecord]]) -> list[Clash]:
    """Days of several events, those in a row with the same events put together."""
    runs: list[Clash] = []
    for day in sorted(on):
        events = tuple(on[day])
        if len(events) < 2:
            continue
        if runs and runs[-1].ends == day - ONE_DAY and runs[-1].events == events:
            runs[-1] = Clash(person, runs[-1].starts, day, events)
        else:
            runs.append(Clash(person, day, day, events))
    return runs
