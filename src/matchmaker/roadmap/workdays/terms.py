"""The school year: terms, school holidays and exams, as the school states them or supposed.

A school sets its own timetable of the year (Federal Law 273-FZ, Article 28); what is supposed
where it states none is a usable default, neither law nor fact, and is always marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.production import Week, is_weekend
from matchmaker.text import Text

ONE_DAY = timedelta(1)

TERM_ENDS = ((10, 25), (12, 28), (3, 21), (5, 26))
TERM_STARTS = ((11, 5), (1, 9), (3, 31))
"""Supposed terms after the first, which starts on the day of knowledge."""
HOLIDAYS: tuple[tuple[Text, tuple[int, int], tuple[int, int]], ...] = (
    (say.AUTUMN, (10, 26), (11, 4)),
    (say.WINTER, (12, 29), (1, 8)),
    (say.SPRING, (3, 22), (3, 30)),
    (say.SUMMER, (5, 27), (8, 31)),
)
EXAMS = ((5, 20), (6, 30))
"""Supposed time of the state exams; the ministry sets it every year."""


@dataclass(frozen=True, slots=True)
class Span:
    """A named stretch of the school year, both ends included."""

    name: str
    starts: date
    ends: date
    supposed: bool = False
    """A default, not what the school says."""

    def __contains__(self, on: date) -> bool:
        return self.starts <= on <= self.ends


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year, from the first of September to the end of August.

    Attributes
    ----------
    opens : the day of knowledge, 1 September or the first day of the week after it.
    camps : summer camps the school states; none are supposed.
    """

    opens: date
    terms: tuple[Span, ...]
    holidays: tuple[Span, ...]
    exams: tuple[Span, ...]
    camps: tuple[Span, ...] = ()

    @property
    def supposed(self) -> bool:
        """Whether anything of it is a default rather than the word of the school."""
        return any(span.supposed for span in (*self.terms, *self.holidays, *self.exams))


def school_year(year: int, week: Week, layers: Sequence[Iterable[SpecialDays]]) -> SchoolYear:
    """The school year that begins in September of a year.

    Of each kind the last layer that states any counts: a school's own terms stand in place of
    those of the municipality. Terms without holidays make holidays of the gaps between them,
    and holidays without terms make terms; only what neither says is supposed.
    """
    opens = day_of_knowledge(year, week)
    terms = _stated(year, DaysKind.TERM, layers)
    holidays = _stated(year, DaysKind.SCHOOL_HOLIDAYS, layers)
    if not terms and not holidays:
        terms, holidays = _supposed_terms(year, opens), _supposed_holidays(year)
    elif not holidays:
        holidays = _with_summer(year, _gaps(terms))
    else:
        holidays = _with_summer(year, holidays)
        terms = terms or _between(holidays, opens)
    exams = _stated(year, DaysKind.EXAMS, layers) or (
        Span(say.EXAMS(), _on(year, EXAMS[0]), _on(year, EXAMS[1]), supposed=True),
    )
    return SchoolYear(opens, terms, holidays, exams, _stated(year, DaysKind.CAMPS, layers))


def day_of_knowledge(year: int, week: Week) -> date:
    """The first of September, or the Monday after it if it falls on a weekly day off."""
    opens = date(year, 9, 1)
    while is_weekend(opens, week):
        opens += ONE_DAY
    return opens


def year_of(on: date) -> int:
    """In September of what year the school year of a day began."""
    return on.year if on.month >= 9 else on.year - 1


def _stated(year: int, kind: DaysKind, layers: Sequence[Iterable[SpecialDays]]) -> tuple[Span, ...]:
    for layer in reversed(layers):
        spans = {
            Span(row.name or kind.text(), row.starts, row.last)
            for row in layer
            if row.kind is kind and year_of(row.starts) == year
        }
        if spans:
            return tuple(sorted(spans, key=lambda span: (span.starts, span.ends, span.name)))
    return ()


def _supposed_terms(year: int, opens: date) -> tuple[Span, ...]:
    starts = (opens, *(_on(year, day) for day in TERM_STARTS))
    ends = (_on(year, day) for day in TERM_ENDS)
    return tuple(
        Span(name(), first, last, supposed=True)
        for name, first, last in zip(say.TERMS, starts, ends, strict=True)
    )


def _supposed_holidays(year: int) -> tuple[Span, ...]:
    return tuple(
        Span(name(), _on(year, first), _on(year, last), supposed=True)
        for name, first, last in HOLIDAYS
    )


def _with_summer(year: int, holidays: tuple[Span, ...]) -> tuple[Span, ...]:
    """Holidays with the summer that nobody writes down, since it goes without saying."""
    if any(date(year + 1, 7, 1) in span for span in holidays):
        return holidays
    return (*holidays, _supposed_holidays(year)[-1])


def _gaps(terms: tuple[Span, ...]) -> tuple[Span, ...]:
    """Holidays between terms, and after a last term that ends in May or later the summer."""
    gaps = [
        Span(DaysKind.SCHOOL_HOLIDAYS.text(), before.ends + ONE_DAY, after.starts - ONE_DAY)
        for before, after in pairwise(terms)
        if after.starts - before.ends > ONE_DAY
    ]
    last = terms[-1].ends
    if last.month in {5, 6}:
        gaps.append(Span(say.SUMMER(), last + ONE_DAY, date(last.year, 8, 31)))
    return tuple(gaps)


def _between(holidays: tuple[Span, ...], opens: date) -> tuple[Span, ...]:
    """Terms between stated holidays; the school has not said them, so they are supposed."""
    terms, starts = [], opens
    for holiday in holidays:
        if holiday.starts > starts:
            name, ends = DaysKind.TERM.text(), holiday.starts - ONE_DAY
            terms.append(Span(name, starts, ends, supposed=True))
        starts = max(starts, holiday.ends + ONE_DAY)
    return tuple(terms)


def _on(year: int, day: tuple[int, int]) -> date:
    """A day of the school year that began in September of this year."""
    month, number = day
    return date(year if month >= 9 else year + 1, month, number)
