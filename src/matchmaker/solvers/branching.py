"""Price and branch: pairs under any limits, of which few are ever listed, with a proven gap.

Limits that depend on both sides of a pair, or cross, make no flow. Then tiers are settled one
after the other, as on the mip route: a linear program over the listed pairs gives prices, all
pairs are held against these, and those that would enter are listed too, until there are none.
What is then left between bound and value is searched by branch and bound over the listed pairs. A
pair left out that loses more than that lies in no better plan; those that lose less are listed
for it, the best of each mentee first. So what is proved covers all pairs, at whatever moment the
run ends.
"""

from __future__ import annotations

import logging
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from threadpoolctl import threadpool_limits

from matchmaker.errors import NoSolverError, SolverError
from matchmaker.events import Interrupted, Round, TierClosed
from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Roster
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.all_pairs import AllPairs
from matchmaker.solvers.base import Watch
from matchmaker.solvers.columns import Clock, Solved
from matchmaker.solvers.first_pairs import first_pairs
from matchmaker.solvers.greedy import complete, fill
from matchmaker.solvers.linear import WHOLE, Hint, relax, solve_integer
from matchmaker.solvers.listing import Listing, Settled
from matchmaker.solvers.mip import Step, best_prices, weigh
from matchmaker.workers import Workers, threads

BEGINNING = 0.3
"""The share of the time that finding the first pairs may take."""

PRICING, SHARE = 0.5, 0.6
"""The shares of the time left that prices of a tier may take, and then its search."""

NEAR = 4
"""A pair comes along that falls short by this part of the most that one gained a round before:
prices move about so far."""

ROOM, WIDTH = 50_000, 60
"""A search goes on with all pairs that could still matter if they are no more than that, or so many
for each mentee; else the gap is left as it is."""

log = logging.getLogger("matchmaker.solvers.branching")


def solve_by_branching(
    roster: Roster,
    policy: Rulebook,
    limits: Limits,
    watch: Watch,
    workers: Workers | None = None,
) -> Solved:
    """Settle tier after tier over all pairs, listing those that prices speak for.

    A run that is out of time keeps its last plan, and of the tier it was at the bound that the
    last prices prove over all pairs. One that is interrupted states nothing of that tier.

    Parameters
    ----------
    workers : who finds the first pairs; threads of this process if not given.

    Raises
    ------
    NoSolverError
        if a group may be closed or not below a size, or both sides are the same; says so.
    RuleError
        if a rule measures what it has not read of either side.
    KeyboardInterrupt
        if interrupted before there is any plan.
    """
    layout = Layout(roster, policy)
    if layout.refusals:
        raise NoSolverError("; ".join(layout.refusals))
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(threads()) as pool:
        run = _Run(roster, policy, layout, limits, watch, pool, workers)
        try:
            for tier in range(len(layout.tiers)):
                run.settle(tier)
        except KeyboardInterrupt:
            watch(Interrupted())
        return run.solved()


