"""A rural district: every school in a village of its own, far from the next."""

from __future__ import annotations

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.geography import Region
from matchmaker.scenarios.plan import (
    AFTER_BREAK,
    DEPUTY,
    NEW_HERE,
    SCHOOL,
    SUBJECT,
    TEACHER,
    YOUNG,
    Flags,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

PLAN = Plan(
    title="Сельский муниципальный округ",
    kinds=((SCHOOL, 25),),
    region=Region(centre=(54.9, 85.2), villages=1.0, radius=0.3, apart=(5.0, 60.0)),
    mentees=(
        Intake(YOUNG, SCHOOL, 58),
        Intake(NEW_HERE, SCHOOL, 5),
        Intake(AFTER_BREAK, SCHOOL, 3),
        Intake(SUBJECT, SCHOOL, 4),
    ),
    mentors=(Intake(TEACHER, SCHOOL, 48), Intake(DEPUTY, SCHOOL, 12)),
    empty=0.15,
    most=6,
    two_shifts=0.1,
    flags=Flags(low=16, hard=24, high=12, resilient=8),
    second_subject=0.45,
    other_older=1.0,
    remote_wish=0.30,
    limits=0.6,
    longest=(30, 45, 60, 90),
)


@scenario("rural", mentees=70, mentors=60, schools=25)
def rural(size: Size, rng: np.random.Generator) -> Scenario:
    """Villages 5 to 60 km apart with rare subjects: far away, or remote."""
    return lay_out(PLAN, size, rng).finish("rural")
