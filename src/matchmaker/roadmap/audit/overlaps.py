"""Days that two rows share, and the nearest day on which one of them could stand instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from matchmaker.roadmap.audit.base import dotted
from matchmaker.roadmap.audit.worked import length_of, must_be_worked, preliminary_words
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Window

FARTHEST = 60
"""A free day is looked for so far ahead. Unit: days."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rows with days in common.

    Attributes
    ----------
    days : the first stretch of common days.
    mover : the row that is easier to move: the shorter, else the later one.
    moved : the window of it that lies in the common days.
    others : how many more stretches the two have in common.
    """

    days: Window
    mover: Row
    moved: Window
    others: int = 0

    @property
    def words(self) -> str:
        """The common days as 11.10.2021 or 01.11.2021–03.11.2021 (+2)."""
        return self.days.words() + (f" (+{self.others})" if self.others else "")

    def free_day(self, plan: PlanReading) -> str | None:
        """The first day after the clash from which the mover could be held instead.

        It is worked, lies within the plan, and nobody who is wanted at the mover is wanted
        elsewhere then, in this plan or in another one. Nothing is said beyond the calendar,
        or where one move would not do.
        """
        if self.days.end is None or self.others:
            return None
        calendar = plan.calendars.of(plan.plan.school)
        taken = list(_taken(plan, self.mover, self.moved))
        length = length_of(self.moved)
        for step in range(1, FARTHEST):
            start = self.days.end + timedelta(days=step)
            place = Window(start, start + timedelta(days=length - 1))
            days = list(must_be_worked(place))
            worked = all(calendar.knows(day) and calendar.is_working(day) for day in days)
            free = not any(place.meets(window) for window in taken)
            if worked and free and (plan.period is None or place.within(plan.period)):
                return dotted(start) + preliminary_words(calendar, days)
        return None


def overlap(one: Row, other: Row, *, moves: Row | None = None) -> Overlap | None:
    """What the named days of two rows have in common.

    Parameters
    ----------
    moves : the row to be moved, if it is not the easier one.
    """
    shared = [
        (common, first, second)
        for first in one.days
        for second in other.days
        if (common := first.clip(second)) is not None
    ]
    if not shared:
        return None
    days, first, second = min(shared, key=lambda found: (found[0].start, found[0].end))
    earlier = moves is one or (moves is None and length_of(first) < length_of(second))
    mover, moved = (one, first) if earlier else (other, second)
    return Overlap(days, mover, moved, len(shared) - 1)


def other_hours(one: Row, other: Row) -> bool:
    """Whether both say at what hour they begin, and it is not the same: perhaps both can be."""
    times = {row.dates.time for row in (one, other) if row.dates and row.dates.time}
    return len(times) == 2


def _taken(plan: PlanReading, mover: Row, moved: Window) -> Iterator[Window]:
    """Days on which people of a row are wanted elsewhere, or by it at another time."""
    yield from (window for window in mover.days if window is not moved)
    for row in plan.rows:
        if row is not mover and row.occupies and _share(row, mover):
            yield from row.days
    for beside in plan.beside:
        for row in beside.rows:
            if row.occupies and row.people & mover.people:
                yield from row.days


def _share(one: Row, other: Row) -> bool:
    return bool(one.people & other.people) or one.participants.meets(other.participants)
