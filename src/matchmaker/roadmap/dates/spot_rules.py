"""The rules of the grammar that name stretches of the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import words
from matchmaker.roadmap.dates.spots import (
    Spot,
    UnclearError,
    day_spot,
    month_spot,
    months_spot,
    part_spot,
    quarters_spot,
    school_year_spot,
    week_spot,
    year_spot,
)


class Year(int):
    """The year that stands beside a day or a month."""


class Clock(str):
    """A time of day, ``HH:MM``."""

    __slots__ = ()


class Edge(str):
    """``begin``, ``middle`` or ``end``."""

    __slots__ = ()


@v_args(inline=True)
class SpotRules(Transformer[Token, Any]):
    """Days, months, parts of them and of years."""

    # ---- small parts -------------------------------------------------------------

    def number(self, word: Token) -> int:
        return words.leading_number(word)

    def nth(self, word: Token) -> int:
        return words.ordinal(word)

    def count(self, word: Token) -> int:
        return words.count_number(word)

    def year_of(self, year: Token) -> Year:
        return Year(year)

    def whatever_year(self) -> None:
        """«Текущего года» is the year in which the phrase is read: any."""

    def time(self, first: Token, *_: Token) -> Clock:
        hour, minute = (int(part) for part in re.split(r"[.:-]", first.rstrip(".")))
        if hour > 23 or minute > 59:
            raise UnclearError(say.NO_SUCH_CLOCK())
        return Clock(f"{hour:02}:{minute:02}")

    dotted_time = time

    def hours(self, hour: Token, minute: str = "0") -> Clock:
        return self.time(Token("CLOCK", f"{hour}:{minute}"))

    def EDGE(self, word: Token) -> Edge:  # noqa: N802
        return Edge({"нач": "begin", "пер": "begin", "сер": "middle"}.get(word[:3], "end"))

    # ---- one stretch -------------------------------------------------------------

    def dmy(self, word: Token) -> Spot:
        day, month, year = (int(part) for part in re.split(r"\D+", word))
        return day_spot(month, day, year if year > 99 else 2000 + year)

    def iso(self, word: Token) -> Spot:
        year, month, day = (int(part) for part in word.split("-"))
        return day_spot(month, day, year)

    def dm(self, word: Token) -> Spot:
        day, month = (int(part) for part in word.split(".") if part.strip())
        return day_spot(month, day)

    def day_month(self, day: int, month: Token, year: Year | None = None) -> Spot:
        return day_spot(words.month_number(month), day, year)

    def weekday_date(self, one: Spot | Token, other: Spot | Token) -> Spot:
        spot, word = (one, other) if isinstance(one, Spot) else (other, one)
        if not isinstance(spot, Spot) or spot.year is None:
            raise UnclearError(say.NEEDS_YEAR())
        said = replace(spot, said_weekday=words.weekday_code(str(word)))
        said.window(spot.year)
        return said

    def month(self, month: Token, year: Year | None = None) -> Spot:
        return month_spot(words.month_number(month), year)

    def my(self, word: Token) -> Spot:
        month, year = re.split("[./]", word)
        if not 1 <= int(month) <= 12:
            raise UnclearError(say.NO_SUCH_DAY())
        return month_spot(int(month), int(year))

    def year_month(self, year: Token, month: Token) -> Spot:
        return month_spot(words.month_number(month), int(year))

    def year(self, year: Token) -> Spot:
        return year_spot(int(year))

    def each_year(self) -> Spot:
        return year_spot(None)

    def school_year(self, first: Token, last: Token) -> Spot:
        start = int(first)
        end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)
        if end <= start:
            raise UnclearError(say.ENDS_BEFORE())
        return school_year_spot(start, end - start)

    def school_year_slashed(self, both: Token) -> Spot:
        first, _, last = both.replace(" ", "").partition("/")
        return self.school_year(Token("YEAR", first), Token("YEAR", last))

    def school_year_short(self, both: Token) -> Spot:
        first, last = (int(year) for year in re.split(r"\D+", both))
        if last <= first:
            raise UnclearError(say.ENDS_BEFORE())
        return school_year_spot(2000 + first, last - first)

    def any_school_year(self, *_: Token) -> Spot:
        return school_year_spot(None)

    def quarter(self, nth: int, _: Token, year: Year | None = None) -> Spot:
        return quarters_spot(nth, nth, year)

    def half(self, nth: int, _: Token, year: Year | None = None) -> Spot:
        if nth not in {1, 2}:
            raise UnclearError(say.NO_SUCH_DAY())
        return months_spot(6 * nth - 5, 6 * nth, "half", year)

    def school_half(self, nth: int, _: Token, school_year: Spot) -> Spot:
        if nth not in {1, 2}:
            raise UnclearError(say.NO_SUCH_DAY())
        if nth == 1:
            return months_spot(9, 12, "half", school_year.year)
        year = None if school_year.year is None else school_year.year + 1
        return Spot((1, 1), (5, 31), "half", year, school=True)

    def school_half_any(self, nth: int, *_: Token) -> Spot:
        return self.school_half(nth, Token("HALF", ""), school_year_spot(None))

    def season(self, word: Token, year: Year | None = None) -> Spot:
        return months_spot(*words.season_months(word), "quarter", year)

    def week_of(self, nth: int, _: Token, month: Spot) -> Spot:
        return week_spot(month.first[0], nth, month.year)

    def month_week(self, month: Spot, nth: int, _: Token) -> Spot:
        return week_spot(month.first[0], nth, month.year)

    def month_third(self, month: Spot, nth: int, word: Token) -> Spot:
        return self.third_of(nth, word, month)

    def third_of(self, nth: int, _: Token, month: Spot) -> Spot:
        thirds = {1: (1, 10), 2: (11, 20), 3: (21, -1), -1: (21, -1)}
        if nth not in thirds:
            raise UnclearError(say.NO_SUCH_DAY())
        (first, last), number = thirds[nth], month.first[0]
        return replace(month, first=(number, first), last=(number, last), unit="week", nth=nth)

    def half_of_month(self, nth: int, _: Token, month: Spot) -> Spot:
        halves = {1: (1, 15), 2: (16, -1), -1: (16, -1)}
        if nth not in halves:
            raise UnclearError(say.NO_SUCH_DAY())
        (first, last), number = halves[nth], month.first[0]
        return replace(month, first=(number, first), last=(number, last), unit="week")

    def half_of_year(self, nth: int, _: Token, year: Spot) -> Spot:
        return self.half(nth, Token("HALF", ""), None if year.year is None else Year(year.year))

    def half_of_any_year(self, nth: int, word: Token) -> Spot:
        return self.half(nth, word)

    def edge_of(self, which: Edge, spot: Spot) -> Spot:
        return part_spot(spot, which)

    def edge_of_year(self, which: Edge) -> Spot:
        return part_spot(year_spot(None), which)

    def nth_weekday(self, nth: int, weekday: Token, month: Spot) -> Spot:
        day = (words.weekday_code(weekday), nth)
        found = replace(month, unit="day", weekday=day)
        if found.year is not None:
            found.window(found.year)
        return found

    def named(self, name: Token, year: Year | None = None) -> Spot:
        month, day, weekday = words.named_day(name)
        if weekday is None:
            return day_spot(month, day, year)
        return Spot((month, 1), (month, -1), "day", year, weekday=(weekday, day))
