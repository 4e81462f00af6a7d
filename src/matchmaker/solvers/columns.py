"""Column generation: an optimum over all pairs, of which few are ever listed.

A flow over the listed pairs gives prices; every pair there is is held against them, and those
that the prices speak for are listed too. When no pair is left that they speak for, the prices
prove the plan best among all pairs, just as they would with all of them listed (Gilmore and
Gomory, Operations Research 9, 1961, 849–859).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count

import numpy as np
from threadpoolctl import threadpool_limits

from matchmaker.errors import NoSolverError
from matchmaker.events import Interrupted, Round, TierClosed
from matchmaker.limits import Limits
from matchmaker.pairs import Ints, Roster
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.certificate import best_of_each
from matchmaker.program.face import Prices
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.network import skeleton
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.base import Watch
from matchmaker.solvers.beginning import beginning
from matchmaker.solvers.lexicographic import Lexicographic
from matchmaker.solvers.pricing import NEW, Found, Pricing
from matchmaker.solvers.shared_pricing import SharedPricing
from matchmaker.workers import Workers, threads

THIN = 8
"""So many of the pairs listed first are kept of each mentee once there are prices."""


@dataclass(frozen=True, eq=False)
class Solved:
    """An answer over all pairs.

    Attributes
    ----------
    program : the pairs that are chosen.
    raw : that they are, and the proof, which holds for all pairs.
    columns : how many pairs were listed.
    rounds : how many times pairs were held against prices.
    seconds, cpu : spent in each phase, on the wall and of the processor; they belong in no file
        that is compared.
    """

    program: Program
    raw: Raw
    columns: int
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

    A run that is out of time or interrupted keeps its last plan; of the first tier in which a pair
    left out might still gain it states the bound that the prices prove.

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
    KeyboardInterrupt
        if interrupted before all pairs were held against prices once: there is no bound yet.
    """
    last: Solved | None = None
    try:
        for last, told in rounds(roster, policy, workers, Listed(roster, policy), limits.seed):
            watch(told)
            if last.raw.proved or limits.over:
                break
    except KeyboardInterrupt:
        if last is None:
            raise
        watch(Interrupted())
    assert last is not None  # there is always a first round
    program, raw = last.program, last.raw
    for tier, value, part in zip(program.tiers, program.values(raw.chosen), raw.proof, strict=True):
        watch(TierClosed(tier.words(), value, part.bound))
    return last


def rounds(
    roster: Roster, policy: Rulebook, workers: Workers | None, listed: Listed, seed: int
) -> Iterator[tuple[Solved, Round]]:
    """The best plan of the pairs listed so far, and its proof, round by round.

    Parameters
    ----------
    listed : grows by the pairs that enter.
    """
    clock = Clock()
    layout = Layout(roster, policy)
    if layout.objections:
        raise NoSolverError("; ".join(layout.objections))
    pricing, flow = Pricing(roster, policy), Lexicographic()
    clock.tick("compile")
    # Each thread multiplies tables by itself: more threads under it would only wait.
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(threads()) as pool:
        look = SharedPricing(workers, pricing, policy) if workers else pricing.here(pool)
        first = beginning(pricing, pool, np.random.default_rng(seed), layout.most[1])
        listed.add(*listed.new(*first))
        clock.tick("first columns")
        for number in count(1):
            program = layout.program(listed.i, listed.j, listed.points)
            chosen, prices = flow.solve(program, skeleton(program, layout.left))
            values, columns = program.values(chosen), program.pairs
            best = layout.program(program.i[chosen], program.j[chosen], program.points[:, chosen])
            del program  # there may be millions of pairs: they are not kept beside the next ones
            clock.tick("solve")
            costs = layout.spread(prices)
            if number == 1:  # the first prices tell what was listed for nothing
                listed.thin(*costs, THIN, chosen | pricing.speaks_of(listed.codes))
            found = pricing.entering(look, *costs, listed)
            points = listed.add(found.i, found.j)
            gains = points - costs[0][:, found.i] - costs[1][:, found.j]
            open_ = _open_tier(gains)
            bound = None
            if open_ is not None:
                bound = _bound(values[open_], found, gains[open_], layout.most[0])
            clock.tick("price")
            proof = tuple(_proof(t, values, prices, open_, bound) for t in range(len(values)))
            raw = Raw(np.ones(best.pairs, dtype=np.bool_), proof)
            solved = Solved(best, raw, columns, number, clock.spent, clock.worked)
            yield solved, _round(solved, len(found.i), open_, bound)


class Clock:
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


def _bound(value: int, found: Found, gains: Ints, most: Ints) -> int:
    """What a tier is worth at most, given what pairs left out gain in it by themselves.

    A mentee has at most so many pairs, so at most so many of the best gains count. Where as many
    were found as are kept there may be others, each of which gains at most what the last one does.
    """
    last = np.full(len(most), np.iinfo(np.int64).max)
    np.minimum.at(last, found.i, gains)
    full = np.bincount(found.i, minlength=len(most)) >= NEW
    others = np.where(full, np.maximum(0, most - NEW) * np.maximum(0, last), 0)
    return value + best_of_each(found.i, gains, most) + int(others.sum())


def _proof(
    tier: int, values: Sequence[int], prices: Sequence[Prices], open_: int | None, bound: int | None
) -> TierProof:
    if open_ is None or tier < open_:
        return TierProof(prices[tier], "prices", values[tier])
    return TierProof(
        prices[tier] if tier == open_ else None, "open", bound if tier == open_ else None
    )


def _round(solved: Solved, entering: int, open_: int | None, bound: int | None) -> Round:
    if open_ is None:
        return Round(solved.rounds, solved.columns, entering)
    tier = solved.program.tiers[open_].words()
    value = solved.program.values(solved.raw.chosen)[open_]
    return Round(solved.rounds, solved.columns, entering, tier, value, bound)
