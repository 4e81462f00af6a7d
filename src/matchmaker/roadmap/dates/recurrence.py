"""The windows that something has within a period: fixed ones, and those that come again."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.roadmap.dates.spots import Conventions, Spot, months_spot, school_year_spot
from matchmaker.roadmap.dates.words import WEEKDAYS
from matchmaker.roadmap.windows import Window

OfYear = Callable[[int], Iterable[Window]]
"""The windows that begin (deadlines: that end) in a year."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Windows with years of their own; one beyond the period is still what the words say."""

    windows: tuple[Window, ...]

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """Windows cut to the period, and those as written that it does not hold whole."""
        if period is None:
            return list(self.windows), []
        inside = [window.clip(period) for window in self.windows]
        beyond = [
            window
            for window, cut in zip(self.windows, inside, strict=True)
            if cut is None or (window.start and window.end and not window.within(period))
        ]
        kept = [cut for cut in inside if cut is not None]
        return kept or list(self.windows), beyond


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again: the windows of each year.

    Attributes
    ----------
    of_year : the windows of a year.
    spans : years or days that the phrase itself limits it to, if any.
    named : whether it names days of the year, so that one after the period is a loss.
    interval : every so many years, counted from the first year of the period.
    """

    of_year: OfYear
    spans: tuple[Window, ...] = ()
    named: bool = False
    interval: int = 1

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """Windows of the period, and the named ones of its last year that come after it."""
        limits = [span.clip(period) for span in self.spans] if period else list(self.spans)
        bounds = [limit for limit in limits if limit] if self.spans else [period]
        inside: list[Window] = []
        outside: list[Window] = []
        for bound in bounds:
            if bound is None or bound.start is None or bound.end is None:
                continue
            first = bound.start.year
            for year in range(first - 1, bound.end.year + 1):
                if (year - first) % self.interval:
                    continue
                for window in self.of_year(year):
                    cut = window.clip(bound)
                    if cut is not None:
                        inside.append(cut)
                    elif self.named and year >= first and window.meets(Window(bound.end, None)):
                        outside.append(window)
        inside.sort(key=lambda window: (window.start or window.end, window.end))
        return inside, outside


@dataclass(frozen=True, slots=True)
class WholePeriod:
    """The period of the plan itself."""

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """The period, if there is one."""
        return ([period] if period else []), []


@dataclass(frozen=True, slots=True)
class FirstYear:
    """The first calendar year of the period."""

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """The days of that year that the period has."""
        if period is None or period.start is None:
            return [], []
        first = Window(period.start, date(period.start.year, 12, 31)).clip(period)
        return ([first] if first else []), []


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """Everything from so many months after the end of the period."""

    months: int = 0

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """One window without an end."""
        if period is None or period.end is None:
            return [], []
        if not self.months:
            return [Window(period.end + timedelta(days=1), None)], []
        return [Window(_later(period.end, self.months), None)], []


@dataclass(frozen=True, slots=True)
class Since:
    """From a day on; one without a year is the first such day of the period.

    Attributes
    ----------
    later : whether it begins when the spot is over.
    """

    spot: Spot
    later: bool = False

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """One window that ends with the period, or not at all."""
        if self.spot.year is not None:
            window = self._from(self.spot.year)
            return [(window.clip(period) if period else None) or window], []
        if period is None or period.start is None:
            return [], []
        for year in (period.start.year, period.start.year + 1):
            window = self._from(year)
            cut = window.clip(period)
            if cut and cut.start == window.start:
                return [cut], []
        return [], []

    def _from(self, year: int) -> Window:
        window = self.spot.window(year)
        if self.later and window.end:
            return Window(window.end + timedelta(days=1), None)
        return Window(window.start, None)


@dataclass(frozen=True, slots=True)
class Nothing:
    """No days are known."""

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """No window at all."""
        return [], []


Days = Fixed | Every | WholePeriod | FirstYear | AfterPeriod | Since | Nothing
"""Everything that gives windows within a period."""


def fixed(spots: Iterable[Spot], conventions: Conventions) -> Fixed:
    """The windows of spots that all have years."""
    return Fixed(tuple(spot.window(spot.year or 0, conventions) for spot in spots))


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


def weeks(interval: int = 1) -> OfYear:
    """Weeks from Monday to Sunday, each or every so many of them."""
    size = timedelta(days=7 * interval - 1)
    epoch = date(2000, 1, 3)
    return lambda year: [
        Window(day, day + size)
        for day in _weekdays_of(year, {"MO"})
        if (day - epoch).days % (7 * interval) == 0
    ]


def deadlines(of_year: OfYear) -> OfYear:
    """Only the last days of windows."""
    return lambda year: [Window(None, window.end) for window in of_year(year)]


def only_in(of_year: OfYear, limits: OfYear) -> OfYear:
    """The windows that lie in others: weeks of October."""

    def cut(year: int) -> Iterable[Window]:
        bounds = [*limits(year - 1), *limits(year)]
        for window in of_year(year):
            yield from (part for bound in bounds if (part := window.clip(bound)))

    return cut


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekdays_of(year: int, names: Iterable[str]) -> Iterable[date]:
    first = date(year, 1, 1)
    for offset in range((date(year + 1, 1, 1) - first).days):
        day = first + timedelta(days=offset)
        if WEEKDAYS[day.weekday()] in names:
            yield day


def _has(month: int, day: int) -> bool:
    return not (month == 2 and day > 29) and not (month in {4, 6, 9, 11} and day > 30)
