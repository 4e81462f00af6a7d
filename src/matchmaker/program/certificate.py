"""What prices prove over all pairs there are, piece by piece, without listing them.

A bound by prices (see :mod:`matchmaker.program.face`) is a sum: what rows gain, and what each pair
is worth beyond the prices of its rows. Rows are judged once. Pairs are judged some mentees at a
time, as pairs that stand in no row and are worth what is left of their points. The rules
themselves are asked about every pair.

What a tier leaves open depends on its bound, which is known only when all pairs were looked at. So
tiers are judged as if prices closed every tier before; from the first that they do not close, all
pairs are looked at once more, now with what lies between its bound and its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from matchmaker.events import Checked, Watch, nobody
from matchmaker.pairs import Ints
from matchmaker.program.asked import Asked
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.program import Program
from matchmaker.program.reduced import Reduced
from matchmaker.program.rows import no_rows
from matchmaker.workers import Shared, Workers

LARGEST = 2**61
"""Sums beyond this are refused, since whole numbers of 64 bits end there."""

SHARES = 64
"""Mentees are handed out to workers in so many shares."""


@dataclass(slots=True)
class Bound:
    """What prices prove of one tier, if every tier before it keeps its value.

    Attributes
    ----------
    all : scaled bound that counts every pair which gains; the face is what attains it.
    some : the same if a mentee counts only as many of them as she may have pairs; often lower.
    """

    all: int
    some: int
    scale: int

    def closes(self, value: int) -> bool:
        """Whether a plan of this value attains the bound exactly."""
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


def certify(
    asked: Asked,
    prices: Sequence[Prices],
    values: Sequence[int],
    watch: Watch = nobody,
    workers: Workers | None = None,
) -> Certificate:
    """Hold all pairs against the prices of some tiers, the first tier first.

    Parameters
    ----------
    values : what the plan is worth in each tier.
    watch : told after each piece how many mentees are done.
    workers : who holds them; this process if not given.

    Raises
    ------
    ValueError, OverflowError
        if prices are too large to be added up.
    WorkersError
        if workers died too often, or none is left.
    """
    chain = _Chain(asked, prices, values)
    shared, known = Shared(chain), 0
    bounds: list[Bound] = []
    for look in count(1):
        before = bounds[:known]
        bounds, candidates, done = chain.of_rows(before), 0, 0
        for sums in _all_sums(shared, before, workers):
            for bound, whole, some in zip(bounds, sums.all, sums.some, strict=True):
                bound.all += whole
                bound.some += some
            candidates += sums.candidates
            done += sums.mentees
            watch(Checked(done, len(asked.everybody), look))
        open_ = (t for t in range(known, len(bounds)) if not bounds[t].closes(values[t]))
        known = next(open_, len(bounds)) + 1
        if known >= len(bounds):
            break
    return Certificate(candidates, tuple(bounds))


@dataclass(frozen=True, slots=True)
class Sums:
    """What the pairs of some mentees add to the bounds, tier by tier."""

    mentees: int
    candidates: int
    all: tuple[int, ...]
    some: tuple[int, ...]


def _all_sums(
    chain: Shared[_Chain], known: Sequence[Bound], workers: Workers | None
) -> Iterator[Sums]:
    """The sums of all mentees, some at a time, in any order."""
    asked = chain.value.asked
    if workers is None:
        for piece in asked.pieces(asked.everybody):
            yield chain.value.sums(piece, known)
        return
    shares = [(part, known) for part in np.array_split(asked.everybody, SHARES) if len(part)]
    for _, found in workers.completed(_of_share, shares, chain):
        yield found


def _of_share(share: tuple[Ints, Sequence[Bound]], chain: _Chain) -> Sums:
    """What the pairs of a worker's share of the mentees add."""
    mentees, known = share
    parts = [chain.sums(piece, known) for piece in chain.asked.pieces(mentees)]
    return Sums(
        len(mentees),
        sum(part.candidates for part in parts),
        tuple(map(sum, zip(*(part.all for part in parts), strict=True))),
        tuple(map(sum, zip(*(part.some for part in parts), strict=True))),
    )


