"""Which days of an event must be worked, and what is said of a year without a decree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.text import Text as T

PRELIMINARY = T(
    "; календарь {years} года предварительный: постановления о переносе нет",
    "; the calendar of {years} is preliminary: no decree moves its days off yet",
)

SHORT_OF_A_WEEK = 6
"""What lasts longer holds a weekly day off anyway. Unit: days."""


def length_of(window: Window) -> int:
    """How many days a window has."""
    return ((window.end or date.max) - (window.start or date.min)).days + 1


def must_be_worked(window: Window) -> Iterator[date]:
    """Every day of a short event; of one that no week holds, its first and its last day."""
    if window.start is None or window.end is None:
        return
    length = length_of(window)
    if length > SHORT_OF_A_WEEK:
        yield from (window.start, window.end)
    else:
        yield from (window.start + timedelta(days=step) for step in range(length))


def preliminary_words(calendar: WorkingCalendar, days: Iterable[date]) -> str:
    """That years of these days have no decree yet; nothing if all are official."""
    years = sorted({on.year for on in days if calendar.knows(on) and calendar.preliminary(on)})
    return PRELIMINARY(years=", ".join(map(str, years))) if years else ""
