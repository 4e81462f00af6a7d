"""An event or a deadline on a day that is not worked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matchmaker.domain.events import Shift
from matchmaker.errors import InputError
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted
from matchmaker.roadmap.audit.worked import must_be_worked, preliminary_words
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.text import Text as T

TITLE = T("Срок в нерабочий день", "A date on a day off")
DEADLINE = T("срок {days}", "the deadline is {days}")
EVENT = T("мероприятие {days}", "the event is on {days}")
DAY = T("{day} ({weekday}{name})", "{day} ({weekday}{name})")
BEFORE = T(
    "Перенесите на рабочий день раньше: {days} (сроки по закону — на день позже)",
    "Move to the working day before: {days} (statutory terms go after)",
)
AFTER = T("Перенесите на следующий рабочий день: {days}", "Move to the next working day: {days}")
BEYOND = T(
    "Перенесите на рабочий день; календаря соседнего года нет",
    "Move to a working day; there is no calendar of the year beside",
)

WEEKDAYS = (
    T("пн", "Mon"), T("вт", "Tue"), T("ср", "Wed"), T("чт", "Thu"),
    T("пт", "Fri"), T("сб", "Sat"), T("вс", "Sun"),
)  # fmt: skip


@audit_rule("day-off", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Named days of events and last days of deadlines, held against the working calendar.

    A row says itself where its deadline goes; own reports go to the working day before,
    statutory terms to the next one (Civil Code, Art. 193).
    """
    calendar = plan.calendars.of(plan.plan.school)
    for row in plan.rows:
        event = bool(row.fixed) and row.occupies
        days = [day for day in _days(row, event=event) if _off(calendar, day)]
        if not days:
            continue
        listed = ", ".join(_named(calendar, day) for day in days)
        words = (EVENT if event else DEADLINE)(days=listed)
        words += preliminary_words(calendar, days)
        yield Found((row,), words, _mend(calendar, row, days, event=event))


def _mend(calendar: WorkingCalendar, row: Row, days: list[date], *, event: bool) -> str:
    later = row.event.shift is Shift.AFTER or (event and row.event.shift is None)
    move = calendar.next_working if later else calendar.previous_working
    try:
        moved = ", ".join(dict.fromkeys(dotted(move(day)) for day in days))
    except InputError:  # the nearest working day lies in a year that is not known
        return BEYOND()
    return (AFTER if later else BEFORE)(days=moved)


def _days(row: Row, *, event: bool) -> Iterator[date]:
    """The named days of an event, or the day of each deadline."""
    for window in row.windows:
        if event:
            yield from must_be_worked(window)
        elif window.start is None and window.end is not None:
            yield window.end


def _off(calendar: WorkingCalendar, day: date) -> bool:
    return calendar.knows(day) and not calendar.is_working(day)


def _named(calendar: WorkingCalendar, day: date) -> str:
    found = calendar.day(day)
    name = f", {found.name}" if found.name else ""
    return DAY(day=dotted(day), weekday=WEEKDAYS[day.weekday()](), name=name)
