"""Rows of bounds on the loads of groups of pairs, and what they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.constraints.opening import Opening
from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Bools, Ints
from matchmaker.rulebook import Tier, Use

FREE = np.int64(2**40)
"""Stands for «no upper bound» inside row arrays; larger than any load."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Bounds on loads, one row per group of a quota. All arrays have shape (rows,).

    The worth of a load ``v`` of a row is, in tier ``short_tier``,
    ``-short_cost * max(0, lower - v)`` and, in tier ``over_tier``,
    ``-over_cost * max(0, v - upper)``. Where ``hard`` is set the load never exceeds
    ``upper``; where ``optional`` is set it may also be 0 at no cost, but not between.
    A pair of negative weight is an *opener* (a link between two schools): it makes room for
    the pairs of its row. Then ``lower`` is what openers alone weigh.

    Attributes
    ----------
    source : position of the family in ``Program.families``.
    group : group number within the family.
    total : load if every candidate pair were chosen.
    """

    source: Ints
    group: Ints
    lower: Ints
    upper: Ints
    total: Ints
    short_tier: Ints
    short_cost: Ints
    over_tier: Ints
    over_cost: Ints
    hard: Bools
    optional: Bools

    def __len__(self) -> int:
        return len(self.source)

    @property
    def highest(self) -> Ints:
        """The largest load a row may have."""
        return np.where(self.hard, np.minimum(self.upper, self.total), self.total)

    def worth(self, loads: Ints, tier: int) -> Ints:
        """What these loads are worth in one tier, per row."""
        short = np.where(self.optional & (loads == 0), 0, np.maximum(0, self.lower - loads))
        over = np.maximum(0, loads - self.upper)
        return -(
            np.where(self.short_tier == tier, self.short_cost * short, 0)
            + np.where(~self.hard & (self.over_tier == tier), self.over_cost * over, 0)
        )


def stack(parts: Sequence[Rows]) -> Rows:
    """Rows after each other."""
    names = Rows.__dataclass_fields__
    parts = [no_rows(), *parts]
    return Rows(**{n: np.concatenate([getattr(part, n) for part in parts]) for n in names})


def rows_of(
    source: int,
    use: Use,
    tiers: Sequence[Tier],
    group: Ints,
    bounds: tuple[Ints, Ints],
    total: Ints,
    optional: Bools,
) -> Rows:
    """The rows of some groups of a family: hard under a must, else paid for in the use's tier.

    Parameters
    ----------
    source : position of the family.
    group : numbers of the groups; bounds, totals and ``optional`` are theirs.
    """
    size, hard = len(group), use.mood == "must"
    tier = 0 if hard else next(t for t, one in enumerate(tiers) if one.name == use.tier)
    cost = 1 if hard else use.weight

    def all_of(value: int) -> Ints:
        return np.full(size, value, dtype=np.int64)

    return Rows(
        source=all_of(source),
        group=group,
        lower=bounds[0],
        upper=bounds[1],
        total=total,
        short_tier=all_of(tier),
        short_cost=all_of(cost),
        over_tier=all_of(tier),
        over_cost=all_of(0 if hard else cost),
        hard=np.full(size, hard, dtype=np.bool_),
        optional=optional,
    )


def no_rows() -> Rows:
    """Rows of nothing, for stacking."""
    none, never = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
    return Rows(none, none, none, none, none, none, none, none, none, never, never)


@dataclass(frozen=True, slots=True)
class Family:
    """Where rows come from: a use of a rule in the policy, and what it states."""

    use: Use
    quota: Quota | Opening
