"""One person answers for two events on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.audit.overlaps import other_hours, overlap
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Одно лицо в двух местах", "One person in two places")
WORDS = T(
    "{people}: «{one}» и «{other}» — {days}",
    "{people}: “{one}” and “{other}” — {days}",
)
MEND = T(
    "Перенесите одно из мероприятий (например, пункт {row} на {day}) или назначьте другого",
    "Move one of the events (row {row}, say, to {day}) or name somebody else",
)
MEND_ANY = T(
    "Перенесите одно из мероприятий или назначьте другого ответственного",
    "Move one of the events or name somebody else",
)


@audit_rule("person-clash", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Two events that occupy a day of the same person; what only spans time does not."""
    occupying = [row for row in plan.rows if row.occupies and row.days and row.people]
    for one, other in combinations(occupying, 2):
        people = one.people & other.people
        shared = overlap(one, other) if people else None
        if shared:
            who = ", ".join(sorted(people))
            words = WORDS(
                people=who, one=one.event.title, other=other.event.title, days=shared.words
            )
            day = shared.free_day(plan)
            mend = MEND(row=shared.mover.label, day=day) if day else MEND_ANY()
            severity = Severity.WARNING if other_hours(one, other) else None
            yield Found((one, other), words, mend, severity)
