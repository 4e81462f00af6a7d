"""The rules of the grammar for what has no dates of its own: open, external, relative, order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence
from matchmaker.roadmap.dates.days import (
    AfterPeriod,
    Every,
    FirstYear,
    Nothing,
    UntilPeriodEnd,
    WholePeriod,
)
from matchmaker.roadmap.dates.meaning import Meaning
from matchmaker.roadmap.dates.often import Unit
from matchmaker.roadmap.dates.spot_rules import Year
from matchmaker.roadmap.dates.spots import Conventions, Spot, UnclearError, month_spot, year_spot
from matchmaker.roadmap.windows import Kind, Window

_MONTHS = {"year": 12, "school year": 12, "half": 6, "quarter": 3, "month": 1}
_PLACES = {
    "вх": "first", "пе": "first", "ст": "first", "по": "first",
    "пр": "middle", "ос": "middle",
}  # fmt: skip
_ANCHORS = (
    ("лагер", "camps"), ("осенн", "autumn-holidays"), ("зимн", "winter-holidays"),
    ("весенн", "spring-holidays"), ("летн", "summer-holidays"), ("каникул", "holidays"),
    ("кон", "school-year-end"), ("оконч", "school-year-end"), ("начал", "school-year-start"),
)  # fmt: skip
_DATE_WITHIN = re.compile(
    r"\b(?:(?:январ|феврал|апрел|сентябр|октябр|ноябр|декабр|июн|июл)[ьяею]|марта?|ма[йяе]"
    r"|август[ае]?)\b|\bеже(?:год|мес|нед|дн|кв)"
)
"""A date of its own in words that have none: «по графику октябрь» without a comma."""
_AROUND = {
    "school-year-end": Spot((5, 15), (6, 15), "month"),
    "school-year-start": month_spot(9),
}
"""When the ends of the school year are, about."""


@v_args(inline=True)
class UndatedRules(Transformer[Token, Any]):
    """In the background of the whole plan, by another timetable, after another event."""

    conventions: Conventions

    # ---- in the background -------------------------------------------------------------

    def open(self, meaning: Meaning, *inner: Meaning) -> Meaning:
        """«Постоянно в течение года» is what «в течение года» is."""
        return inner[0] if inner else meaning

    def always(self, *_: Token) -> Meaning:
        """«Постоянно», «в течение всего периода»."""
        return Meaning(Kind.OPEN, (("", WholePeriod()),))

    def through_year(self, *_: Token) -> Meaning:
        """«В течение года»."""
        return Meaning(
            Kind.OPEN,
            (
                (say.CALENDAR_YEARS(), Every(recurrence.whole_years())),
                (say.SCHOOL_YEARS(), Every(recurrence.school_years(self.conventions))),
                (say.FIRST_YEAR(), FirstYear()),
            ),
            precision="year",
        )

    def through_school_year(self) -> Meaning:
        """«В течение учебного года»."""
        days = Every(recurrence.school_years(self.conventions))
        return Meaning(Kind.OPEN, (("", days),), precision="year")

    def through_unit(self, unit: Token) -> Meaning:
        """«В течение месяца», «в течение полугодия»: of each one."""
        if unit.type == "HALF":
            halves = (
                (say.CALENDAR_HALVES(), Every(recurrence.pieces(6))),
                (say.SCHOOL_HALVES(), Every(recurrence.school_halves(self.conventions))),
            )
            return Meaning(Kind.OPEN, halves, precision="half")
        if unit.type == "QUARTER":
            return Meaning(Kind.OPEN, (("", Every(recurrence.pieces(3))),), precision="quarter")
        return Meaning(Kind.OPEN, (("", Every(recurrence.pieces(1))),), precision="month")

    # ---- by something else ---------------------------------------------------------------

    def external(self, words: Token) -> Meaning:
        """«По отдельному графику»."""
        _refuse_date_within(words)
        return Meaning(Kind.EXTERNAL, reason=say.BY_TIMETABLE())

    def relative(self, what: Meaning | Token) -> Meaning:
        """«После проведения мониторинга», «по окончании проекта»."""
        if isinstance(what, Meaning):
            return what
        _refuse_date_within(what)
        if what.type == "AFTER_PERIOD":
            return Meaning(
                Kind.RELATIVE, (("", AfterPeriod()),), reason=say.BY_PERIOD(), anchor="period-end"
            )
        if what.type == "UNTIL_PERIOD_END":
            return Meaning(
                Kind.RELATIVE,
                (("", UntilPeriodEnd()),),
                reason=say.BY_PERIOD(),
                anchor="period-end",
            )
        return Meaning(Kind.RELATIVE, reason=say.BY_OTHER(), anchor="event")

    def after_years(self, word: Token, *parts: Any) -> Meaning:
        """«По истечении трёх лет»: of the plan, or of each person's part in it."""
        count = next((part for part in parts if isinstance(part, int)), 1)
        months = _MONTHS.get(next(part for part in parts if isinstance(part, Unit)))
        if months is None or not word.startswith("по"):  # «через год» does not say after what
            return Meaning(Kind.RELATIVE, reason=say.BY_OTHER(), anchor="event")
        return Meaning(
            Kind.RELATIVE,
            ((say.FROM_PLAN_END(), AfterPeriod(count * months)), (say.FROM_ENTRY(), Nothing())),
            reason=say.BY_PERIOD(),
            anchor="period-end",
        )

    def working_days(self, *_: Any) -> Meaning:
        """«В течение 10 рабочих дней» of something: only a calendar knows how long it is."""
        return Meaning(Kind.RELATIVE, reason=say.BY_OTHER(), anchor="event")

    def school_time(self, word: Token, *when: Any) -> Meaning:
        """Holidays, camps and exams are the school's; the ends of the year are known roughly."""
        anchor = next((anchor for stem, anchor in _ANCHORS if stem in word), "exams")
        around = _AROUND.get(anchor)
        if around is None:
            return Meaning(
                Kind.RELATIVE, reason=say.BY_SCHOOL(), anchor=anchor, within=self._year_of(when)
            )
        days = Every(recurrence.yearly([around], self.conventions))
        return Meaning(Kind.RELATIVE, (("", days),), reason=say.BY_SCHOOL(), anchor=anchor)

    def term(self, *parts: Any) -> Meaning:
        """«В I четверти», «во втором триместре»."""
        nth = next((part for part in parts if isinstance(part, int)), None)
        semester = any(isinstance(part, Token) and part.type == "SEMESTER" for part in parts)
        name = "semester" if semester else "term"
        anchor = f"{name}-{nth}" if nth else name
        within = self._year_of(parts)
        return Meaning(Kind.RELATIVE, reason=say.BY_SCHOOL(), anchor=anchor, within=within)

    def _year_of(self, parts: Iterable[Any]) -> Window | None:
        """The calendar or the school year that the words name, if they do."""
        for part in parts:
            if isinstance(part, Year):
                return year_spot(part).window(part)
            if isinstance(part, Spot) and part.year is not None:
                return Window(date(part.year, 9, 1), date(part.year + 1, 8, 31))
        return None

    # ---- by their order --------------------------------------------------------------------

    def order(self, *parts: Any) -> Meaning:
        """«(входящий)», «(итоговый)»."""
        (word, *_) = parts
        return Meaning(Kind.ORDER, place=_PLACES.get(word[:2], "final"))

    def stage(self, *parts: Any) -> Meaning:
        """«1 этап», «на первом этапе»."""
        nth = next(part for part in parts if isinstance(part, int))
        return Meaning(Kind.ORDER, place=f"stage {nth}")


def _refuse_date_within(words: str) -> None:
    if _DATE_WITHIN.search(words):
        raise UnclearError(say.NOT_UNDERSTOOD())
