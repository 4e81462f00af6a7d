"""Integer programming with a proof by prices: for limits that are not a flow.

Every tier is first relaxed to a linear program. Its duals, rounded to whole numbers, are
prices; the bound they prove is computed anew over all pairs, so rounding can weaken it
but never make it wrong. Mostly the relaxation comes out whole and the prices close the
tier, and the next tier is solved on the face they leave. Where they do not, branch and
bound settles the tier, which then stays as a floor under the later ones.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.errors import SolverError
from matchmaker.events import TierClosed
from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.program.answer import Closed, Raw, TierProof
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.program import Program
from matchmaker.solvers.base import Watch
from matchmaker.solvers.greedy import complete, fill, preference
from matchmaker.solvers.linear import (
    Hint,
    Solution,
    priced,
    rates,
    solve_integer,
    solve_linear,
)

log = logging.getLogger("matchmaker.solvers.mip")

SCALES = (1, 2, 3, 4, 6, 12, 60, 840, 10**4, 10**6)
"""Denominators tried for prices; duals of such programs mostly have small ones."""

Search = Callable[[Program, Face, int, Limits, Bools, Hint], Solution]


class Mip:
    """Linear programs with branch and bound where needed: for any limits."""

    name = "mip"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Solve every tier exactly, or as far as time allows."""
        start = fill(program, preference(program))
        return chain(program, limits, watch, start, solve_integer)


def chain(
    program: Program, limits: Limits, watch: Watch, start: Bools, search: Search | None
) -> Raw:
    """Go through the tiers: relax, price, close or search.

    Parameters
    ----------
    start : a plan to begin with; never given up for a worse one.
    search : settles what prices cannot; without it ``start`` is only judged.
    """
    face = Face.whole(program)
    chosen, proof = start, []
    for t, tier in enumerate(program.tiers):
        step = _tier(program, face, t, chosen, limits, search)
        chosen, value = step.chosen, program.values(step.chosen)[t]
        proof.append(TierProof(step.prices, step.closed, step.bound))
        watch(TierClosed(tier.words(), value, step.bound))
        face = step.judgement.after(t, value)
    if any(part.closed == "open" for part in proof):
        # Out of time: later tiers may not have been looked at, so nobody waits in vain.
        chosen = complete(program, chosen)
    return Raw(chosen, tuple(proof))


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """How far a tier is settled by these prices: what they prove, and of which plan."""

    chosen: Bools
    prices: Prices | None
    judgement: Judgement
    closed: Closed
    bound: int | None


def _tier(
    program: Program, face: Face, t: int, chosen: Bools, limits: Limits, search: Search | None
) -> Step:
    flat = Prices(np.zeros(len(program.rows), dtype=np.int64))
    step = weigh(program, t, chosen, flat, judge(program, face, t, flat))
    if step.closed == "prices" or (limits.over and step.closed != "open"):
        return step
    if limits.over:
        # What no price was found for is bounded by nothing worth saying.
        return replace(step, prices=None, bound=None)
    relaxed = solve_linear(program, face, t, chosen)
    if relaxed.chosen is not None and search is not None:
        chosen = better(program, t, chosen, relaxed.chosen)
    value = program.values(chosen)[t]
    prices, judgement = best_prices(program, face, t, relaxed, value)
    step = weigh(program, t, chosen, prices, judgement)
    if step.closed != "open" or search is None:
        return step
    hint = Hint(
        judgement.bound / judgement.scale,
        judgement.scale,
        judgement.reduced,
        relaxed.listed,
        relaxed.support,
    )
    try:
        found = search(program, face, t, limits, chosen, hint)
    except SolverError as error:
        log.warning("search of tier %s broke down: %s", program.tiers[t].name, error)
        return step
    if found.chosen is not None and program.allowed(found.chosen):
        chosen = better(program, t, chosen, found.chosen)
    return weigh(program, t, chosen, prices, judgement, found.bound)


def better(program: Program, t: int, one: Bools, other: Bools) -> Bools:
    """The plan that is worth more, this tier included."""
    worth = program.values(other)[: t + 1] > program.values(one)[: t + 1]
    return other if worth else one


def weigh(
    program: Program,
    t: int,
    chosen: Bools,
    prices: Prices,
    judgement: Judgement,
    searched: float = np.inf,
) -> Step:
    """Say how far the bounds of prices and of a search settle a tier."""
    value = program.values(chosen)[t]
    closed: Closed = "open"
    bound = judgement.whole
    if judgement.closes(value):
        closed = "prices"
    elif bound == value:
        closed = "rounding"
    elif np.isfinite(searched):
        bound = max(value, min(bound, int(np.floor(searched + 1e-6))))
        closed = "search" if bound == value else "open"
    return Step(chosen, prices, judgement, closed, bound)


def best_prices(
    program: Program, face: Face, t: int, relaxed: Solution, value: int
) -> tuple[Prices, Judgement]:
    """Round duals to the coarsest scale that proves the most."""
    assert relaxed.rows is not None
    assert relaxed.floors is not None
    floors = dict(zip(sorted(face.floors), relaxed.floors.tolist(), strict=True))
    best: tuple[Prices, Judgement] | None = None
    for scale in SCALES:
        prices = Prices(priced(relaxed.rows, scale), scale, rates(floors, scale))
        judgement = judge(program, face, t, prices)
        if best is None or judgement.bound * best[1].scale < best[1].bound * scale:
            best = prices, judgement
        if judgement.closes(value):
            break
    assert best is not None
    return best
