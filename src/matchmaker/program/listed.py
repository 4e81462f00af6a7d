"""Candidate pairs that have been listed so far, with their points."""

from __future__ import annotations

import numpy as np

from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.compile import points_of
from matchmaker.rulebook import Rulebook

PIECE = 10_000
"""So many mentees are thinned out at a time."""


class Listed:
    """Some candidate pairs, ordered by mentee and mentor.

    Attributes
    ----------
    codes : ``mentee * number of mentors + mentor``, ascending. Shape: (pairs,).
    points : Shape: (tiers, pairs).
    """

    def __init__(self, roster: Roster, policy: Rulebook) -> None:
        self.roster, self.policy = roster, policy
        self.codes = np.zeros(0, dtype=np.int64)
        self.points = np.zeros((len(policy.order), 0), dtype=np.int64)
        names = sorted(set(roster.programmes))
        place = {name: at for at, name in enumerate(names)}
        self._names = names
        self._programme = np.array([place[name] for name in roster.programmes], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def i(self) -> Ints:
        """The mentee of each pair."""
        return self.codes // max(1, len(self.roster.mentor))

    @property
    def j(self) -> Ints:
        """The mentor of each pair."""
        return self.codes % max(1, len(self.roster.mentor))

    def new(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Those of these pairs that are not listed yet, each once, in order."""
        width = max(1, len(self.roster.mentor))
        codes = np.setdiff1d(np.unique(i * width + j), self.codes, assume_unique=True)
        return codes // width, codes % width

    def add(self, i: Ints, j: Ints) -> Ints:
        """List new pairs; their points by tier. Shape: (tiers, pairs)."""
        points = self.points_of(i, j)
        codes = i * max(1, len(self.roster.mentor)) + j
        order = np.argsort(codes)
        place = np.searchsorted(self.codes, codes[order])
        self.codes = np.insert(self.codes, place, codes[order])
        self.points = np.insert(self.points, place, points[:, order], axis=1)
        return points

    def thin(self, mentees: Ints, mentors: Ints, most: int, kept: Bools) -> None:
        """Keep the pairs that gain most at prices, at most so many of each mentee.

        Parameters
        ----------
        mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
        kept : pairs that are kept whatever they gain. Shape: (pairs,).
        """
        i, j, kept = self.i, self.j, kept.copy()
        ends = np.searchsorted(i, np.arange(PIECE, len(self.roster.mentee), PIECE))
        for some in np.split(np.arange(len(i)), ends):  # few at a time: gains take room
            mentee, mentor = i[some], j[some]
            gains = self.points[:, some] - mentees[:, mentee] - mentors[:, mentor]
            order = np.lexsort((*(-gains[::-1]), mentee))
            ranked = mentee[order]
            best = np.arange(len(order)) - np.searchsorted(ranked, ranked) < most
            kept[some[order[best]]] = True
        self.codes, self.points = self.codes[kept], self.points[:, kept]

    def points_of(self, i: Ints, j: Ints) -> Ints:
        """Points of any pairs by tier. Shape: (tiers, pairs)."""
        points = np.zeros((len(self.points), len(i)), dtype=np.int64)
        programme = self._programme[i]
        for at, name in enumerate(self._names):
            mine = np.flatnonzero(programme == at)
            if len(mine):
                p = self.roster.take(i[mine], j[mine])
                points[:, mine] = points_of(p, self.policy.all_uses, name, self.policy.order)
        return points
