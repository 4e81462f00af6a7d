"""From the parameters of a municipality to its tables."""

from __future__ import annotations

import numpy as np

from matchmaker.domain import Person, School
from matchmaker.domain.records import Record
from matchmaker.scenarios import bases, cohort, history, profiles, schools
from matchmaker.scenarios.base import Size
from matchmaker.scenarios.cohort import Cohort, Seats
from matchmaker.scenarios.draft import Draft
from matchmaker.scenarios.full_names import NameBook
from matchmaker.scenarios.plan import SCHOOL, Plan
from matchmaker.scenarios.staff import hire

FINISHED = 0.05
"""Pairs of two years ago that ended, per mentee (general knowledge)."""


def lay_out(plan: Plan, size: Size, rng: np.random.Generator) -> Draft:
    """Draw a whole municipality of this size by this plan."""
    network = schools.network(rng, plan, size.schools)
    own, land = network.schools, network.land
    places: list[School] = [*own, *schools.outside(plan, land, len(own))]
    seats, book = Seats(rng, places), NameBook(rng)
    mentee_roles, where = cohort.expand(plan.mentees, size.mentees)
    mentees = cohort.mentees(plan, seats, mentee_roles, where)
    mentor_roles, where = cohort.expand(plan.mentors, size.mentors)
    mentors = cohort.mentors(plan, seats, mentor_roles, where)
    others = cohort.others(plan, seats, size.mentees, len(own))
    cohorts = (mentees, mentors, others)
    staff = _numbered(rng, book, plan, places, cohorts)
    n, m = len(mentees), len(mentors)
    helped, helping, rest = staff[:n], staff[n : n + m], staff[n + m :]
    mentor_rows = bases.mentor_rows(rng, plan, helping, mentor_roles)
    pupils = [place.id for place in own if place.kind is SCHOOL]
    mentee_rows, monitoring = bases.mentee_rows(rng, plan, helped, mentee_roles, pupils)
    people = {person.id: person for person in staff}
    by_mentor = {row.person: row for row in mentor_rows}
    possible = history.chances(people, mentor_rows, mentee_rows)
    past = history.past_pairs(rng, people, by_mentor, possible, round(plan.past * n))
    former = [person.id for person in rest if (person.experience_teaching or 0) <= 72]
    extra: list[Record] = [
        *land.distances([place.id for place in places], [place.kind for place in places]),
        *monitoring,
        *past,
        *history.finished_pairs(rng, former, list(by_mentor), round(FINISHED * n)),
        *history.decisions(
            rng, by_mentor, people, possible, past, round(plan.pins * n), round(plan.bans * n)
        ),
        *history.contests(rng, list(by_mentor)),
    ]
    curators = _curators(cohorts, staff)
    return Draft(
        rng=rng,
        title=plan.title,
        schools={
            place.id: place.model_copy(update={"curator": curators.get(place.id)})
            for place in places
        },
        people=people,
        mentors=by_mentor,
        mentees={row.person: row for row in mentee_rows},
        profiles=profiles.filled(rng.spawn(1)[0], network),
        rest=extra,
    )


def _numbered(
    rng: np.random.Generator,
    book: NameBook,
    plan: Plan,
    places: list[School],
    cohorts: tuple[Cohort, ...],
) -> list[Person]:
    """The people of all cohorts one after another, with IDs in an order that tells nothing."""
    staff = [
        person
        for one in cohorts
        for person in hire(
            rng,
            book,
            places,
            one,
            second_subject=plan.second_subject,
            other_support=plan.other_support,
        )
    ]
    width = max(4, len(str(len(staff))))
    number = rng.permutation(len(staff)) + 1
    return [
        person.model_copy(update={"id": f"п{int(at):0{width}}"})
        for person, at in zip(staff, number, strict=True)
    ]


def _curators(cohorts: tuple[Cohort, ...], staff: list[Person]) -> dict[str, str]:
    """The first deputy of each organisation is its curator."""
    posts = [post for one in cohorts for post in one.posts]
    found: dict[str, str] = {}
    for person, post in zip(staff, posts, strict=True):
        if post == "deputy":
            found.setdefault(person.school, person.id)
    return found
