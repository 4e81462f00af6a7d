"""One person answers on the same day for events of two plans."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.records import fold
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.audit.overlaps import other_hours, overlap
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

TITLE = T("Одно лицо в двух планах", "One person in two plans")
WORDS = T(
    "{people}: «{one}» (план «{own}») и «{other}» (план «{beside}», пункт {row}) — {days}",
    "{people}: “{one}” (plan “{own}”) and “{other}” (plan “{beside}”, row {row}) — {days}",
)
MEND = T(
    "Перенесите одно из мероприятий (например, пункт {row} плана «{own}» на {day}) или назначьте "
    "другого",
    "Move one of the events (row {row} of plan “{own}”, say, to {day}) or name somebody else",
)
MEND_ANY = T(
    "Перенесите одно из мероприятий или назначьте другого ответственного",
    "Move one of the events or name somebody else",
)


@audit_rule("person-elsewhere", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Events of two plans that occupy a day of one person; each plan is told of its own row.

    An event that stands in both plans is one event.
    """
    for beside in plan.beside:
        for one, other in _pairs(plan, beside):
            people = one.people & other.people
            shared = overlap(one, other, moves=one) if people else None
            if shared is None:
                continue
            words = WORDS(
                people=", ".join(sorted(people)),
                one=one.event.title,
                own=plan.plan.id,
                other=other.event.title,
                beside=beside.plan.id,
                row=other.label,
                days=shared.words,
            )
            day = shared.free_day(plan)
            mend = MEND(row=one.label, own=plan.plan.id, day=day) if day else MEND_ANY()
            severity = Severity.WARNING if other_hours(one, other) else None
            yield Found((one,), words, mend, severity)


def _pairs(plan: PlanReading, beside: PlanReading) -> Iterator[tuple[Row, Row]]:
    for one in _occupying(plan):
        for other in _occupying(beside):
            if fold(one.event.title) != fold(other.event.title):
                yield one, other


def _occupying(plan: PlanReading) -> list[Row]:
    return [row for row in plan.rows if row.occupies and row.days and row.people]
