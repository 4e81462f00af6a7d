"""The project is closed before its last event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted, named
from matchmaker.roadmap.rows import PlanReading
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

_CLOSING = re.compile(
    r"закрыти\w+\s+(?:\w+\s+)?(?:проект|программ|год|школ)|официальн\w+\s+закрыти"
    r"|итогов\w+\s+(?:мероприяти|конференци|заседани|форум)|торжественн\w+\s+закрыти"
)


@audit_rule("closing-last", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Rows on named days that end after the closing; yearly and open ones go on anyway."""
    fixed = [row for row in plan.rows if row.fixed and row.ends]
    for closing in fixed:
        if not _CLOSING.search(closing.event.title.lower().replace("ё", "е")):
            continue
        end = closing.ends
        later = [row for row in fixed if end and row.ends and row.ends > end]
        if later and end:
            last = max(row.ends for row in later if row.ends)
            words = WORDS(day=dotted(end), n=len(later), rows=named(later))
            yield Found((closing, *later), words, MEND(day=dotted(last)))
