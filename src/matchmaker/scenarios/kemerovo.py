"""A large city: schools, kindergartens and centres, groups, young heads, a target of 70 %.

How the target can be reached: some 880 people on the sheet are under 35, namely about 400
mentees, 30 mentors and 450 others. Of the others 80 % are supported in another way (360),
and mentors count as served, so 390 are served before the first pair. 70 % are some 620,
hence about 230 of the 400 are to get a mentor, and willing mentors have over 500 places.
"""

from __future__ import annotations

import numpy as np

from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.geography import DISTRICTS, OUTLYING, Region
from matchmaker.scenarios.participants import with_lists
from matchmaker.scenarios.plan import (
    AFTER_BREAK,
    DEPUTY,
    EXTRA,
    GROUP_LEADER,
    HEAD,
    IN_GROUP,
    KINDERGARTEN,
    NEW_HERE,
    SCHOOL,
    TEACHER,
    YOUNG,
    YOUNG_HEAD,
    Flags,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

PLAN = Plan(
    title="Кемеровский городской округ",
    kinds=((SCHOOL, 70), (KINDERGARTEN, 135), (EXTRA, 15)),
    region=Region(centre=(55.35, 86.09), districts=DISTRICTS, outlying=OUTLYING),
    # 300 in schools, 185 in kindergartens (40 of them in groups), 35 in centres.
    mentees=(
        Intake(YOUNG, SCHOOL, 268),
        Intake(NEW_HERE, SCHOOL, 14),
        Intake(AFTER_BREAK, SCHOOL, 10),
        Intake(YOUNG_HEAD, SCHOOL, 8),
        Intake(YOUNG, KINDERGARTEN, 128),
        Intake(IN_GROUP, KINDERGARTEN, 40),
        Intake(NEW_HERE, KINDERGARTEN, 8),
        Intake(AFTER_BREAK, KINDERGARTEN, 5),
        Intake(YOUNG_HEAD, KINDERGARTEN, 4),
        Intake(YOUNG, EXTRA, 30),
        Intake(NEW_HERE, EXTRA, 3),
        Intake(AFTER_BREAK, EXTRA, 2),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 250),
        Intake(DEPUTY, SCHOOL, 16),
        Intake(HEAD, SCHOOL, 11),
        Intake(TEACHER, KINDERGARTEN, 126),
        Intake(GROUP_LEADER, KINDERGARTEN, 18),
        Intake(HEAD, KINDERGARTEN, 5),
        Intake(TEACHER, EXTRA, 24),
    ),
    # Of the 466 young teachers 110 have taught for a year or less.
    young_months=((0, 12, 110), (13, 23, 171), (24, 36, 185)),
    flags=Flags(low=100 * 6 / 70, hard=100 * 10 / 70, high=100 * 9 / 70, resilient=100 * 3 / 70),
    other_young=0.87,
    other_older=0.30,
)


@scenario("kemerovo", mentees=520, mentors=450, schools=220)
def kemerovo(size: Size, rng: np.random.Generator) -> Scenario:
    """A large city with kindergartens: coverage of the young, groups, young heads."""
    made = lay_out(PLAN, size, rng).finish(
        "kemerovo",
        {
            "first": "coverage",
            "rules": [
                {"must": "outside_limit", "at_most": 3},
                {"must": "coverage", "percent": 70, "under_age": 35},
            ],
        },
    )
    return with_lists(made, students=True)
