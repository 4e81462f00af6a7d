"""The same row twice, and the same words twice in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.domain.records import fold
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

DUPLICATE = T("Пункт записан дважды", "A row stands twice")
DUPLICATE_WORDS = T("одно и то же мероприятие: «{title}»", "the same event: “{title}”")
DUPLICATE_MEND = T(
    "Оставьте один пункт; проверьте, кто отвечает за него",
    "Keep one row, and see who answers for it",
)

REPEATED = T("Слова повторяются подряд", "Words repeated")
REPEATED_WORDS = T("дважды подряд: «{words}»", "twice in a row: “{words}”")
REPEATED_MEND = T("Уберите повтор", "Drop the repetition")

_REPEATED = re.compile(r"\b((?:[\w-]+\s+){2,8}?[\w-]+)[\s,;]+\1\b", re.IGNORECASE)
"""At least three words, and the same ones again."""


@audit_rule("duplicate", Severity.WARNING, DUPLICATE)
def find_duplicates(plan: PlanReading) -> Iterator[Found]:
    """Rows of one title and date; a meeting held twice a year, or for others, is none."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in plan.rows:
        title = re.sub(r"[^\w]+", " ", fold(row.event.title)).strip()
        dates = fold(row.event.dates or "")
        groups.setdefault((title, dates), []).append(row)
    for rows in groups.values():
        audiences = [fold(row.event.participants) for row in rows if row.event.participants]
        apart = len(audiences) == len(rows) == len(set(audiences))
        if len(rows) > 1 and not apart:
            words = DUPLICATE_WORDS(title=rows[0].event.title)
            yield Found(tuple(rows), words, DUPLICATE_MEND())


@audit_rule("repeated-words", Severity.NOTE, REPEATED)
def find_repeated(plan: PlanReading) -> Iterator[Found]:
    """A slip of the pen: three words or more that follow themselves."""
    for row in plan.rows:
        for cell in (row.event.title, row.event.result or "", row.event.responsible or ""):
            found = _REPEATED.search(cell)
            if found:
                yield Found((row,), REPEATED_WORDS(words=found[1]), REPEATED_MEND())
