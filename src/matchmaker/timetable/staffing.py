"""Who is responsible for the events of a timetable by now, order after order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.records import fold
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.roadmap.parties.reading import Party
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.timetable.record import EventRecord


class Staffing:
    """The rows of plans with the people that orders have put into them.

    Attributes
    ----------
    rows : those that have other people than their plan says, by ID of the event.
    """

    def __init__(self, plans: Sequence[PlanReading], rows: dict[str, Row]) -> None:
        self.plans, self.rows = plans, rows

    def row(self, event: EventRecord) -> Row | None:
        """The row with the people it has by now; nothing if the plan has it no longer."""
        plans = (plan for plan in self.plans if plan.plan.id == event.plan)
        own = (plan.labelled.get(fold(event.number)) for plan in plans)
        return self.rows.get(event.id) or next(own, None)

    def leads(self, who: str, event: EventRecord) -> bool:
        """Whether somebody is responsible for an event, by the timetable or by its row."""
        row = self.row(event)
        return row is not None and (who in event.people or who in row.people)

    def put(self, event: EventRecord, new: str, old: str | None) -> None:
        """Make somebody responsible for an event, instead of another if there is one."""
        row = self.row(event)
        if row is None:  # it is gone from the plan, so it is cancelled anyway
            return
        others = tuple(
            party
            for party in row.responsible.parties
            if party.name not in {old, new} or party.kind is not PartyKind.PERSON
        )
        party = Party(PartyKind.PERSON, new, new)
        staff = frozenset(name for name in row.event.staff if one_form(name) != old)
        self.rows[event.id] = replace(
            row,
            responsible=replace(row.responsible, parties=(*others, party)),
            event=row.event.model_copy(update={"staff": staff}),
        )
