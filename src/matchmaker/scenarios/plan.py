"""The parameters of a municipality: who works where, who is mentored, who mentors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from matchmaker.domain import MenteeCategory, MentorKind, OrganisationKind
from matchmaker.scenarios.draw import Bands
from matchmaker.scenarios.geography import CITY, Region

REFERENCE = date(2026, 9, 1)
"""The day on which age and experience are counted, in every scenario."""

Post = Literal["teacher", "deputy", "head", "student", "lecturer", "partner"]

# Shares of ages and experience (domain notes, general knowledge).
YOUNG_AGES: Bands = ((20, 24, 45), (25, 29, 28), (30, 34, 10), (35, 44, 12), (45, 56, 5))
YOUNG_MONTHS: Bands = ((0, 11, 21), (13, 23, 38), (24, 36, 41))
SKILLED_AGES: Bands = ((27, 34, 30), (35, 44, 45), (45, 56, 25))
SKILLED_MONTHS: Bands = ((40, 119, 60), (120, 240, 40))
STUDENT_AGES: Bands = ((18, 22, 1),)
NO_MONTHS: Bands = ((0, 0, 1),)
MENTOR_AGES: Bands = ((30, 39, 15), (40, 49, 35), (50, 59, 35), (60, 68, 15))
MENTOR_MONTHS: Bands = ((60, 119, 12), (120, 239, 28), (240, 359, 35), (360, 492, 25))
MENTOR_PLACES: Bands = ((1, 1, 60), (2, 2, 32), (3, 3, 8))
# From 35 on, of all teachers.
OLDER_AGES: Bands = (
    (35, 39, 10),
    (40, 44, 11),
    (45, 49, 13),
    (50, 54, 14),
    (55, 59, 12),
    (60, 64, 9),
    (65, 69, 8),
)
HEAD_PLACES: Bands = ((1, 1, 20), (2, 2, 60), (3, 3, 20))
GROUP_PLACES: Bands = ((4, 4, 30), (5, 5, 70))


@dataclass(frozen=True)
class MenteeRole:
    """Why someone is mentored, with the ages and the experience that go with it."""

    category: MenteeCategory
    programme: str | None = None
    post: Post = "teacher"
    ages: Bands = YOUNG_AGES
    months: Bands = YOUNG_MONTHS
    """Teaching experience; that of :attr:`Plan.young_months` where it is the usual one."""
    here: int | None = None
    """Longest experience in the organisation, in months."""


@dataclass(frozen=True)
class MentorRole:
    """In what capacity someone mentors."""

    kind: MentorKind = MentorKind.TEACHER
    programmes: frozenset[str] = frozenset()
    post: Post = "teacher"
    ages: Bands = MENTOR_AGES
    months: Bands = MENTOR_MONTHS
    places: Bands = MENTOR_PLACES


Role = TypeVar("Role", MenteeRole, MentorRole)


@dataclass(frozen=True)
class Intake(Generic[Role]):
    """How many people of a role work in organisations of a kind."""

    role: Role
    where: OrganisationKind
    count: float


@dataclass(frozen=True)
class Outside:
    """An organisation outside the network, with its agreement."""

    id: str
    name: str
    kind: OrganisationKind
    agreement: str
    agreement_to: date


@dataclass(frozen=True)
class Flags:
    """How many schools of a hundred have which results (general knowledge)."""

    low: float = 8.0
    hard: float = 13.0
    high: float = 13.0
    resilient: float = 4.0


@dataclass(frozen=True)
class Plan:
    """All parameters of a municipality; counts are weights, scaled to the size asked for."""

    title: str
    kinds: tuple[tuple[OrganisationKind, float], ...]
    mentees: tuple[Intake[MenteeRole], ...]
    mentors: tuple[Intake[MentorRole], ...]
    region: Region = CITY
    outside: tuple[Outside, ...] = ()
    young_months: Bands = YOUNG_MONTHS
    empty: float = 1 / 3
    """Share of organisations without mentees."""
    most: int = 12
    """Most mentees of one organisation."""
    two_shifts: float = 0.45
    flags: Flags = field(default_factory=Flags)
    no_model: float = 0.0
    """Share of organisations without an order that introduces the model."""
    second_subject: float = 0.08
    other_young: float = 0.35
    """Other teachers under 35, per mentee."""
    other_older: float = 0.25
    """Other teachers of 35 and more, per mentee."""
    other_support: float = 0.8
    """Share of the other teachers under 35 who are supported in another way."""
    willing: float = 0.78
    remote_wish: float = 0.05
    """Share of mentees who want to meet remotely."""
    alone: int = 0
    """Schools with exactly one mentee and no mentor; the others then have a mentor."""
    near: float = 4.0
    """How strongly mentors stand where the mentees are; 0: not at all."""
    older_ages: Bands = OLDER_AGES
    """Ages of the other teachers of 35 and more."""
    limits: float = 0.3
    """Share of mentors who state how far they travel."""
    longest: tuple[int, ...] = (20, 30, 45, 60)
    """What such mentors state. Unit: minutes."""
    past: float = 0.20
    pins: float = 0.04
    bans: float = 0.02


SCHOOL = OrganisationKind.SCHOOL
KINDERGARTEN = OrganisationKind.KINDERGARTEN
EXTRA = OrganisationKind.EXTRA

YOUNG = MenteeRole(MenteeCategory.YOUNG)
NEW_HERE = MenteeRole(MenteeCategory.NEW_HERE, ages=SKILLED_AGES, months=SKILLED_MONTHS, here=11)
AFTER_BREAK = MenteeRole(MenteeCategory.AFTER_BREAK, ages=SKILLED_AGES, months=SKILLED_MONTHS)
IN_GROUP = MenteeRole(MenteeCategory.YOUNG, programme="group")
ON_REQUEST = MenteeRole(
    MenteeCategory.ON_REQUEST, "on-request", ages=SKILLED_AGES, months=SKILLED_MONTHS
)
NEW_TECHNOLOGY = MenteeRole(
    MenteeCategory.NEW_TECHNOLOGY, "new-technology", ages=((45, 62, 1),), months=((200, 400, 1),)
)
SUBJECT = MenteeRole(MenteeCategory.GROWTH, "subject", ages=SKILLED_AGES, months=SKILLED_MONTHS)
YOUNG_HEAD = MenteeRole(
    MenteeCategory.YOUNG_HEAD, "young-head", "head", ((33, 44, 1),), ((72, 200, 1),)
)
STUDENT = MenteeRole(MenteeCategory.STUDENT, "employer-student", "student", STUDENT_AGES, NO_MONTHS)

TEACHER = MentorRole()
DEPUTY = MentorRole(post="deputy")
GROUP_LEADER = MentorRole(programmes=frozenset({"group"}), places=GROUP_PLACES)
INNOVATOR = MentorRole(
    programmes=frozenset({"new-technology"}), ages=((27, 38, 1),), months=((40, 120, 1),)
)
HEAD = MentorRole(
    MentorKind.HEAD,
    frozenset({"young-head"}),
    "head",
    ages=((45, 64, 1),),
    months=((240, 420, 1),),
    places=HEAD_PLACES,
)
EMPLOYER = MentorRole(MentorKind.EMPLOYER, frozenset({"employer-student"}), "deputy")
