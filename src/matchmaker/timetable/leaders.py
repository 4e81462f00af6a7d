"""Which people of the tables lead the events of a timetable, whose names are mostly short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from matchmaker.domain import Person
from matchmaker.domain.records import fold
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.timetable.record import EventRecord, Timetable


class Named:
    """People of the tables by all that a timetable may call them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ids: set[str] = set()
        self._full: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        for person in people:
            self._ids.add(person.id)
            self._full[fold(person.name)].add(person.id)
            self._short[fold(one_form(person.name))].add(person.id)

    def meant(self, name: str) -> frozenset[str]:
        """Whom a name means, by ID: an ID, a full name, or a short one that only one person has."""
        if name in self._ids:
            return frozenset({name})
        if full := self._full.get(fold(name)):
            return frozenset(full)
        short = self._short.get(fold(one_form(name)), set())
        # Of two people with the same initials nobody can say who is meant.
        return frozenset(short) if len(short) == 1 else frozenset()

    def leaders(self, event: EventRecord) -> frozenset[str]:
        """The people of the tables who are responsible for an event, by ID."""
        return frozenset().union(*map(self.meant, event.people))


def leading_days(people: Iterable[Person], timetable: Timetable) -> dict[str, frozenset[date]]:
    """The days on which people lead an event that takes the day, by ID."""
    named = Named(people)
    days: dict[str, set[date]] = defaultdict(set)
    for event in timetable.events:
        if event.kind == "event":
            for person in named.leaders(event):
                days[person].update(event.days)
    return {person: frozenset(some) for person, some in days.items()}
