"""The whole: every table of a municipality, checked against each other, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

from matchmaker.domain.assembly import Assembly
from matchmaker.domain.decisions import Decision, PastPair
from matchmaker.domain.fingerprint import fingerprint
from matchmaker.domain.mentoring import Assessment, Contest, Mentee, Mentor, Team, Vote
from matchmaker.domain.ordering import in_order
from matchmaker.domain.partnerships import SchoolLink, SchoolProfile
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, fold
from matchmaker.domain.schools import Distance, School
from matchmaker.domain.tables import TABLES, About
from matchmaker.errors import Issue
from matchmaker.text import Text


class Municipality(Record):
    """All tables of one municipality.

    Build it with :meth:`build`, which resolves names to IDs, checks the tables against
    each other and reports all problems at once. Records stand in a canonical order
    (by their keys), so the order of rows in the files does not matter.
    """

    sheet: ClassVar[Text] = Text("Муниципалитет", "Municipality")

    about: About
    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()
    mentors: tuple[Mentor, ...] = ()
    mentees: tuple[Mentee, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    past_pairs: tuple[PastPair, ...] = ()
    contests: tuple[Contest, ...] = ()
    distances: tuple[Distance, ...] = ()
    votes: tuple[Vote, ...] = ()
    teams: tuple[Team, ...] = ()
    profiles: tuple[SchoolProfile, ...] = ()
    links: tuple[SchoolLink, ...] = ()
    warnings: tuple[Issue, ...] = ()

    @classmethod
    def build(cls, records: Iterable[Record], issues: Sequence[Issue] = ()) -> Self:
        """Make a municipality of the rows of all its tables.

        Parameters
        ----------
        records : rows of any tables, in any order; exactly one :class:`About`.
        issues : problems already found while reading; reported with the new ones.

        Raises
        ------
        InputError
            with every problem: unknown references, duplicates, contradictions.
        """
        assembly = Assembly(records, issues)
        assembly.put_together()
        tables = {
            field: tuple(in_order(assembly.rows.get(table, ()), list(table.columns())))
            for table, field in cls.fields_of().items()
        }
        (about,) = assembly.rows[About]
        return cls.model_validate({"about": about, "warnings": tuple(assembly.issues), **tables})

    def _facts(self) -> dict[str, Any]:
        """What makes two municipalities equal; warnings only say where the rows stood."""
        return {name: value for name, value in super()._facts().items() if name != "warnings"}

    @classmethod
    def fields_of(cls) -> dict[type[Record], str]:
        """Which field holds the rows of which table."""
        return {
            School: "schools",
            Person: "people",
            Mentor: "mentors",
            Mentee: "mentees",
            Assessment: "assessments",
            Decision: "decisions",
            PastPair: "past_pairs",
            Contest: "contests",
            Distance: "distances",
            Vote: "votes",
            Team: "teams",
            SchoolProfile: "profiles",
            SchoolLink: "links",
        }

    def rows(self, table: type[Record]) -> tuple[Record, ...]:
        """The rows of one table."""
        if table is About:
            return (self.about,)
        return tuple(getattr(self, self.fields_of()[table]))

    @cached_property
    def school(self) -> dict[str, School]:
        """Organisations by ID."""
        return {school.id: school for school in self.schools}

    @cached_property
    def profile(self) -> dict[str, SchoolProfile]:
        """The profile of every organisation by its ID; an empty one where none is written."""
        written = {profile.school: profile for profile in self.profiles}
        return {key: written.get(key) or SchoolProfile(school=key) for key in self.school}

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by ID."""
        return {person.id: person for person in self.people}

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all facts, whatever the order of the rows or the kind of file."""
        return fingerprint({table: self.rows(table) for table in TABLES})

    @property
    def reference_date(self) -> date:
        """The day on which age and experience are counted."""
        return self.about.reference_date

    def find_person(self, words: str) -> Person | None:
        """The person with this ID or, if it is unique, this full name."""
        if words in self.person:
            return self.person[words]
        named = [person for person in self.people if fold(person.name) == fold(words)]
        return named[0] if len(named) == 1 else None
