"""Rows that do not stand in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

TITLE = T("Пункты не по порядку дат", "Rows out of the order of dates")
WORDS = T("не по порядку дат: {pairs}", "out of the order of dates: {pairs}")
PAIR = T("{later} после {earlier}", "{later} after {earlier}")
MEND = T(
    "Расставьте пункты по датам или разделите их на разделы",
    "Sort the rows by date, or in sections",
)


@audit_rule("chronology", Severity.NOTE, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each row on named days that begins before the one above it in its section."""
    before: dict[str | None, Row] = {}
    rows: list[Row] = []
    pairs: list[str] = []
    for row in plan.rows:
        if not row.fixed or row.starts is None:
            continue
        above = before.get(row.event.section)
        if above is not None and above.starts is not None and row.starts < above.starts:
            rows.append(row)
            pairs.append(PAIR(later=row.label, earlier=above.label))
        before[row.event.section] = row
    if rows:
        yield Found(tuple(rows), WORDS(pairs=", ".join(pairs)), MEND())
