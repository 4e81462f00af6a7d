"""The times of a row: each is a position to be carried out and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from matchmaker.domain.events import Shift
from matchmaker.errors import InputError
from matchmaker.roadmap.publication import TERM
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Term:
    """One time of a row.

    Attributes
    ----------
    opens : the day on which it may be begun; nothing if it always could.
    ends : the last day on which it is in time; nothing if it has none.
    deadline : whether only the last day is named, «до 1 ноября».
    """

    opens: date | None
    ends: date | None
    deadline: bool = False

    def distance(self, day: date) -> int:
        """How many days a day lies outside; of a deadline how far from its last day."""
        first = self.ends if self.deadline else self.opens
        if first is not None and day < first:
            return (first - day).days
        return max(0, (day - self.ends).days) if self.ends else 0


def in_background(row: Row) -> bool:
    """Whether a row has no times to be marked one by one: «постоянно», «ежедневно»."""
    again = row.dates.recurrence if row.dates else None
    return row.dates is not None and (
        row.dates.kind is Kind.OPEN or (again is not None and again.freq == "daily")
    )


@dataclass
class Terms:
    """The times of rows of one plan, on its calendar.

    Attributes
    ----------
    preliminary : years of days that were computed and may still change.
    """

    plan: PlanReading
    preliminary: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.calendar: WorkingCalendar = self.plan.calendars.of(self.plan.plan.school)

    def of(self, row: Row) -> list[Term]:
        """One time for each window; a single one in the background or without a date."""
        if not row.windows:
            return [Term(None, None)]
        if in_background(row):
            return [Term(row.starts, row.ends)]
        return self._windows(row)

    def _windows(self, row: Row) -> list[Term]:
        found: list[Term] = []
        begins = self.plan.plan.starts
        for window in row.windows:
            deadline = window.start is None and window.end is not None
            ends = self._moved(window.end, row.event.shift) if deadline else window.end
            early = begins is not None and ends is not None and begins <= ends
            found.append(Term(begins if deadline and early else window.start, ends, deadline))
            # Work for a deadline that comes again begins when the former one is over.
            begins = window.end + ONE_DAY if window.end else begins
        return found

    def publication(self, term: Term) -> Term:
        """The time to publish a result: so many working days after the last day of an event."""
        if term.ends is None:
            return Term(None, None)
        try:
            ends = self.calendar.add_working_days(term.ends, TERM)
        except InputError:  # a year beyond the calendar: no day can be named
            return Term(None, None)
        self._computed(ends)
        return Term(term.ends + ONE_DAY, ends)

    def _moved(self, day: date | None, shift: Shift | None) -> date | None:
        """A deadline on a day off goes to a working day, before it unless the row says after."""
        if day is None or not self.calendar.knows(day):
            return day
        self._computed(day)
        move = (
            self.calendar.next_working if shift is Shift.AFTER else self.calendar.previous_working
        )
        try:
            return move(day)
        except InputError:  # the nearest working day lies in a year beyond the calendar
            return day

    def _computed(self, day: date) -> None:
        if self.calendar.preliminary(day):
            self.preliminary.add(day.year)


def nearest(terms: Sequence[Term], day: date) -> int:
    """The time to which a day belongs: in which it lies, else the nearest; of two the earlier."""
    return min(range(len(terms)), key=lambda n: (terms[n].distance(day), n))


def words_of(term: Term) -> str:
    """A time as people write it; nothing if it has no days."""
    if term.ends is None and term.opens is None:
        return ""
    return Window(None if term.deadline else term.opens, term.ends).words()
