"""The rules of the grammar that join or list stretches of the calendar."""

from __future__ import annotations

from typing import Any

from lark import Token, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import words
from matchmaker.roadmap.dates.spot_rules import SpotRules, Year
from matchmaker.roadmap.dates.spots import (
    Spot,
    Spots,
    UnclearError,
    day_spot,
    month_spot,
    quarters_spot,
    span_spot,
    week_spot,
    year_spot,
)


@v_args(inline=True)
class SpanRules(SpotRules):
    """From one day or month to another, and several of them."""

    def between(self, first: Spot, last: Spot) -> Spot:
        """«С сентября по май»."""
        return span_spot(first, last)

    def dashed(self, first: Spot, last: Spot) -> Spot:
        """«Октябрь – ноябрь»; of «октябрь 2025–2026» nobody knows whether it is one stretch."""
        units = {"month" if spot.vague else spot.unit for spot in (first, last)}
        if len(units) > 1 and units & {"quarter", "half", "year"}:
            raise UnclearError(say.WHOSE_YEARS())
        return span_spot(first, last)

    def days_between(
        self, first: int, last: int, month: Token | int, year: int | None = None
    ) -> Spot:
        """«3–7 ноября»."""
        number = month if isinstance(month, int) else words.month_number(month)
        if first > last:
            raise UnclearError(say.ENDS_BEFORE())
        return span_spot(day_spot(number, first, year), day_spot(number, last, year))

    def days_to(self, first: int, end: Token) -> Spot:
        """«03–07.11.2025»."""
        last = self.dmy(end) if end.type == "DMY" else self.dm(end)
        return self.days_between(first, last.first[1], last.first[0], last.year)

    def months_of_school_year(self, first: Token, *rest: Any) -> Spot:
        """«Сентябрь – май 2025/2026 уч. года»."""
        *others, school_year = rest
        months = [words.month_number(word) for word in (first, *others)]
        if school_year.year is None or school_year.years != 1:
            return span_spot(month_spot(months[0]), month_spot(months[-1]))
        years = [school_year.year + int(month < 9) for month in months]
        return span_spot(month_spot(months[0], years[0]), month_spot(months[-1], years[-1]))

    def quarters_between(self, first: int, last: int, _: Token, year: Year | None = None) -> Spot:
        """«II–IV кварталы»."""
        return quarters_spot(first, last, year)

    def halves_between(self, first: int, last: int, _: Token, year: Year | None = None) -> Spot:
        """«I–II полугодия»."""
        if (first, last) != (1, 2):
            raise UnclearError(say.NO_SUCH_DAY())
        return year_spot(year)

    def weeks_between(self, first: int, last: int, _: Token, month: Spot) -> Spot:
        """«1–2 недели октября»."""
        number = month.first[0]
        return span_spot(week_spot(number, first, month.year), week_spot(number, last, month.year))

    def season_of_years(self, season: Token, first: Token, last: Token) -> Spots:
        """«Зима 2025–2026»; other seasons do not lie in two years."""
        months = words.season_months(season)
        if months[1] > months[0] or int(last) != int(first) + 1:
            raise UnclearError(say.WHOSE_YEARS())
        return (span_spot(month_spot(months[0], int(first)), month_spot(months[1], int(last))),)

    def days_listed(self, *parts: Any) -> Spots:
        """«5, 12 и 19 октября»."""
        days = [part for part in parts if isinstance(part, int) and not isinstance(part, Year)]
        year = next((part for part in parts if isinstance(part, Year)), None)
        month = next(words.month_number(part) for part in parts if isinstance(part, Token))
        return tuple(day_spot(month, day, year) for day in days)

    def days_listed_to(self, *parts: Any) -> Spots:
        """«24, 25, 26.11.2025»: the month and the year of the last are those of all."""
        *days, end = parts
        last = self.dmy(end) if end.type == "DMY" else self.dm(end)
        month = last.first[0]
        return (*(day_spot(month, int(day), last.year) for day in days), last)

    def quarters_listed(self, *parts: Any) -> Spots:
        """«I, III кварталы»."""
        numbers = [part for part in parts if isinstance(part, int) and not isinstance(part, Year)]
        year = next((part for part in parts if isinstance(part, Year)), None)
        return tuple(quarters_spot(number, number, year) for number in numbers)

    def years_and_months(self, *parts: Token) -> Spots:
        """«2026, 2028 годах (октябрь)»."""
        years = [int(part) for part in parts if part.type == "YEAR"]
        months = [words.month_number(part) for part in parts if part.type == "MONTH"]
        return tuple(
            span_spot(month_spot(months[0], year), month_spot(months[-1])) for year in years
        )

    month_of_years = years_and_months

    def school_years_listed(self, *years: Token) -> Spots:
        """«2024–2025, 2025–2026 уч. гг.»."""
        pairs = zip(years[::2], years[1::2], strict=True)
        return tuple(self.school_year(first, last) for first, last in pairs)
