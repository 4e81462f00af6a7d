"""Lists of participants that no event of any plan names."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.participants import ListMember
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.participants import lists_of, participants_of
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Списки участников без мероприятий", "Participant lists without events")
WORDS = T(
    "лист «{sheet}»: список «{name}» не назван ни в одном мероприятии",
    "sheet “{sheet}”: no event names the list “{name}”",
)
MEND = T(
    "Впишите название списка в столбец «Участники» или уберите список",
    "Write the name of the list into column “Participants”, or drop the list",
)


@audit_rule("unused-list", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each list whose name stands in no cell of participants, in whatever plan."""
    lists = lists_of(plan.roadmap)
    used = {
        one.name for event in plan.roadmap.events for one in participants_of(event, lists).lists
    }
    for one in lists:
        if one.name not in used:
            yield Found((), WORDS(sheet=ListMember.sheet(), name=one.name), MEND())
