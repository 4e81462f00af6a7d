"""Grains that one item would share with others, for many of its starts at once."""

from __future__ import annotations

import numpy as np

from matchmaker.timetable.program import Ints

FEW = 4
"""Up to so many starts are held against each item one by one; more by sums over the axis."""


def shared_grains(
    begin: Ints, end: Ints, weight: Ints | None, starts: Ints, duration: int, horizon: int
) -> Ints:
    """Weight times shared grains, summed over all others, for each start of an item.

    Parameters
    ----------
    begin, end : of the others, the first grain and the one after the last.
    weight : of the others; nothing: 1 each.
    """
    if len(starts) <= FEW:
        first = starts[:, None]
        shared = np.minimum(end, first + duration) - np.maximum(begin, first)
        shared = np.maximum(shared, 0)
        return np.asarray(shared.sum(axis=1) if weight is None else shared @ weight)
    signs = np.ones(len(begin)) if weight is None else weight
    edges = np.concatenate([begin, end])
    # Whole numbers below 2^53 stay exact in the floats that bincount sums.
    rise = np.bincount(edges, np.concatenate([signs, -signs]), minlength=horizon + 1)
    sums = np.zeros(horizon + 1)
    np.cumsum(np.cumsum(rise[:horizon]), out=sums[1:])
    return np.asarray((sums[starts + duration] - sums[starts]).astype(np.int64))