class _Chain:
    """Prices of some tiers, and the values that the tiers keep.

    Bounds known of the first tiers are those over all pairs; the tiers after them are taken to be
    closed, so what is found is right up to the first that is not.
    """

    def __init__(self, asked: Asked, prices: Sequence[Prices], values: Sequence[int]) -> None:
        self.asked, self._values = asked, values
        self._prices, tiers = list(prices), len(asked.layout.tiers)
        forms = [Reduced.of(price, t, tiers) for t, price in enumerate(self._prices)]
        self._weights = np.array([form.points for form in forms], dtype=np.int64)
        self._weights = self._weights.reshape(len(forms), tiers)
        none = np.zeros(0, dtype=np.int64)
        self._rows = asked.layout.program(none, none, np.zeros((tiers, 0), np.int64))
        self._check_rows()
        self._spread = asked.layout.spread(self._prices)

    def of_rows(self, known: Sequence[Bound]) -> list[Bound]:
        """What rows alone gain in each tier."""
        bounds, face = [], Face.whole(self._rows)
        for t, price in enumerate(self._prices):
            judgement = judge(self._rows, face, t, price)
            bounds.append(Bound(judgement.bound, judgement.bound, price.scale))
            face = self._after(judgement, known, t)
        return bounds

    def sums(self, mentees: Ints, known: Sequence[Bound]) -> Sums:
        """What the pairs of these mentees add to that."""
        i, j = self.asked.eligible(mentees)
        points = self.asked.points(i, j)
        self._check_points(points)
        worth = self._weights @ points
        worth -= self.asked.layout.costs(i, j, self._spread, self._prices)
        priced = _without_rows(self.asked, i, j, worth, points)
        face, flat = Face.whole(priced), Prices(np.zeros(0, dtype=np.int64))
        whole, some = [], []
        for t in range(len(self._prices)):
            judgement = judge(priced, face, t, flat)
            whole.append(judgement.bound)
            free = np.flatnonzero(face.free)
            best = best_of_each(i[free], worth[t, free], self.asked.layout.most[0])
            some.append(int(worth[t, face.taken].sum()) + best)
            face = self._after(judgement, known, t)
        return Sums(len(mentees), len(i), tuple(whole), tuple(some))

    def _after(self, judgement: Judgement, known: Sequence[Bound], tier: int) -> Face:
        """What a part of the pairs or rows leaves open, by the bound of all of them."""
        if tier >= len(known):
            return judgement.face
        whole = replace(judgement, bound=known[tier].all, scale=known[tier].scale)
        return whole.after(tier, self._values[tier])

    def _check_rows(self) -> None:
        """See that what rows gain can be added up."""
        rows, face = self._rows.rows, Face.whole(self._rows)
        loads = (np.abs(face.high) + np.abs(face.low) + np.abs(rows.lower)).astype(float)
        dearest = np.maximum(rows.short_cost, rows.over_cost)
        for price, weights in zip(self._prices, self._weights.astype(float), strict=True):
            _check_size(float((np.abs(price.rows) + weights.sum() * dearest) @ loads))

    def _check_points(self, points: Ints) -> None:
        """See that what these pairs gain can be added up."""
        largest = np.abs(points).max(axis=1, initial=0).astype(float)
        heaviest = self.asked.layout.heaviest
        for price, weights in zip(self._prices, self._weights.astype(float), strict=True):
            paid = float(np.abs(price.rows).max(initial=0)) * heaviest
            _check_size((weights @ largest + paid) * max(1, points.shape[1]))


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


def _without_rows(asked: Asked, i: Ints, j: Ints, worth: Ints, points: Ints) -> Program:
    """Pairs that stand in no row and are worth so much in the tiers that have prices."""
    layout, none = asked.layout, np.zeros(0, dtype=np.int64)
    return Program(
        asked.roster,
        asked.policy,
        layout.tiers,
        i,
        j,
        np.concatenate([worth, points[len(worth) :]]),
        no_rows(),
        none,
        none,
        none,
        layout.families,
    )


def _check_size(largest: float) -> None:
    if not largest <= LARGEST:
        raise ValueError("prices are too large")
