"""What prices prove over all pairs there are, piece by piece, without listing them.

A bound by prices (see :mod:`matchmaker.program.face`) is a sum: what rows gain, and what each pair
is worth beyond the prices of its rows. Rows are judged once. Pairs are judged some mentees at a
time, as pairs that stand in no row and are worth what is left of their points. The rules
themselves are asked about every pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.events import Checked, Watch, nobody
from matchmaker.pairs import Ints
from matchmaker.program.asked import Asked
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.program import Program
from matchmaker.program.rows import no_rows

LARGEST = 2**61
"""Sums beyond this are refused, since whole numbers of 64 bits end there."""


@dataclass(slots=True)
class Bound:
    """What prices prove of one tier, if every tier before it is closed.

    Attributes
    ----------
    all : scaled bound that counts every pair which gains; the face is what attains it.
    some : the same if a mentee counts only as many of them as she may have pairs; often lower.
    """

    all: int
    some: int
    scale: int

    def closes(self, value: int) -> bool:
        """Whether a plan of this value attains the bound, so that later tiers may be judged."""
        return self.all == self.scale * value

    @property
    def whole(self) -> int:
        """The best bound in points, rounded down: values are whole."""
        return min(self.all, self.some) // self.scale


@dataclass(frozen=True, slots=True)
class Certificate:
    """What prices prove over all pairs.

    Attributes
    ----------
    candidates : how many pairs every must allows; all were held against the prices.
    bounds : of each tier that has prices, the first tier first.
    """

    candidates: int
    bounds: tuple[Bound, ...]

    def down(self, values: Sequence[int]) -> Iterator[Bound]:
        """The bounds of a plan of these values, to the first that it does not attain.

        Later tiers were held against their prices as if every tier before were closed.
        """
        for bound, value in zip(self.bounds, values, strict=False):
            yield bound
            if not bound.closes(value):
                return


def certify(asked: Asked, prices: Sequence[Prices], watch: Watch = nobody) -> Certificate:
    """Hold all pairs against the prices of some tiers, the first tier first.

    Parameters
    ----------
    watch : told after each piece how many mentees are done.

    Raises
    ------
    ValueError
        if prices are too large to be added up.
    """
    layout, known = asked.layout, list(prices)
    bounds = _of_rows(asked, known)
    spread = layout.spread(known)
    scale = np.array([price.scale for price in known], dtype=np.int64)[:, None]
    candidates = done = 0
    for mentees in asked.pieces(asked.everybody):
        i, j = asked.eligible(mentees)
        candidates += len(i)
        points = asked.points(i, j)
        worth = scale * points[: len(known)] - layout.costs(i, j, spread, known)
        _check_size(float(np.abs(worth).max(initial=0)) * max(1, len(i)))
        priced = _without_rows(asked, i, j, np.concatenate([worth, points[len(known) :]]))
        face = Face.whole(priced)
        for t, bound in enumerate(bounds):
            judgement = judge(priced, face, t, Prices(np.zeros(0, dtype=np.int64)))
            bound.all += judgement.bound
            free = np.flatnonzero(face.free)
            bound.some += int(worth[t, face.taken].sum())
            bound.some += best_of_each(i[free], worth[t, free], layout.most[0])
            face = judgement.face
        done += len(mentees)
        watch(Checked(done, len(asked.everybody)))
    return Certificate(candidates, tuple(bounds))


def best_of_each(mentees: Ints, gains: Ints, most: Ints) -> int:
    """The most that pairs gain if each mentee may have only so many of them.

    Parameters
    ----------
    most : of every mentee there is. Shape: (N,).
    """
    order = np.lexsort((-gains, mentees))
    mentee, gain = mentees[order], np.maximum(0, gains[order])
    place = np.arange(len(mentee)) - np.searchsorted(mentee, mentee)
    return int(gain[place < most[mentee]].sum())


def _of_rows(asked: Asked, prices: Sequence[Prices]) -> list[Bound]:
    """What rows alone gain in each tier."""
    none = np.zeros(0, dtype=np.int64)
    empty = asked.layout.program(none, none, np.zeros((len(asked.layout.tiers), 0), np.int64))
    face = Face.whole(empty)
    loads = float(np.abs(face.high).sum() + np.abs(face.low).sum())
    bounds = []
    for t, price in enumerate(prices):
        _check_size(float(np.abs(price.rows).max(initial=0)) * loads)
        _check_size(price.scale * loads * int(empty.rows.short_cost.max(initial=1)))
        judgement = judge(empty, face, t, price)
        bounds.append(Bound(judgement.bound, judgement.bound, price.scale))
        face = judgement.face
    return bounds


def _without_rows(asked: Asked, i: Ints, j: Ints, points: Ints) -> Program:
    """Pairs that stand in no row."""
    layout, none = asked.layout, np.zeros(0, dtype=np.int64)
    return Program(
        asked.roster,
        asked.policy,
        layout.tiers,
        i,
        j,
        points,
        no_rows(),
        none,
        none,
        none,
        layout.families,
    )


def _check_size(largest: float) -> None:
    if largest > LARGEST:
        raise ValueError("prices are too large")
