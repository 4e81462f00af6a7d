"""People with everything the teachers' sheet says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from matchmaker.domain import Category, OrganisationKind, Person, School, Status
from matchmaker.scenarios.cohort import Cohort
from matchmaker.scenarios.draw import Bools, Ints, coins, kinds, pick, up_to
from matchmaker.scenarios.full_names import NameBook
from matchmaker.scenarios.plan import EXTRA, KINDERGARTEN, REFERENCE, SCHOOL, Post
from matchmaker.scenarios.subjects import Side, Teaches, teaching

# Share of women (domain notes), outside organisations: general knowledge.
WOMEN = {SCHOOL: 0.88, KINDERGARTEN: 0.99, EXTRA: 0.80}
WOMEN_OUTSIDE = 0.6

# Categories by experience (mentors: domain notes; the rest general knowledge).
CATEGORIES: dict[str, tuple[tuple[Category, float], ...]] = {
    "mentors": (
        (Category.HIGHEST, 60),
        (Category.FIRST, 35),
        (Category.MENTOR, 1.2),
        (Category.METHODIST, 0.8),
        (Category.FIT, 2),
        (Category.NONE, 1),
    ),
    "first years": ((Category.NONE, 70), (Category.FIT, 30)),
    "third year": ((Category.NONE, 40), (Category.FIT, 45), (Category.FIRST, 15)),
    "later": (
        (Category.NONE, 8),
        (Category.FIT, 27),
        (Category.FIRST, 42),
        (Category.HIGHEST, 23),
    ),
}

# Weekly load above 27 hours (mentors: domain notes), with a methodical day, class teachers.
OVERLOADED: dict[Side, float] = {"mentors": 0.40, "mentees": 0.25, "all": 0.30}
METHODICAL_DAY: dict[Side, float] = {"mentors": 0.60, "mentees": 0.35, "all": 0.45}
CLASS_TEACHER: dict[Side, float] = {"mentors": 0.55, "mentees": 0.45, "all": 0.50}
# At work, absent for a time, leaving: 5 % of mentors drop out (domain notes).
STATUS: dict[Side, tuple[float, float, float]] = {
    "mentors": (0.95, 0.03, 0.02),
    "mentees": (0.99, 0.01, 0.0),
    "all": (0.95, 0.04, 0.01),
}
ATTESTS = 0.03
DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота")

POSTS: dict[Post, dict[OrganisationKind, str]] = {
    "head": {KINDERGARTEN: "заведующий"},
    "deputy": {SCHOOL: "заместитель директора по УВР", KINDERGARTEN: "заместитель заведующего"},
    "student": {},
    "lecturer": {OrganisationKind.UNIVERSITY: "доцент"},
    "partner": {},
}
USUAL: dict[Post, str] = {
    "head": "директор",
    "deputy": "заместитель директора",
    "student": "студент",
    "lecturer": "преподаватель",
    "partner": "специалист",
}


def hire(
    rng: np.random.Generator,
    book: NameBook,
    schools: Sequence[School],
    cohort: Cohort,
    *,
    second_subject: float,
    other_support: float,
) -> list[Person]:
    """Make the people of a cohort; they get their IDs later."""
    n, side = len(cohort), cohort.side
    places = [schools[int(at)] for at in cohort.school]
    teaches = _teaching(rng, places, cohort, second_subject)
    here, in_post = _careers(rng, cohort)
    names = book.take(_women(rng, places))
    category = _categories(rng, cohort)
    over = coins(rng, OVERLOADED[side], n)
    load = np.where(over, rng.integers(28, 37, n), rng.integers(18, 28, n))
    day = kinds(rng, [1] * len(DAYS), n)
    free_day = coins(rng, METHODICAL_DAY[side], n)
    class_teacher = coins(rng, CLASS_TEACHER[side], n)
    shift = kinds(rng, (55, 25, 20), n)
    status = kinds(rng, STATUS[side], n)
    back = rng.integers(30, 200, n)
    attests = coins(rng, ATTESTS if side == "mentors" else 0.0, n)
    judged = rng.integers(0, len(schools), n)
    supported = coins(rng, other_support, n)
    pd_consent, publish = coins(rng, 0.97, n), coins(rng, 0.60, n)
    born, dated = _births(rng, cohort.ages), coins(rng, 0.9, n)
    people = []
    for row, school in enumerate(places):
        post = cohort.posts[row]
        position, subjects, levels, direction = teaches[row]
        at_school = school.kind is SCHOOL and post in ("teacher", "deputy")
        state = (Status.WORKING, Status.ABSENT, Status.LEAVING)[int(status[row])]
        people.append(
            Person(
                id="-",
                name=names[row],
                school=school.id,
                position=position,
                subjects=frozenset(subjects),
                direction=direction,
                levels=levels,
                category=category[row],
                born=born[row] if dated[row] else None,
                age=None if dated[row] else int(cohort.ages[row]),
                experience=int(cohort.total[row]),
                experience_teaching=int(cohort.teaching[row]),
                experience_school=int(here[row]),
                experience_post=int(in_post[row]),
                load_hours=float(load[row]) if at_school else None,
                shifts=_shift(school, int(shift[row])) if at_school else frozenset(),
                methodical_day=DAYS[int(day[row])] if at_school and free_day[row] else None,
                class_teacher=bool(class_teacher[row]) if school.kind is SCHOOL else None,
                status=state,
                absent_until=(
                    REFERENCE + timedelta(days=int(back[row])) if state is Status.ABSENT else None
                ),
                attests=(
                    frozenset({schools[int(judged[row])].id} - {school.id})
                    if attests[row]
                    else frozenset()
                ),
                other_support=(
                    bool(supported[row]) if side == "all" and cohort.ages[row] < 35 else None
                ),
                pd_consent=bool(pd_consent[row]),
                publish_consent=bool(publish[row]),
            )
        )
    return people


def _teaching(
    rng: np.random.Generator, places: Sequence[School], cohort: Cohort, second: float
) -> list[Teaches]:
    """Post, subjects, levels and direction of each person."""
    made: list[Teaches] = [("", (), frozenset(), None)] * len(places)
    as_if = [SCHOOL if place.kind.outside else place.kind for place in places]
    for kind in dict.fromkeys(as_if):
        rows = [
            row
            for row, own in enumerate(as_if)
            if own is kind and cohort.posts[row] not in ("head", "partner")
        ]
        drawn = teaching(rng, kind, cohort.side, len(rows), second)
        for row, what in zip(rows, drawn, strict=True):
            made[row] = what
    for row, post in enumerate(cohort.posts):
        if post != "teacher":
            _, subjects, levels, _ = made[row]
            made[row] = (POSTS[post].get(places[row].kind, USUAL[post]), subjects, levels, None)
    return made


def _careers(rng: np.random.Generator, cohort: Cohort) -> tuple[Ints, Ints]:
    """Experience in the organisation and in the post."""
    n = len(cohort)
    stayed = rng.random(n) < (0.8 if cohort.side == "mentees" else 0.45)
    here = np.where(stayed, cohort.teaching, up_to(rng, cohort.teaching))
    here = np.minimum(here, np.where(cohort.here < 840, up_to(rng, cohort.here), 840))
    in_post = np.where(rng.random(n) < 0.8, here, up_to(rng, here))
    heads = np.array([post == "head" for post in cohort.posts], dtype=bool)
    if cohort.side == "mentees":
        return here, np.where(heads, np.minimum(here, rng.integers(1, 36, n)), in_post)
    here = np.where(heads, np.maximum(here, np.minimum(cohort.teaching, 96)), here)
    return here, np.where(heads, np.minimum(here, 60 + up_to(rng, here)), in_post)


def _women(rng: np.random.Generator, places: Sequence[School]) -> Bools:
    women = np.zeros(len(places), dtype=bool)
    for kind in dict.fromkeys(place.kind for place in places):
        rows = [row for row, place in enumerate(places) if place.kind is kind]
        women[rows] = coins(rng, WOMEN.get(kind, WOMEN_OUTSIDE), len(rows))
    return women


def _categories(rng: np.random.Generator, cohort: Cohort) -> list[Category | None]:
    made: list[Category | None] = [None] * len(cohort)
    groups: dict[str, list[int]] = {}
    for row, post in enumerate(cohort.posts):
        if post not in ("teacher", "deputy"):
            continue
        months = int(cohort.teaching[row])
        stage = "first years" if months < 24 else "third year" if months <= 36 else "later"
        groups.setdefault("mentors" if cohort.side == "mentors" else stage, []).append(row)
    for stage, rows in groups.items():
        for row, category in zip(rows, pick(rng, CATEGORIES[stage], len(rows)), strict=True):
            made[row] = category
    return made


def _shift(school: School, kind: int) -> frozenset[str]:
    if len(school.shifts) < 2:
        return school.shifts
    return (frozenset({"1"}), frozenset({"2"}), school.shifts)[kind]


def _births(rng: np.random.Generator, ages: Ints) -> list[date]:
    """Days of birth that give exactly these ages on the reference date."""
    since = rng.integers(0, 365, len(ages))
    return [
        REFERENCE.replace(year=REFERENCE.year - int(age)) - timedelta(days=int(days))
        for age, days in zip(ages, since, strict=True)
    ]
