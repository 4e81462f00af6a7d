"""Reduced profit of any pair in a tier, as a form that can be added up and held against all pairs.

What a pair gains by prices is a sum over tiers and rows (see :mod:`matchmaker.program.face`), so
the reduced profits of several tiers add up to one form, which is worked out in one go.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Ints
from matchmaker.program.face import Prices


@dataclass(frozen=True, slots=True, eq=False)
class Reduced:
    """Points of a pair, each tier with its weight, less what its rows charge.

    Attributes
    ----------
    points : weight of a point of each tier. Shape: (tiers,).
    rows : price of each row. Shape: (rows,).
    """

    points: Ints
    rows: Ints

    @classmethod
    def of(cls, prices: Prices, tier: int, tiers: int) -> Reduced:
        """The reduced profit in one tier, earlier tiers counted at their exchange rates."""
        points = np.zeros(tiers, dtype=np.int64)
        points[tier] = prices.scale
        for earlier, rate in prices.exchange.items():
            points[earlier] += rate
        return cls(points, prices.rows)

    def plus(self, other: Reduced, times: int = 1) -> Reduced:
        """Add another form so many times."""
        return Reduced(self.points + times * other.points, self.rows + times * other.rows)
