"""A northern town: many come with long experience made elsewhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draw import coins, pick
from matchmaker.scenarios.geography import Region
from matchmaker.scenarios.plan import (
    DEPUTY,
    EXTRA,
    KINDERGARTEN,
    NEW_HERE,
    ON_REQUEST,
    SCHOOL,
    TEACHER,
    YOUNG,
    Flags,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

# All 60 are under 35 and at most three years in this organisation; a quarter of them
# have taught elsewhere for longer.
UNDER_35 = replace(YOUNG, ages=((21, 24, 45), (25, 29, 35), (30, 34, 20)))
FROM_ELSEWHERE = replace(NEW_HERE, ages=((28, 34, 1),), months=((40, 120, 1),), here=35)

PLAN = Plan(
    title="Город Когалым",
    kinds=((SCHOOL, 7), (KINDERGARTEN, 9), (EXTRA, 2)),
    region=Region(
        centre=(62.26, 74.48), districts=("Город",), spread=0.0, within=(3, 20), across=(3, 20)
    ),
    mentees=(
        Intake(UNDER_35, SCHOOL, 24),
        Intake(UNDER_35, KINDERGARTEN, 18),
        Intake(UNDER_35, EXTRA, 3),
        Intake(FROM_ELSEWHERE, SCHOOL, 9),
        Intake(FROM_ELSEWHERE, KINDERGARTEN, 5),
        Intake(FROM_ELSEWHERE, EXTRA, 1),
        Intake(ON_REQUEST, SCHOOL, 5),
        Intake(ON_REQUEST, KINDERGARTEN, 3),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 42),
        Intake(DEPUTY, SCHOOL, 3),
        Intake(TEACHER, KINDERGARTEN, 30),
        Intake(TEACHER, EXTRA, 5),
    ),
    empty=0.1,
    two_shifts=0.35,
    flags=Flags(low=100 / 7, hard=100 / 7, high=200 / 7, resilient=100 / 7),
    other_young=0.8,
    other_older=0.8,
)


@scenario("kogalym", mentees=68, mentors=80, schools=18)
def kogalym(size: Size, rng: np.random.Generator) -> Scenario:
    """A northern town with high turnover: three years here are not three years in all."""
    draft = lay_out(PLAN, size, rng)
    terms = pick(rng, [(3, 10), (6, 25), (9, 45), (12, 20)], size.mentees)
    for key, months in zip(list(draft.mentees), terms, strict=True):
        draft.mentee(key, months=months)
    keeps = coins(rng, 0.3, size.mentors)
    for key, reserve in zip(list(draft.mentors), keeps, strict=True):
        if reserve and (draft.mentors[key].places or 0) >= 2:
            draft.mentor(key, reserved=1)  # for those who arrive in the year
    return draft.finish("kogalym")
