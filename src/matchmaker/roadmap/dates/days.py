"""The windows that something has within the period of a plan."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.roadmap.dates.spots import Spot
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
            first, last = bound.start.year, bound.end.year
            after = Window(bound.end, None)
            for year in range(first - 1, last + 2):
                if (year - first) % self.interval:
                    continue
                for window in self.of_year(year):
                    cut = window.clip(bound)
                    if cut is not None:
                        inside.append(cut)
                    elif self.named and first <= year <= last and window.meets(after):
                        outside.append(window)
        if inside and period is not None and _at_most_a_year(period):
            outside = []  # it comes once in the plan, and there is no last time to be missed
        return sorted(set(inside), key=in_time), outside


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
class UntilPeriodEnd:
    """By the end of the period."""

    def within(self, period: Window | None) -> tuple[list[Window], list[Window]]:
        """A deadline on its last day."""
        if period is None or period.end is None:
            return [], []
        return [Window(None, period.end)], []


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


Days = Fixed | Every | WholePeriod | FirstYear | UntilPeriodEnd | AfterPeriod | Since | Nothing
"""Everything that gives windows within a period."""


def in_time(window: Window) -> tuple[date, date]:
    """The place of a window in time."""
    end = window.end or date.max
    return window.start or end, end


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _at_most_a_year(period: Window) -> bool:
    return (
        period.start is not None
        and period.end is not None
        and ((period.end - period.start).days < 366)
    )
