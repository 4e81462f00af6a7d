"""The best pair first, then the next: what a careful person does by hand.

An honest baseline and a start for the exact solvers; it proves nothing.
"""

from __future__ import annotations

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Ints
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.program import Program
from matchmaker.solvers.base import Watch


class Greedy:
    """Takes pairs in order of their points wherever the limits still allow."""

    name = "greedy"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Take pairs one by one; groups left too small are dissolved and tried again."""
        chosen = fill(program, preference(program))
        return Raw(chosen, tuple(TierProof(None, "open", None) for _ in program.tiers))


def preference(program: Program) -> Ints:
    """Pairs from the most to the least wanted: pinned ones first, then tier by tier.

    Links that make room for pairs come before all pairs.

    What a lower bound owes comes first, the tighter the bound the earlier: a pin asks for
    its one pair, a share of all people for none in particular.
    """
    rows = program.rows
    share = np.where(rows.optional, 0, 1000 * rows.lower // np.maximum(rows.total, 1))
    owed = np.zeros(program.pairs, dtype=np.int64)
    np.maximum.at(owed, program.pair, share[program.row])
    keys = [np.arange(program.pairs), *(-tier for tier in program.points[::-1]), -owed]
    keys.append(~program.openers)
    return np.lexsort(keys)


def complete(program: Program, chosen: Bools) -> Bools:
    """Add to a plan whatever pairs its limits still allow; kept only if it gains by that."""
    kept = np.flatnonzero(chosen)
    # Links first: the pairs they make room for would find none without them.
    kept = kept[np.argsort(~program.openers[kept], kind="stable")]
    more = fill(program, np.concatenate([kept, preference(program)]))
    better = program.allowed(more) and program.values(more) > program.values(chosen)
    return more if better else chosen


def fill(program: Program, order: Ints) -> Bools:
    """Take pairs in this order, each once, wherever all hard limits allow.

    An optional group that ends up below its least size is dissolved and its people are
    tried elsewhere, until no group is between.
    """
    rows = program.rows
    start, row, weight = (part.tolist() for part in program.by_pair)
    room = np.where(rows.hard, rows.upper, rows.total).tolist()
    wanted = list(dict.fromkeys(order.tolist()))
    while True:
        taken, left = [], list(room)
        for p in wanted:
            span = range(start[p], start[p + 1])
            for e in span:
                if left[row[e]] < weight[e]:
                    break
            else:
                taken.append(p)
                for e in span:
                    left[row[e]] -= weight[e]
        chosen = np.zeros(program.pairs, dtype=np.bool_)
        chosen[taken] = True
        loads = program.loads(chosen)
        between = rows.optional & (loads > 0) & (loads < rows.lower)
        if not between.any():
            return chosen
        # The smallest group is closed first: its people may fill the others.
        small = np.flatnonzero(between)
        room[int(small[np.argmin(loads[small])])] = 0
