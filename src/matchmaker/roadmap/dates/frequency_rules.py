"""The rules of the grammar that say how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence, words
from matchmaker.roadmap.dates.recurrence import OfYear
from matchmaker.roadmap.dates.spot_rules import Clock, Edge
from matchmaker.roadmap.dates.spots import (
    Conventions,
    Spot,
    UnclearError,
    day_spot,
    month_spot,
    months_spot,
)
from matchmaker.roadmap.windows import Precision, Recurrence


class Unit(str):
    """``day``, ``week``, ``month``, ``quarter``, ``half``, ``year``, ``school year``, ``term``."""

    __slots__ = ()


class Bound(str):
    """``least`` or ``most``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Often:
    """How often: the recurrence, and its windows in a year if the year alone gives them.

    Attributes
    ----------
    spots : days of the year that it names itself: «каждый октябрь».
    """

    recurrence: Recurrence
    of_year: OfYear | None
    precision: Precision
    interval: int = 1
    spots: tuple[Spot, ...] = ()
    deadline: bool = False


_FREQUENCIES = {
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "half": "half-yearly",
    "year": "yearly",
    "school year": "yearly",
    "term": "term",
    "semester": "term",
}
_ADVERBS = {"ежег": "year", "ежен": "week", "ежед": "day", "ежем": "month", "ежек": "quarter"}


