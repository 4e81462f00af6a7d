"""How many days of each week recurring work leaves for events.

A working week of a pedagogical worker has at most 36 hours (art. 333 of the Labour Code), so of
somebody with ``h`` hours of consultations a week ``h / 36`` of every week is gone. Of a week of
``d`` working days that leaves ``floor(d - h * d / 36)`` whole days for events, and of a group
that can do ``k`` things at once ``floor(k * d - h * d / 36)``: with 8 hours in a full week
5 - 1.1, that is 3 days. In a week shortened by days off both the days and the hours shrink by
the same share, since whoever works four days of five owes four fifths of the hours. Hours of
several rows add up before anything is rounded. A row reserves its hours in every week that its
dates touch, once, however many of its windows lie there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from matchmaker.text import language
from matchmaker.timetable.occurrences import Occurrence, Reservation, ReservedWeek
from matchmaker.timetable.program import Budget

WEEK = 36
"""Working hours of a week, art. 333 of the Labour Code."""

Shares = Mapping[tuple[int, int], int]
"""How much of a resource, by its position and a grain."""


def reserved_weeks(
    days: Sequence[date],
    reservations: Iterable[Reservation],
    capacities: Sequence[int],
    away: Shares | None = None,
    spent: Shares | None = None,
) -> tuple[ReservedWeek, ...]:
    """Every week in which hours of somebody are reserved, by resource and week.

    Parameters
    ----------
    days : the day of each grain.
    capacities : of each resource, how many items it serves at once.
    away : how much is away. Days on which nobody of a resource is there shorten its week; the
        items that stand for being away draw on the budget too, so it is larger by them.
    spent : how much went into items that are over, and stand in the program without people.
    """
    weeks = _weeks(days)
    rows: dict[tuple[int, range], dict[tuple[str, int], Reservation]] = defaultdict(dict)
    for one in reservations:
        for week in weeks:
            if one.first < week.stop and week.start < one.end:
                rows[one.resource, week].setdefault(row_of(one.of), one)
    found = [
        _week(week, tuple(some.values()), capacities[resource], away or {}, spent or {})
        for (resource, week), some in rows.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.budget.resource, one.budget.first)))


def _week(
    week: range, some: tuple[Reservation, ...], capacity: int, away: Shares, spent: Shares
) -> ReservedWeek:
    resource = some[0].resource
    gone = [away.get((resource, grain), 0) for grain in week]
    used = sum(spent.get((resource, grain), 0) for grain in week)
    worked = sum(one < capacity for one in gone)
    there = capacity * len(week) - sum(gone) - used
    hours = sum(Fraction(one.hours) for one in some)
    left = max(0, int((there - hours * worked / WEEK) // 1))
    budget = Budget(resource, week.start, week.stop, sum(gone) + left)
    return ReservedWeek(budget, some, worked, there, left)


def _weeks(days: Sequence[date]) -> list[range]:
    """The grains of each calendar week."""
    starts = [
        at
        for at, day in enumerate(days)
        if not at or day.isocalendar()[:2] != days[at - 1].isocalendar()[:2]
    ]
    return [range(*two) for two in zip(starts, [*starts[1:], len(days)], strict=True)]


def row_of(one: Occurrence) -> tuple[str, int]:
    """The row that an occurrence is of: its plan and its place there."""
    return one.plan.plan.id, one.row.position


def hours_leaving(week: ReservedWeek, days: int) -> float:
    """The most hours a week, in halves, that would leave so many days of a week for events."""
    hours = Fraction((week.there - days) * WEEK, max(1, week.worked))
    return max(0, 2 * hours // 1) / 2


def reserved_hours(
    days: Sequence[date], reservations: Iterable[Reservation], capacities: Sequence[int]
) -> dict[int, float]:
    """Of everybody whom rows name, by resource, the hours of the week in which they are most."""
    most: dict[int, float] = {}
    named = [one for one in reservations if one.named]
    for week in reserved_weeks(days, named, capacities):
        resource = week.budget.resource
        most[resource] = max(most.get(resource, 0.0), week.hours)
    return most


def hours_words(hours: float) -> str:
    """Hours as people write them: 8; 7,5."""
    written = f"{hours:g}"
    return written.replace(".", ",") if language() == "ru" else written
