"""Whom and what events hold: people, groups, audiences, venues, each under one name."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.venues import Venue
from matchmaker.roadmap.kinds import atoms
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.timetable.occurrences import Occurrence
from matchmaker.timetable.program import Need, Resource
from matchmaker.timetable.write import audience_name

Held = dict[int, frozenset[str]]
"""Resources, each with all in the cells of a row that bring it: without them it is not held."""


class Holdings:
    """The resources of a timetable in the making.

    Attributes
    ----------
    positions : key of a resource → its position: ``person:…``, ``venue:…``, ``audience:…``.
    """

    def __init__(self) -> None:
        self.positions: dict[str, int] = {}
        self.capacities: list[int] = []

    @property
    def resources(self) -> tuple[Resource, ...]:
        """All of them, by position."""
        return tuple(Resource(key, self.capacities[at]) for key, at in self.positions.items())

    def resource(self, key: str, capacity: int = 1) -> int:
        """The position of a resource, new or known."""
        if key not in self.positions:
            self.positions[key] = len(self.capacities)
            self.capacities.append(capacity)
        return self.positions[key]

    def holds(self, one: Occurrence) -> Held:
        """Whoever and whatever an event needs in any case, and what of its row brings them."""
        held = {} if one.row.event.staff else self._people(one)
        for group, by in self._groups(one):
            held[group] = by
        for kind in sorted(one.row.audiences):
            for name in sorted(atoms(frozenset({kind}))):
                audience = self.resource(f"audience:{one.plan.plan.id}:{name}")
                held[audience] = held.get(audience, frozenset()) | {audience_name(kind)}
        venues = one.row.event.venues
        if len(venues) == 1:
            held |= {self.resource(f"venue:{name}"): venues for name in venues}
        return held

    def reserved(self, one: Occurrence) -> dict[int, bool]:
        """Whose hours recurring work takes, and whether the row names them or only a member."""
        named = {p.name for p in one.row.responsible.parties if p.kind is PartyKind.GROUP}
        found = dict.fromkeys(self._people(one), True)
        return found | {group: bool(by & named) for group, by in self._groups(one)}

    def _people(self, one: Occurrence) -> Held:
        return {
            self.resource(f"person:{name}"): frozenset({name}) for name in sorted(one.row.people)
        }

    def _groups(self, one: Occurrence) -> Iterator[tuple[int, frozenset[str]]]:
        """Groups of which somebody is wanted: named themselves, or through a member."""
        named = {p.name for p in one.row.responsible.parties if p.kind is PartyKind.GROUP}
        for abbreviation in one.plan.roadmap.abbreviations:
            if abbreviation.kind is not PartyKind.GROUP:
                continue
            at_once = abbreviation.at_once or len(abbreviation.members) or 1
            members = {one_form(name) for name in abbreviation.members}
            by = (named & {abbreviation.name}) | (members & one.row.people)
            if at_once >= len(members):  # else the group spares whoever takes part elsewhere
                by |= one.row.participants.lists_of(members)
            if by:
                yield self.resource(f"group:{abbreviation.name}", at_once), frozenset(by)

    def needs(self, one: Occurrence) -> Iterator[tuple[Need, tuple[int, ...]]]:
        """Whom and where it may choose, and what each choice costs in wishes."""
        event = one.row.event
        if event.staff:
            people = sorted(one.row.people | {one_form(name) for name in event.staff})
            costs = tuple(0 if name in one.row.people else 1 for name in people)
            yield Need(tuple(self.resource(f"person:{name}") for name in people)), costs
        if len(event.venues) > 1:
            known = {venue.name: venue for venue in one.plan.roadmap.venues}
            seats = one.row.attendance
            fitting = [name for name in sorted(event.venues) if _fits(known.get(name), seats)]
            costs = tuple((known[n].cost or 0) if n in known else 0 for n in fitting)
            yield Need(tuple(self.resource(f"venue:{name}") for name in fitting)), costs


def _fits(venue: Venue | None, seats: int | None) -> bool:
    """Whether a venue has seats enough, as far as is known."""
    return venue is None or venue.seats is None or seats is None or venue.seats >= seats
