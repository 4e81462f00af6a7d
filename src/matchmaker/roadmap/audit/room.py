"""How early a row may end and how late it may begin, on the days that its dates leave it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from matchmaker.roadmap.rows import Row
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar

ONE_DAY = timedelta(1)


def earliest_end(row: Row, calendar: WorkingCalendar) -> date | None:
    """The first day on which a row may be over with its last time."""
    if not row.windows or row.ends is None:
        return None
    last = max(row.windows, key=lambda window: window.end or date.max)
    days = _days(row, last, calendar)
    return days[_length(row) - 1] if days else row.ends


def latest_start(row: Row, calendar: WorkingCalendar) -> date | None:
    """The last day on which a row may begin with its first time."""
    if row.starts is None:
        return None
    first = min((one for one in row.windows if one.start), key=lambda one: one.start or date.max)
    days = _days(row, first, calendar)
    return days[-_length(row)] if days else row.starts


def _length(row: Row) -> int:
    return row.event.days or 1


def _days(row: Row, window: Window, calendar: WorkingCalendar) -> list[date]:
    """The working days among which an event may be put; none if its days are settled."""
    if not row.occupies or window.start is None or window.end is None:
        return []
    open_ended = row.dates is not None and row.dates.kind is Kind.OPEN
    if open_ended or (row.fixed and not row.event.days):
        return []
    days = [day for day in _every(window) if calendar.knows(day) and calendar.is_working(day)]
    # As many days as are named are these days, whatever is worked of them.
    return days if len(days) > _length(row) else []


def _every(window: Window) -> Iterator[date]:
    day, end = window.start, window.end
    while day is not None and end is not None and day <= end:
        yield day
        day += ONE_DAY
