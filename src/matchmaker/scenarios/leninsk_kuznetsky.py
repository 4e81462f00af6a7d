"""A district of villages: few people, long ways, students, one physicist."""

from __future__ import annotations

from datetime import date

import numpy as np

from matchmaker.domain import MentorKind, OrganisationKind
from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draft import Draft
from matchmaker.scenarios.geography import Region
from matchmaker.scenarios.plan import (
    DEPUTY,
    EMPLOYER,
    EXTRA,
    HEAD,
    KINDERGARTEN,
    NEW_HERE,
    SCHOOL,
    STUDENT,
    TEACHER,
    YOUNG,
    YOUNG_HEAD,
    Flags,
    Intake,
    Outside,
    Plan,
)
from matchmaker.scenarios.subjects import SENIOR
from matchmaker.scenarios.town import lay_out

COLLEGE = OrganisationKind.COLLEGE
PLAN = Plan(
    title="Ленинск-Кузнецкий муниципальный округ",
    kinds=((SCHOOL, 12), (KINDERGARTEN, 10), (EXTRA, 2)),
    region=Region(centre=(54.66, 86.17), villages=2.4, radius=0.6, apart=(8.0, 55.0)),
    outside=(Outside("к1", "Педагогический колледж (модель)", COLLEGE, "1-н", date(2028, 6, 30)),),
    mentees=(
        Intake(YOUNG, SCHOOL, 12),
        Intake(NEW_HERE, SCHOOL, 1),
        Intake(YOUNG, KINDERGARTEN, 4),
        Intake(YOUNG, EXTRA, 1),
        Intake(STUDENT, COLLEGE, 5),
        Intake(YOUNG_HEAD, SCHOOL, 1),
        Intake(YOUNG_HEAD, KINDERGARTEN, 1),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 10),
        Intake(DEPUTY, SCHOOL, 6),
        Intake(TEACHER, KINDERGARTEN, 5),
        Intake(TEACHER, EXTRA, 1),
        Intake(EMPLOYER, SCHOOL, 5),
        Intake(HEAD, SCHOOL, 1),
        Intake(HEAD, KINDERGARTEN, 1),
    ),
    most=4,
    two_shifts=0.10,
    flags=Flags(low=100 * 2 / 12, hard=100 * 4 / 12, high=100 * 2 / 12, resilient=100 / 12),
    second_subject=0.4,
    other_young=0.6,
    other_older=2.0,
    remote_wish=0.30,
    limits=0.5,
    longest=(30, 45, 60, 90),
    alone=3,
)


@scenario("leninsk-kuznetsky", mentees=25, mentors=29, schools=24, least=Size(20, 16, 12))
def leninsk_kuznetsky(size: Size, rng: np.random.Generator) -> Scenario:
    """A district of villages with one physicist, students and deputy heads as mentors."""
    draft = lay_out(PLAN, size, rng)
    _one_physicist(draft)
    return draft.finish("leninsk-kuznetsky")


def _one_physicist(draft: Draft) -> None:
    """One person of the district teaches physics, and one mentee needs just that."""
    for key, person in draft.people.items():
        if "физика" in person.subjects:
            draft.person(key, subjects=(person.subjects - {"физика"}) | {"математика"})
    mentors = [
        key
        for key, mentor in draft.mentors.items()
        if mentor.kind is MentorKind.TEACHER
        and draft.schools[draft.people[key].school].kind is SCHOOL
    ]
    draft.person(mentors[0], position="учитель", subjects=frozenset({"физика"}), levels=SENIOR)
    mentees = [
        key
        for key, mentee in draft.mentees.items()
        if mentee.programme is None
        and draft.schools[draft.people[key].school].kind is SCHOOL
        and draft.people[key].school != draft.people[mentors[0]].school
    ]
    draft.person(mentees[0], position="учитель", subjects=frozenset({"математика"}), levels=SENIOR)
    draft.mentee(mentees[0], needed_subject="физика")
