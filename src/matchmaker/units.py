"""Units: who stands on a side of a roster, with everything that rules ask about."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.domain import Format, Mentee, Mentor, Person, School, SchoolProfile


@dataclass(frozen=True, slots=True)
class MenteeUnit:
    """Someone who is helped, in one programme, with everything rules ask about."""

    key: str
    """Who this is in files: the person's ID, with the programme where it is not unique."""
    person: Person
    school: School
    mentee: Mentee
    programme: str
    age: int | None
    """Full years on the reference date."""
    deficits: tuple[int, ...]
    """Severity 0–3 per topic, in the order of ``Topic``."""
    first_month: int
    """Month in which the programme begins, counted from year 0 (``year * 12 + month``)."""
    last_month: int
    """Last month of the programme, counted the same way."""
    hours: int
    """What this mentee costs a mentor. Unit: minutes a week."""
    remote: bool
    """Whether the programme or the mentee's wish is to meet remotely."""
    young: bool
    """Whether the person is a young teacher by the policy's definition."""
    taught: tuple[str, ...]
    """Subjects wanted or taught; where there is none, the post with its direction."""
    year: int = 1
    """Year of interaction in the programme, from 1."""

    @property
    def name(self) -> str:
        """What outputs call this person."""
        return self.person.name

    @property
    def max_minutes(self) -> int | None:
        """A mentee names no limit of travel: the mentor's holds."""
        return None


@dataclass(frozen=True, slots=True)
class MentorUnit:
    """Someone who helps: one mentor, or a team that leads a group together."""

    key: str
    person: Person
    school: School
    mentor: Mentor
    age: int | None
    competencies: tuple[int, ...]
    """Level 0–3 per topic, in the order of ``Topic``."""
    wins: int
    """Best contest result: 0 none, 1 municipal, 2 regional, 3 federal."""
    taught: tuple[str, ...]
    """Subjects taught; where there is none, the post with its direction."""
    serves: frozenset[str]
    """Programmes that the mentor may serve, by kind, by choice and by size of team."""
    members: tuple[MentorUnit, ...] = ()
    """The mentors of a team, lead first; empty for a single mentor."""

    @property
    def everyone(self) -> tuple[MentorUnit, ...]:
        """The members of a team, or the one mentor alone."""
        return self.members or (self,)

    @property
    def name(self) -> str:
        """What outputs call this mentor; of a team, its lead."""
        return self.person.name

    @property
    def max_minutes(self) -> int | None:
        """How far the mentor will travel, if stated. Unit: minutes one way."""
        return self.mentor.max_minutes

    @property
    def formats(self) -> frozenset[Format]:
        """In which ways the mentor meets; empty: in any."""
        return self.mentor.formats


@dataclass(frozen=True, slots=True)
class SchoolUnit:
    """A school on either side of a link, with everything rules ask about."""

    key: str
    """The school's ID; of a group, the IDs of its members."""
    school: School
    profile: SchoolProfile
    programme: str
    """What kind of link it is."""
    members: tuple[SchoolUnit, ...] = ()
    """The other schools of a group, if there are several."""

    @property
    def everyone(self) -> tuple[SchoolUnit, ...]:
        """The members of a group, or the one school alone."""
        return self.members or (self,)

    @property
    def name(self) -> str:
        """What outputs call this school; of a group, all its members."""
        return ", ".join(unit.school.name for unit in self.everyone)

    @property
    def max_minutes(self) -> int | None:
        """How far the school's people will travel, if stated. Unit: minutes one way."""
        return self.profile.max_minutes

    @property
    def remote(self) -> bool:
        """Whether the school asks to work remotely."""
        return bool(self.profile.remote)

    @property
    def formats(self) -> frozenset[Format]:
        """In which ways the school works with others; empty: in any."""
        return frozenset({Format.IN_PERSON} if self.profile.remote is False else ())


Unit = MenteeUnit | MentorUnit | SchoolUnit
