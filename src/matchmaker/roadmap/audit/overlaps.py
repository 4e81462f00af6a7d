"""Days that two rows share, and the nearest day on which one of them could stand instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.roadmap.audit.base import dotted
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Window

FARTHEST = 60
"""A free day is looked for so far ahead. Unit: days."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rows with days in common.

    Attributes
    ----------
    mover : the row that is easier to move: the shorter, else the later one.
    """

    days: Window
    mover: Row
    mover_length: int

    @property
    def words(self) -> str:
        """The common days as 11.10.2021 or 01.11–03.11.2021."""
        return self.days.words()

    def free_day(self, plan: PlanReading, taken: Iterable[Window]) -> str | None:
        """The first working day after the clash from which the mover meets none of these."""
        windows = list(taken)
        end = self.days.end
        period = plan.period
        if end is None:
            return None
        calendar = plan.calendars.of(plan.plan.school)
        for step in range(1, FARTHEST):
            start = end + timedelta(days=step)
            place = Window(start, start + timedelta(days=self.mover_length - 1))
            working = all(calendar.is_working(day) for day in _days(place))
            free = not any(place.meets(window) for window in windows)
            if working and free and (period is None or place.within(period)):
                return dotted(start)
        return None


def overlap(one: Row, other: Row) -> Overlap | None:
    """What the fixed days of two rows have in common, the first such stretch."""
    for first in one.fixed:
        for second in other.fixed:
            common = first.clip(second)
            if common is not None:
                lengths = [_length(first), _length(second)]
                mover, length = (
                    (one, lengths[0]) if lengths[0] < lengths[1] else (other, lengths[1])
                )
                return Overlap(common, mover, length)
    return None


def _length(window: Window) -> int:
    return ((window.end or date.max) - (window.start or date.min)).days + 1


def _days(window: Window) -> Iterable[date]:
    start = window.start or date.min
    return (start + timedelta(days=step) for step in range(_length(window)))
