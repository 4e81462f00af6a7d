"""A city with too few mentors: their places are 70 % of what is needed."""

from __future__ import annotations

from collections import Counter

import numpy as np

from matchmaker.domain import Decision, DecisionKind, Status, Verdict, Willing
from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draft import Draft
from matchmaker.scenarios.plan import (
    DEPUTY,
    EXTRA,
    KINDERGARTEN,
    NEW_HERE,
    SCHOOL,
    TEACHER,
    YOUNG,
    Intake,
    Plan,
)
from matchmaker.scenarios.town import lay_out

PART = 0.70
"""Places of the mentors who can be asked, per mentee."""
MOST_PLACES = 20
"""More places than this a mentor cannot have."""

PLAN = Plan(
    title="Город с нехваткой наставников",
    kinds=((SCHOOL, 70), (KINDERGARTEN, 135), (EXTRA, 15)),
    mentees=(
        Intake(YOUNG, SCHOOL, 288),
        Intake(NEW_HERE, SCHOOL, 12),
        Intake(YOUNG, KINDERGARTEN, 185),
        Intake(YOUNG, EXTRA, 35),
    ),
    mentors=(
        Intake(TEACHER, SCHOOL, 180),
        Intake(DEPUTY, SCHOOL, 8),
        Intake(TEACHER, KINDERGARTEN, 112),
        Intake(TEACHER, EXTRA, 20),
    ),
    other_young=0.5,
)


@scenario("shortage", mentees=520, mentors=320, schools=220)
def shortage(size: Size, rng: np.random.Generator) -> Scenario:
    """A city whose mentors have places for 70 % of the mentees: who is left out, and why."""
    draft = lay_out(PLAN, size, rng)
    _settle(draft, max(1, round(PART * size.mentees)))
    return draft.finish("shortage")


def available(draft: Draft) -> list[str]:
    """The mentors who agreed, are at work and were not turned down."""
    return [
        key
        for key, mentor in draft.mentors.items()
        if mentor.willing is Willing.YES
        and mentor.interview is not Verdict.DECLINED
        and draft.people[key].status is Status.WORKING
    ]


def _settle(draft: Draft, target: int) -> None:
    """Add and take single places until exactly as many are left as wanted.

    Those who lose their last place have not been asked; pinned mentees keep theirs.
    """
    able = available(draft)
    if not able:
        able = [next(iter(draft.mentors))]
        draft.mentor(able[0], willing=Willing.YES, interview=Verdict.ADMITTED)
        draft.person(able[0], status=Status.WORKING, absent_until=None)
    places = {key: draft.mentors[key].places or 0 for key in able}
    pinned = Counter(
        row.mentor
        for row in draft.rest
        if isinstance(row, Decision) and row.kind is DecisionKind.PIN
    )
    order = [able[int(at)] for at in draft.rng.permutation(len(able))]
    while gap := target - sum(places.values()):
        step = 1 if gap > 0 else -1
        free = [key for key in order if pinned[key] < places[key] + step <= MOST_PLACES]
        free = free or [key for key in order if pinned[key] <= places[key] + step <= MOST_PLACES]
        if not free:
            break
        end = min(step * places[key] for key in free)
        for key in [key for key in free if step * places[key] == end][: abs(gap)]:
            places[key] += step
    for key, count in places.items():
        draft.mentor(key, places=max(count, 1), willing=Willing.YES if count else Willing.UNKNOWN)
