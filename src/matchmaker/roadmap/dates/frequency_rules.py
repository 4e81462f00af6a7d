"""The rules of the grammar that say how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence, words
from matchmaker.roadmap.dates.days import OfYear
from matchmaker.roadmap.dates.often import Bound, Often, Unit, recurrence_of
from matchmaker.roadmap.dates.spots import (
    Conventions,
    Spot,
    UnclearError,
    day_spot,
    month_spot,
    months_spot,
)
from matchmaker.roadmap.windows import Precision, Recurrence

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
_BY_UNITS = {
    "пол": "half", "ква": "quarter", "чет": "term", "три": "semester", "мес": "month",
    "нед": "week",
}  # fmt: skip


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

    def week_unit(self, word: Token) -> Unit:
        if word == "неделя":  # «2 неделя» is a week of some month, not how long or how often
            raise UnclearError(say.NOT_UNDERSTOOD())
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

    def each_count_unit(self, count: Token, unit: Unit) -> Often:
        return self._each(unit, interval=words.count_number(count))

    def by_units(self, word: Token) -> Often:
        return self._each(Unit(_BY_UNITS[word.split()[1][:3]]))

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


def _precision(unit: str) -> Precision:
    named: dict[str, Precision] = {
        "day": "day", "week": "week", "month": "month", "quarter": "quarter", "half": "half",
        "year": "year", "school year": "year",
    }  # fmt: skip
    return named.get(unit, "none")
