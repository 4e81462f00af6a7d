"""The reserved hours of a timetable that is made again: who is away, and what is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from matchmaker.timetable.away import Away
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.record import EventRecord
from matchmaker.timetable.reserved_weeks import reserved_weeks

Shares = Counter[tuple[int, int]]


def reserved_again(
    events: EventProgram,
    over: Mapping[int, EventRecord],
    found: Iterable[Away],
    cancelled: Collection[str],
) -> EventProgram:
    """The same program with the budgets that are left after a change.

    What is over is a fact: it uses up its week, and asks nothing of it. Whoever is away for some
    days of a week owes the hours of the others only.

    Parameters
    ----------
    over : the records of items that are over, which hold nobody any more.
    cancelled : IDs of stretches that are called off, with their hours.
    """
    reservations = tuple(one for one in events.reservations if one.of.id not in cancelled)
    capacities = [one.capacity for one in events.program.resources]
    away, spent = _away(found), _spent(events, over)
    weeks = reserved_weeks(events.days, reservations, capacities, away, spent)
    program = replace(events.program, budgets=tuple(week.budget for week in weeks))
    return replace(events, program=program, reservations=reservations, weeks=weeks)


def _away(found: Iterable[Away]) -> Shares:
    shares: Shares = Counter()
    for one in found:
        grains = range(one.start, one.start + one.duration)
        shares.update((one.resource, grain) for grain in grains)
    return shares


def _spent(events: EventProgram, over: Mapping[int, EventRecord]) -> Shares:
    shares: Shares = Counter()
    for at, record in over.items():
        led = (events.resources.get(f"person:{name}") for name in record.people)
        used = {*events.program.items[at].holds, *(one for one in led if one is not None)}
        grains = [n for n, day in enumerate(events.days) if record.starts <= day <= record.ends]
        shares.update((resource, grain) for resource in used for grain in grains)
    return shares
