"""Rows without a date, and dates that were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.text import Text as T

UNDATED = T("Пункты без срока", "Rows without a date")
UNDATED_WORDS = T(
    "срок не указан у {n} {n:пункта|пунктов|пунктов}", "{n} {n:row has|rows have} no date"
)
UNDATED_MEND = T("Укажите срок каждого пункта", "State a date for each")

BY_TIMETABLE = T("Срок по отдельному графику", "Dates by another timetable")
TIMETABLE_WORDS = T("«{dates}», а самого графика нет", "“{dates}”, but the timetable is not here")
TIMETABLE_MEND = T(
    "Приложите график или укажите даты в столбце «Срок»", "Add the timetable, or state the dates"
)

UNCLEAR = T("Срок непонятен", "An unclear date")
UNCLEAR_WORDS = T("«{dates}»: {reason}", "“{dates}”: {reason}")
UNCLEAR_MEND = T(
    "Напишите срок так, чтобы он был однозначным, например «15.10.2025» или «октябрь 2025 г.»",
    "Write the date unambiguously, as “15.10.2025” or “октябрь 2025 г.”",
)

AMBIGUOUS = T("Срок читается по-разному", "A date with several readings")
AMBIGUOUS_WORDS = T(
    "{dates}: принято «{chosen}», возможно и «{others}»",
    "{dates}: read as “{chosen}”, possibly “{others}”",
)
AMBIGUOUS_MEND = T("Если это не так, уточните срок", "If it is not so, state the date clearly")


@audit_rule("undated", Severity.WARNING, UNDATED)
def find_undated(plan: PlanReading) -> Iterator[Found]:
    """All rows of the plan whose cell of the date is empty, in one finding."""
    rows = tuple(row for row in plan.rows if row.dates is None)
    if rows:
        yield Found(rows, UNDATED_WORDS(n=len(rows)), UNDATED_MEND())


@audit_rule("no-timetable", Severity.WARNING, BY_TIMETABLE)
def find_external(plan: PlanReading) -> Iterator[Found]:
    """Rows dated by a timetable that nobody attached, by phrase."""
    for phrase, rows in _by_phrase(plan, Kind.EXTERNAL).items():
        words = TIMETABLE_WORDS(dates=phrase)
        yield Found(tuple(rows), words, TIMETABLE_MEND())


@audit_rule("unclear-date", Severity.ERROR, UNCLEAR)
def find_unclear(plan: PlanReading) -> Iterator[Found]:
    """A date that cannot be: 31 September, a Tuesday that is a Monday, words that are no date."""
    for row in plan.rows:
        if row.dates is not None and row.dates.kind is Kind.UNCLEAR:
            words = UNCLEAR_WORDS(dates=row.dates.verbatim, reason=row.dates.reason)
            yield Found((row,), words, UNCLEAR_MEND())


@audit_rule("ambiguous-date", Severity.NOTE, AMBIGUOUS)
def find_ambiguous(plan: PlanReading) -> Iterator[Found]:
    """Phrases with several readings, one finding for all that have the same ones."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in plan.rows:
        if row.dates is not None and row.dates.readings:
            names = tuple(reading.name for reading in row.dates.readings)
            groups.setdefault(names, []).append(row)
    for (chosen, *others), rows in groups.items():
        phrases = ", ".join(dict.fromkeys(f"«{row.dates.verbatim}»" for row in rows if row.dates))
        words = AMBIGUOUS_WORDS(dates=phrases, chosen=chosen, others=" / ".join(others))
        yield Found(tuple(rows), words, AMBIGUOUS_MEND())


def _by_phrase(plan: PlanReading, kind: Kind) -> dict[str, list[Row]]:
    phrases: dict[str, list[Row]] = {}
    for row in plan.rows:
        if row.dates is not None and row.dates.kind is kind:
            phrases.setdefault(row.dates.verbatim, []).append(row)
    return phrases