@v_args(inline=True)
class FrequencyRules(Transformer[Token, Any]):
    """Daily to yearly, so many times in a unit, by weekdays, by days of the month."""

    conventions: Conventions

    # ---- units ---------------------------------------------------------------------

    def year_unit(self) -> Unit:
        return Unit("year")

    def school_year_unit(self) -> Unit:
        return Unit("school year")

    def month_unit(self, _: Token) -> Unit:
        return Unit("month")

    def quarter_unit(self, _: Token) -> Unit:
        return Unit("quarter")

    def half_unit(self, _: Token) -> Unit:
        return Unit("half")

    def week_unit(self, _: Token) -> Unit:
        return Unit("week")

    def day_unit(self, _: Token) -> Unit:
        return Unit("day")

    def term_unit(self, _: Token) -> Unit:
        return Unit("term")

    def semester_unit(self, _: Token) -> Unit:
        return Unit("semester")

    def bound(self, word: Token) -> Bound:
        return Bound("least" if word.type == "AT_LEAST" else "most")

    # ---- how often ------------------------------------------------------------------

    def every(self, often: Often) -> Often:
        return often

    def adverb(self, word: Token) -> Often:
        return self._each(Unit(_ADVERBS[word[:4]]))

    def each_unit(self, unit: Unit) -> Often:
        return self._each(unit)

    def each_nth_unit(self, nth: int, unit: Unit) -> Often:
        return self._each(unit, interval=nth)

    def times_in_unit(self, *parts: Any) -> Often:
        return self._times(parts)

    once_in_unit = times_in_units = adverb_times = times_in_unit

    def about_times_in_unit(self, least: int, _: int, unit: Unit) -> Often:
        return self._times((Bound("least"), least, unit))

    def twice_in_unit(self, word: Token, unit: Unit) -> Often:
        return self._times((words.times_of(word), unit))

    def once_in_units(self, *parts: Any) -> Often:
        bounds = [part for part in parts if isinstance(part, Bound)]
        return self._times((*bounds, 1, *(p for p in parts if not isinstance(p, Bound))))

    def _times(self, parts: Iterable[Any]) -> Often:
        """So many times in so many units."""
        counts = [part for part in parts if isinstance(part, int)]
        bound = next((part for part in parts if isinstance(part, Bound)), None)
        often = next((part for part in parts if isinstance(part, Often)), None)
        if often is None:
            unit = next(part for part in parts if isinstance(part, Unit))
            often = self._each(unit, interval=counts[1] if len(counts) > 1 else 1)
        times = counts[0] if counts else 1
        return replace(
            often,
            recurrence=replace(often.recurrence, times=times, bound=str(bound) if bound else None),
        )

    def _each(self, unit: Unit, interval: int = 1) -> Often:
        of_year: OfYear | None
        years = 1
        if interval < 1:
            raise UnclearError(say.NOT_UNDERSTOOD())
        match unit:
            case "year":
                of_year, years = recurrence.whole_years(interval), interval
            case "school year":
                of_year = recurrence.school_years(self.conventions)
            case "half" if interval == 1:
                of_year = recurrence.pieces(6)
            case "quarter" if interval in {1, 2}:
                of_year = recurrence.pieces(3 * interval)
            case "month" if 12 % interval == 0:
                of_year = recurrence.pieces(interval)
            case "week":
                of_year = recurrence.weeks(interval)
            case "day" if interval == 1:
                of_year = recurrence.weekdays(words.WEEKDAYS)
            case "term" | "semester":
                of_year = None
            case _:
                raise UnclearError(say.NOT_UNDERSTOOD())
        term = unit if unit in {"term", "semester"} else None
        found = Recurrence(_FREQUENCIES[unit], interval=interval, term=term)
        return Often(found, of_year, _precision(unit), interval=years)

    # ---- by weekdays and days of the month --------------------------------------------

    def each_weekday(self, *parts: Token | Clock) -> Often:
        names = tuple(words.weekday_code(p) for p in parts if isinstance(p, Token))
        clock = next((str(p) for p in parts if isinstance(p, Clock)), None)
        found = Recurrence("weekly", weekdays=names, time=clock)
        return Often(found, recurrence.weekdays(names), "day")

    def adverb_weekdays(self, adverb: Often, weekdays: Often) -> Often:
        if adverb.recurrence.freq not in {"weekly", weekdays.recurrence.freq}:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return weekdays

    def nth_weekday_monthly(self, nth: int, weekday: Token, *rest: Token | Clock) -> Often:
        code = words.weekday_code(weekday)
        clock = next((str(part) for part in rest if isinstance(part, Clock)), None)
        found = Recurrence("monthly", weekdays=(code,), nth=nth, time=clock)
        return Often(found, recurrence.weekday_of_months(code, nth), "day")

    def nth_week_monthly(self, nth: int, *_: Token) -> Often:
        if nth > 4:
            raise UnclearError(say.NO_SUCH_DAY())
        first, last = (-7, -1) if nth == -1 else (7 * nth - 6, 7 * nth)
        of_year = recurrence.days_of_months(first, last)
        return Often(Recurrence("monthly", nth=nth), of_year, "week")

    def nth_third_monthly(self, nth: int, *_: Token) -> Often:
        thirds = {1: (1, 10), 2: (11, 20), 3: (21, -1), -1: (21, -1)}
        if nth not in thirds:
            raise UnclearError(say.NO_SUCH_DAY())
        return Often(
            Recurrence("monthly", nth=nth), recurrence.days_of_months(*thirds[nth]), "week"
        )

    def edge_monthly(self, which: Edge, *_: Token) -> Often:
        first, last = {"begin": (1, 10), "middle": (11, 20), "end": (21, -1)}[which]
        return Often(Recurrence("monthly"), recurrence.days_of_months(first, last), "week")

    def edge_unit(self, which: Edge, *unit: Token) -> Often:
        size = {"QUARTER": 3, "HALF": 6}.get(unit[0].type, 12) if unit else 12
        place = {"begin": 0, "middle": (size - 1) // 2, "end": size - 1}[which]
        months = tuple(range(1 + place, 13, size))
        spots = tuple(month_spot(month) for month in months)
        freq = {3: "quarterly", 6: "half-yearly", 12: "yearly"}[size]
        of_year = recurrence.yearly(spots, self.conventions)
        return Often(Recurrence(freq, months=months), of_year, "month")

    def day_of_month(self, *parts: Any) -> Often:
        day = _day_number(parts)
        of_year = recurrence.days_of_months(day, day)
        return Often(Recurrence("monthly", day=day), of_year, "day")

    def until_day_of_month(self, *parts: Any) -> Often:
        often = self.day_of_month(*parts)
        day = _day_number(parts) - (0 if self.conventions.inclusive else 1)
        of_year = recurrence.days_of_months(day or -1, day or -1)
        return replace(often, of_year=recurrence.deadlines(of_year), deadline=True)

    def until_day_after_quarter(self, *parts: Any) -> Often:
        day = _day_number(parts)
        of_year = recurrence.days_of_months(day, day, (1, 4, 7, 10))
        found = Recurrence("quarterly", months=(1, 4, 7, 10), day=day)
        return Often(found, recurrence.deadlines(of_year), "day", deadline=True)

    # ---- by names ---------------------------------------------------------------------

    def each_month_named(self, month: Token) -> Often:
        return self._each_year(month_spot(words.month_number(month)))

    def each_season(self, season: Token) -> Often:
        return self._each_year(months_spot(*words.season_months(season), "quarter"))

    def each_named(self, name: Token) -> Often:
        month, day, weekday = words.named_day(name)
        if weekday is None:
            return self._each_year(day_spot(month, day))
        return self._each_year(Spot((month, 1), (month, -1), "day", weekday=(weekday, day)))

    def _each_year(self, spot: Spot) -> Often:
        of_year = recurrence.yearly([spot], self.conventions)
        return Often(recurrence_of([spot]), of_year, spot.unit, spots=(spot,))


def recurrence_of(spots: Iterable[Spot], interval: int = 1) -> Recurrence:
    """The yearly recurrence of days of the year."""
    kept = list(spots)
    months = tuple(dict.fromkeys(month for spot in kept for month in spot.months))
    (only, *more) = kept
    if more or only.unit == "year":
        return Recurrence("yearly", interval, months=() if only.unit == "year" else months)
    if only.weekday is not None:
        return Recurrence("yearly", interval, months, (only.weekday[0],), nth=only.weekday[1])
    day = only.first[1] if only.first == only.last else None
    return Recurrence("yearly", interval, months, nth=only.nth, day=day)


def _day_number(parts: Iterable[Any]) -> int:
    day = next(part for part in parts if isinstance(part, int))
    if not 1 <= day <= 31:
        raise UnclearError(say.NO_SUCH_DAY())
    return day


def _precision(unit: str) -> Precision:
    named: dict[str, Precision] = {
        "day": "day", "week": "week", "month": "month", "quarter": "quarter", "half": "half",
        "year": "year", "school year": "year",
    }  # fmt: skip
    return named.get(unit, "none")
