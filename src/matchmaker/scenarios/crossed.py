"""A town where limits cross: on outside mentees, on hours, on places."""

from __future__ import annotations

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draw import pick
from matchmaker.scenarios.geography import DISTRICTS, Region
from matchmaker.scenarios.plan import (
    DEPUTY,
    INNOVATOR,
    NEW_TECHNOLOGY,
    ON_REQUEST,
    SCHOOL,
    SUBJECT,
    TEACHER,
    YOUNG,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

PLAN = Plan(
    title="Город с пересекающимися ограничениями",
    kinds=((SCHOOL, 24),),
    region=Region(districts=DISTRICTS[:3], within=(5, 20), across=(20, 45)),
    mentees=(
        Intake(YOUNG, SCHOOL, 72),
        Intake(ON_REQUEST, SCHOOL, 16),
        Intake(NEW_TECHNOLOGY, SCHOOL, 12),
        Intake(SUBJECT, SCHOOL, 20),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 88),
        Intake(INNOVATOR, SCHOOL, 12),
        Intake(DEPUTY, SCHOOL, 10),
    ),
    near=0.1,
    pins=0.0,  # hours and pins together would be another conflict
    limits=0.2,
)


@scenario("crossed", mentees=120, mentors=110, schools=24)
def crossed(size: Size, rng: np.random.Generator) -> Scenario:
    """A town where limits on schools, hours and places cross, so pairs are hard to choose."""
    draft = lay_out(PLAN, size, rng)
    limits = pick(rng, [(0, 15), (1, 35), (2, 20), (None, 30)], len(draft.schools))
    for school, limit in zip(list(draft.schools), limits, strict=True):
        draft.school(school, outside_limit=limit)
    hours = pick(rng, [(0.5, 10), (1.0, 30), (1.5, 20), (2.0, 25), (3.0, 15)], len(draft.mentors))
    for mentor, week in zip(list(draft.mentors), hours, strict=True):
        draft.mentor(mentor, hours_per_week=week)
    return draft.finish("crossed", {"rules": [{"must": "outside_limit", "at_most": 1}]})
