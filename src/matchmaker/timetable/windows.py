"""Sums over stretches of the time axis, for all stretches at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def covering(first: Ints, last: Ints, weight: Ints | None, horizon: int) -> Ints:
    """How much weight covers each grain, if each stretch covers [first, last)."""
    signs = np.ones(len(first)) if weight is None else weight
    edges = np.concatenate([first, last])
    # Whole numbers below 2^53 stay exact in the floats that bincount sums.
    rise = np.bincount(edges, np.concatenate([signs, -signs]), minlength=horizon + 1)
    return np.asarray(np.cumsum(rise[:horizon]).astype(np.int64))



def within(load: Ints, starts: Ints, duration: int) -> Ints:
    """The load summed over the grains of an item, for each of its starts."""
    sums = np.zeros(len(load) + 1, np.int64)
    np.cumsum(load, out=sums[1:])
    return np.asarray(sums[starts + duration] - sums[starts])
