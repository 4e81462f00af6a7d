"""Drawing by shares: the shares come out exactly, only who gets what is random."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Bands = tuple[tuple[int, int, float], ...]
"""Ranges with shares: (smallest, largest, weight), both ends inclusive."""

T = TypeVar("T")
Options = Sequence[tuple[T, float]]
"""Values with weights."""


def apportion(weights: Sequence[float], total: int) -> list[int]:
    """Split a total in proportion to weights, by largest remainders."""
    if not weights:
        return []
    shares = np.asarray(weights, dtype=float)
    exact = shares / shares.sum() * total
    counts = np.floor(exact + 1e-9).astype(np.int64)
    order = np.argsort(-(exact - counts), kind="stable")
    counts[order[: total - int(counts.sum())]] += 1
    return [int(count) for count in counts]


def kinds(rng: np.random.Generator, weights: Sequence[float], n: int) -> Ints:
    """For each of ``n``, the position of its kind; shares exact, order random."""
    return rng.permutation(np.repeat(np.arange(len(weights)), apportion(weights, n)))


def pick(rng: np.random.Generator, options: Options[T], n: int) -> list[T]:
    """``n`` values in the shares stated, in random order."""
    values = [value for value, _ in options]
    return [values[kind] for kind in kinds(rng, [weight for _, weight in options], n)]


def coins(rng: np.random.Generator, share: float, n: int) -> Bools:
    """True for this share of ``n``."""
    heads: Bools = kinds(rng, (1 - share, share), n) == 1
    return heads


def within(rng: np.random.Generator, bands: Bands, n: int) -> Ints:
    """``n`` whole numbers in the shares of the bands, uniform inside each band."""
    band = kinds(rng, [weight for _, _, weight in bands], n)
    low = np.array([low for low, _, _ in bands], dtype=np.int64)
    high = np.array([high for _, high, _ in bands], dtype=np.int64)
    return rng.integers(low[band], high[band] + 1)


def up_to(rng: np.random.Generator, limit: Ints) -> Ints:
    """For each limit, a whole number from 0 to it."""
    return rng.integers(0, np.maximum(limit, 0) + 1)


def heavy_tail(rng: np.random.Generator, n: int, total: int, *, empty: float, most: int) -> Ints:
    """Spread a total over ``n`` places: many small, a few large, some with nothing.

    ``most`` is kept where the total allows it; the share ``empty`` of places gets none.
    """
    counts = np.zeros(n, dtype=np.int64)
    if not n or not total:
        return counts
    used = max(1, min(n - round(n * empty), total))
    most = max(most, int(np.ceil(1.5 * total / used)))
    places = np.sort(rng.permutation(n)[:used])
    weights = rng.pareto(1.3, used) + 0.25
    filled = np.ones(used, dtype=np.int64)
    while (left := total - int(filled.sum())) > 0:
        open_weights = np.where(filled < most, weights, 0.0)
        filled += rng.multinomial(left, open_weights / open_weights.sum())
        np.minimum(filled, most, out=filled)
    counts[places] = filled
    return counts
