"""The two bases: mentors with what they are good at, mentees with what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from matchmaker.domain import (
    Assessment,
    Format,
    Mentee,
    MenteeCategory,
    Mentor,
    Person,
    Topic,
    Verdict,
    Willing,
)
from matchmaker.errors import Place
from matchmaker.scenarios.draw import Ints, coins, kinds, pick, within
from matchmaker.scenarios.plan import REFERENCE, MenteeRole, MentorRole, Plan

# Share of mentees with a request, by topic (domain notes; the last two general knowledge).
# «Communication or parents» is one request of 35 %, here 21 and 14.
REQUESTS: dict[Topic, float] = {
    Topic.SUBJECT: 0.30,
    Topic.METHODICAL: 0.62,
    Topic.PSYCH_PED: 0.48,
    Topic.COMMUNICATIVE: 0.21,
    Topic.LEGAL: 0.22,
    Topic.ICT: 0.12,
    Topic.INCLUSION: 0.26,
    Topic.GIFTED: 0.10,
    Topic.CLASS_MANAGEMENT: 0.08,
    Topic.PARENTS: 0.14,
    Topic.ASSESSMENT: 0.10,
}
# Severity of a request: low, middle, high (domain notes).
SEVERITY = ((1, 30.0), (2, 45.0), (3, 25.0))
# Levels 0 to 3 of mentors, by topic (general knowledge).
SKILLS: dict[Topic, tuple[float, float, float, float]] = {
    Topic.SUBJECT: (0, 10, 40, 50),
    Topic.METHODICAL: (0, 15, 40, 45),
    Topic.PSYCH_PED: (5, 30, 40, 25),
    Topic.COMMUNICATIVE: (5, 30, 40, 25),
    Topic.LEGAL: (20, 45, 25, 10),
    Topic.ICT: (10, 35, 35, 20),
    Topic.INCLUSION: (30, 40, 20, 10),
    Topic.GIFTED: (25, 35, 25, 15),
    Topic.CLASS_MANAGEMENT: (10, 25, 40, 25),
    Topic.PARENTS: (5, 30, 40, 25),
    Topic.ASSESSMENT: (10, 30, 40, 20),
}
NEWCOMER_MONTHS = 11
"""Who came this year is assessed in August, the others in May."""


def mentor_rows(
    rng: np.random.Generator, plan: Plan, people: Sequence[Person], roles: Sequence[MentorRole]
) -> list[Mentor]:
    """The sheet of mentors."""
    n = len(people)
    rest = 1 - plan.willing
    willing = pick(
        rng,
        [(Willing.YES, plan.willing), (Willing.UNKNOWN, rest * 0.55), (Willing.NO, rest * 0.45)],
        n,
    )
    places = np.zeros(n, dtype=np.int64)
    for bands in dict.fromkeys(role.places for role in roles):
        rows = [row for row, role in enumerate(roles) if role.places == bands]
        places[rows] = within(rng, bands, len(rows))
    skills = _skills(rng, n)
    withdrawn = coins(rng, 0.03, n)
    consented, trained_days = rng.integers(1, 240, n), rng.integers(30, 1300, n)
    trained = coins(rng, 0.45, n)
    hours = pick(rng, [(16, 30), (36, 50), (72, 20)], n)
    both = coins(rng, 0.7, n)
    limited = coins(rng, plan.limits, n)
    limit = kinds(rng, [1] * len(plan.longest), n)
    verdict = pick(
        rng,
        [(Verdict.ADMITTED, 88), (Verdict.TALK, 3), (Verdict.DECLINED, 1), (None, 8)],
        n,
    )
    in_function = coins(rng, 0.15, n)
    made = []
    for row, (person, role) in enumerate(zip(people, roles, strict=True)):
        agrees, refuses = willing[row] is Willing.YES, willing[row] is Willing.NO
        made.append(
            Mentor(
                source=Place(),
                person=person.id,
                kind=role.kind,
                willing=willing[row],
                places=int(places[row]),
                programmes=role.programmes,
                formats=frozenset(Format) if both[row] else frozenset({Format.IN_PERSON}),
                max_minutes=plan.longest[int(limit[row])] if limited[row] else None,
                trained_on=(
                    REFERENCE - timedelta(days=int(trained_days[row])) if trained[row] else None
                ),
                trained_by="Программа подготовки наставников" if trained[row] else None,
                trained_hours=hours[row] if trained[row] else None,
                interview=verdict[row] if agrees else None,
                consent_351_8=(
                    REFERENCE - timedelta(days=int(consented[row]))
                    if agrees and not withdrawn[row]
                    else None
                ),
                in_job_function=bool(in_function[row]),
                refused_until=date(2027, 6, 1) if refuses else None,
                **{topic.value: int(skills[at, row]) for at, topic in enumerate(Topic)},
            )
        )
    return made


def _skills(rng: np.random.Generator, n: int) -> Ints:
    return np.array([kinds(rng, SKILLS[topic], n) for topic in Topic], dtype=np.int64)


def mentee_rows(
    rng: np.random.Generator,
    plan: Plan,
    people: Sequence[Person],
    roles: Sequence[MenteeRole],
    schools: Sequence[str],
) -> tuple[list[Mentee], list[Assessment]]:
    """The sheet of mentees and that of monitoring.

    ``schools`` are IDs of those where students can have been pupils or have a contract.
    """
    n = len(people)
    levels = _requests(rng, n)
    wish = pick(
        rng,
        [
            (Format.REMOTE, plan.remote_wish),
            (Format.IN_PERSON, 0.1),
            (None, 0.9 - plan.remote_wish),
        ],
        n,
    )
    verdict = pick(rng, [(Verdict.ADMITTED, 80), (Verdict.TALK, 4), (None, 16)], n)
    declined = coins(rng, 0.01, n)
    year = kinds(rng, (1, 1, 1, 1), n) + 1
    target, finished = rng.integers(0, len(schools), n), rng.integers(0, len(schools), n)
    has_target, has_finished = rng.random(n) < 0.5, rng.random(n) < 0.6
    rows, monitoring = [], []
    for row, (person, role) in enumerate(zip(people, roles, strict=True)):
        asked = [topic for at, topic in enumerate(Topic) if levels[at, row]]
        main = max(asked, key=lambda topic: (int(levels[_AT[topic], row]), REQUESTS[topic]))
        student = role.category is MenteeCategory.STUDENT
        rows.append(
            Mentee(
                person=person.id,
                programme=role.programme,
                category=role.category,
                main_request=main,
                requests=frozenset(asked) - {main},
                needed_subject=(
                    min(person.subjects, default=None) if role.programme == "subject" else None
                ),
                format=wish[row],
                year_of_interaction=int(year[row]) if student else None,
                target_school=schools[int(target[row])] if student and has_target[row] else None,
                finished_school=(
                    schools[int(finished[row])] if student and has_finished[row] else None
                ),
                declined=True if declined[row] else None,
                interview=verdict[row],
            )
        )
        new = (person.experience_school or 0) <= NEWCOMER_MONTHS
        monitoring.append(
            Assessment(
                source=Place(),
                person=person.id,
                day=date(2026, 8, 27) if new else date(2026, 5, 20),
                instrument="входящий мониторинг" if new else "итоговый мониторинг",
                **{topic.value: int(levels[at, row]) for at, topic in enumerate(Topic)},
            )
        )
    return rows, monitoring


_AT = {topic: at for at, topic in enumerate(Topic)}


def _requests(rng: np.random.Generator, n: int) -> Ints:
    """How serious each request of each mentee is; everyone has at least one."""
    asked = np.array([coins(rng, REQUESTS[topic], n) for topic in Topic])
    nothing = ~asked.any(axis=0)
    asked[_AT[Topic.METHODICAL], nothing] = True
    levels = np.zeros(asked.shape, dtype=np.int64)
    levels[asked] = pick(rng, SEVERITY, int(asked.sum()))
    return levels
