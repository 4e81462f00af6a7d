"""A big city has the shares that the domain notes state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest

from matchmaker import scenarios
from matchmaker.domain import (
    Category,
    Contest,
    DecisionKind,
    MenteeCategory,
    Municipality,
    Outcome,
    Person,
    Status,
    Topic,
    Willing,
)


@cache
def city() -> Municipality:
    return scenarios.generate("city", mentees=3000, mentors=2500, schools=120).municipality


def mentees(*categories: MenteeCategory) -> list[Person]:
    town = city()
    return [
        town.person[row.person]
        for row in town.mentees
        if not categories or row.category in categories
    ]


def mentors() -> list[Person]:
    town = city()
    return [town.person[row.person] for row in town.mentors]


def share(facts: Iterable[bool]) -> float:
    listed = list(facts)
    return 100 * sum(listed) / len(listed)


def age(person: Person) -> int:
    years = person.age_on(city().reference_date)
    assert years is not None
    return years


def test_mentees_by_experience_and_age() -> None:
    young = mentees(MenteeCategory.YOUNG)
    months = [person.experience_teaching or 0 for person in young]
    assert share(m < 12 for m in months) == pytest.approx(21, abs=1)
    assert share(12 <= m < 24 for m in months) == pytest.approx(38, abs=1)
    assert share(24 <= m <= 36 for m in months) == pytest.approx(41, abs=1)
    bands = ((18, 24, 45), (25, 29, 28), (30, 34, 10), (35, 44, 12), (45, 70, 5))
    for low, high, expected in bands:
        assert share(low <= age(p) <= high for p in young) == pytest.approx(expected, abs=1.5)
    everyone = [row.category for row in city().mentees]
    assert share(c is not MenteeCategory.YOUNG for c in everyone) == pytest.approx(8, abs=1)


def test_mentors_by_experience_and_age() -> None:
    for low, high, expected in ((30, 39, 15), (40, 49, 35), (50, 59, 35), (60, 80, 15)):
        assert share(low <= age(p) <= high for p in mentors()) == pytest.approx(expected, abs=1)
    for low, high, expected in ((60, 119, 12), (120, 239, 28), (240, 359, 35), (360, 840, 25)):
        found = share(low <= (p.experience or 0) <= high for p in mentors())
        assert found == pytest.approx(expected, abs=4)


def test_mentors_otherwise() -> None:
    people, rows = mentors(), city().mentors
    assert share(p.category is Category.HIGHEST for p in people) == pytest.approx(60, abs=1)
    assert share(p.category is Category.FIRST for p in people) == pytest.approx(35, abs=1)
    assert share((p.load_hours or 0) > 27 for p in people) == pytest.approx(40, abs=1)
    assert share(bool(p.class_teacher) for p in people) == pytest.approx(55, abs=1)
    assert share(bool(p.methodical_day) for p in people) == pytest.approx(60, abs=1)
    assert share(p.status is not Status.WORKING for p in people) == pytest.approx(5, abs=1)
    assert share(r.willing is Willing.YES for r in rows) == pytest.approx(78, abs=1)
    assert share(r.trained_on is not None for r in rows) == pytest.approx(45, abs=1)
    for places, expected in ((1, 60), (2, 32), (3, 8)):
        assert share(r.places == places for r in rows) == pytest.approx(expected, abs=1)
    agreed = [r for r in rows if r.willing is Willing.YES]
    assert share(r.consent_351_8 is None for r in agreed) == pytest.approx(3, abs=1)
    won = {c.person for c in city().contests if isinstance(c, Contest) and c.won}
    assert share(r.person in won for r in rows) == pytest.approx(9, abs=0.5)


@pytest.mark.parametrize(
    ("subject", "of_mentees", "of_mentors"),
    [
        ("начальные классы", 26, 25),
        ("русский язык", 10, 14),
        ("математика", 9, 11),
        ("информатика", 4, 2.5),
        ("история", 9, 7),
        ("физика", 1.5, 3.5),
        ("химия", 1.5, 3),
        ("физическая культура", 8, 6),
    ],
)
def test_subjects(subject: str, of_mentees: float, of_mentors: float) -> None:
    # A second subject, taught by some, adds a point or so to a few of them.
    assert share(subject in p.subjects for p in mentees()) == pytest.approx(of_mentees, abs=1.2)
    assert share(subject in p.subjects for p in mentors()) == pytest.approx(of_mentors, abs=1.2)


def test_requests_and_their_severity() -> None:
    rows = city().assessments
    for topic, expected in (
        (Topic.METHODICAL, 62),
        (Topic.PSYCH_PED, 48),
        (Topic.SUBJECT, 30),
        (Topic.LEGAL, 22),
        (Topic.INCLUSION, 26),
        (Topic.ICT, 12),
        (Topic.GIFTED, 10),
    ):
        asked = share((getattr(row, topic.value) or 0) > 0 for row in rows)
        assert asked == pytest.approx(expected, abs=4)
    levels = Counter(level for row in rows for level in row.levels if level)
    for level, expected in ((1, 30), (2, 45), (3, 25)):
        assert 100 * levels[level] / levels.total() == pytest.approx(expected, abs=1)
    by_person = {row.person: row for row in rows}
    for mentee in city().mentees:
        assert mentee.main_request is not None
        worst = max(by_person[mentee.person].levels)
        assert getattr(by_person[mentee.person], mentee.main_request.value) == worst
        assert mentee.main_request not in mentee.requests


def test_women_past_pairs_and_decisions() -> None:
    women = [p.name.endswith("на") for p in mentees()]
    assert share(women) == pytest.approx(88, abs=1)
    town, n = city(), len(city().mentees)
    unfinished = [pair for pair in town.past_pairs if pair.outcome is Outcome.UNFINISHED]
    assert 100 * len(unfinished) / n == pytest.approx(20, abs=2)
    kinds = Counter(decision.kind for decision in town.decisions)
    assert 100 * kinds[DecisionKind.PIN] / n == pytest.approx(4, abs=0.5)
    assert 100 * kinds[DecisionKind.FORBID] / n == pytest.approx(2, abs=0.5)


def test_most_mentees_can_have_a_mentor_of_their_own_school() -> None:
    """Three quarters and more of pairs are to be inside schools, so that must be possible."""
    town = city()
    places: Counter[str] = Counter()
    wanted = Counter(town.person[row.person].school for row in town.mentees)
    for row in town.mentors:
        if row.willing is Willing.YES:
            places[town.person[row.person].school] += row.places or 0
    inside = sum(min(count, places[school]) for school, count in wanted.items())
    assert inside / len(town.mentees) > 0.75
