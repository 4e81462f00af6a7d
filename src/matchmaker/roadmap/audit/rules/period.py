"""Years in the name of a plan that are not those of its period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Период плана указан по-разному", "Several periods of one plan")
WORDS = T(
    "период плана {period}, а в тексте — {years}", "the period is {period}, the text says {years}"
)
MEND = T("Оставьте один период во всех местах", "Keep one period everywhere")

NO_PERIOD = T("Период плана неизвестен", "The plan's period is unknown")
NO_PERIOD_WORDS = T(
    "у плана нет начала или окончания: повторяющиеся сроки не развернуть",
    "the plan lacks its start or its end: recurring dates cannot be expanded",
)
NO_PERIOD_MEND = T("Заполните строку плана на листе «Планы»", "Fill in the plan on sheet “Plans”")

_YEARS = re.compile(r"(20\d\d)\s*[-–—]\s*(20\d\d)(?:\s*\((\d{2,4})\))?")


@audit_rule("several-periods", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Ranges of years in the name and the title of a plan."""
    period = plan.period
    if period is None or period.start is None or period.end is None:
        return
    stated = period.start.year, period.end.year
    said: dict[tuple[int, int], None] = {}
    for text in (plan.plan.id, plan.plan.title):
        for first, last, other in _YEARS.findall(text or ""):
            said[int(first), int(last)] = None
            if other:
                said[int(first), int(last[: 4 - len(other)] + other)] = None
    wrong = [years for years in said if years != stated]
    if wrong:
        listed = ", ".join(f"{first}–{last}" for first, last in wrong)
        yield Found((), WORDS(period=period.words(), years=listed), MEND())


@audit_rule("no-period", Severity.WARNING, NO_PERIOD)
def find_missing(plan: PlanReading) -> Iterator[Found]:
    """Without a period what comes again has no dates."""
    if plan.period is None:
        yield Found((), NO_PERIOD_WORDS(), NO_PERIOD_MEND())
