"""The same people are wanted at two events on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.audit.overlaps import other_hours, overlap
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Одни участники на двух мероприятиях", "The same participants at two events")
WORDS = T(
    "участники одни и те же: «{one}» и «{other}» — {days}",
    "the same participants: “{one}” and “{other}” — {days}",
)
SUPPOSED = T(" (участники определены по словам)", " (the participants are supposed from the words)")
MEND = T(
    "Перенесите пункт {row}, например, на {day}, или сделайте его частью другого",
    "Move row {row}, say, to {day}, or make it a part of the other",
)
MEND_ANY = T(
    "Перенесите один из пунктов или сделайте его частью другого",
    "Move one of the rows or make it a part of the other",
)


@audit_rule("participants-clash", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Two occupying events with a common audience; a survey or a contest occupies nobody."""
    occupying = [row for row in plan.rows if row.occupies and row.days]
    for one, other in combinations(occupying, 2):
        same = one.participants.meets(other.participants)
        shared = overlap(one, other) if same else None
        if shared is None:
            continue
        words = WORDS(one=one.event.title, other=other.event.title, days=shared.words)
        if one.participants.supposed or other.participants.supposed:
            words += SUPPOSED()
        day = shared.free_day(plan)
        mend = MEND(row=shared.mover.label, day=day) if day else MEND_ANY()
        severity = Severity.WARNING if other_hours(one, other) else None
        yield Found((one, other), words, mend, severity)
