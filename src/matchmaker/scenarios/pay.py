"""What mentors are paid, and what their organisations can pay."""

from __future__ import annotations

import math
from collections import Counter

from matchmaker.domain import Decision, DecisionKind, Willing
from matchmaker.scenarios.draft import Draft

LEAST, MOST, STEP = 1_500, 4_000, 500
"""Pay per mentee (general knowledge). Unit: ₽ a month."""
ROUND = 500
"""Budgets are rounded up to this. Unit: ₽."""


def agree_on_pay(draft: Draft, part: float) -> None:
    """Give each mentor a pay, and each organisation this part of what full places cost."""
    steps = draft.rng.integers(0, (MOST - LEAST) // STEP + 1, len(draft.mentors))
    for key, step in zip(list(draft.mentors), steps.tolist(), strict=True):
        draft.mentor(key, pay=LEAST + STEP * step)
    set_budgets(draft, part)


def set_budgets(draft: Draft, part: float) -> None:
    """Give each organisation of the network this part of what full places would cost.

    It is always enough for the dearest of its mentors and for the pairs that are pinned.
    """
    full: Counter[str] = Counter()
    least: dict[str, int] = {}
    for key, mentor in draft.mentors.items():
        if mentor.willing is Willing.YES:
            school, pay = draft.people[key].school, mentor.pay or 0
            full[school] += pay * (mentor.places or 0)
            least[school] = max(least.get(school, 0), pay)
    pinned: Counter[str] = Counter()
    for row in draft.rest:
        if isinstance(row, Decision) and row.kind is DecisionKind.PIN:
            pinned[draft.people[row.mentor].school] += draft.mentors[row.mentor].pay or 0
    for key, place in list(draft.schools.items()):
        if not place.kind.outside:
            needed = max(part * full[key], least.get(key, 0), pinned[key])
            draft.school(key, pay_budget=math.ceil(needed / ROUND) * ROUND)
