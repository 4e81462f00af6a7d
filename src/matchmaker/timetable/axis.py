"""The working days of a period as a row of grains, and where an event may lie on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.rows import conventions_of
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.occurrences import Occurrence
from matchmaker.timetable.program import Grains

LONGEST_REACH = 90
"""How far from its published day an event may be moved. Unit: working days."""


def closed_grains(days: Sequence[date], one: Occurrence) -> frozenset[int]:
    """The grains on which a school does not work without which an event cannot be."""
    calendars = [one.plan.calendars.of(school) for school in sorted(one.schools)]
    return frozenset(
        at
        for at, day in enumerate(days)
        if any(not calendar.is_working(day) for calendar in calendars)
    )


class Axis:
    """The working days from one day to another; a grain is a position among them."""

    def __init__(self, calendar: WorkingCalendar, start: date, end: date) -> None:
        self.calendar, self.start, self.end = calendar, start, end
        every = (start + timedelta(step) for step in range((end - start).days + 1))
        self.days = tuple(day for day in every if calendar.is_working(day))
        self.period = Window(start, end)

    def duration(self, one: Occurrence) -> int:
        """Working days: as the row says, as many as its named days have, else one."""
        if one.row.event.days is not None:
            return one.row.event.days
        return self._length(one.window) if one.row.fixed else 1

    def _length(self, window: Window) -> int:
        """How many working days stand in named dates, at least one."""
        start, end = window.start, window.end
        if start is None or end is None:
            return 1
        named = [start + timedelta(step) for step in range((end - start).days + 1)]
        # Days of a weekend inside are not worked; days off by a decree were to be worked.
        return max(1, sum(self.calendar.week == 6 or day.weekday() < 5 for day in named))

    def named(self, one: Occurrence) -> Window | None:
        """The day on which the plan has it begin; a stretch, where it lasts less than that."""
        start = one.window.start
        if not one.row.fixed or start is None:
            return None
        days = one.row.event.days
        return one.window if days and days < self._length(one.window) else Window(start, start)

    def starts(self, one: Occurrence, duration: int) -> Grains:
        """The grains on which it may begin: within its window, or near its named day."""
        first, last = one.window.start or self.start, one.window.end or self.end
        if one.named and one.row.fixed and not one.row.event.pinned:
            inside = self._inside(one.named, duration)
            low, high = max(0, inside[0] - LONGEST_REACH), inside[-1] + LONGEST_REACH
        else:
            low = next((at for at, day in enumerate(self.days) if day >= first), len(self.days))
            high = (
                next((at for at, day in enumerate(self.days) if day > last), len(self.days))
                - duration
            )
        high = min(high, len(self.days) - duration)
        closed = closed_grains(self.days, one)
        fits = [
            at
            for at in range(low, high + 1)
            if whole(self.days, at, duration) and not closed.intersection(range(at, at + duration))
        ]
        return np.array(fits, np.int32)

    def moved(self, starts: Grains, named: Window, duration: int) -> Grains:
        """A point for every working day from the nearest one named, and one more for any move."""
        inside = self._inside(named, duration)
        lost = named.start == named.end and named.start not in self.days
        away = [
            0 if at in inside and not lost else 1 + min(abs(at - own) for own in inside)
            for at in starts.tolist()
        ]
        return np.array(away, np.int32)

    def _inside(self, named: Window, duration: int) -> range:
        """The grains on which it may begin to lie in named days; the next one, if there is none."""
        first = bisect_left(self.days, named.start or self.start)
        last = bisect_right(self.days, named.end or self.end) - duration
        return range(first, max(first, last) + 1)

    def preferred(self, one: Occurrence, starts: Grains) -> Grains | None:
        """A point for every working day outside the preferred dates."""
        words = one.row.event.preferred
        if not words:
            return None
        phrase = read_dates(words, Window(self.start, self.end), conventions_of(one.plan.plan))
        if not phrase.windows:
            return None
        inside = [
            at
            for at, day in enumerate(self.days)
            if any(Window(day, day).within(window) for window in phrase.windows)
        ]
        if not inside:
            return None
        return np.array(
            [min(abs(int(at) - other) for other in inside) for at in starts.tolist()], np.int32
        )


def whole(days: Sequence[date], at: int, duration: int) -> bool:
    """Whether so many working days follow each other: up to five lie in one week."""
    if at + duration > len(days):
        return False
    first, last = days[at], days[at + duration - 1]
    return duration > 5 or first.isocalendar()[:2] == last.isocalendar()[:2]
