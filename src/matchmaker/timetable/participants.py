"""People at events: those of lists come to one a day, those invited had better.

Nobody of a list is at two events on one day. People who always come together are taken
together, and whom a greater set of events wants anyway needs no resource of a smaller one: so
a program has few of them, however long the lists are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.roadmap.participants import ParticipantList, wants
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.timetable.holdings import Held, Holdings
from matchmaker.timetable.occurrences import Invitation, Invited, Occurrence
from matchmaker.timetable.program import Item, Resource
from matchmaker.timetable.record import EventRecord, Timetable, UnplacedRecord
from matchmaker.timetable.wishes import Shared
from matchmaker.timetable.write import audience_name

Brought = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Together:
    """People who are wanted at the same events.

    Attributes
    ----------
    brought : positions of occurrences, and what in the row of each brings the people to it.
    lists : names of the lists to which they belong.
    """

    brought: Brought
    lists: frozenset[str]

    def key(self, number: int) -> str:
        """The key of their resource: with a number, since two may have the same lists."""
        return f"list:{number}:{'; '.join(sorted(self.lists))}"


def hold_lists(
    items: list[Item], occurrences: Sequence[Occurrence], holdings: Holdings, brought: list[Held]
) -> None:
    """Let each event hold the people of its lists, whatever brings them to other events.

    Parameters
    ----------
    brought : of each item, what brings that which it holds; it grows by the lists.
    """
    held: dict[int, Held] = defaultdict(dict)
    for number, people in enumerate(together(occurrences)):
        for at, by in people.brought.items():
            held[at][holdings.resource(people.key(number))] = by
    may_lead: set[str] = set()
    for one in occurrences:
        if one.row.event.staff:
            may_lead |= one.row.people | {one_form(name) for name in one.row.event.staff}
    for at, one in enumerate(occurrences):
        for name in sorted({member.name for member in one.row.participants.members} & may_lead):
            by = frozenset(one.row.participants.lists_of({name}))
            held[at][holdings.resource(f"person:{name}")] = by
    for at, own in held.items():
        asked = {one for need in items[at].needs for one in need.candidates}
        holds = tuple(sorted({*items[at].holds, *own}))
        # Whoever takes part may lead as well.
        items[at] = replace(items[at], holds=holds, versatile=bool(asked & own.keys()))
        for resource, by in own.items():
            brought[at][resource] = brought[at].get(resource, frozenset()) | by


def wanted_twice(
    items: Sequence[Item], occurrences: Sequence[Occurrence], resources: Sequence[Resource]
) -> Shared:
    """Points for everybody invited to two events on one day that nothing else keeps apart."""
    everybody = sorted(frozenset().union(*(one.participants for one in occurrences)))
    column = {person: at for at, person in enumerate(everybody)}
    wanted = np.zeros((len(items), len(everybody)), np.int64)
    for at, one in enumerate(occurrences):
        wanted[at, [column[person] for person in one.participants]] = 1
    both = np.triu(wanted @ wanted.T, 1)
    single = {at for at, resource in enumerate(resources) if resource.capacity == 1}
    alone = [single & set(item.holds) for item in items]
    pairs = [
        (one, other, int(both[one, other]))
        for one, other in np.argwhere(both).tolist()
        if not alone[one] & alone[other]
    ]
    return Shared(tuple(pairs))


def as_known(before: Timetable) -> Invited:
    """Who is invited, as the timetable knows it; of lists whoever is on them now."""
    records: list[EventRecord | UnplacedRecord] = [*before.events, *before.unplaced]
    of_event = {event.id: event for event in records}
    of_row: dict[tuple[str, str], EventRecord | UnplacedRecord] = {}
    for event in records:
        of_row.setdefault((event.plan, event.number), event)

    def invited(one: Occurrence) -> Invitation:
        listed = one.row.participants.known
        event = of_event.get(one.id, of_row.get((one.plan.plan.id, one.row.label)))
        if event is None or not one.row.audiences:
            return Invitation(listed)
        return Invitation(listed | frozenset(event.participants), event.limited)

    return invited


def together(occurrences: Sequence[Occurrence]) -> list[Together]:
    """The people of lists, put together by the events that want them."""
    wanted = [one for one in _wanted(occurrences) if len(one.brought) > 1]
    sets = {frozenset(one.brought) for one in wanted}
    greatest = [events for events in sets if not any(events < other for other in sets)]
    return [
        _joined(events, [one for one in wanted if one.brought.keys() <= events])
        for events in sorted(greatest, key=sorted)
    ]


def _joined(events: frozenset[int], some: Sequence[Together]) -> Together:
    """All people of these events, under the lists of those who are wanted at each of them."""
    brought: dict[int, frozenset[str]] = dict.fromkeys(sorted(events), frozenset())
    for one in some:
        for at, by in one.brought.items():
            brought[at] |= by
    everywhere = [one.lists for one in some if one.brought.keys() == events]
    return Together(brought, frozenset().union(*everywhere))


def _wanted(occurrences: Sequence[Occurrence]) -> Iterator[Together]:
    """Of every person, of every list as a whole and of every group: the events, and the lists."""
    at: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
    names: dict[str, str] = {}
    for place, one in enumerate(occurrences):
        for listed in one.row.participants.lists:
            # Those whom nobody names come together, and with the list in whatever plan.
            people = [(member.key, member.name) for member in listed.members]
            for key, name in [*people, *([(f"\0{listed.name}", "")] if listed.unnamed else [])]:
                at[key][place] = at[key].get(place, frozenset()) | {listed.name}
                names[key] = name
    leads: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(occurrences):
        for name in one.row.people if not one.row.event.staff else ():
            leads[name].append(place)
    for key, brought in at.items():
        lists = frozenset().union(*brought.values())
        for place in leads[names[key]]:
            brought[place] = brought.get(place, frozenset()) | {names[key]}
        yield Together(brought, lists)
    yield from _of_kinds(occurrences)
    yield from _of_groups(occurrences)


def _of_kinds(occurrences: Sequence[Occurrence]) -> Iterator[Together]:
    """Events of one plan that want a list by name, or all people of its kind."""
    known: dict[ParticipantList, set[str]] = defaultdict(set)
    for one in occurrences:
        for listed in one.row.participants.lists:
            known[listed].add(one.plan.plan.id)
    for listed, plans in known.items():
        for plan in sorted(plans):
            brought: dict[int, frozenset[str]] = {}
            for place, one in enumerate(occurrences):
                own = {listed.name} if listed in one.row.participants.lists else set()
                own |= {
                    audience_name(kind)
                    for kind in one.row.audiences
                    if wants(frozenset({kind}), listed)
                }
                if one.plan.plan.id == plan and own:
                    brought[place] = frozenset(own)
            yield Together(brought, frozenset({listed.name}))


def _of_groups(occurrences: Sequence[Occurrence]) -> Iterator[Together]:
    """Each event that a group leads, with the events whose lists want all of the group."""
    groups = occurrences[0].plan.roadmap.abbreviations if occurrences else ()
    for group in groups:
        members = {one_form(name) for name in group.members}
        if group.kind is not PartyKind.GROUP or not members:
            continue
        whole: dict[int, frozenset[str]] = {}
        for place, one in enumerate(occurrences):
            if members <= {member.name for member in one.row.participants.members}:
                whole[place] = frozenset(one.row.participants.lists_of(members))
        lists = frozenset().union(*whole.values())
        for place, one in enumerate(occurrences):
            if whole and group.name in {party.name for party in one.row.responsible.parties}:
                own = whole.get(place, frozenset()) | {group.name}
                yield Together({**whole, place: own}, lists)
