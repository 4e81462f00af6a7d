"""Points and musts of every pair of a programme, without asking rules pair by pair.

What a mentee is worth to all mentors is a sum of rows of small tables
(:mod:`matchmaker.program.terms`), made once for all mentees whom the tables treat alike. Mentees to
whom musts leave much the same mentors are looked at together, and only with those mentors
(:mod:`matchmaker.program.neighbours`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy

import numpy as np

from matchmaker.pairs import Bools, Ints
from matchmaker.program.compile import allowed_of
from matchmaker.program.neighbours import neighbours
from matchmaker.program.terms import Question, Term, Terms, bundles

REFUSED = -(2**62)
"""Stands for a pair that a must excludes."""

NEVER = -(2**60)
"""No pair that musts allow is worth so little."""

RARELY = 0.95
"""A must without a table that allows such a share is asked of single pairs only."""

BITS = 60
"""So many bits hold the points of all tiers; those to spare let prices grow."""


class Scores:
    """The terms of one programme, and its mentees in groups.

    Attributes
    ----------
    members : mentees of the programme.
    prefers : terms that give points.
    musts : those with tables.
    asked : rules asked on the spot, with their uses.
    seen : the largest points met so far, by term that gives points.
    """

    def __init__(self, terms: Terms, programme: str, members: Ints) -> None:
        self.roster, self.policy, self.programme = terms.roster, terms.policy, programme
        self.members = members
        found = terms.of(programme)
        self.prefers = [term for term in found if not term.must]
        self._late = [term for term in found if term.must and self._rarely_refuses(term)]
        early = [term for term in found if term.must and term not in self._late]
        self.musts = bundles([term for term in early if term.table is not None])
        self.asked: dict[Question, list[Term]] = {}
        for term in (*self.prefers, *early):
            if term.table is None:
                self.asked.setdefault(term.asked, []).append(term)
        self.seen = {term.use.key: term.largest for term in self.prefers}
        self.points = bundles(self._tabled())
        self._groups = neighbours(early, members, len(self.roster.mentor))
        places = sorted(self.asked, key=lambda asked: int(asked.mentor.max(initial=0)))
        told = [bundle.mentee for bundle in (*self.points, *self.musts)]
        told += [asked.mentee for asked in places]
        self._mentees = _ranks(told, len(self.roster.mentee))
        self._mentors = _ranks([one.mentor for one in places], len(self.roster.mentor))

    def __len__(self) -> int:
        return len(self._groups)

    def group(self, number: int) -> tuple[Ints, Ints]:
        """Some mentees and all mentors that musts may leave them, those alike side by side."""
        mentees, mentors = self._groups[number].both
        return (
            mentees[np.argsort(self._mentees[mentees])],
            mentors[np.argsort(self._mentors[mentors])],
        )

    def allowed(self, i: Ints, j: Ints) -> Bools:
        """Which of these pairs every must of the programme allows, ledgers included."""
        return allowed_of(self.roster.take(i, j), self.policy.all_uses, self.programme)

    def refused_late(self, i: Ints, j: Ints) -> Bools:
        """Which of these pairs a must excludes that blocks do not tell of."""
        found = np.zeros(len(i), dtype=np.bool_)
        for term in self._late:
            found |= term.asked.single(i, j) <= 0
        return found

    def _rarely_refuses(self, term: Term) -> bool:
        if term.table is not None:
            return False
        some = self.members[:: max(1, len(self.members) // 16)]
        block = term.asked.block(some, np.arange(len(self.roster.mentor)))
        return bool((block > 0).mean() >= RARELY) if block.size else True

    def _tabled(self) -> list[Term]:
        """The terms whose points depend on both sides, by table."""
        return [
            term for term in self.prefers if term.table is not None and min(term.table.shape) > 1
        ]

    @property
    def spread(self) -> Ints:
        """By tier, the most that the points of two pairs may differ. Shape: (tiers,)."""
        found = np.zeros(len(self.policy.order), dtype=np.int64)
        for term in self.prefers:
            found[term.tier] += self.seen[term.use.key] * (2 if term.table is None else 1)
        return found


class Fields:
    """Widths that hold the points of each tier side by side in one number.

    Attributes
    ----------
    weights : what a point of each tier is worth in the number. Shape: (tiers,).
    fits : whether all of them fit one number.
    """

    def __init__(self, largest: Ints) -> None:
        self._bits = _bits(largest)
        self.fits = bool(self._bits.sum() <= BITS)
        used = np.flatnonzero(self._bits)
        spare = max(0, BITS - int(self._bits.sum()))
        for nth in range(spare if len(used) else 0):  # prices of later tiers grow most
            self._bits[used[-1 - nth % len(used)]] += 1
        shift = np.append(np.cumsum(self._bits[::-1])[::-1][1:], 0)
        self.weights = np.int64(1) << np.minimum(shift, BITS).astype(np.int64)

    def hold(self, largest: Ints) -> bool:
        """Whether numbers as large as these fit too."""
        return bool((_bits(largest) <= self._bits).all())


class Priced:
    """What pairs are worth beyond the prices of both sides, all tiers in one number.

    A number is positive exactly if the first tier in which points and prices differ speaks for
    the pair.

    Parameters
    ----------
    mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
    fields : wide enough for any pair at these prices.
    """

    def __init__(self, scores: Scores, mentees: Ints, mentors: Ints, fields: Fields) -> None:
        self._write(scores, fields.weights, fields.weights @ mentees, fields.weights @ mentors)

    @classmethod
    def weighed(cls, scores: Scores, weights: Ints, mentee: Ints, mentor: Ints) -> Priced:
        """The same with a point of each tier worth so much, and sides that cost so much."""
        found = cls.__new__(cls)
        found._write(scores, weights, mentee, mentor)
        return found

    def _write(self, scores: Scores, weights: Ints, mentee: Ints, mentor: Ints) -> None:
        self.scores, self.weights = scores, weights
        self._met: list[tuple[str, int]] = []
        self._mentee, self._mentor = mentee, -mentor
        for term in scores.prefers:
            if term.table is not None and len(term.table) == 1:
                self._mentor = self._mentor + (term.table[0] * self.weights[term.tier])[term.mentor]
            elif term.table is not None and term.table.shape[1] == 1:
                mine = (term.table[:, 0] * self.weights[term.tier])[term.mentee]
                self._mentee = self._mentee - mine

    def crowded(self, tier: int, costs: Ints) -> Priced:
        """The same with each mentor so many points dearer in one tier. Shape: (M,).

        As far as numbers go: whom all would choose may cost any price.
        """
        found = copy(self)
        weight = int(self.weights[tier])
        found._mentor = self._mentor - weight * np.minimum(costs, -NEVER // 2 // weight)
        return found

    def meet(self, seen: Mapping[str, int]) -> None:
        """Take note of the largest points that somebody else met, by term."""
        self._met.extend(seen.items())

    def outgrown(self) -> bool:
        """Whether some pair had larger points than the fields were made for; they are kept."""
        seen, found = self.scores.seen, False
        for key, largest in self._met:
            found |= largest > seen[key]
            seen[key] = max(seen[key], largest)
        return found

    def block(self, i: Ints, j: Ints) -> Ints:
        """Worth of these mentees with these mentors, ``REFUSED`` where a must excludes.

        Musts that refuse few are not asked (:meth:`Scores.refused_late`). Shape: (mentees,
        mentors).
        """
        worth = self._mentor[j][None, :] - self._mentee[i][:, None]
        for bundle in self.scores.points:
            rows, at = bundle.rows(i, j, self.weights)
            worth += rows[at]
        excluding = []
        for asked, terms in self.scores.asked.items():
            found = asked.met(i, j)
            weight = 0
            for term in terms:
                if not term.must:
                    weight += int(self.weights[term.tier]) * term.use.weight
                    self._note(term, found.measure)
            if weight:
                worth += found.spread(found.measure * weight)
            if any(term.must for term in terms):
                excluding.append(found)
        for found in excluding:  # last: points larger than any seen could lift a pair excluded
            np.putmask(worth, found.spread(found.measure <= 0), REFUSED)
        for bundle in self.scores.musts:
            refused = bundle.refused(i, j)
            if refused is not None:
                np.putmask(worth, refused[0][refused[1]], REFUSED)
        return np.asarray(worth)

    def _note(self, term: Term, measure: Ints) -> None:
        """Remember points larger than any seen; threads may share the list."""
        if measure.size:
            largest = max(int(measure.max()), -int(measure.min())) * abs(term.use.weight)
            if largest > self.scores.seen[term.use.key]:
                self._met.append((term.use.key, largest))


def _bits(largest: Ints) -> Ints:
    """Bits for numbers of either sign: all later fields together are less than one of these."""
    return np.array([int(n).bit_length() + 1 if n else 0 for n in largest], dtype=np.int64)


def _ranks(keys: Sequence[Ints], size: int) -> Ints:
    """The place of each unit once sorted by these keys, the first before the others."""
    order = np.lexsort(tuple(reversed(keys))) if keys else np.arange(size)
    found = np.empty(size, dtype=np.int64)
    found[order] = np.arange(size)
    return found
