"""Who will not come to an event that takes place: people of a school that is away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.participants import Directory, id_of
from matchmaker.domain.records import fold
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.timetable.ordered import Block
from matchmaker.timetable.record import EventRecord


@dataclass(frozen=True, slots=True)
class Missing:
    """So many participants of an event whose school is away on its days.

    Attributes
    ----------
    school : its name.
    """

    event: EventRecord
    school: str
    kind: ChangeKind
    count: int


def missing(
    events: Iterable[EventRecord], plans: Sequence[PlanReading], blocks: Sequence[Block], on: date
) -> Iterator[Missing]:
    """The events from a day on that participants of a school will miss, as far as it is known.

    What the school leads, or is for it alone, is not on these days any more.
    """
    away = [block for block in blocks if block.who is not None and block.who.kind == "school"]
    rows = {(plan.plan.id, row.label): row for plan in plans for row in plan.rows}
    known = _Schools(plans[0])
    for event in events:
        for block in away if event.kind == "event" and event.ends >= on else ():
            if block.who is None or event.ends < block.starts or block.ends < event.starts:
                continue
            school = block.who.name
            row = rows.get((event.plan, event.number))
            people = known.of_event(event, school) | known.of_lists(row, school)
            if people:
                yield Missing(event, known.name(school), block.kind, len(people))


class _Schools:
    """From which school participants come, by the tables beside a plan."""

    def __init__(self, plan: PlanReading) -> None:
        self.roadmap = plan.roadmap
        self.directory = Directory(plan.roadmap.people, plan.roadmap.schools)
        self.people = {id_of(one): self.directory.school(one.school) for one in self.roadmap.people}

    def name(self, school: str) -> str:
        return next((one.name for one in self.roadmap.schools if one.id == school), school)

    def of_event(self, event: EventRecord, school: str) -> set[str]:
        return {one for one in event.participants if self.people.get(one) == school}

    def of_lists(self, row: Row | None, school: str) -> set[str]:
        names = {fold(one.name) for one in row.participants.lists} if row else set()
        found = set()
        for line in self.roadmap.lists:
            if line.member is None or fold(line.name) not in names:
                continue
            known = self.directory.people(line)
            own = known[0].school if known else line.school
            if own is not None and self.directory.school(own) == school:
                found.add(id_of(known[0]) if known else line.member)
        return found
