"""People at events: those of lists come to one a day, those invited had better.

Nobody of a list is at two events on one day. People who always come together are taken
together, and whom a greater set of events wants anyway needs no resource of a smaller one: so
a program has few of them, however long the lists are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.roadmap.participants import ParticipantList, wants
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.timetable.holdings import Holdings
from matchmaker.timetable.occurrences import Invited, Occurrence
from matchmaker.timetable.program import Item, Resource
from matchmaker.timetable.record import Timetable
from matchmaker.timetable.wishes import Shared


@dataclass(frozen=True, slots=True)
class Together:
    """People who are wanted at the same events.

    Attributes
    ----------
    events : positions of occurrences.
    lists : names of the lists to which they belong.
    """

    events: frozenset[int]
    lists: frozenset[str]

    def key(self, number: int) -> str:
        """The key of their resource: with a number, since two may have the same lists."""
        return f"list:{number}:{'; '.join(sorted(self.lists))}"


def hold_lists(items: list[Item], occurrences: Sequence[Occurrence], holdings: Holdings) -> None:
    """Let each event hold the people of its lists, whatever brings them to other events."""
    held: dict[int, set[int]] = defaultdict(set)
    for number, people in enumerate(together(occurrences)):
        for at in people.events:
            held[at].add(holdings.resource(people.key(number)))
    may_lead: set[str] = set()
    for one in occurrences:
        if one.row.event.staff:
            may_lead |= one.row.people | {one_form(name) for name in one.row.event.staff}
    for at, one in enumerate(occurrences):
        names = {member.name for member in one.row.participants.members} & may_lead
        held[at] |= {holdings.resource(f"person:{name}") for name in sorted(names)}
    for at, own in held.items():
        asked = {one for need in items[at].needs for one in need.candidates}
        holds = tuple(sorted({*items[at].holds, *own}))
        # Whoever takes part may lead as well.
        items[at] = replace(items[at], holds=holds, versatile=bool(asked & own))


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
    of_event = {event.id: frozenset(event.participants) for event in before.events}
    of_row: dict[tuple[str, str], frozenset[str]] = {}
    for event in before.events:
        of_row.setdefault((event.plan, event.number), of_event[event.id])

    def invited(one: Occurrence) -> frozenset[str]:
        listed = frozenset(m.key for m in one.row.participants.members if m.known)
        if not one.row.audiences:
            return listed
        same_row = of_row.get((one.plan.plan.id, one.row.label), frozenset())
        return listed | of_event.get(one.id, same_row)

    return invited


def together(occurrences: Sequence[Occurrence]) -> list[Together]:
    """The people of lists, put together by the events that want them."""
    lists_at: dict[frozenset[int], set[str]] = defaultdict(set)
    for events, names in _wanted(occurrences):
        if len(events) > 1:
            lists_at[events] |= names
    greatest = [events for events in lists_at if not any(events < other for other in lists_at)]
    greatest.sort(key=sorted)
    return [Together(events, frozenset(lists_at[events])) for events in greatest]


def _wanted(occurrences: Sequence[Occurrence]) -> Iterator[tuple[frozenset[int], set[str]]]:
    """Of every person, of every list as a whole and of every group: the events, and the lists."""
    at: dict[str, set[int]] = defaultdict(set)
    lists: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    leads: dict[str, set[int]] = defaultdict(set)
    for place, one in enumerate(occurrences):
        for listed in one.row.participants.lists:
            # Those whom nobody names come together, and with the list in whatever plan.
            people = [(member.key, member.name) for member in listed.members]
            for key, name in [*people, *([(f"\0{listed.name}", "")] if listed.unnamed else [])]:
                at[key].add(place)
                lists[key].add(listed.name)
                names[key] = name
        for name in one.row.people if not one.row.event.staff else ():
            leads[name].add(place)
    for key, events in at.items():
        yield frozenset(events | leads[names[key]]), lists[key]
    yield from _of_kinds(occurrences)
    yield from _of_groups(occurrences)


def _of_kinds(occurrences: Sequence[Occurrence]) -> Iterator[tuple[frozenset[int], set[str]]]:
    """Events of one plan that want a list by name, or all people of its kind."""
    known: dict[ParticipantList, set[str]] = defaultdict(set)
    for one in occurrences:
        for listed in one.row.participants.lists:
            known[listed].add(one.plan.plan.id)
    for listed, plans in known.items():
        for plan in sorted(plans):
            named, meant = set(), set()
            for place, one in enumerate(occurrences):
                if one.plan.plan.id == plan and listed in one.row.participants.lists:
                    named.add(place)
                elif one.plan.plan.id == plan and wants(one.row.audiences, listed):
                    meant.add(place)
            yield frozenset(named | meant), {listed.name}


def _of_groups(occurrences: Sequence[Occurrence]) -> Iterator[tuple[frozenset[int], set[str]]]:
    """Each event that a group leads, with the events whose lists want all of the group."""
    groups = occurrences[0].plan.roadmap.abbreviations if occurrences else ()
    for group in groups:
        members = {one_form(name) for name in group.members}
        if group.kind is not PartyKind.GROUP or not members:
            continue
        whole: set[int] = set()
        lists: set[str] = set()
        for place, one in enumerate(occurrences):
            if members <= {member.name for member in one.row.participants.members}:
                whole.add(place)
                lists |= {listed.name for listed in one.row.participants.lists}
        for place, one in enumerate(occurrences):
            if group.name in {party.name for party in one.row.responsible.parties}:
                yield frozenset(whole | {place}) if whole else frozenset(), lists
