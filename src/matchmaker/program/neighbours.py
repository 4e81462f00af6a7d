"""Mentees whom musts leave much the same mentors, so that they are looked at together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matchmaker.pairs import Ints

KINDS = 20_000
"""The narrowing musts tell so many kinds of mentees apart at most."""

NARROW = 0.8
"""A must that leaves a larger share of mentors tells nobody apart for its own sake."""

TOGETHER = 1000
"""Groups that neighbour each other are joined up to so many mentees."""

CELLS = 1_000_000
"""So many pairs are asked about at a time."""

WIDER = 1.5
"""And as long as the mentors of all are so many times those of the largest, at most."""


class Must(Protocol):
    """A must by kinds of mentees."""

    @property
    def mentee(self) -> Ints:
        """The kind of each mentee."""
        ...

    def rows(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Whether it allows pairs: a row for each kind among the mentees, and whose it is."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Some mentees, and all mentors whom the narrowing musts leave to any of them.

    Attributes
    ----------
    bits : whether each mentor is left, eight to a byte.
    """

    mentees: Ints
    bits: npt.NDArray[np.uint8]
    count: int

    @property
    def both(self) -> tuple[Ints, Ints]:
        """The mentees, and the mentors left, ascending."""
        return self.mentees, np.flatnonzero(np.unpackbits(self.bits, count=self.count))


def neighbours(musts: Sequence[Must], members: Ints, mentors: int) -> list[Neighbours]:
    """Put mentees together so that few pairs that musts exclude are looked at."""
    if not len(members) or not mentors:
        return []
    narrowing, key = _alike(musts, members, mentors)
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    groups = np.split(members[order], starts[1:])
    left = _left(narrowing, np.array([group[0] for group in groups]), mentors)
    return list(_joined(groups, left, mentors))


def _alike(musts: Sequence[Must], members: Ints, mentors: int) -> tuple[list[Must], Ints]:
    """The musts that narrow, those that leave least first, and whom they do not tell apart."""
    everybody = np.arange(mentors)
    sample = members[:: max(1, len(members) // 16)]
    shares = [float(must.rows(sample, everybody)[0].mean()) for must in musts]
    chosen: list[Must] = []
    key, groups = np.zeros(len(members), dtype=np.int64), 1
    for at in np.argsort(shares, kind="stable").tolist():
        kinds = musts[at].mentee
        joint = key * (int(kinds.max()) + 1) + kinds[members]
        codes, finer = np.unique(joint, return_inverse=True)
        if len(codes) <= (KINDS if shares[at] < NARROW else groups):
            key, groups = finer.reshape(-1).astype(np.int64), len(codes)
            chosen.append(musts[at])
    return chosen, key


def _left(narrowing: Sequence[Must], mentees: Ints, mentors: int) -> npt.NDArray[np.uint8]:
    """The mentors whom narrowing musts leave each mentee, eight to a byte."""
    everybody = np.arange(mentors)
    found = np.full((len(mentees), (mentors + 7) // 8), 255, dtype=np.uint8)
    for must in narrowing:
        _, first, kind = np.unique(must.mentee[mentees], return_index=True, return_inverse=True)
        bits = np.empty((len(first), found.shape[1]), dtype=np.uint8)
        step = max(1, CELLS // mentors)
        for start in range(0, len(first), step):
            rows, at = must.rows(mentees[first[start : start + step]], everybody)
            bits[start : start + step] = np.packbits(rows > 0, axis=1)[at]
        found &= bits[kind.reshape(-1)]
    return found


def _joined(
    groups: Sequence[Ints], left: npt.NDArray[np.uint8], mentors: int
) -> Iterator[Neighbours]:
    """Join groups that follow each other once those with like mentors stand together.

    Sets that share most of their members mostly have the same first member under a random
    order of all (Broder 1997), so sorting by two such members brings them together.
    """
    rng = np.random.default_rng(0)
    orders = [rng.permutation(mentors) for _ in range(2)]
    firsts, sizes = [], []
    for bits in left:
        members = np.flatnonzero(np.unpackbits(bits, count=mentors))
        firsts.append([int(order[members].min(initial=mentors)) for order in orders])
        sizes.append(len(members))
    together: list[Ints] = []
    bits, largest = np.zeros((mentors + 7) // 8, dtype=np.uint8), 0
    for at in sorted(range(len(groups)), key=lambda at: (firsts[at], at)):
        both = bits | left[at]
        size = sum(map(len, together)) + len(groups[at])
        reach = max(largest, sizes[at])
        wide = int(np.unpackbits(both, count=mentors).sum()) > WIDER * reach
        if together and (size > TOGETHER or wide):
            yield Neighbours(np.concatenate(together), bits, mentors)
            together, both, reach = [], left[at], sizes[at]
        together.append(groups[at])
        bits, largest = both, reach
    yield Neighbours(np.concatenate(together), bits, mentors)
