"""A town of twenty schools, some with low results and some strong: partnerships."""

from __future__ import annotations

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draft import Draft
from matchmaker.scenarios.geography import DISTRICTS, Region
from matchmaker.scenarios.plan import (
    AFTER_BREAK,
    DEPUTY,
    NEW_HERE,
    SCHOOL,
    TEACHER,
    YOUNG,
    Flags,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

PLAN = Plan(
    title="Ленинск-Кузнецкий городской округ",
    kinds=((SCHOOL, 20),),
    region=Region(
        centre=(54.67, 86.18), districts=DISTRICTS[:3], spread=4.0, within=(8, 20), across=(20, 40)
    ),
    mentees=(
        Intake(YOUNG, SCHOOL, 55),
        Intake(NEW_HERE, SCHOOL, 3),
        Intake(AFTER_BREAK, SCHOOL, 2),
    ),
    mentors=(Intake(TEACHER, SCHOOL, 64), Intake(DEPUTY, SCHOOL, 6)),
    empty=0.2,
    most=8,
    # 4 schools with low results and 5 strong ones among 20.
    flags=Flags(low=20, hard=0, high=25, resilient=0),
    other_young=0.5,
    # More than 700 teachers, more than a third of pension age (domain notes).
    other_older=9.0,
    older_ages=((35, 44, 22), (45, 54, 30), (55, 59, 10), (60, 64, 20), (65, 69, 18)),
)


@scenario("leninsk-city", mentees=60, mentors=70, schools=20, least=Size(6, 6, 10))
def leninsk_city(size: Size, rng: np.random.Generator) -> Scenario:
    """A town where strong schools help those with low results: partnerships."""
    draft = lay_out(PLAN, size, rng)
    _agreed_before(draft)
    return draft.finish("leninsk-city")


def _agreed_before(draft: Draft) -> None:
    """Half of the schools with low results have a partner already, two strong ones too."""
    low = [key for key, school in draft.schools.items() if school.low_results]
    strong = [key for key, school in draft.schools.items() if school.strong]
    links = list(zip(low[: len(low) // 2], strong, strict=False))
    if len(strong) >= 2:
        links.append((strong[-2], strong[-1]))
    for one, other in links:
        for key, partner in ((one, other), (other, one)):
            draft.school(key, partners=draft.schools[key].partners | {partner})
