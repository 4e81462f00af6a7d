"""A quota: bounds on how many pairs (places, hours, roubles) a group may take part in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Bools, Ints, Pairs
from matchmaker.sides import Ledger
from matchmaker.text import Text

NO_GROUP = -1
"""Group number of a mentor, mentee or pair that a quota does not concern."""


@dataclass(frozen=True, slots=True, eq=False)
class Quota:
    """Bounds on the load of every group of pairs; one object is a whole family of rows.

    The load of a group is the number of chosen pairs in it, each counted with its
    weight. A pair's group is told by its mentor, by its mentee, by both, or is written
    in a ledger; a pair of equals counts for each of the two.

    Attributes
    ----------
    name : tells this family from others of the same rule.
    labels : what each group is called. Length: groups.
    sentence : the bound in words; may use ``{label}``, ``{lower}``, ``{upper}``, ``{load}``.
    mentors : group of each mentor, or −1. Shape: (M,), or (M, K) where a team counts in
        the groups of its K members.
    mentees : group of each mentee, or −1. Shape: (N,). With ``mentors`` given too, a pair
        counts where both are set, in group ``mentors * (largest mentees + 1) + mentees``.
    pairs : a ledger of group numbers, in place of the two.
    either : group of each unit, or −1, in place of these, where both sides are the same
        equals: a pair counts in the group of each of its two. Shape: (N,).
    lower, upper : bounds per group, or nothing. Shape: (groups,).
    mentee_weight, mentor_weight : a pair weighs their product; 1 if not given.
    apart : codes of mentees (N,) and mentors (M,); a pair counts only where they differ.
    optional : a group may also stay empty, whatever its lower bound.
    implied : follows from another quota; it only sharpens bounds, and is never named as
        a must that conflicts.
    """

    name: str
    labels: tuple[str, ...]
    sentence: Text
    mentors: Ints | None = None
    mentees: Ints | None = None
    pairs: Ledger | None = None
    either: Ints | None = None
    lower: Ints | None = None
    upper: Ints | None = None
    mentee_weight: Ints | None = None
    mentor_weight: Ints | None = None
    apart: tuple[Ints, Ints] | None = None
    optional: bool = False
    implied: bool = False

    def groups(self, p: Pairs) -> list[Ints]:
        """The group of each pair, in every view the same number; one array per member."""
        if self.pairs is not None:
            found = [p.ledger_of(self.pairs, NO_GROUP)]
        elif self.either is not None:
            found = [np.broadcast_to(self.either[side], p.shape) for side in (p.i, p.j)]
        elif self.mentors is None:
            assert self.mentees is not None
            found = [np.broadcast_to(self.mentees[p.i], p.shape)]
        else:
            columns = self.mentors[:, None] if self.mentors.ndim == 1 else self.mentors
            found = [np.broadcast_to(columns[p.j, k], p.shape) for k in range(columns.shape[1])]
            if self.mentees is not None:
                inner = self.mentees[p.i]
                width = int(self.mentees.max(initial=0)) + 1
                found = [
                    np.where((outer >= 0) & (inner >= 0), outer * width + inner, NO_GROUP)
                    for outer in found
                ]
        if self.apart is not None:
            counts = self.apart[0][p.i] != self.apart[1][p.j]
            found = [np.where(counts, group, NO_GROUP) for group in found]
        return found

    def weights(self, p: Pairs) -> Ints:
        """How much each pair adds to the load of its group."""
        weight = np.ones(p.shape, dtype=np.int64)
        if self.mentee_weight is not None:
            weight = weight * self.mentee_weight[p.i]
        if self.mentor_weight is not None:
            weight = weight * self.mentor_weight[p.j]
        return weight

    def loads(self, chosen: Pairs) -> Ints:
        """The load of each group under these chosen pairs (a list). Shape: (groups,)."""
        loads = np.zeros(len(self.labels), dtype=np.int64)
        weight = self.weights(chosen)
        for group in self.groups(chosen):
            inside = group >= 0
            np.add.at(loads, group[inside], weight[inside])
        return loads

    def kept(self, loads: Ints) -> Bools:
        """Whether each group stays within its bounds."""
        good = np.ones(len(loads), dtype=np.bool_)
        if self.upper is not None:
            good &= loads <= self.upper
        if self.lower is not None:
            good &= (loads >= self.lower) | (self.optional & (loads == 0))
        return good

    def check(self, chosen: Pairs) -> Iterator[str]:
        """Say of each broken group what is wrong with it; nothing if all hold."""
        loads = self.loads(chosen)
        for group in np.flatnonzero(~self.kept(loads)):
            yield self.words(int(group), int(loads[group]))

    def words(self, group: int, load: int | None = None) -> str:
        """The bound of one group as a sentence."""
        return self.sentence(
            label=self.labels[group],
            lower=int(self.lower[group]) if self.lower is not None else 0,
            upper=int(self.upper[group]) if self.upper is not None else 0,
            load=0 if load is None else load,
        )
