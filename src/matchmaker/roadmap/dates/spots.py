"""A stretch of the calendar as words name it: a day, a month, a third of May."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates.words import WEEKDAYS
from matchmaker.roadmap.windows import Precision, Window

LEAP_YEAR = 2024
"""A year that has every day there can be."""
_COARSER = ("day", "week", "month", "quarter", "half", "year")


class UnclearError(ValueError):
    """A phrase that is understood and yet names no days: an impossible or contradictory date."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a municipality reads what Russian leaves open.

    Attributes
    ----------
    school_year_end : month and day; (5, 31) for events, (8, 31) for people and indicators.
    inclusive : whether «до 1 ноября» and «к 1 ноября» include 1 November.
    """

    school_year_end: tuple[int, int] = (5, 31)
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """Days of a year from ``first`` to ``last``: month and day, the last of the month being −1.

    Attributes
    ----------
    unit : the unit in which it was said.
    year : of the first day; nothing where the words do not say.
    years : how many years after the first day's year the last day lies.
    school : whether the last day is the end of the school year, which is a convention.
    weekday : the day of the week and which of them in the month; the last is −1.
    nth : which week or third of the month, where it is one.
    week : which week of the month, where it is one; the last is −1.
    from_monday : whether that week is one of the calendar, or simply seven days.
    turned : whether only the end of a stretch across New Year has a year: «май – март 2025».
    mark : where «к началу …», «к концу …» point to.
    vague : the whole of which the words only say about where: «в начале октября».
    said_weekday : the day of the week that the words give to the date, to be checked.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    unit: Precision
    year: int | None = None
    years: int = 0
    school: bool = False
    weekday: tuple[str, int] | None = None
    nth: int | None = None
    week: int | None = None
    from_monday: bool = False
    turned: bool = False
    mark: tuple[int, int] | None = None
    vague: tuple[tuple[int, int], tuple[int, int], int] | None = None
    said_weekday: str | None = None

    def __post_init__(self) -> None:
        for month, day in (self.first, self.last):
            if not 1 <= month <= 12 or day > monthrange(LEAP_YEAR, month)[1] or day == 0:
                raise UnclearError(say.NO_SUCH_DAY())
        if self.year is not None and self.first == self.last:
            self.window(self.year)

    def window(self, year: int, conventions: Conventions | None = None) -> Window:
        """The days in the year in which the first of them lies.

        Raises
        ------
        UnclearError
            if the year has no such day, or the day is not the weekday it is said to be.
        """
        if self.weekday is not None:
            day = _weekday_of(year, self.first[0], *self.weekday)
            return Window(day, day)
        if self.week is not None and self.from_monday:
            return _week_of(year, self.first[0], self.week)
        last = self.last
        if self.school and conventions is not None:
            last = conventions.school_year_end
        window = Window(_day(year, self.first), _day(year + self.years, last))
        if self.said_weekday and WEEKDAYS[_day(year, self.first).weekday()] != self.said_weekday:
            raise UnclearError(say.OTHER_WEEKDAY())
        return window

    def may(self, year: int) -> bool:
        """Whether the year has these days: 29 February is not in every one."""
        return all(
            day <= monthrange(year + late, month)[1]
            for (month, day), late in ((self.first, 0), (self.last, self.years))
        )

    def deadline(self, year: int, conventions: Conventions) -> tuple[date, date]:
        """The last day if the spot is included, and if it is not."""
        if self.mark is not None:
            later = self.years if _before(self.mark, self.first) else 0
            end = _day(year + later, self.mark)
            return end, end if self.mark == self.last else end - timedelta(days=1)
        window = self.window(year, conventions)
        if window.start is None or window.end is None:
            raise AssertionError(window)
        return window.end, window.start - timedelta(days=1)

    @property
    def months(self) -> tuple[int, ...]:
        """Every month that it touches, in order."""
        start, end = self.first[0], self.last[0] + 12 * self.years
        return tuple((month - 1) % 12 + 1 for month in range(start, min(end, start + 11) + 1))


Spots = tuple[Spot, ...]


def day_spot(month: int, day: int, year: int | None = None) -> Spot:
    """One day."""
    return Spot((month, day), (month, day), "day", year)


def month_spot(month: int, year: int | None = None) -> Spot:
    """A whole month."""
    return Spot((month, 1), (month, -1), "month", year)


def months_spot(first: int, last: int, unit: Precision, year: int | None = None) -> Spot:
    """Whole months from one to another; the last may lie in the next year."""
    return Spot((first, 1), (last, -1), unit, year, years=int(last < first))


