"""A city with five roles of mentors, some from universities, colleges and partners."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from matchmaker.domain import MenteeCategory, MentorKind, OrganisationKind
from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.geography import DISTRICTS, Region
from matchmaker.scenarios.pay import agree_on_pay
from matchmaker.scenarios.plan import (
    EMPLOYER,
    EXTRA,
    HEAD,
    NEW_HERE,
    SCHOOL,
    SKILLED_AGES,
    SKILLED_MONTHS,
    STUDENT,
    TEACHER,
    YOUNG,
    Flags,
    Intake,
    MenteeRole,
    MentorRole,
    Outside,
    Plan,
)
from matchmaker.scenarios.town import lay_out

UNIVERSITY, COLLEGE = OrganisationKind.UNIVERSITY, OrganisationKind.COLLEGE
PARTNER = OrganisationKind.PARTNER
IN_FORCE, EXPIRED = date(2028, 8, 31), date(2026, 6, 30)

LED = MenteeRole(MenteeCategory.GROWTH, "head-teacher", ages=SKILLED_AGES, months=SKILLED_MONTHS)
LECTURED = replace(YOUNG, programme="lecturer-teacher")
PARTNERED = replace(LED, programme="partner-teacher")
LEADER = replace(HEAD, programmes=frozenset({"head-teacher"}))
LECTURER = MentorRole(MentorKind.LECTURER, frozenset({"lecturer-teacher"}), "lecturer")
SPECIALIST = MentorRole(MentorKind.PARTNER, frozenset({"partner-teacher"}), "partner")

PLAN = Plan(
    title="Город Сургут",
    kinds=((SCHOOL, 37), (EXTRA, 6)),
    region=Region(
        centre=(61.25, 73.40), districts=DISTRICTS[:4], spread=5.0, within=(15, 25), across=(25, 40)
    ),
    outside=(
        Outside("в1", "Северный педагогический университет (модель)", UNIVERSITY, "1-в", IN_FORCE),
        Outside("в2", "Гуманитарный университет (модель)", UNIVERSITY, "2-в", IN_FORCE),
        Outside("к1", "Педагогический колледж (модель)", COLLEGE, "1-к", IN_FORCE),
        Outside("к2", "Колледж искусств (модель)", COLLEGE, "2-к", IN_FORCE),
        Outside("п1", "Технопарк (модель)", PARTNER, "1-п", IN_FORCE),
        Outside("п2", "Краеведческий музей (модель)", PARTNER, "2-п", IN_FORCE),
        Outside("п3", "Центр инженерных проектов (модель)", PARTNER, "3-п", IN_FORCE),
        Outside("п4", "Молодёжный театр (модель)", PARTNER, "4-п", EXPIRED),
    ),
    # Five roles: 190, 20, 25, 15 and 10.
    mentees=(
        Intake(YOUNG, SCHOOL, 165),
        Intake(YOUNG, EXTRA, 15),
        Intake(NEW_HERE, SCHOOL, 10),
        Intake(LED, SCHOOL, 20),
        Intake(STUDENT, COLLEGE, 13),
        Intake(STUDENT, UNIVERSITY, 12),
        Intake(LECTURED, SCHOOL, 15),
        Intake(PARTNERED, SCHOOL, 8),
        Intake(PARTNERED, EXTRA, 2),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 146),
        Intake(TEACHER, EXTRA, 14),
        Intake(LEADER, SCHOOL, 17),
        Intake(EMPLOYER, SCHOOL, 18),
        Intake(LECTURER, UNIVERSITY, 7),
        Intake(LECTURER, COLLEGE, 5),
        Intake(SPECIALIST, PARTNER, 8),
    ),
    empty=0.2,
    two_shifts=0.60,
    flags=Flags(low=100 * 3 / 37, hard=100 * 4 / 37, high=100 * 7 / 37, resilient=100 * 2 / 37),
    no_model=0.20,
    other_young=0.5,
)


@scenario("surgut", mentees=260, mentors=215, schools=43)
def surgut(size: Size, rng: np.random.Generator) -> Scenario:
    """A city with five roles: heads, employers, lecturers and partners mentor as well."""
    draft = lay_out(PLAN, size, rng)
    agree_on_pay(draft, part=0.8)
    return draft.finish("surgut")
