"""The rules of the grammar for weekdays, weeks and days of every month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence, words
from matchmaker.roadmap.dates.often import ByDay, Often
from matchmaker.roadmap.dates.spot_rules import Clock, Edge
from matchmaker.roadmap.dates.spots import Conventions, UnclearError, month_spot
from matchmaker.roadmap.windows import Recurrence


@v_args(inline=True)
class DayRules(Transformer[Token, Any]):
    """Every Tuesday, the last Friday of the month, by the 5th of every month."""

    conventions: Conventions

    def each_weekday(self, *parts: Token | Clock) -> Often:
        """«Каждый вторник», «по вторникам и четвергам»."""
        names = tuple(words.weekday_code(p) for p in parts if isinstance(p, Token))
        clock = next((str(p) for p in parts if isinstance(p, Clock)), None)
        found = Recurrence("weekly", weekdays=names, time=clock)
        return Often(found, recurrence.weekdays(names), "day")

    def weekdays_between(self, first: Token, last: Token, *clock: Clock) -> Often:
        """«С понедельника по пятницу»."""
        week = words.WEEKDAYS * 2
        start = week.index(words.weekday_code(first))
        names = week[start : week.index(words.weekday_code(last), start) + 1]
        found = Recurrence("weekly", weekdays=names, time=str(clock[0]) if clock else None)
        return Often(found, recurrence.weekdays(names), "day")

    def each_nth_weekday(self, nth: int, weekday: Token, *clock: Clock) -> Often:
        """«Каждый второй вторник»: of the month, or every other one."""
        monthly = self.nth_weekday_monthly(nth, weekday, *clock)
        if nth < 2:
            return monthly
        fortnights = recurrence.every_nth_weekday(words.weekday_code(weekday), nth)
        return replace(monthly, every_nth=fortnights)

    def adverb_weekdays(self, adverb: Often, weekdays: Often) -> Often:
        """«Еженедельно по вторникам»: both must say the same."""
        if adverb.recurrence.freq != weekdays.recurrence.freq:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return weekdays

    def nth_weekday_monthly(self, nth: int, weekday: Token, *rest: Token | Clock) -> Often:
        """«Второй вторник месяца»."""
        code = words.weekday_code(weekday)
        clock = next((str(part) for part in rest if isinstance(part, Clock)), None)
        found = Recurrence("monthly", weekdays=(code,), nth=nth, time=clock)
        return Often(found, recurrence.weekday_of_months(code, nth), "day")

    def nth_week_monthly(self, nth: int, *_: Token) -> Often:
        """«Вторая неделя месяца»."""
        if nth > 4:
            raise UnclearError(say.NO_SUCH_DAY())
        first, last = (-7, -1) if nth == -1 else (7 * nth - 6, 7 * nth)
        of_year = recurrence.days_of_months(first, last)
        return Often(Recurrence("monthly", nth=nth), of_year, "week")

    def nth_third_monthly(self, nth: int, *_: Token) -> Often:
        """«Первая декада каждого месяца»."""
        thirds = {1: (1, 10), 2: (11, 20), 3: (21, -1), -1: (21, -1)}
        if nth not in thirds:
            raise UnclearError(say.NO_SUCH_DAY())
        return Often(
            Recurrence("monthly", nth=nth), recurrence.days_of_months(*thirds[nth]), "week"
        )

    def edge_monthly(self, which: Edge, *_: Token) -> Often:
        """«В конце каждого месяца»."""
        first, last = {"begin": (1, 10), "middle": (11, 20), "end": (21, -1)}[which]
        return Often(Recurrence("monthly"), recurrence.days_of_months(first, last), "week")

    def until_end_of_unit(self, which: Edge, unit: Token) -> Often:
        """«До конца месяца», «к концу квартала»."""
        if which != "end":
            raise UnclearError(say.NOT_UNDERSTOOD())
        size, freq = {"QUARTER": (3, "quarterly"), "HALF": (6, "half-yearly")}.get(
            unit.type, (1, "monthly")
        )
        of_year = recurrence.deadlines(recurrence.pieces(size))
        return Often(Recurrence(freq, day=-1 if size == 1 else None), of_year, "day")

    def edge_unit(self, which: Edge, *unit: Token) -> Often:
        """«В конце каждого квартала»."""
        size = {"QUARTER": 3, "HALF": 6}.get(unit[0].type, 12) if unit else 12
        place = {"begin": 0, "middle": (size - 1) // 2, "end": size - 1}[which]
        months = tuple(range(1 + place, 13, size))
        spots = tuple(month_spot(month) for month in months)
        freq = {3: "quarterly", 6: "half-yearly", 12: "yearly"}[size]
        of_year = recurrence.yearly(spots, self.conventions)
        return Often(Recurrence(freq, months=months), of_year, "month")

    def day_of_month(self, *parts: Any) -> Often:
        """«15 числа каждого месяца»."""
        day = _day_number(parts)
        of_year = recurrence.days_of_months(day, day)
        return Often(Recurrence("monthly", day=day), of_year, "day")

    def by_day(self, day: int) -> ByDay:
        """«До 5 числа»."""
        return ByDay(_day_number([day]), disputed=True)

    def not_later_day(self, day: int) -> ByDay:
        """«Не позднее 5 числа»."""
        return ByDay(_day_number([day]), disputed=False)

    def until_day_of_month(self, *parts: Any) -> Often:
        """«Ежемесячно до 5 числа»."""
        return self._until(parts, Recurrence("monthly"), range(1, 13))

    def until_day_after_quarter(self, *parts: Any) -> Often:
        """«Ежеквартально до 10 числа»: of the month after the quarter."""
        months = (1, 4, 7, 10)
        return self._until(parts, Recurrence("quarterly", months=months), months)

    def _until(self, parts: Iterable[Any], found: Recurrence, months: Iterable[int]) -> Often:
        by = next(part for part in parts if isinstance(part, ByDay))
        of_year = recurrence.deadlines(recurrence.days_of_months(by.day, by.day, months))
        excluded = recurrence.day_before(of_year) if by.disputed else None
        return Often(replace(found, day=by.day), of_year, "day", excluded=excluded)


def _day_number(parts: Iterable[Any]) -> int:
    day = next(part for part in parts if isinstance(part, int))
    if not 1 <= day <= 31:
        raise UnclearError(say.NO_SUCH_DAY())
    return day
