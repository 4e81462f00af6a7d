"""A program as the textbook has it: pairs, one number for each, and how many each side takes.

What the textbook has no word for is left out: other limits, what an even load is worth. An
answer is therefore put back under all limits of its program and judged by its tiers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Bools, Ints
from matchmaker.program.program import Program
from matchmaker.solvers.deferred import places_of
from matchmaker.solvers.greedy import fill

BITS = 48
"""All points of a plan in one number stay below 2 to this: costs of a flow allow no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """Pairs with one number each.

    Attributes
    ----------
    i, j : mentee and mentor of each pair. Shape: (pairs,).
    worth : what a pair counts. Shape: (pairs,).
    demand, places : how many pairs a mentee and a mentor may have.
    exact : whether the most worth is the best plan tier by tier, as far as points of pairs go;
        otherwise a point of a tier outweighs all that one pair can gain below, not all that a
        plan can.
    """

    i: Ints
    j: Ints
    worth: Ints
    demand: Ints
    places: Ints
    exact: bool

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return len(self.i)


def assignment(program: Program) -> Assignment:
    """Say a program in the words of the textbook."""
    mentees, mentors = len(program.roster.mentee), len(program.roster.mentor)
    wanted = np.bincount(program.i, minlength=mentees)
    asked = np.bincount(program.j, minlength=mentors)
    demand = np.minimum(wanted, _demand(program, mentees))
    places = np.zeros(mentors, dtype=np.int64)
    known = places_of(program)
    places[: len(known)] = known
    tiers = np.concatenate([_pinned(program)[None], program.points])
    worth, exact = combined(tiers, program.i, demand)
    return Assignment(program.i, program.j, worth, demand, np.minimum(places, asked), exact)


def under_all_limits(program: Program, worth: Ints, chosen: Bools) -> Bools:
    """The pairs of an answer that all limits allow together, the dearest first."""
    kept = np.flatnonzero(chosen)
    return fill(program, kept[np.argsort(-worth[kept], kind="stable")])


def _demand(program: Program, mentees: int) -> Ints:
    wanted = [getattr(unit, "mentee", None) for unit in program.roster.mentee.units]
    return np.array([getattr(one, "mentors", 1) for one in wanted], dtype=np.int64).reshape(mentees)


def combined(tiers: Ints, mentee: Ints, demand: Ints) -> tuple[Ints, bool]:
    """One number for all tiers: exact if that stays small enough, else tier by tier of a pair.

    Parameters
    ----------
    tiers : points of pairs, tier by tier, those that count first first. Shape: (tiers, pairs).
    mentee : of each pair. Shape: (pairs,).
    demand : how many pairs a mentee may have. Shape: (mentees,).
    """
    counting = [points for points in tiers if np.any(points)]
    of_plans = [_most(points, mentee, demand) for points in counting]
    whole = _weights(of_plans)
    exact = sum(w * most for w, most in zip(whole, of_plans, strict=True)) < 2**BITS
    ranges = [int(points.max(initial=0) - points.min(initial=0)) for points in counting]
    weights = whole if exact else _weights(ranges)
    worth = np.zeros(len(mentee), dtype=np.int64)
    for weight, points in zip(weights, counting, strict=True):
        worth += weight * points
    return worth, exact


def _pinned(program: Program) -> Ints:
    """In how many rows that need all their pairs each pair stands. Shape: (pairs,)."""
    rows = program.rows
    needed = rows.hard & (rows.lower > 0) & (rows.lower == rows.total)
    return np.bincount(program.pair[needed[program.row]], minlength=program.pairs)


def _weights(most: list[int]) -> list[int]:
    """A point of each tier outweighs all that can be had below."""
    weights, below = [], 0
    for gain in reversed(most):
        weights.append(below + 1)
        below += (below + 1) * gain
    return weights[::-1]


def _most(points: Ints, mentee: Ints, demand: Ints) -> int:
    """By how much two plans can differ in a tier."""
    best, worst = np.zeros(len(demand), np.int64), np.zeros(len(demand), np.int64)
    np.maximum.at(best, mentee, points)
    np.minimum.at(worst, mentee, points)
    return int((demand * (best - worst)).sum())
