"""A town of twenty schools, some with low results and some strong: partnerships."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from matchmaker.domain import LinkKind, LinkState, SchoolLink, Willing
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

IN_FORCE: dict[str, Any] = {"starts": date(2025, 9, 1), "ends": date(2027, 5, 31)}
ENDED: dict[str, Any] = {
    "state": LinkState.ENDED,
    "starts": date(2024, 9, 2),
    "ends": date(2026, 5, 29),
}


@scenario("leninsk-city", mentees=60, mentors=70, schools=20, least=Size(6, 6, 10))
def leninsk_city(size: Size, rng: np.random.Generator) -> Scenario:
    """A town where strong schools help those with low results: partnerships."""
    draft = lay_out(PLAN, size, rng)
    _agree(draft)
    return draft.finish("leninsk-city")


def _agree(draft: Draft) -> None:
    """Half of the schools with low results have a partner already, two strong ones too."""
    low = [key for key, school in draft.schools.items() if school.low_results]
    strong = [key for key, school in draft.schools.items() if school.strong]
    served, waiting = low[: len(low) // 2], low[len(low) // 2 :]
    links = [
        SchoolLink(helping=helping, helped=helped, kind=LinkKind.COOPERATION, **IN_FORCE)
        for helping, helped in zip(strong, served, strict=False)
    ]
    links.append(
        SchoolLink(helping=strong[-2], helped=strong[-1], kind=LinkKind.PARTNERSHIP, **IN_FORCE)
    )
    # Of those who wait, one was helped before, one is promised and one must not be.
    for helping, helped, facts in (
        (strong[-1], waiting[-1], ENDED),
        (strong[len(strong) // 2], waiting[0], {"state": LinkState.PIN}),
        (strong[0], waiting[-1], {"state": LinkState.FORBID}),
    ):
        links.append(SchoolLink(helping=helping, helped=helped, kind=LinkKind.COOPERATION, **facts))
    for link in links:
        for key in (link.helping, link.helped):
            draft.profile(key, consent=Willing.YES)
    if len(waiting) > 1:
        # What only looks like a partner: the head organisation of the school itself.
        head = draft.profiles[strong[1]].legal_entity
        draft.profile(waiting[-1], legal_entity=head)
    draft.rest += links
