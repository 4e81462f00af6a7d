"""A plan of which only the head is there."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("План без пунктов", "A plan without rows")
WORDS = T("в плане нет ни одного пункта", "the plan has no rows")
MEND = T(
    "Внесите пункты командой «matchmaker roadmap import ФАЙЛ -o ПАПКА --plan ПЛАН»",
    "Bring them in with «matchmaker roadmap import FILE -o FOLDER --plan PLAN»",
)


@audit_rule("no-rows", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """A plan without rows cannot be called sound: nothing of it was looked at."""
    if not plan.rows:
        yield Found((), WORDS(), MEND())
