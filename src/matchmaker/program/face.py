"""The plans that are still best: what earlier tiers, once settled by prices, leave open.

Let prices ``d`` (one whole number per row, of any sign, over a common ``scale``) be
given for tier ``t``. Every plan ``x`` on the face is worth, in that tier, at most

    sum over pairs of max(0, r_p)  +  sum over rows of max over loads v of g_row(v),

where ``r_p = scale * points_t(p) - sum over rows of weight * d`` is the reduced profit
of a pair and ``g_row(v) = d * v + scale * worth_t(row, v)`` what the row gains by load
``v``. This is Lagrangian (weak) duality; it holds for whole-number plans whatever the
rows are, and needs no solver to check. Where the bound is attained, the plans that
attain it are again such a face, and the next tier is judged on it: so a chain of prices
proves a lexicographic optimum without big numbers.

An optional group (closed, or of a size between two bounds) whose pairs stand in no other
such group has no price. It is judged as a whole, as a *bundle*: the best of staying
closed and of the best sets of its pairs of an allowed size. That is the strongest bound
such groups allow. On a face, a taken pair of a bundle is taken if the group is open.

A tier that prices alone cannot close (its optimum lies strictly below the bound) leaves
a *floor* behind: later tiers may use it as one more constraint, with a price of its own
(an *exchange rate*): its points and worths are added, times the rate, and the rate times
the value to be kept is taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from matchmaker.pairs import Bools, Ints
from matchmaker.program.program import Program


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What one tier's bound rests on.

    Attributes
    ----------
    rows : price per row, in units of ``1 / scale`` points. Shape: (rows,).
    scale : by how much prices are multiplied to be whole.
    exchange : rate per earlier tier that was closed by search, over the same scale.
    """

    rows: Ints
    scale: int = 1
    exchange: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """The plans still open: free pairs, pairs settled, loads allowed.

    Attributes
    ----------
    free : pairs neither taken nor dropped yet. Shape: (pairs,).
    taken : pairs that every best plan contains. Shape: (pairs,).
    low, high : loads allowed per row. Shape: (rows,).
    zero : rows that may also stay empty below ``low``. Shape: (rows,).
    floors : value to be kept per tier closed by search.
    """

    free: Bools
    taken: Bools
    low: Ints
    high: Ints
    zero: Bools
    floors: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def whole(cls, program: Program) -> Face:
        """Every plan the hard bounds allow."""
        rows, reach = program.rows, program.reachable
        never = program.bundled & (reach < rows.lower)
        return cls(
            ~np.append(never, False)[program.bundle],
            np.zeros(program.pairs, dtype=np.bool_),
            np.where(rows.optional, np.minimum(rows.lower, reach + 1), np.minimum(rows.lower, 0)),
            np.where(never, 0, reach),
            rows.optional.copy(),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """The bound that prices prove on a face, and what remains of it.

    Attributes
    ----------
    bound : scaled bound; the tier is worth at most ``bound / scale``.
    scale : see :class:`Prices`.
    reduced : reduced profit of every pair. Shape: (pairs,).
    face : the plans that would attain the bound.
    plain : pairs that stand in no bundle. Shape: (pairs,).
    before : the face judged.
    """

    bound: int
    scale: int
    reduced: Ints
    face: Face
    plain: Bools
    before: Face

    def after(self, tier: int, value: int) -> Face:
        """What later tiers are judged on once this tier has this value.

        If the bound is attained, the plans that attain it. If not, the plans that may
        still be worth ``value``: a pair that alone loses more than lies between bound
        and value is out, one whose lack does is in; and the value stays as a floor.
        """
        if self.closes(value):
            return self.face
        slack = self.bound - self.scale * value
        open_ = self.before.free & self.plain
        return replace(
            self.before,
            free=self.before.free & ~(self.plain & (np.abs(self.reduced) > slack)),
            taken=self.before.taken | (open_ & (self.reduced > slack)),
            floors={**self.before.floors, tier: value},
        )

    @property
    def whole(self) -> int:
        """The bound in points, rounded down: values are whole."""
        return self.bound // self.scale

    def closes(self, value: int) -> bool:
        """Whether a plan of this value attains the bound exactly."""
        return self.bound == self.scale * value


def judge(program: Program, face: Face, tier: int, prices: Prices) -> Judgement:
    """Compute the bound that these prices prove for a tier on a face."""
    rows, scale = program.rows, prices.scale
    parts = [(tier, scale), *((t, rate) for t, rate in prices.exchange.items() if rate)]
    profit = np.zeros(program.pairs, dtype=np.int64)
    for t, rate in parts:
        profit += rate * program.points[t]
    reduced = profit - _spread(program, prices.rows)
    plain = program.bundle < 0
    bound = int(np.maximum(0, reduced[face.free & plain]).sum())
    bound += int(reduced[face.taken & plain].sum())

    def gain(loads: Ints) -> Ints:
        gained = prices.rows * loads
        for t, rate in parts:
            gained = gained + rate * rows.worth(loads, t)
        return gained

    corners = np.stack(
        [
            face.low,
            face.high,
            np.clip(rows.lower, face.low, np.maximum(face.low, face.high)),
            np.clip(rows.upper, face.low, np.maximum(face.low, face.high)),
        ]
    )
    shut = face.low > face.high
    gains = np.stack([gain(corner) for corner in corners])
    lowest = np.iinfo(np.int64).min // 4
    gains = np.where(shut, lowest, gains)
    nothing = np.where(face.zero, gain(np.zeros_like(face.low)), lowest)
    best = np.maximum(gains.max(axis=0, initial=lowest), nothing)
    bound += int(best[~program.bundled].sum())
    bound -= sum(prices.exchange.get(t, 0) * v for t, v in face.floors.items())

    attains = gains == best
    least, most = np.iinfo(np.int64).min, np.iinfo(np.int64).max
    low = np.where(attains, corners, most).min(axis=0, initial=most)
    high = np.where(attains, corners, least).max(axis=0, initial=least)
    none = high == least
    remaining = Face(
        face.free & (reduced == 0) & plain,
        face.taken | (face.free & (reduced > 0) & plain),
        np.where(none, 1, low),
        np.where(none, 0, high),
        face.zero & (nothing == best),
        face.floors,
    )
    for row in np.flatnonzero(program.bundled).tolist():
        bound += _judge_bundle(program, face, row, reduced, remaining)
    return Judgement(bound, scale, reduced, remaining, plain, face)


def _judge_bundle(program: Program, face: Face, row: int, reduced: Ints, remaining: Face) -> int:
    """The most a bundle can gain; what attains it is written into the remaining face."""
    mine = program.bundle_pairs[row]
    tied, free = mine[face.taken[mine]], mine[face.free[mine]]
    free = free[np.argsort(-reduced[free], kind="stable")]
    sorted_ = reduced[free]
    sums = int(reduced[tied].sum()) + np.concatenate([[0], np.cumsum(sorted_)])
    least = max(int(face.low[row]) - len(tied), 0)
    most = min(int(face.high[row]) - len(tied), len(free))
    opened = int(sums[least : most + 1].max()) if least <= most else None
    may_close = bool(face.zero[row])
    assert opened is not None or may_close
    best = max(value for value in (opened, 0 if may_close else None) if value is not None)
    remaining.zero[row] = may_close and best == 0
    remaining.free[mine] = False
    if opened is None or opened < best:
        remaining.taken[mine] = False
        remaining.low[row], remaining.high[row] = 1, 0
        return best
    sizes = least + np.flatnonzero(sums[least : most + 1] == best)
    first, last = int(sizes[0]), int(sizes[-1])
    remaining.low[row], remaining.high[row] = first + len(tied), last + len(tied)
    # The best sets of a size are the pairs above a threshold and some of those on it.
    if last > 0:
        possible = sorted_ >= sorted_[last - 1]
        sure = np.arange(len(free)) < first
        if first > 0 and int((sorted_ >= sorted_[first - 1]).sum()) > first:
            sure = sorted_ > sorted_[first - 1]
        remaining.taken[free[sure]] = True
        remaining.free[free[possible & ~sure]] = True
    return best


def _spread(program: Program, prices: Ints) -> Ints:
    """Sum of weight times price over the rows of each pair. Shape: (pairs,)."""
    paid = program.weight * prices[program.row]
    total = np.zeros(program.pairs, dtype=np.int64)
    np.add.at(total, program.pair, paid)
    return total
