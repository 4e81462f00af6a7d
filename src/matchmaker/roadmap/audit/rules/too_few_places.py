"""Lists of participants with more people than an event has places."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.places import places_of
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Списки длиннее числа мест", "Lists longer than the places")
WORDS = T(
    "списки «{lists}»: людей {people}, а мест {places}",
    "lists “{lists}”: {people} people, but {places} places",
)
MEND = T(
    "Увеличьте «Число участников», назовите площадку больше или сократите список",
    "Raise “Attendance”, name a larger venue or shorten the list",
)


@audit_rule("too-few-places", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each row whose lists name more people than it or its largest venue has places for."""
    for row in plan.rows:
        event, people = row.event, row.participants.listed
        places = places_of(event, event.venues, plan.roadmap.venues)
        if places is not None and people > places:
            lists = "», «".join(one.name for one in row.participants.lists)
            words = WORDS(lists=lists, people=people, places=places)
            cell = "attendance" if event.attendance == places else "venues"
            yield Found((row,), words, MEND(), at=event.at(cell))
