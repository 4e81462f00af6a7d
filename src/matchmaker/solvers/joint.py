"""Pairs and links together: branch on links alone, since pairs follow from them.

Two plans are made first: links without regard to pairs, then the pairs they allow (the
*two-step* answer, which is also what the joint one is compared with); and pairs without
regard to links, then the links they use most, then pairs again. The better one starts the
search. In branch and bound only links are whole numbers: once they are settled the pairs
are a program of their own, mostly a flow, and come out whole. Where they come out in parts
both are branched on.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt

from matchmaker.events import Watch
from matchmaker.limits import Limits
from matchmaker.messages import routes as say
from matchmaker.pairs import Bools
from matchmaker.program.answer import Raw
from matchmaker.program.face import Face
from matchmaker.program.joint import Joint
from matchmaker.program.program import Program
from matchmaker.solvers.auto import choose
from matchmaker.solvers.greedy import fill
from matchmaker.solvers.linear import (
    NEAR,
    WHOLE,
    Hint,
    Solution,
    best_of_each,
    chosen_of,
    run,
    solve_integer,
    values_of,
)
from matchmaker.solvers.mip import chain
from matchmaker.solvers.model import Floats, write

COLUMNS = 4000
"""So many pairs are written first for branch and bound, those that lose least."""

PATIENCE, SHARE = 0.75, 0.4
"""How much of the time left a tier may take, and of that the first round."""

PACE = 1500
"""So many more pairs a second of the time left can carry (measured)."""

log = logging.getLogger("matchmaker.solvers.joint")


class JointMip:
    """Pairs and links in one integer program, from the two-step answer on."""

    name = "joint"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Only a joint program can be read."""
        return () if isinstance(program, Joint) else (say.NOT_JOINT(),)

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Solve every tier as far as time allows."""
        assert isinstance(program, Joint)
        plans = two_step(program, limits), by_use(program, limits)
        start = max((trimmed(program, plan) for plan in plans), key=program.values)
        return chain(program, limits, watch, start, search)


def two_step(program: Joint, limits: Limits) -> Bools:
    """Choose links by what they are worth themselves, then pairs that they allow."""
    return _with_pairs(program, _best(program.links, limits), limits)


def by_use(program: Joint, limits: Limits) -> Bools:
    """Choose pairs as if all links were there, then the links they use most, then pairs."""
    wished = _best(program.people, limits)
    use = np.zeros(program.pairs, dtype=np.int64)
    start, row, _ = program.by_pair
    opener = np.full(len(program.rows), -1, dtype=np.int64)
    opening = np.flatnonzero(program.weight < 0)
    opener[program.row[opening]] = program.pair[opening]
    for p in np.flatnonzero(wished).tolist():
        mine = opener[row[start[p] : start[p + 1]]]
        use[np.unique(mine[mine >= 0])] += 1
    wanted = use[program.people.pairs :]
    order = np.lexsort((np.arange(len(wanted)), -wanted))
    order = order[wanted[order] > 0]
    return _with_pairs(program, fill(program.links, order), limits)


def _best(program: Program, limits: Limits) -> Bools:
    """The best plan of people or of links alone."""
    return choose("auto", program).solver.solve(program, limits, lambda event: None).chosen


def _with_pairs(program: Joint, links: Bools, limits: Limits) -> Bools:
    """The best pairs that these links allow, and the links."""
    allowed = open_pairs(program, links)
    pairs = np.zeros(program.people.pairs, dtype=np.bool_)
    pairs[allowed] = _best(program.people.only(allowed), limits)
    return np.concatenate([pairs, links])


def trimmed(program: Program, chosen: Bools, tier: int | None = None) -> Bools:
    """The plan without links that no pair needs and that are worth nothing, or less.

    Parameters
    ----------
    tier : the last tier that counts; nothing: all do.
    """
    most = len(program.tiers) if tier is None else tier + 1
    loads = program.loads(chosen)
    # Where a load is above what links alone weigh, pairs need them.
    used = program.opening & ~program.implied & (loads > program.rows.lower)
    idle = chosen & program.openers
    idle[program.pair[(program.weight < 0) & used[program.row]]] = False
    best, values = chosen, program.values(chosen)[:most]
    for link in np.flatnonzero(idle).tolist():
        without = best.copy()
        without[link] = False
        reached = program.values(without)[:most]
        if reached >= values and program.allowed(without):
            best, values = without, reached
    return best


def open_pairs(program: Joint, links: Bools) -> Bools:
    """Which pairs of people these links allow. Shape: (pairs of people,)."""
    taken = np.concatenate([np.zeros(program.people.pairs, dtype=np.bool_), links])
    made = np.zeros(len(program.rows), dtype=np.bool_)
    made[program.row[(program.weight < 0) & taken[program.pair]]] = True
    closed = np.zeros(program.pairs, dtype=np.bool_)
    closed[program.pair[(program.opening & ~made)[program.row]]] = True
    return ~closed[: program.people.pairs]


def search(
    program: Program, face: Face, tier: int, limits: Limits, start: Bools, hint: Hint
) -> Solution:
    """Branch on links over the pairs that lose little, then over more of them.

    A pair left out that loses ``d`` against the prices stands in no plan worth more than
    ``hint.bound − d``. So the larger of that, for the pair left out that loses least, and
    of what the search proves of the rest, bounds every plan there is.
    """
    openers = program.openers
    loss = -hint.reduced / hint.scale
    among = face.free & ~openers
    ordered = np.sort(np.maximum(loss[among], 0.0))
    margin = _reach(ordered, COLUMNS)
    near = openers | best_of_each(program, among, hint.reduced, NEAR)
    if hint.support is not None:
        near |= hint.support
    best, bound, share = start, hint.bound, SHARE
    branched: Bools | None = openers
    seconds = None if limits.left is None else limits.left * PATIENCE
    mine = Limits(seconds=seconds)
    while True:
        listed = start | best | near | (loss < margin)
        model = write(program, face, tier, integer=True, listed=listed, branched=branched)
        seconds = None if mine.left is None else mine.left * share
        result = run(
            model.proto,
            mathopt.SolverType.HIGHS,
            mathopt.SolveParameters(
                time_limit=None if seconds is None else timedelta(seconds=seconds),
                relative_gap_tolerance=0.0,
                absolute_gap_tolerance=0.9,
            ),
            hint=best[model.free].astype(np.float64),
        )
        in_parts = False
        if result.has_primal_feasible_solution():
            values = values_of(model, result)
            found = chosen_of(face, model, values)
            in_parts = not np.all(np.abs(values - np.round(values))[: len(model.free)] < WHOLE)
            if in_parts:
                found = _with_links(program, face, tier, limits, best, hint, found)
            if program.allowed(found) and (
                program.values(found)[: tier + 1] > program.values(best)[: tier + 1]
            ):
                best = trimmed(program, found, tier)
        proved = result.termination.objective_bounds.dual_bound + model.constant
        left = face.free & ~listed
        out = hint.bound - float(loss[left].min()) if left.any() else -np.inf
        bound = min(bound, max(proved, out))
        log.info(
            "tier %s: margin %.1f, %d columns, value %d, bound %.1f (searched %.1f, left out %.1f)",
            program.tiers[tier].name,
            margin,
            len(model.free),
            program.values(best)[tier],
            bound,
            proved,
            out,
        )
        value = program.values(best)[tier]
        ended = result.termination.reason is mathopt.TerminationReason.OPTIMAL
        settled = out <= value and not in_parts
        if bound + WHOLE < value + 1 or settled or (not ended and share == 1):
            return Solution(best, True, bound)
        # What could still stand in a better plan comes in, a good part at a time.
        # More columns than the time left can carry would end in nothing at all.
        wider = hint.bound - value + WHOLE
        if mine.left is not None:
            wider = min(wider, _reach(ordered, COLUMNS + int(PACE * mine.left)))
        if in_parts and branched is not None:
            branched = None  # links alone do not make the pairs whole: branch on both
        elif wider <= margin:
            return Solution(best, True, bound)
        margin, share = max(margin, wider), 1


def _reach(ordered: Floats, count: int) -> float:
    """The loss up to which there are so many pairs."""
    return float(ordered[min(count, len(ordered)) - 1]) if len(ordered) else 0.0


def _with_links(
    program: Program,
    face: Face,
    tier: int,
    limits: Limits,
    start: Bools,
    hint: Hint,
    found: Bools,
) -> Bools:
    """The best pairs for the links found, whose own pairs came out in parts."""
    openers = program.openers
    settled = replace(face, free=face.free & ~openers, taken=face.taken | (found & openers))
    again = solve_integer(program, settled, tier, limits, start, hint)
    return start if again.chosen is None else again.chosen
