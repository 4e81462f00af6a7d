"""The best pair first, then the next: what a careful person does by hand.

An honest baseline and a start for the exact solvers; it proves nothing.
"""

from __future__ import annotations

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Ints
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.compile import Program
from matchmaker.solvers.base import Watch


class Greedy:
    """Takes pairs in order of their points wherever the limits still allow."""

    name = "greedy"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Take pairs one by one; groups left too small are dissolved and tried again."""
        chosen = fill(program, preference(program), np.ones(program.pairs, dtype=np.bool_))
        return Raw(chosen, tuple(TierProof(None, "open", None) for _ in program.tiers))


def preference(program: Program) -> Ints:
    """Pairs from the most to the least wanted: pinned ones first, then tier by tier."""
    needed = program.rows.lower[program.row] > 0
    owed = np.zeros(program.pairs, dtype=np.int64)
    owed[program.pair[needed & ~program.rows.optional[program.row]]] = 1
    keys = [np.arange(program.pairs), *(-tier for tier in program.points[::-1]), -owed]
    return np.lexsort(keys)


def quick_start(program: Program, most: int = 30) -> Bools:
    """A greedy plan over the most wanted pairs of each mentee: a start for exact solvers."""
    order = preference(program)
    rank = np.empty(program.pairs, dtype=np.int64)
    rank[order] = np.arange(program.pairs)
    by_mentee = np.lexsort((rank, program.i))
    first = np.searchsorted(program.i[by_mentee], program.i[by_mentee])
    near = np.zeros(program.pairs, dtype=np.bool_)
    near[by_mentee[np.arange(program.pairs) - first < most]] = True
    return fill(program, order, near)


def fill(program: Program, order: Ints, allowed: Bools) -> Bools:
    """Take pairs in this order wherever all hard limits allow.

    An optional group that ends up below its least size is dissolved and its people are
    tried elsewhere, until no group is between.
    """
    rows = program.rows
    start, row, weight = (part.tolist() for part in program.by_pair)
    room = np.where(rows.hard, rows.upper, rows.total).tolist()
    wanted = order[allowed[order]].tolist()
    while True:
        taken, left = [], list(room)
        for p in wanted:
            span = range(start[p], start[p + 1])
            if all(left[row[e]] >= weight[e] for e in span):
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
