"""A town of any size, without specials: for measuring and for trying things out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.participants import with_lists
from matchmaker.scenarios.plan import (
    AFTER_BREAK,
    DEPUTY,
    NEW_HERE,
    SCHOOL,
    TEACHER,
    YOUNG,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out
from matchmaker.scenarios.year import municipal_year

PLAN = Plan(
    title="Город",
    kinds=((SCHOOL, 1),),
    mentees=(
        Intake(YOUNG, SCHOOL, 92),
        Intake(NEW_HERE, SCHOOL, 5),
        Intake(AFTER_BREAK, SCHOOL, 3),
    ),
    mentors=(Intake(TEACHER, SCHOOL, 94), Intake(DEPUTY, SCHOOL, 6)),
)


@scenario("city", mentees=500, mentors=400, schools=60)
def city(size: Size, rng: np.random.Generator) -> Scenario:
    """A town of schools of any size, with the usual shares of everything."""
    made = lay_out(PLAN, size, rng).finish("city")
    return with_lists(replace(made, roadmap=municipal_year(rng)))
