"""Column generation: an optimum over all pairs, of which few are ever listed.

A flow over the listed pairs gives prices; every pair there is is held against them, and those
that the prices speak for are listed too. When no pair is left that they speak for, the prices
prove the plan best among all pairs, just as they would with all of them listed (Gilmore and
Gomory, Operations Research 9, 1961, 849–859).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from matchmaker.errors import NoSolverError
from matchmaker.events import Round
from matchmaker.limits import Limits
from matchmaker.pairs import Ints, Roster
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.face import Prices
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.network import skeleton
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.base import Watch
from matchmaker.solvers.beginning import beginning
from matchmaker.solvers.lexicographic import Lexicographic
from matchmaker.solvers.pricing import NEW, Pricing
from matchmaker.solvers.shared_pricing import SharedPricing
from matchmaker.workers import Workers, threads

THIN = 8
"""So many of the pairs listed first are kept of each mentee once there are prices."""


@dataclass(frozen=True, eq=False)
class Solved:
    """An answer over all pairs.

    Attributes
    ----------
    program : the pairs that were listed.
    raw : what was chosen of them, and the proof, which holds for all pairs.
    rounds : how many times pairs were held against prices.
    seconds, cpu : spent in each phase, on the wall and of the processor; they belong in no file
        that is compared.
    """

    program: Program
    raw: Raw
    rounds: int
    seconds: dict[str, float]
    cpu: dict[str, float]


def solve_by_columns(
    roster: Roster,
    policy: Rulebook,
    limits: Limits,
    watch: Watch,
    workers: Workers | None = None,
) -> Solved:
    """List, solve and price until no pair is left out that would enter.

    A run that is out of time keeps its last plan; of the first tier in which a pair left out
    might still gain it states the bound that the prices prove.

    Parameters
    ----------
    workers : who holds pairs against prices; threads of this process if not given. The answer
        is the same whoever does.

    Raises
    ------
    NoSolverError
        if some limit depends on both sides of a pair, or limits cross; says which.
    RuleError
        if a rule measures what it has not read of either side.
    WorkersError
        if workers died too often, or none is left.
    """
    clock = _Clock()
    layout = Layout(roster, policy)
    if layout.objections:
        raise NoSolverError("; ".join(layout.objections))
    pricing, listed, flow = Pricing(roster, policy), Listed(roster, policy), Lexicographic()
    rounds = 0
    clock.tick("compile")
    # Each thread multiplies tables by itself: more threads under it would only wait.
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(threads()) as pool:
        look = SharedPricing(workers, pricing, policy) if workers else pricing.here(pool)
        first = beginning(pricing, pool, np.random.default_rng(limits.seed), layout.most[1])
        listed.add(*listed.new(*first))
        clock.tick("first columns")
        while True:
            program = layout.program(listed.i, listed.j, listed.points)
            chosen, prices = flow.solve(program, skeleton(program, layout.left))
            rounds += 1
            clock.tick("solve")
            costs = layout.spread(prices)
            if rounds == 1:  # the first prices tell what was listed for nothing
                listed.thin(*costs, THIN, chosen | pricing.speaks_of(listed.codes))
            found = pricing.entering(look, *costs, listed)
            points = listed.add(found.i, found.j)
            gains = points - costs[0][:, found.i] - costs[1][:, found.j]
            open_ = _open_tier(gains)
            values = program.values(chosen)
            bound = None
            if open_ is not None:
                bound = _bound(values[open_], found.i, gains[open_], layout.most[0])
            clock.tick("price")
            watch(_round(rounds, program, len(found.i), values, open_, bound))
            if open_ is None or limits.over:
                proof = tuple(_proof(t, values, prices, open_, bound) for t in range(len(values)))
                return Solved(program, Raw(chosen, proof), rounds, clock.spent, clock.worked)


class _Clock:
    """Seconds by phase."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.worked: dict[str, float] = {}
        self._last, self._work = time.monotonic(), time.process_time()

    def tick(self, phase: str) -> None:
        """Count what has passed since the last tick for this phase."""
        now, work = time.monotonic(), time.process_time()
        self.spent[phase] = self.spent.get(phase, 0.0) + now - self._last
        self.worked[phase] = self.worked.get(phase, 0.0) + work - self._work
        self._last, self._work = now, work


def _open_tier(gains: Ints) -> int | None:
    """The first tier in which a pair left out gains. Shape of gains: (tiers, pairs)."""
    if not gains.shape[1]:
        return None
    return int(np.argmax(gains != 0, axis=0).min())


def _bound(value: int, mentees: Ints, gains: Ints, most: Ints) -> int | None:
    """What a tier is worth at most, given what pairs left out gain in it by themselves.

    A mentee has at most so many pairs, so at most so many of the best gains count.
    """
    if int(most[mentees].max(initial=0)) > NEW:
        return None  # not all gains are known
    order = np.lexsort((-gains, mentees))
    mentee, gain = mentees[order], gains[order]
    place = np.arange(len(mentee)) - np.searchsorted(mentee, mentee)
    return value + int(np.maximum(gain, 0)[place < most[mentee]].sum())


def _proof(
    tier: int, values: Sequence[int], prices: Sequence[Prices], open_: int | None, bound: int | None
) -> TierProof:
    if open_ is None or tier < open_:
        return TierProof(prices[tier], "prices", values[tier])
    return TierProof(
        prices[tier] if tier == open_ else None, "open", bound if tier == open_ else None
    )


def _round(
    number: int,
    program: Program,
    entering: int,
    values: Sequence[int],
    open_: int | None,
    bound: int | None,
) -> Round:
    if open_ is None:
        return Round(number, program.pairs, entering)
    tier = program.tiers[open_].words()
    return Round(number, program.pairs, entering, tier, values[open_], bound)
