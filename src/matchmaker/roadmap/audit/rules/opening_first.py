"""The project is presented after its work has begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted, named
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Открытие позже первого мероприятия", "Opened after the first event")
WORDS = T(
    "открытие {day}, а до него уже {n:начато|начаты|начаты}: {rows}",
    "opened on {day}, but begun before: {rows}",
)
MEND = T(
    "Проведите открытие до {day} или объясните, почему работа началась раньше",
    "Open before {day}, or say why the work began earlier",
)

_OPENING = re.compile(
    r"презентаци\w+\s+(?:\w+\s+)?(?:проект|программ)|открыти\w+\s+(?:\w+\s+)?(?:проект|программ)"
    r"|старт\w*\s+(?:\w+\s+)?(?:проект|программ)|установочн\w+\s+(?:семинар|совещани|заседани)"
)


@audit_rule("opening-first", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Rows on named days that begin before the opening; of several openings the first."""
    fixed = [row for row in plan.rows if row.fixed and row.starts]
    openings = [r for r in fixed if _OPENING.search(r.event.title.lower().replace("ё", "е"))]
    for opening in sorted(openings, key=lambda row: row.starts or date.max)[:1]:
        start = opening.starts
        earlier = [row for row in fixed if start and row.starts and row.starts < start]
        if earlier and start:
            first = min(row.starts for row in earlier if row.starts)
            words = WORDS(day=dotted(start), n=len(earlier), rows=named(earlier))
            yield Found((opening, *earlier), words, MEND(day=dotted(first)))
