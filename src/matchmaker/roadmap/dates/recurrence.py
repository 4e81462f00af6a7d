"""What comes again, as the windows of each year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from matchmaker.roadmap.dates.days import Fixed, OfYear, in_time
from matchmaker.roadmap.dates.spots import Conventions, Spot, months_spot, school_year_spot
from matchmaker.roadmap.dates.words import WEEKDAYS
from matchmaker.roadmap.windows import Window

_FIRST_MONDAY = date(2000, 1, 3)
"""From where weeks are counted."""


def fixed(spots: Iterable[Spot], conventions: Conventions) -> Fixed:
    """The windows of spots that all have years, in the order of time."""
    return Fixed(
        tuple(sorted({spot.window(spot.year or 0, conventions) for spot in spots}, key=in_time))
    )


def yearly(spots: Iterable[Spot], conventions: Conventions) -> OfYear:
    """The windows of spots without years, once a year."""
    kept = tuple(spots)
    return lambda year: [spot.window(year, conventions) for spot in kept if spot.may(year)]


def yearly_deadline(spots: Iterable[Spot], conventions: Conventions, included: bool) -> OfYear:
    """The last days of spots without years, once a year."""
    kept = tuple(spots)
    return lambda year: [
        Window(None, spot.deadline(year, conventions)[0 if included else 1])
        for spot in kept
        if spot.may(year)
    ]


def whole_years(interval: int = 1) -> OfYear:
    """So many calendar years, from each year on."""
    return lambda year: [Window(date(year, 1, 1), date(year + interval - 1, 12, 31))]


def school_years(conventions: Conventions) -> OfYear:
    """Every school year."""
    return lambda year: [school_year_spot(year).window(year, conventions)]


def pieces(size: int) -> OfYear:
    """A calendar year cut into pieces of so many months."""
    return lambda year: [
        months_spot(first, first + size - 1, "month").window(year) for first in range(1, 13, size)
    ]


def school_halves(conventions: Conventions) -> OfYear:
    """September to December, and January to the end of the school year."""
    month, day = conventions.school_year_end
    return lambda year: [
        Window(date(year, 1, 1), date(year, month, day)),
        Window(date(year, 9, 1), date(year, 12, 31)),
    ]


def days_of_months(first: int, last: int, months: Iterable[int] = range(1, 13)) -> OfYear:
    """The same days of every month; those below 0 count from its end."""
    kept = tuple(months)

    def of_year(year: int) -> Iterable[Window]:
        for month in kept:
            spot = Spot((month, first), (month, last), "day") if _has(month, first) else None
            if spot and spot.may(year):
                yield spot.window(year)

    return of_year


def weekday_of_months(weekday: str, nth: int) -> OfYear:
    """The n-th such weekday of every month that has one."""

    def of_year(year: int) -> Iterable[Window]:
        for month in range(1, 13):
            days = [day for day in _weekdays_of(year, {weekday}) if day.month == month]
            if nth <= len(days):
                day = days[nth - 1 if nth > 0 else nth]
                yield Window(day, day)

    return of_year


def weekdays(names: Iterable[str]) -> OfYear:
    """Every such weekday."""
    kept = frozenset(names)
    return lambda year: [Window(day, day) for day in _weekdays_of(year, kept)]


def every_nth_weekday(weekday: str, nth: int) -> OfYear:
    """Every n-th such weekday, whatever the month."""
    return lambda year: [
        Window(day, day)
        for day in _weekdays_of(year, {weekday})
        if (day - _FIRST_MONDAY).days // 7 % nth == 0
    ]


def weeks(interval: int = 1) -> OfYear:
    """Weeks from Monday to Sunday, each or every so many of them."""
    size = timedelta(days=7 * interval - 1)
    return lambda year: [
        Window(day, day + size)
        for day in _weekdays_of(year, {"MO"})
        if (day - _FIRST_MONDAY).days % (7 * interval) == 0
    ]


def deadlines(of_year: OfYear) -> OfYear:
    """Only the last days of windows."""
    return lambda year: [Window(None, window.end) for window in of_year(year)]


def day_before(of_year: OfYear) -> OfYear:
    """Deadlines one day earlier: the named day itself is not included."""

    def earlier(year: int) -> Iterable[Window]:
        for window in of_year(year):
            assert window.end is not None
            yield Window(None, window.end - timedelta(days=1))

    return earlier


def only_in(of_year: OfYear, limits: OfYear) -> OfYear:
    """The windows that lie in others: weeks of October."""

    def cut(year: int) -> Iterable[Window]:
        bounds = [*limits(year - 1), *limits(year)]
        for window in of_year(year):
            yield from (part for bound in bounds if (part := window.clip(bound)))

    return cut


def _weekdays_of(year: int, names: Iterable[str]) -> Iterable[date]:
    first = date(year, 1, 1)
    for offset in range((date(year + 1, 1, 1) - first).days):
        day = first + timedelta(days=offset)
        if WEEKDAYS[day.weekday()] in names:
            yield day


def _has(month: int, day: int) -> bool:
    return not (month == 2 and day > 29) and not (month in {4, 6, 9, 11} and day > 30)
