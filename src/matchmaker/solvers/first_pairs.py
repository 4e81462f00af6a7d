"""The pairs that branching begins with: those a flow lists under the limits that make one."""

from __future__ import annotations

from concurrent.futures import Executor

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Ints, Roster
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.beginning import beginning
from matchmaker.solvers.columns import rounds
from matchmaker.solvers.pricing import Pricing
from matchmaker.workers import Workers


def as_flow(roster: Roster, policy: Rulebook) -> Rulebook | None:
    """The same rules but for those whose limits make no flow; nothing if some cannot go."""
    while unfit := Layout(roster, policy).unfit:
        kept = tuple(use for use in policy.uses if use not in unfit)
        if len(kept) == len(policy.uses):
            return None
        policy = policy.model_copy(update={"uses": kept})
    return policy


def first_pairs(
    layout: Layout, pricing: Pricing, limits: Limits, pool: Executor, workers: Workers | None
) -> tuple[Ints, Ints]:
    """Pairs named one by one, and those listed where limits that make no flow are left out."""
    roster, width = layout.roster, max(1, len(layout.roster.mentor))
    rest = as_flow(roster, layout.policy)
    if rest is None:
        i, j = beginning(pricing, pool, np.random.default_rng(limits.seed), layout.most[1])
    else:
        listed = Listed(roster, rest)
        for solved, _ in rounds(roster, rest, workers, listed, limits.seed):
            if solved.raw.proved or limits.over:
                break
        i, j = listed.i, listed.j
    named = np.union1d(pricing.spoken, layout.named)
    return pricing.allowed(np.concatenate([i, named // width]), np.concatenate([j, named % width]))
