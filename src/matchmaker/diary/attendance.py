"""Who is at an event of a timetable, so that the person cannot meet on its days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from matchmaker.domain import MenteeCategory, Municipality, Person
from matchmaker.domain.people import Leads
from matchmaker.domain.records import fold
from matchmaker.policy import Policy
from matchmaker.timetable.leaders import Named
from matchmaker.timetable.record import EventRecord, Timetable


@dataclass(frozen=True, slots=True)
class Audiences:
    """Who belongs to which kind of participants."""

    municipality: Municipality
    policy: Policy

    def members(self) -> dict[str, frozenset[str]]:
        """The people of each kind by ID; a kind that names no people has none."""
        town = self.municipality
        rows = {"mentors": frozenset(row.person for row in town.mentors)}
        rows["mentees"] = frozenset(row.person for row in town.mentees)
        rows["students"] = frozenset(
            row.person for row in town.mentees if row.category is MenteeCategory.STUDENT
        )
        young = frozenset(
            row.person
            for row in town.mentees
            if row.category is MenteeCategory.YOUNG or self._young(town.person[row.person])
        )
        # Who of the young sits on a council or enters a contest is not in the tables.
        rows |= {"young": young, "council": young, "young contest": young}
        posts: dict[str, Callable[[Person], bool]] = {
            "heads": lambda person: person.leads is Leads.HEAD,
            "deputies": lambda person: person.leads is Leads.DEPUTY,
            "methodists": lambda person: "методист" in fold(person.position),
        }
        for name, holds in posts.items():
            rows[name] = frozenset(person.id for person in town.people if holds(person))
        rows["curators"] = frozenset(
            one for school in town.schools for one in (school.curator, school.deputy_curator) if one
        )
        return rows

    def _young(self, person: Person) -> bool:
        rule = self.policy.young
        return rule.holds(
            person.age_on(self.municipality.reference_date), getattr(person, rule.months_of)
        )


def event_days(
    municipality: Municipality, policy: Policy, timetable: Timetable | None
) -> dict[str, frozenset[date]]:
    """The days that events take from each person by ID."""
    if timetable is None:
        return {}
    members = Audiences(municipality, policy).members()
    named = Named(municipality.people)
    taken: dict[str, set[date]] = {}
    for event in timetable.events:
        if event.kind == "event":
            for person in named.leaders(event) | _invited(event, municipality, members):
                taken.setdefault(person, set()).update(event.days)
    return {person: frozenset(days) for person, days in taken.items()}


def _invited(
    event: EventRecord, municipality: Municipality, members: dict[str, frozenset[str]]
) -> frozenset[str]:
    """Whoever belongs to the participants of an event, of the organisations it concerns."""
    kinds = frozenset().union(*(members.get(kind, frozenset()) for kind in event.audiences))
    return frozenset(
        one
        for one in kinds
        if not event.schools or municipality.person[one].school in event.schools
    )