def quarters_spot(first: int, last: int, year: int | None = None) -> Spot:
    """Quarters from one to another.

    Raises
    ------
    UnclearError
        if a year has no such quarters.
    """
    if not 1 <= first <= last <= 4:
        raise UnclearError(say.NO_SUCH_DAY())
    return months_spot(3 * first - 2, 3 * last, "quarter", year)


def year_spot(year: int | None) -> Spot:
    """A calendar year."""
    return Spot((1, 1), (12, -1), "year", year)


def school_year_spot(year: int | None, years: int = 1) -> Spot:
    """School years from the one that begins in September of a year."""
    return Spot((9, 1), (5, 31), "year", year, years=years, school=True)


def span_spot(first: Spot, last: Spot) -> Spot:
    """Everything from one spot to another; a year that one lacks follows from the other.

    Raises
    ------
    UnclearError
        if the end lies before the beginning.
    """
    turn = int(_before(last.last, first.first))
    end = None if last.year is None else last.year + last.years
    if first.year is None:
        start, years = (None if end is None else end - turn), turn
    else:
        start, years = first.year, turn if end is None else end - first.year
    if years < turn:
        raise UnclearError(say.ENDS_BEFORE())
    unit = min(first.unit, last.unit, key=_COARSER.index)
    turned = bool(turn) and first.year is None and end is not None and unit != "day"
    return Spot(first.first, last.last, unit, start, years, school=last.school, turned=turned)


def week_spot(month: int, nth: int, year: int | None = None) -> Spot:
    """A week of a month; the fifth is what is left after the fourth.

    Raises
    ------
    UnclearError
        if no month has so many.
    """
    if not (1 <= nth <= 5 or nth == -1):
        raise UnclearError(say.NO_SUCH_DAY())
    first = -7 if nth == -1 else 7 * nth - 6
    last = -1 if nth in {-1, 5} else 7 * nth
    return Spot((month, first), (month, last), "week", year, nth=nth, week=nth)


def part_spot(spot: Spot, which: str) -> Spot:
    """The beginning, the middle or the end of a spot: a third of a month, a month of the rest."""
    if spot.unit == "month":
        month = spot.first[0]
        days = {"begin": (1, 10), "middle": (11, 20), "end": (21, -1)}[which]
        first, last = (month, days[0]), (month, days[1])
        middle = (month, 15)
    else:
        months = spot.months
        at = {"begin": 0, "middle": (len(months) - 1) // 2, "end": -1}[which]
        first, last = (months[at], 1), (months[at], -1)
        middle = (months[at], 15)
    if which == "end":
        last = spot.last
    mark = {"begin": spot.first, "middle": middle, "end": spot.last}[which]
    late = int(_before(first, spot.first))
    return replace(
        spot,
        first=first,
        last=last,
        years=spot.years - late if which == "end" else 0,
        year=None if spot.year is None else spot.year + late,
        mark=None if spot.school and which == "end" else mark,
        vague=(spot.first, spot.last, spot.years),
        school=spot.school and which == "end",
    )


def _day(year: int, spot: tuple[int, int]) -> date:
    month, day = spot
    length = monthrange(year, month)[1]
    if day > length:
        raise UnclearError(say.NO_SUCH_DAY())
    return date(year, month, day if day > 0 else length + 1 + day)


def _weekday_of(year: int, month: int, weekday: str, nth: int) -> date:
    """The n-th such weekday of a month.

    Raises
    ------
    UnclearError
        if the month has fewer of them.
    """
    length = monthrange(year, month)[1]
    days = [
        day for day in range(1, length + 1) if WEEKDAYS[date(year, month, day).weekday()] == weekday
    ]
    if nth > len(days):
        raise UnclearError(say.NO_SUCH_DAY())
    return date(year, month, days[nth - 1 if nth > 0 else nth])


def _week_of(year: int, month: int, nth: int) -> Window:
    """The n-th week of the calendar that a month touches, cut to the month."""
    first, last = date(year, month, 1), _day(year, (month, -1))
    week = timedelta(days=7)
    monday = first - timedelta(days=first.weekday())
    mondays = [monday + week * at for at in range(6) if monday + week * at <= last]
    start = mondays[min(nth, len(mondays)) - 1 if nth > 0 else nth]
    return Window(max(start, first), min(start + timedelta(days=6), last))


def _before(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a day of the year comes before another, a day from the end being late."""
    return _late(one) < _late(other)


def _late(day: tuple[int, int]) -> tuple[int, int]:
    return day[0], day[1] if day[1] > 0 else 32 + day[1]
