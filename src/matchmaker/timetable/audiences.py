"""Who of a municipality belongs to which kind of participants, and whom an event concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain import MenteeCategory, Municipality, Person
from matchmaker.domain.people import Leads
from matchmaker.domain.records import fold, stands_in
from matchmaker.domain.severities import asked_severities, measured_severities
from matchmaker.domain.topics import Topic
from matchmaker.policy import Policy
from matchmaker.roadmap.kinds import CONTEXTS
from matchmaker.roadmap.rows import PlanReading, Row

_ASKING = frozenset({"mentees", "young"})
"""Kinds of whom an event that answers requests concerns those who have them."""
OF_CONTEXTS = _ASKING | {"mentors"}
"""Kinds that words such as «школ с НОР» narrow."""

Paired = tuple[str, tuple[str, ...]]
"""A mentee and the mentors, by ID."""


@dataclass(frozen=True)
class Audiences:
    """The people of each kind.

    Attributes
    ----------
    pairs : those of a plan: mentors and mentees are then those with a pair; else all in the
        tables.
    """

    municipality: Municipality
    policy: Policy
    pairs: tuple[Paired, ...] | None = None

    @cached_property
    def of_kind(self) -> dict[str, frozenset[str]]:
        """The people of each kind by ID; a kind that names no people has none.

        Who of the young sits on a council is not in these tables: that a list says.
        """
        town = self.municipality
        posts: dict[str, Callable[[Person], bool]] = {
            "young": self._young,
            "heads": lambda person: person.leads is Leads.HEAD,
            "deputies": lambda person: person.leads is Leads.DEPUTY,
            "methodists": lambda person: "методист" in fold(person.position),
        }
        found = {
            name: frozenset(person.id for person in town.people if holds(person))
            for name, holds in posts.items()
        }
        found["mentees"], found["mentors"] = self._paired()
        found["students"] = frozenset(
            row.person for row in town.mentees if row.category is MenteeCategory.STUDENT
        )
        found["curators"] = frozenset(
            one for school in town.schools for one in (school.curator, school.deputy_curator) if one
        )
        return found

    def kinds_of(self, person: str) -> frozenset[str]:
        """The kinds to which a person belongs."""
        return frozenset(name for name, people in self.of_kind.items() if person in people)

    def of_row(self, row: Row, plan: PlanReading) -> frozenset[str]:
        """Everybody known whom a row wants, by ID: of its lists, and of its kinds."""
        event = row.event
        words = fold("; ".join(filter(None, (event.participants, event.supposed_participants))))
        named = {s.id for s in self.municipality.schools if stands_in(s.name, words)}
        own = named or ({plan.plan.school} if plan.plan.school else set())
        listed = {member.key for member in row.participants.members if member.known}
        return frozenset(listed) | self.invited(
            row.audiences, own, contexts=row.participants.contexts, topics=event.topics
        )

    def invited(
        self,
        kinds: Iterable[str],
        schools: Iterable[str] = (),
        *,
        contexts: frozenset[str] = frozenset(),
        topics: frozenset[Topic] = frozenset(),
    ) -> frozenset[str]:
        """The people of some kinds, as far as an event concerns them.

        Parameters
        ----------
        schools : IDs or names of those whose people come; empty: of all.
        contexts : flags of schools: mentors, mentees and the young of others do not come.
        topics : requests that it answers: mentees and the young without them do not come.
        """
        found: set[str] = set()
        for kind in kinds:
            people = self.of_kind.get(kind, frozenset())
            if contexts and kind in OF_CONTEXTS:
                people = frozenset(one for one in people if contexts & self.contexts_of(one))
            if topics and kind in _ASKING:
                people = frozenset(one for one in people if topics & self._requests.get(one, set()))
            found |= people
        here = {fold(words) for words in schools}
        return frozenset(one for one in found if not here or here & self._school(one))

    def contexts_of(self, person: str) -> frozenset[str]:
        """The flags of a person's school that words of plans speak of."""
        school = self.municipality.school[self.municipality.person[person].school]
        return frozenset(flag for flag in CONTEXTS if getattr(school, flag))

    def _school(self, person: str) -> set[str]:
        school = self.municipality.school[self.municipality.person[person].school]
        return {fold(school.id), fold(school.name)}

    def _paired(self) -> tuple[frozenset[str], frozenset[str]]:
        if self.pairs is None:
            town = self.municipality
            mentees = frozenset(row.person for row in town.mentees)
            return mentees, frozenset(row.person for row in town.mentors)
        known = self.municipality.person.keys()  # a plan of former tables may name others
        mentees = frozenset(mentee for mentee, _ in self.pairs)
        return mentees & known, frozenset(one for _, own in self.pairs for one in own) & known

    @cached_property
    def _young_rows(self) -> frozenset[str]:
        young = {MenteeCategory.YOUNG, MenteeCategory.YOUNG_HEAD}
        return frozenset(row.person for row in self.municipality.mentees if row.category in young)

    def _young(self, person: Person) -> bool:
        rule = self.policy.young
        age = person.age_on(self.municipality.reference_date)
        return person.id in self._young_rows or rule.holds(age, getattr(person, rule.months_of))

    @cached_property
    def _requests(self) -> dict[str, set[Topic]]:
        """The requests of everybody, stated or measured."""
        measured = measured_severities(self.municipality)
        levels = [
            *measured.items(),
            *(
                (row.person, asked_severities(row, measured.get(row.person)))
                for row in self.municipality.mentees
            ),
        ]
        found: dict[str, set[Topic]] = {}
        for person, own in levels:
            topics = {topic for topic, level in zip(Topic, own, strict=True) if level}
            found.setdefault(person, set()).update(topics)
        return found
