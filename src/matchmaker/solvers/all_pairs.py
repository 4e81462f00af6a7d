"""All pairs held against the prices of one tier, on the face that earlier tiers leave open.

Where limits depend on both sides of a pair, tiers are settled one after the other. A pair that is
not listed counts in a tier if it lost nothing in those that prices closed, and no more than lies
between bound and value in the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from matchmaker.errors import RuleError
from matchmaker.pairs import Ints, Roster
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.reduced import Reduced
from matchmaker.program.scores import Priced, Scores
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.pricing import NEW, ROWS, Found, Pricing, within

LARGEST = 2**60
"""Numbers stay below this."""

BLOCK = 500_000
"""So many pairs are looked at in one piece."""


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """What a pair must be worth in an earlier tier, at least, to count in later ones."""

    reduced: Reduced
    least: int


@dataclass(frozen=True, slots=True, eq=False)
class Above:
    """Pairs not listed that are worth at least so much.

    Attributes
    ----------
    found : the best of each mentee; no other pair is worth more than the best of these.
    gain : what the best pair of each mentee gains; 0 if none does. Shape: (N,).
    gains : what all pairs of each mentee gain together. Shape: (N,).
    count : how many there are, kept or not.
    """

    found: Found
    gain: Ints
    gains: Ints
    count: int


class AllPairs:
    """The pairs of all programmes, to be held against prices."""

    def __init__(self, roster: Roster, policy: Rulebook, layout: Layout) -> None:
        self.layout, self.pricing = layout, Pricing(roster, policy)

    def above(
        self,
        pool: Executor,
        reduced: Reduced,
        earlier: Sequence[Passed],
        listed: Listed,
        least: int = 1,
    ) -> Above:
        """The pairs not listed that count in a tier and are worth at least so much there.

        Parameters
        ----------
        earlier : of tiers that prices closed ``least`` is 0; no pair not listed that reaches it in
            all of them is above it in any.

        Raises
        ------
        RuleError
            if points and prices are too large for one number.
        """
        sums = _Sums(len(self.pricing.roster.mentee))
        found = []
        for scores in self.pricing.scores:
            while True:
                look = _Look(self, scores, reduced, earlier, listed, least)
                sums.clear(scores.members)
                parts = list(
                    pool.map(
                        lambda number, look=look: look.group(number, sums),
                        range(len(scores) if look.some else 0),
                    )
                )
                if not look.outgrown():
                    break
            found += parts
        return Above(Found.of(found), sums.gain, sums.gains, int(sums.count.sum()))


class _Sums:
    """What is known of the pairs found of each mentee; threads write of mentees of their own."""

    def __init__(self, mentees: int) -> None:
        self.gain = np.zeros(mentees, dtype=np.int64)
        self.gains = np.zeros(mentees, dtype=np.int64)
        self.count = np.zeros(mentees, dtype=np.int64)

    def clear(self, mentees: Ints) -> None:
        self.gain[mentees] = self.gains[mentees] = self.count[mentees] = 0

    def add(self, found: Found) -> None:
        np.maximum.at(self.gain, found.i, found.worth)
        np.add.at(self.gains, found.i, np.maximum(found.worth, 0))
        np.add.at(self.count, found.i, 1)


class _Form:
    """A form made ready for the pairs of one programme.

    Attributes
    ----------
    largest : no pair is worth more, nor less than its negative.
    """

    def __init__(self, scores: Scores, layout: Layout, reduced: Reduced) -> None:
        self.reduced, self.charges = reduced, layout.charges(reduced.rows)
        sides = self.charges.mentee, self.charges.mentor
        self.priced = Priced.weighed(scores, reduced.points, *sides)
        self.largest = int(np.abs(reduced.points) @ scores.spread) + self.charges.most
        self.largest += sum(int(np.abs(side).max(initial=0)) for side in sides)


class _Look:
    """One look at all pairs of a programme.

    What all tiers closed by prices come to is one form: who counts lost nothing in any of them. It
    and the form of the tier make one number, if there is room: then one block tells both of most
    pairs. Who is out by one of these tiers may seem to gain in another, so those found are asked
    tier by tier.

    Attributes
    ----------
    some : whether any pair can be worth so much.
    """

    def __init__(
        self,
        pairs: AllPairs,
        scores: Scores,
        reduced: Reduced,
        earlier: Sequence[Passed],
        listed: Listed,
        least: int,
    ) -> None:
        def form(reduced: Reduced) -> _Form:
            made = _Form(scores, pairs.layout, reduced)
            if made.largest >= LARGEST:
                raise RuleError(f"points of programme {scores.programme} are too large")
            return made

        self._scores, self._listed, self._pricing = scores, listed, pairs.pricing
        self._main, self._tests = form(reduced), []
        self._least = max(least, -self._main.largest)
        self.some = self._least <= self._main.largest
        nothing = Reduced(np.zeros_like(reduced.points), np.zeros_like(reduced.rows))
        closed = nothing
        for test in earlier:
            self._tests.append((form(test.reduced), test.least))
            if test.least == 0:
                closed = closed.plus(test.reduced)
        strict, times = form(closed), 2 * self._main.largest + 1
        if times * strict.largest + self._main.largest < LARGEST:
            self._main = form(reduced.plus(closed, times))

    def outgrown(self) -> bool:
        """Whether some pair had larger points than assumed; they are kept."""
        outgrown = [form.priced.outgrown() for form in (self._main, *dict(self._tests))]
        return any(outgrown)

    def group(self, number: int, sums: _Sums) -> Found:
        """The best pairs of a group of mentees."""
        mentees, mentors = self._scores.group(number)
        parts = []
        step = max(1, BLOCK // ROWS)
        for i in np.array_split(mentees, -(-len(mentees) // ROWS)):
            kept = []
            for start in range(0, len(mentors), step):
                j = mentors[start : start + step]
                worth = self._main.priced.block(i, j)
                at, to = np.nonzero(worth >= self._least)
                found = self._counted(Found(i[at], j[to], worth[at, to]))
                sums.add(found)
                kept.append(found.cut(NEW)[0])
            parts.append(Found.of(kept).cut(NEW)[0])
        return Found.of(parts)

    def _counted(self, found: Found) -> Found:
        """Those of these pairs that are worth enough with surcharges, are not listed and pass."""
        worth = found.worth - self._main.charges.surcharge(found.i, found.j)
        codes = found.i * len(self._pricing.roster.mentor) + found.j
        kept = (worth >= self._least) & ~within(codes, self._listed.codes)
        found = self._pricing.plain(self._main.priced, Found(found.i, found.j, worth).only(kept))
        for form, least in self._tests:
            if len(found.i):
                mentees, at = np.unique(found.i, return_inverse=True)
                mentors, to = np.unique(found.j, return_inverse=True)
                block = form.priced.block(mentees, mentors)[at.reshape(-1), to.reshape(-1)]
                found = found.only(block - form.charges.surcharge(found.i, found.j) >= least)
        return found
