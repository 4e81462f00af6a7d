"""The project is closed before its last event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted, named
from matchmaker.roadmap.milestones import closes, closes_a_part
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.text import Text as T

TITLE = T("Закрытие раньше последнего мероприятия", "Closed before the last event")
WORDS = T(
    "закрытие {day}, а после него ещё {n} {n:мероприятие|мероприятия|мероприятий}: {rows}",
    "closed on {day}, and {n} {n:event follows|events follow}: {rows}",
)
MEND = T(
    "Проведите закрытие после {day} или остальное раньше",
    "Close after {day}, or hold the rest earlier",
)


@audit_rule("closing-last", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Rows that end after the closing; yearly and open ones, and deadlines, go on anyway.

    Of several closings the last one is that of the plan, the others are those of its years.
    What closes only a part of the plan is held against its section, as a warning.
    """
    closings = [row for row in plan.rows if row.fixed and row.ends and closes(row)]
    parts = [row for row in closings if closes_a_part(row)]
    wholes = [row for row in closings if row not in parts]
    for closing in (*parts, *sorted(wholes, key=lambda row: row.ends or date.min)[-1:]):
        beside = [
            row
            for row in plan.rows
            if row not in parts or closing in parts
            if closing not in parts or row.event.section == closing.event.section
        ]
        end = closing.ends
        later = [row for row in beside if end and row.ends and _after(row, end)]
        if later and end:
            last = max(row.ends for row in later if row.ends)
            words = WORDS(day=dotted(end), n=len(later), rows=named(later))
            severity = Severity.WARNING if closing in parts else None
            yield Found((closing, *later), words, MEND(day=dotted(last)), severity)


def _after(row: Row, end: date) -> bool:
    """Whether a row surely goes on after a day: on named days, or in months that follow it."""
    if row.fixed:
        return row.ends is not None and row.ends > end
    once = row.dates is not None and row.dates.kind in {Kind.POINT, Kind.RANGE}
    return once and row.starts is not None and row.starts > end
