"""Deferred acceptance (Gale and Shapley, 1962): mentees propose, mentors hold the best.

A baseline for comparison: stable where the only limits are mentors' places, and known to
leave people out where places are few. Limits across mentors are applied afterwards.
"""

from __future__ import annotations

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Ints
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.program import Program
from matchmaker.solvers.base import Watch
from matchmaker.solvers.greedy import fill, preference


class Deferred:
    """Mentees propose in order of their points, mentors hold the best they have room for."""

    name = "deferred"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Propose and hold until nobody wants to move, then apply all other limits."""
        order = preference(program)
        rank = np.empty(program.pairs, dtype=np.int64)
        rank[order] = np.arange(program.pairs)
        wishes: dict[int, list[int]] = {}
        for p in order:
            wishes.setdefault(int(program.i[p]), []).append(int(p))
        places = places_of(program)
        held: dict[int, list[int]] = {}
        waiting = sorted(wishes, reverse=True)
        while waiting:
            mentee = waiting.pop()
            if not wishes[mentee]:
                continue
            pair = wishes[mentee].pop(0)
            mentor = int(program.j[pair])
            mine = held.setdefault(mentor, [])
            mine.append(pair)
            if len(mine) > places[mentor]:
                worst = max(mine, key=lambda p: int(rank[p]))
                mine.remove(worst)
                waiting.append(int(program.i[worst]))
        stable = np.zeros(program.pairs, dtype=np.bool_)
        stable[[p for mine in held.values() for p in mine]] = True
        chosen = fill(program, order[stable[order]])
        return Raw(chosen, tuple(TierProof(None, "open", None) for _ in program.tiers))


def places_of(program: Program) -> Ints:
    """How many mentees each mentor may hold: the tightest hard row of that mentor alone."""
    rows = program.rows
    first = np.full(len(rows), -1, dtype=np.int64)
    alone = np.ones(len(rows), dtype=np.bool_)
    mentor = program.j[program.pair]
    np.maximum.at(first, program.row, mentor)
    np.logical_and.at(alone, program.row, mentor == first[program.row])
    weight = np.ones(len(rows), dtype=np.int64)
    np.maximum.at(weight, program.row, program.weight)
    count = int(program.j.max(initial=-1)) + 1
    places = np.full(count, program.pairs, dtype=np.int64)
    mentees = np.zeros(len(rows), dtype=np.int64)
    np.maximum.at(mentees, program.row, program.i[program.pair])
    least = np.full(len(rows), program.pairs, dtype=np.int64)
    np.minimum.at(least, program.row, program.i[program.pair])
    # A row of one mentee alone is that mentee's demand, not the mentor's room.
    use = np.flatnonzero(rows.hard & alone & (first >= 0) & (mentees != least))
    np.minimum.at(places, first[use], rows.upper[use] // weight[use])
    return places
