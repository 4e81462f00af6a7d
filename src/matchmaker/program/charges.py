"""What rows charge pairs at given prices, from either side: for pairs that are not listed.

Most rows charge by one side: a mentor's places cost the same whoever the mentee is. What a row
charges by both sides (only mentees of other schools, hours of unequal length) is parted: the
least it may be goes to the mentor, and the *surcharge* above it is never negative. So a pair that
does not enter by what both sides cost does not enter at all, and surcharges are asked of few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Bools, Ints, Pairs, Roster

CELLS = 1_000_000
"""So many kinds of mentees with mentors are looked at in one piece."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A family of rows, as its quota states it and as the rows count it.

    Attributes
    ----------
    number : row of each group, −1 if it has none; the last is for no group. Shape: (groups + 1,).
    concerned : mentees whom the use of the rule concerns. Shape: (N,).
    everybody : whether these are all mentees of any programme.
    unit : what the row counts as one, in the quota's own weights. Shape: (groups + 1,).
    """

    quota: Quota
    number: Ints
    concerned: Bools
    everybody: bool
    unit: Ints

    @property
    def heavy(self) -> bool:
        """Whether pairs may weigh other than one."""
        return self.quota.mentee_weight is not None or self.quota.mentor_weight is not None

    @property
    def heaviest(self) -> int:
        """No pair weighs more in these rows together."""
        quota, members = self.quota, 1
        if quota.either is not None:
            members = 2
        elif quota.mentors is not None and quota.mentors.ndim > 1:
            members = quota.mentors.shape[1]
        weights = (quota.mentee_weight, quota.mentor_weight)
        return members * prod(int(one.max(initial=0)) for one in weights if one is not None)

    @property
    def side(self) -> str:
        """The side that tells what a pair is charged: ``mentee``, ``mentor`` or ``both``."""
        quota = self.quota
        if quota.apart is not None or quota.either is not None or quota.pairs is not None:
            return "both"
        if quota.mentors is None:
            return "mentee" if quota.mentor_weight is None else "both"
        plain = quota.mentees is None and quota.mentee_weight is None
        return "mentor" if plain and self.everybody else "both"

    def entries(self, p: Pairs) -> Iterator[tuple[Ints, Ints]]:
        """The row of each pair, −1 if none, and its weight there; one of each per member."""
        counted, one = self.concerned[p.i], np.broadcast_to(np.int64(1), p.shape)
        weights = self.quota.weights(p) if self.heavy else one
        for group in self.quota.groups(p):
            row = np.where(counted & (weights > 0), self.number[group], -1)
            yield row, weights // self.unit[group] if self.heavy else one

    def charge(self, p: Pairs, prices: Ints) -> Ints:
        """What these pairs are charged. Shape: that of the pairs."""
        cost = np.append(prices, 0)
        total = np.zeros(p.shape, dtype=np.int64)
        for row, weight in self.entries(p):
            total += cost[row] * weight
        return total


class Charges:
    """What pairs that stand in no ledger are charged at these prices of rows.

    Attributes
    ----------
    mentee, mentor : by either side. Shapes: (N,), (M,).
    most : no surcharge is larger.
    """

    def __init__(self, roster: Roster, families: Sequence[Stated], prices: Ints) -> None:
        self.roster, self._prices = roster, prices
        everyone = np.arange(len(roster.mentee)), np.arange(len(roster.mentor))
        self.mentee = np.zeros(len(everyone[0]), dtype=np.int64)
        self.mentor = np.zeros(len(everyone[1]), dtype=np.int64)
        self.most = 0
        self._both: list[tuple[Stated, Ints]] = []
        for stated in families:
            known = stated.number[stated.number >= 0]
            if stated.quota.pairs is not None or not prices[known].any():
                continue
            if not (len(everyone[0]) and len(everyone[1])):
                continue
            if stated.side == "mentee":
                self.mentee += stated.charge(roster.take(everyone[0], 0), prices)
            elif stated.side == "mentor":
                somebody = int(np.argmax(stated.concerned))
                self.mentor += stated.charge(roster.take(somebody, everyone[1]), prices)
            else:
                least, most = _range(roster, stated, prices)
                self.mentor += least
                self.most += int((most - least).max(initial=0))
                self._both.append((stated, least))

    def surcharge(self, i: Ints, j: Ints) -> Ints:
        """What these pairs are charged beyond what both sides cost; never negative."""
        p = self.roster.take(i, j)
        total = np.zeros(p.shape, dtype=np.int64)
        for stated, least in self._both:
            total += stated.charge(p, self._prices) - least[j]
        return total


def _range(roster: Roster, stated: Stated, prices: Ints) -> tuple[Ints, Ints]:
    """The least and the most that pairs of each mentor may be charged. Shapes: (M,)."""
    quota = stated.quota
    kinds = stated.concerned.astype(np.int64)
    for column in (quota.mentees, quota.mentee_weight):
        if column is not None:
            codes = np.unique(column, return_inverse=True)[1].reshape(-1)
            kinds = kinds * (int(codes.max(initial=0)) + 1) + codes
            kinds = np.unique(kinds, return_inverse=True)[1].reshape(-1)
    first = np.unique(kinds, return_index=True)[1]
    anybody = replace(stated, quota=replace(quota, apart=None))
    mentors = np.arange(len(roster.mentor))
    least = most = anybody.charge(roster.take(first[0], mentors), prices)
    for some in np.array_split(first, -(-len(first) * len(mentors) // CELLS)):
        charged = anybody.charge(Pairs(roster, some[:, None], mentors[None, :]), prices)
        least = np.minimum(least, charged.min(axis=0))
        most = np.maximum(most, charged.max(axis=0))
    if quota.apart is not None:  # whom both come from one organisation it charges nothing
        least, most = np.minimum(least, 0), np.maximum(most, 0)
    return least, most
