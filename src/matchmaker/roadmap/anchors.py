"""Dates that a school's own calendar gives: holidays, terms, exams, camps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matchmaker.errors import InputError
from matchmaker.messages import dates as say
from matchmaker.roadmap.windows import DatePhrase, Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.roadmap.workdays.terms import SchoolYear, Span, year_of

_SEASONS = {
    "autumn-holidays": {10, 11},
    "winter-holidays": {12, 1},
    "spring-holidays": {3, 4},
    "summer-holidays": {5, 6, 7, 8},
}
"""Months in which holidays of a season begin; a school may call them as it likes."""


def resolved(phrase: DatePhrase, calendar: WorkingCalendar, period: Window | None) -> DatePhrase:
    """The phrase with the days that the calendar of a school gives it.

    Without a period, or for what no school calendar has, it stays as it is. Its reason still
    says that the days are supposed if the school states none of its own.
    """
    if phrase.windows or phrase.anchor is None or period is None:
        return phrase
    bounds = period if phrase.within is None else phrase.within.clip(period)
    if bounds is None or bounds.start is None or bounds.end is None:
        return phrase
    try:
        years = [
            calendar.school_year(year)
            for year in range(year_of(bounds.start), year_of(bounds.end) + 1)
        ]
    except InputError:  # a year beyond the calendar: nothing can be said of it
        return phrase
    spans = [span for year in years for span in _spans(phrase.anchor, year)]
    windows = tuple(_clipped(spans, bounds))
    if not windows:
        return phrase
    supposed = any(span.supposed for span in spans)
    return replace(phrase, windows=windows, reason=say.BY_SCHOOL() if supposed else "")


def _spans(anchor: str, year: SchoolYear) -> Iterable[Span]:
    """The stretches of a school year that an anchor names."""
    name, _, number = anchor.rpartition("-")
    if anchor in _SEASONS:
        return [span for span in year.holidays if span.starts.month in _SEASONS[anchor]]
    if anchor == "holidays":
        return year.holidays
    if anchor == "term":
        return year.terms
    if name == "term" and number.isdigit():
        return year.terms[int(number) - 1 : int(number)]
    return {"exams": year.exams, "camps": year.camps}.get(anchor, ())


def _clipped(spans: Iterable[Span], bounds: Window) -> Iterator[Window]:
    for span in spans:
        cut = Window(span.starts, span.ends).clip(bounds)
        if cut is not None:
            yield cut
