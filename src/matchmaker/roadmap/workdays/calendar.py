"""Which days somebody works: the production calendar with the special days of a place.

Law is what :mod:`matchmaker.roadmap.workdays.production` makes of a year. Settings are the
length of the week and the special days, which somebody states for the municipality, for a
school, a body or a person. School holidays, terms, exams and camps are about pupils: staff work
on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.day import Day, DayKind
from matchmaker.roadmap.workdays.production import Status, Week, production_year
from matchmaker.roadmap.workdays.terms import SchoolYear, Span, school_year, year_of
from matchmaker.roadmap.workdays.transfers import FIRST_YEAR, LAST_YEAR

ONE_DAY = timedelta(1)
ABOUT_WORK = {DaysKind.OFF, DaysKind.WORKING, DaysKind.SHORT}


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of a municipality, a school, a body or a person.

    To ask whether a day is worked in a year that is not known (before 2020, after 2035) is an
    InputError.

    Attributes
    ----------
    week : days of the work week.
    layers : special days from the general to the particular: everybody's, the school's, the
        person's own. A later layer goes before an earlier one; within a layer the shorter
        stretch goes before the longer, and a lower row before a higher.
    """

    week: Week = 5
    layers: tuple[tuple[SpecialDays, ...], ...] = ()
    _stated: dict[date, list[SpecialDays]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """The special days of each day, the one that has the last word last."""

    def __post_init__(self) -> None:
        for layer in self.layers:
            about_work = (row for row in layer if row.kind in ABOUT_WORK)
            for row in sorted(about_work, key=lambda row: row.starts - row.last):
                for on in _days(row):
                    self._stated.setdefault(on, []).append(row)

    @staticmethod
    def knows(on: date) -> bool:
        """Whether the year of a day is one that can be asked about."""
        return FIRST_YEAR <= on.year <= LAST_YEAR

    def day(self, on: date) -> Day:
        """What kind of day it is, and why."""
        day = production_year(on.year, self.week).day(on)
        for row in self._stated.get(on, ()):
            day = _as_stated(day, row)
        return day

    def is_working(self, on: date) -> bool:
        """Whether the day is worked, in full or an hour less."""
        return self.day(on).works

    def preliminary(self, on: date) -> bool:
        """Whether the day may still change, since the decree of its year is not issued."""
        return self.day(on).preliminary

    def status(self, year: int) -> Status:
        """Official, or preliminary while the decree of the year is not issued."""
        return production_year(year, self.week).status

    def next_working(self, on: date) -> date:
        """The day itself if it is worked, else the first working day after it."""
        return on if self.is_working(on) else self.add_working_days(on, 1)

    def previous_working(self, on: date) -> date:
        """The day itself if it is worked, else the last working day before it."""
        return on if self.is_working(on) else self.add_working_days(on, -1)

    def working_days(self, start: date, end: date) -> int:
        """How many days are worked from the first to the last, both included."""
        return sum(
            self.is_working(start + timedelta(step)) for step in range((end - start).days + 1)
        )

    def add_working_days(self, on: date, n: int) -> date:
        """The n-th working day after a day, before it if ``n`` is negative.

        The day itself is day 0 and is not counted, whether it is worked or not.
        """
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            on += step
            while not self.is_working(on):
                on += step
        return on

    def school_year(self, year: int) -> SchoolYear:
        """The school year that begins in September of this year."""
        return school_year(year, self.week, self.layers)

    def school_holidays(self, on: date) -> Span | None:
        """The school holidays in which a day lies; nothing if pupils are at school."""
        holidays = self.school_year(year_of(on)).holidays
        return next((span for span in holidays if on in span), None)


def _days(row: SpecialDays) -> Iterator[date]:
    """The days of a row that lie in the known years."""
    on = max(row.starts, date(FIRST_YEAR, 1, 1))
    last = min(row.last, date(LAST_YEAR, 12, 31))
    while on <= last:
        yield on
        on += ONE_DAY


def _as_stated(day: Day, row: SpecialDays) -> Day:
    """The day as a row has it; a row that changes nothing of it leaves it its name."""
    if row.kind is DaysKind.OFF:
        kind = DayKind.OFF
    elif row.kind is DaysKind.WORKING:
        # To work on days off does not undo the shorter day before a holiday.
        kind = day.kind if day.works else DayKind.WORKING
    elif day.works:
        kind = DayKind.SHORT
    else:
        return day  # only a day that is worked can be made shorter
    if kind is day.kind and row.name is None:
        return day
    name = row.name or row.kind.text()
    return replace(day, kind=kind, why=say.NAMED, facts=(("name", name),))
