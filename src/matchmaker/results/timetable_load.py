"""How much each person has in a timetable: events by month, and two on one day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

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


@dataclass(frozen=True, slots=True)
class WantedTwice:
    """Days on which people are wanted at two events at once, by ID."""

    starts: date
    ends: date
    events: tuple[EventRecord, EventRecord]
    people: tuple[str, ...]


def wanted_twice(timetable: Timetable) -> tuple[WantedTwice, ...]:
    """Every two events of common days that have participants in common, by day."""
    events = [one for one in sorted(timetable.events, key=by_date) if one.kind == "event"]
    people = {one.id: frozenset(one.participants) for one in events}
    found = []
    for one, other in combinations([event for event in events if event.participants], 2):
        starts, ends = max(one.starts, other.starts), min(one.ends, other.ends)
        both = people[one.id] & people[other.id] if starts <= ends else None
        if both:
            found.append(WantedTwice(starts, ends, (one, other), tuple(sorted(both))))
    return tuple(sorted(found, key=lambda own: (own.starts, own.ends)))


def in_groups(timetable: Timetable) -> dict[str, tuple[tuple[EventRecord, str], ...]]:
    """The events of everybody's groups by date, each with the group; none of the person's own."""
    found: dict[str, list[tuple[EventRecord, str]]] = defaultdict(list)
    for event in sorted(timetable.events, key=by_date):
        for group in event.bodies:
            for person in timetable.groups.get(group, ()):
                if person not in event.people:
                    found[person].append((event, group))
    return {person: tuple(found[person]) for person in sorted(found)}


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
