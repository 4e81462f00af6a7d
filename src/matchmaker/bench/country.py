"""An invented country of any size: rosters of young teachers and mentors, for measuring.

Regions are towns of some schools, a few hours' drive apart, as regions are. The people are made
straight as units of a roster; what a rule may read of them is there, the rest is empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from matchmaker.domain import (
    Category,
    Format,
    Mentee,
    MenteeCategory,
    Mentor,
    Person,
    School,
    SchoolLevel,
    Topic,
    Verdict,
    Willing,
)
from matchmaker.domain.people import Leads, Status
from matchmaker.pairs import Ints, Roster
from matchmaker.policy import Policy
from matchmaker.program.encode import taught
from matchmaker.roads import Roads
from matchmaker.sides import Ledger, Side
from matchmaker.units import MenteeUnit, MentorUnit

DAY = date(2026, 9, 1)
MENTEES_AT_A_SCHOOL = 25
SCHOOLS_IN_A_TOWN = 30

SUBJECTS: tuple[tuple[str, float], ...] = (
    ("начальные классы", 25),
    ("русский язык и литература", 12),
    ("математика", 11),
    ("английский язык", 10),
    ("история, обществознание", 9),
    ("физическая культура", 7),
    ("биология", 4),
    ("информатика", 4),
    ("физика", 3),
    ("химия", 3),
    ("география", 3),
    ("труд (технология)", 3),
    ("музыка", 2),
    ("изо", 2),
    ("немецкий язык", 2),
)

_LEVELS = {
    "начальные классы": frozenset({SchoolLevel.PRIMARY}),
    "музыка": frozenset({SchoolLevel.PRIMARY, SchoolLevel.LOWER}),
    "изо": frozenset({SchoolLevel.PRIMARY, SchoolLevel.LOWER}),
}
_SENIOR = frozenset({SchoolLevel.LOWER, SchoolLevel.UPPER})
_SHIFTS = (frozenset({"1"}), frozenset({"2"}), frozenset({"1", "2"}))
_FORMATS = (
    frozenset({Format.IN_PERSON}),
    frozenset({Format.IN_PERSON, Format.REMOTE}),
    frozenset[Format](),
)


def country(mentees: int, mentors: int, policy: Policy, seed: int = 1) -> Roster:
    """Lay out so many mentees and mentors; the same numbers give the same roster.

    One mentee in fourteen is a teacher with a request of her own, the others are young teachers.
    A few pairs go on from last year, a few are pinned or banned.
    """
    rng = np.random.default_rng(seed)
    land = _Land(rng, max(2, -(-mentees // MENTEES_AT_A_SCHOOL)))
    left = _mentees(rng, land, mentees)
    right = _mentors(rng, land, mentors, policy)
    return Roster(
        mentee=Side(left),
        mentor=Side(right),
        reference_date=DAY,
        ledgers=_ledgers(rng, left, right),
        travel=Roads({}, land.places, policy.kilometres_per_hour / 60, policy.road_factor),
        schools={school.id: school for school in land.schools},
    )


class _Land:
    """Schools in towns; towns some 70 km from each other."""

    def __init__(self, rng: np.random.Generator, schools: int) -> None:
        towns = -(-schools // SCHOOLS_IN_A_TOWN)
        width = max(1, round(towns**0.5))
        self.schools: list[School] = []
        for number in range(schools):
            town = number // SCHOOLS_IN_A_TOWN
            north, east = rng.normal(0, 0.06, 2)
            self.schools.append(
                School(
                    id=f"ш{number:05d}",
                    name=f"Школа № {number + 1}",
                    district=f"Район {town + 1}",
                    settlement=f"Город {town + 1}",
                    latitude=round(48 + 0.7 * (town // width) + float(north), 5),
                    longitude=round(40 + 1.1 * (town % width) + float(east), 5),
                    low_results=bool(rng.random() < 0.1),
                    hard_context=bool(rng.random() < 0.1),
                )
            )
        self.places = {one.id: (one.latitude, one.longitude) for one in self.schools}


def _mentees(rng: np.random.Generator, land: _Land, n: int) -> list[MenteeUnit]:
    school = rng.integers(0, len(land.schools), n).tolist()
    subject = _pick(rng, [share for _, share in SUBJECTS], n)
    own = (rng.random(n) < 1 / 14).tolist()
    months = np.where(own, rng.integers(60, 240, n), rng.integers(0, 36, n)).tolist()
    age = np.where(own, rng.integers(30, 50, n), rng.integers(21, 35, n)).tolist()
    severity = _levels(rng, n, (70, 10, 12, 8))
    main = np.where(severity.max(axis=1) > 0, severity.argmax(axis=1), -1).tolist()
    shift, wanted = _pick(rng, (70, 20, 10), n), _pick(rng, (80, 12, 8), n)
    admitted = (rng.random(n) < 0.99).tolist()
    topics = list(Topic)
    first = DAY.year * 12 + DAY.month - 1
    units = []
    for k, row in enumerate(map(tuple, severity.tolist())):
        key = f"м{k:07d}"
        name = SUBJECTS[subject[k]][0]
        person = _person(key, land.schools[school[k]].id, name, months[k], _SHIFTS[shift[k]])
        request = Mentee.model_construct(
            _SET,
            person=key,
            category=MenteeCategory.ON_REQUEST if own[k] else MenteeCategory.YOUNG,
            main_request=topics[main[k]] if main[k] >= 0 else None,
            format=(None, Format.IN_PERSON, Format.REMOTE)[wanted[k]],
            interview=Verdict.ADMITTED if admitted[k] else Verdict.TALK,
        )
        units.append(
            MenteeUnit(
                key=key,
                person=person,
                school=land.schools[school[k]],
                mentee=request,
                programme="on-request" if own[k] else "young-teacher",
                age=age[k],
                deficits=row,
                first_month=first,
                last_month=first + (5 if own[k] else 11),
                hours=60,
                remote=wanted[k] == 2,
                young=not own[k],
                taught=taught(person),
            )
        )
    return units


def _mentors(rng: np.random.Generator, land: _Land, n: int, policy: Policy) -> list[MentorUnit]:
    school = rng.integers(0, len(land.schools), n).tolist()
    subject = _pick(rng, [share for _, share in SUBJECTS], n)
    months = rng.integers(24, 480, n).tolist()
    levels = _levels(rng, n, (20, 30, 30, 20))
    places = _pick(rng, (0, 30, 40, 20, 10), n)
    shift, formats = _pick(rng, (70, 20, 10), n), _pick(rng, (40, 50, 10), n)
    willing, limit = _pick(rng, (92, 3, 5), n), _pick(rng, (70, 10, 20), n)
    wins, leads = _pick(rng, (80, 12, 6, 2), n), _pick(rng, (94, 5, 1), n)
    category = _pick(rng, (40, 30, 20, 10), n)
    load = rng.integers(14, 36, n).tolist()
    trained = (rng.random(n) < 0.4).tolist()
    serves = frozenset(
        p.name for p in policy.programmes if p.name in {"young-teacher", "on-request"}
    )
    units = []
    for k, row in enumerate(map(tuple, levels.tolist())):
        key = f"н{k:07d}"
        person = _person(
            key,
            land.schools[school[k]].id,
            SUBJECTS[subject[k]][0],
            months[k],
            _SHIFTS[shift[k]],
            category=(Category.FIT, Category.FIRST, Category.HIGHEST, Category.MENTOR)[category[k]],
            load_hours=float(load[k]),
            leads=(Leads.NOT, Leads.DEPUTY, Leads.HEAD)[leads[k]],
        )
        mentor = Mentor.model_construct(
            _SET,
            **dict(zip((topic.value for topic in Topic), row, strict=True)),
            person=key,
            willing=(Willing.YES, Willing.NO, Willing.UNKNOWN)[willing[k]],
            places=places[k],
            formats=_FORMATS[formats[k]],
            max_minutes=(None, 30, 60)[limit[k]],
            trained_on=date(2025, 3, 1) if trained[k] else None,
            interview=Verdict.ADMITTED,
        )
        units.append(
            MentorUnit(
                key=key,
                person=person,
                school=land.schools[school[k]],
                mentor=mentor,
                age=22 + months[k] // 12,
                competencies=row,
                wins=wins[k],
                taught=taught(person),
                serves=serves,
            )
        )
    return units


_SET: set[str] = set()
"""One set of stated fields for everybody: a set of their own each would weigh 2 KB."""


def _person(
    key: str, school: str, subject: str, months: int, shifts: frozenset[str], **more: Any
) -> Person:
    return Person.model_construct(
        _SET,
        id=key,
        name=key,
        school=school,
        subjects=_ONE[subject],
        levels=_LEVELS.get(subject, _SENIOR),
        experience=months,
        experience_teaching=months,
        status=Status.WORKING,
        shifts=shifts,
        **more,
    )


_ONE = {name: frozenset({name}) for name, _ in SUBJECTS}


def _ledgers(
    rng: np.random.Generator, mentees: Sequence[MenteeUnit], mentors: Sequence[MentorUnit]
) -> dict[str, Ledger]:
    """Pairs of last year in one in fifty, pins and bans in one in a thousand."""
    found = {}
    for name, share in (("keep", 50), ("pin", 1000), ("forbid", 1000)):
        n = max(1, len(mentees) // share)
        rows = rng.permutation(len(mentees))[:n].tolist()
        near = rng.integers(0, len(mentors), n).tolist()
        entries = {
            (i, j): at + 1 if name == "pin" else 1
            for at, (i, j) in enumerate(zip(rows, near, strict=True))
        }
        found[name] = Ledger.of(entries, len(mentors))
    return found


def _levels(rng: np.random.Generator, n: int, shares: Sequence[float]) -> Ints:
    """A level for each topic. Shape: (n, topics)."""
    return np.array(_pick(rng, shares, n * len(Topic)), dtype=np.int64).reshape(n, len(Topic))


def _pick(rng: np.random.Generator, shares: Sequence[float], n: int) -> list[int]:
    weights = np.array(shares, dtype=np.float64)
    return rng.choice(len(weights), n, p=weights / weights.sum()).tolist()  # type: ignore[no-any-return]