class _Run:
    """A run over all tiers.

    Attributes
    ----------
    support : codes of the pairs that the last linear program took at least in part.
    """

    def __init__(
        self,
        roster: Roster,
        policy: Rulebook,
        layout: Layout,
        limits: Limits,
        watch: Watch,
        pool: Executor,
        workers: Workers | None,
    ) -> None:
        self._clock, self._rounds = Clock(), 0
        self._limits, self._watch = limits, watch
        self._layout, self._tiers = layout, layout.tiers
        pairs, listed = AllPairs(roster, policy, layout), Listed(roster, policy)
        self._clock.tick("compile")
        first = first_pairs(layout, pairs.pricing, limits.part(BEGINNING), pool, workers)
        listed.add(*listed.new(*first))
        self._listing = Listing(layout, pairs, listed, pool)
        self._clock.tick("first columns")
        self._support = listed.codes[:0]
        self._proof: list[TierProof] = []

    def solved(self) -> Solved:
        """The plan and the proof."""
        program, chosen = self._listing.program(), self._listing.chosen
        unsettled = len(self._tiers) - len(self._proof)
        self._proof += [TierProof(None, "open", None)] * unsettled
        if any(tier.closed == "open" for tier in self._proof):
            chosen = complete(program, chosen)
        clock, raw = self._clock, Raw(np.ones(int(chosen.sum()), np.bool_), tuple(self._proof))
        taken = program.i[chosen], program.j[chosen], program.points[:, chosen]
        best = self._layout.program(*taken)
        return Solved(best, raw, program.pairs, self._rounds, clock.spent, clock.worked)

    def settle(self, tier: int) -> None:
        """Settle one tier as far as time allows."""
        step = None if self._stopped else self._settle(tier)
        if step is None or step.prices is None:
            self._proof.append(TierProof(None, "open", None))
            return
        value = self._listing.program().values(self._listing.chosen)[tier]
        self._listing.settled.append(Settled(step.prices, step.judgement.bound, value))
        self._proof.append(TierProof(step.prices, step.closed, step.bound))
        self._watch(TierClosed(self._tiers[tier].words(), value, step.bound))

    @property
    def _stopped(self) -> bool:
        """Whether time ran out before a tier was settled: later ones are not looked at."""
        return self._limits.over and any(tier.closed == "open" for tier in self._proof)

    def _settle(self, tier: int) -> Step | None:
        step = self._unpriced(tier)
        if step.closed == "open":
            if self._limits.over:
                return None
            step = self._priced(tier)
        if step.closed == "open" and not self._limits.over:
            try:
                step = self._searched(tier, step)
            except SolverError as error:
                log.warning("search of tier %s broke down: %s", self._tiers[tier].name, error)
        return step

    def _unpriced(self, tier: int) -> Step:
        """The tier without prices: often nothing can be gained in it."""
        program, face = self._listing.open()
        flat = Prices(np.zeros(len(program.rows), dtype=np.int64))
        judgement = judge(program, face, tier, flat)
        step = weigh(program, tier, self._listing.chosen, flat, judgement)
        if step.closed == "open":
            return step
        gains = int(self._listing.above(tier, flat).gains.sum())
        judgement = replace(judgement, bound=judgement.bound + gains)
        return weigh(program, tier, self._listing.chosen, flat, judgement)

    def _priced(self, tier: int) -> Step:
        """Solve the linear program by columns; the bound holds whenever it ends."""
        best: Step | None = None
        near, limits = 0, self._limits.part(PRICING)
        while True:
            program, face = self._listing.open()
            relaxed = relax(program, face, tier, np.ones(program.pairs, np.bool_), large=True)[0]
            assert relaxed.support is not None
            self._support = self._listing.codes(relaxed.support)
            if relaxed.chosen is not None:
                self._listing.propose(program, tier, relaxed.chosen)
            value = program.values(self._listing.chosen)[tier]
            prices, judgement = best_prices(program, face, tier, relaxed, value)
            rounded = _rounded(program, face, relaxed.support, judgement)
            self._listing.propose(program, tier, rounded)
            self._clock.tick("solve")
            above = self._listing.above(tier, prices, 1 - near)
            near = int(above.gain.max(initial=0) // NEAR)
            prices, judgement = self._listing.borne(face, tier, prices, judgement, above)
            if best is not None and best.prices and not _lower(judgement, best.judgement):
                prices, judgement = best.prices, best.judgement
            best = weigh(program, tier, self._listing.chosen, prices, judgement)
            self._rounds += 1
            self._clock.tick("price")
            self._watch(self._round(program, tier, int((above.gain > 0).sum()), best))
            done = best.closed != "open" or _as_low(relaxed.bound, best.judgement)
            if not above.gain.any() or done or limits.over:
                return best
            self._listing.add(above)

    def _searched(self, tier: int, step: Step) -> Step:
        """Branch and bound over the listed pairs, then over those too that could still matter."""
        assert step.prices is not None
        prices, bound = step.prices, step.judgement.bound
        limits = self._limits.part(SHARE)
        while True:
            program, face = self._listing.open()
            judgement = replace(judge(program, face, tier, prices), bound=bound)
            support = self._listing.among(self._support)
            hint = Hint(bound / prices.scale, prices.scale, judgement.reduced, support, None)
            found = solve_integer(program, face, tier, limits, self._listing.chosen, hint, near=1)
            if found.chosen is not None and program.allowed(found.chosen):
                self._listing.propose(program, tier, found.chosen)
            self._clock.tick("search")
            value = program.values(self._listing.chosen)[tier]
            # A pair that loses more than this stands in no plan worth a point more.
            above = self._listing.above(tier, prices, prices.scale * (value + 1) - bound)
            self._clock.tick("price")
            more = len(above.found.i)
            proved = found.bound
            if more:
                nearest = int(above.found.worth.max())
                proved = max(proved, (bound + nearest) / prices.scale)
            step = weigh(program, tier, self._listing.chosen, prices, judgement, proved)
            room = max(ROOM, WIDTH * len(program.roster.mentee)) - len(self._listing)
            if step.closed != "open" or not more or above.count > room or limits.over:
                return step
            self._listing.add(above)

    def _round(self, program: Program, tier: int, entering: int, step: Step) -> Round:
        value = program.values(self._listing.chosen)[tier]
        return Round(
            self._rounds, program.pairs, entering, self._tiers[tier].words(), value, step.bound
        )


def _rounded(program: Program, face: Face, support: Bools, judgement: Judgement) -> Bools:
    """A plan made of a linear program's answer: what it takes goes first."""
    among = np.flatnonzero(face.free | face.taken)
    first = face.taken[among] | support[among]
    order = among[np.lexsort((-judgement.reduced[among], ~first))]
    return fill(program, order)


def _lower(one: Judgement, other: Judgement) -> bool:
    """Whether one bound is lower than another."""
    return one.bound * other.scale < other.bound * one.scale


def _as_low(bound: float, judgement: Judgement) -> bool:
    """Whether a bound in whole points is no higher than what a linear program comes to.

    Only where that is not whole: a whole one may be attained exactly, which wants exact prices.
    """
    if abs(bound - round(bound)) < WHOLE:
        return False
    return bool(judgement.whole <= np.floor(bound))
