"""Points and musts of every pair of a programme, without asking rules pair by pair.

A rule is asked once for each combination of kinds of mentee and of mentor that it tells apart
(:mod:`matchmaker.program.dependence`); what a mentee is worth to all mentors is then a sum of
rows of small tables. Musts that tell few kinds of mentees apart come first: mentees who are
alike to them form a group, and only the mentors whom these musts leave are looked at.

Rules with too many combinations are asked as they are (``free``). What ledgers say of single pairs
is left out: such pairs are few and are listed from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.pairs import Bools, Ints, Pairs, Roster
from matchmaker.program.dependence import Dependence, dependence, without_ledgers
from matchmaker.rulebook import Rulebook, Use

CELLS = 6_000_000
"""The largest table of a rule. Unit: combinations of kinds."""

TOGETHER = 24
"""Groups hold at least so many mentees on average; else looking up does not pay."""

BLOCK = 500_000
"""So many pairs are looked at in one piece, so that they stay near the processor."""

REFUSED = -(2**62)
"""Stands for a pair that a must excludes."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One use of a rule, as a table.

    Attributes
    ----------
    tier : in which its points count; of ``prefer`` only.
    table : points, or whether the must allows it, by kind of mentee and of mentor; nothing if
        there are too many combinations.
    """

    use: Use
    tier: int
    kinds: Dependence
    table: npt.NDArray[np.int64] | None

    @property
    def must(self) -> bool:
        """Whether it excludes pairs."""
        return self.use.mood == "must"


class Scores:
    """The terms of one programme, and its mentees in groups.

    Attributes
    ----------
    members : mentees of the programme, group after group.
    starts, ends : where each group begins and ends in ``members``.
    ledgers : names of the ledgers that some rule reads.
    seen : the largest points met so far of each rule without a table.
    """

    def __init__(self, roster: Roster, policy: Rulebook, programme: str, members: Ints) -> None:
        self.roster, self.policy, self.programme = roster, policy, programme
        self.bare = without_ledgers(roster)
        place = {tier.name: t for t, tier in enumerate(policy.order)}
        terms = [
            self._term(use, place[use.tier] if use.mood == "prefer" else 0)
            for use in policy.all_uses
            if use.rule.measures and use.holds_in(programme)
        ]
        self.ledgers = sorted({name for term in terms for name in term.kinds.ledgers})
        self.musts = [term for term in terms if term.must and term.table is not None]
        self.prefers = [term for term in terms if not term.must and term.table is not None]
        self.free_musts = [term for term in terms if term.must and term.table is None]
        self.free_prefers = [term for term in terms if not term.must and term.table is None]
        self.seen = [1] * len(self.free_prefers)
        self.narrowing, key = self._narrowing(members)
        order = np.argsort(key, kind="stable")
        self.members = members[order]
        self.starts = np.flatnonzero(np.diff(key[order], prepend=-1))
        self.ends = np.append(self.starts[1:], len(members))

    def _term(self, use: Use, tier: int) -> Term:
        """Ask a rule once for each combination of kinds."""
        kinds = dependence(self.roster, use.rule)
        i, mentee = _first(kinds.mentee)
        j, mentor = _first(kinds.mentor)
        if len(i) * len(j) > CELLS:
            return Term(use, tier, kinds, None)
        table = use.rule.whole(Pairs(self.bare, i[:, None], j[None, :]))
        assert table is not None
        table = (table > 0).astype(np.int64) if use.mood == "must" else table * use.weight
        # Different values may come to the same points: fewer kinds are enough.
        table, alike = np.unique(table, axis=0, return_inverse=True)
        mentee = alike.reshape(-1)[mentee]
        table, alike = np.unique(table, axis=1, return_inverse=True)
        mentor = alike.reshape(-1)[mentor]
        return Term(use, tier, Dependence(mentee, mentor, kinds.ledgers), table)

    def _narrowing(self, members: Ints) -> tuple[list[Term], Ints]:
        """The musts that make groups, those that leave least first, and the group of each."""
        chosen: list[Term] = []
        key = np.zeros(len(members), dtype=np.int64)
        most = max(1, len(members) // TOGETHER)

        def left(term: Term) -> float:
            assert term.table is not None
            kept = term.table @ np.bincount(term.kinds.mentor, minlength=term.table.shape[1])
            return float(kept[term.kinds.mentee[members]].mean()) if len(members) else 0.0

        for term in sorted(self.musts, key=left):
            joint = key * (int(term.kinds.mentee.max(initial=0)) + 1) + term.kinds.mentee[members]
            codes, finer = np.unique(joint, return_inverse=True)
            if len(codes) <= most:
                key = finer.reshape(-1).astype(np.int64)
                chosen.append(term)
        return chosen, key

    def group(self, number: int) -> tuple[Ints, Ints]:
        """The mentees of a group, and the mentors whom the narrowing musts leave them."""
        mentees = self.members[self.starts[number] : self.ends[number]]
        left = np.ones(len(self.roster.mentor), dtype=np.bool_)
        for term in self.narrowing:
            assert term.table is not None
            left &= term.table[term.kinds.mentee[mentees[0]]][term.kinds.mentor] > 0
        return mentees, np.flatnonzero(left)

    def allowed(self, i: Ints, j: Ints) -> Bools:
        """Which of these pairs every must of the programme allows, ledgers included."""
        p = self.roster.take(i, j)
        found = np.ones(len(i), dtype=np.bool_)
        for use in self.policy.all_uses:
            if use.mood == "must" and use.holds_in(self.programme):
                measure = use.rule.whole(p)
                if measure is not None:
                    found &= measure > 0
        return found

    @property
    def spread(self) -> Ints:
        """By tier, the most that the points of two pairs may differ. Shape: (tiers,)."""
        found = np.zeros(len(self.policy.order), dtype=np.int64)
        for term in self.prefers:
            assert term.table is not None
            found[term.tier] += np.abs(term.table).max(initial=0)
        for term, largest in zip(self.free_prefers, self.seen, strict=True):
            found[term.tier] += 2 * largest
        return found


class Priced:
    """What pairs are worth beyond the prices of both sides, all tiers in one number.

    A number is positive exactly if the first tier in which points and prices differ speaks for
    the pair. Numbers of tiers are packed into fields wide enough for any pair.

    Parameters
    ----------
    mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).

    Attributes
    ----------
    fits : whether the fields fit one number; the points of a programme may be too large.
    weights : what a point of each tier is worth in the number. Shape: (tiers,).
    """

    def __init__(self, scores: Scores, mentees: Ints, mentors: Ints) -> None:
        self.scores = scores
        self._assumed = [2 * largest for largest in scores.seen]
        largest = scores.spread + np.abs(mentees).max(axis=1, initial=0)
        largest = largest + np.abs(mentors).max(axis=1, initial=0)
        bits = np.array([int(n).bit_length() + 2 if n else 0 for n in largest])
        self.fits = bool(bits.sum() <= 60)
        shift = np.minimum(np.append(np.cumsum(bits[::-1])[::-1][1:], 0), 60)
        self.weights = np.int64(1) << shift.astype(np.int64)
        self._mentee = self.weights @ mentees
        self._mentor = -(self.weights @ mentors)
        self._tables: list[tuple[Term, Ints]] = []
        for term in scores.prefers:
            assert term.table is not None
            table = term.table * self.weights[term.tier]
            if len(table) == 1:
                self._mentor = self._mentor + table[0][term.kinds.mentor]
            elif table.shape[1] == 1:
                self._mentee = self._mentee - table[:, 0][term.kinds.mentee]
            else:
                self._tables.append((term, table))

    def crowded(self, tier: int, costs: Ints) -> Priced:
        """The same with each mentor so many points dearer in one tier. Shape: (M,)."""
        found = copy(self)
        found._mentor = self._mentor - self.weights[tier] * costs
        return found

    @property
    def outgrown(self) -> bool:
        """Whether some pair had larger points than the fields were made for."""
        return any(
            seen > assumed for seen, assumed in zip(self.scores.seen, self._assumed, strict=True)
        )

    def blocks(self, mentees: Ints, mentors: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Worth of these mentees with these mentors, piece by piece.

        The mentees are alike to the narrowing musts, and the mentors are those they leave.

        Yields
        ------
        mentees, mentors and worths, shape (mentees, mentors); ``REFUSED`` where a must excludes.
        """
        step = max(1, BLOCK // max(1, len(mentees)))
        for start in range(0, len(mentors), step):
            some = mentors[start : start + step]
            yield mentees, some, self._block(mentees, some)

    def _block(self, i: Ints, j: Ints) -> Ints:
        base = self._mentor[j]
        several: list[tuple[Ints, Ints]] = []
        for term, table in self._tables:
            rows, at = _rows(table, term, i, j)
            if len(rows) == 1:
                base = base + rows[0]
            else:
                several.append((rows, at))
        worth = base[None, :] - self._mentee[i][:, None]
        for rows, at in several:
            worth += rows[at]
        p = Pairs(self.scores.bare, i[:, None], j[None, :])
        for number, term in enumerate(self.scores.free_prefers):
            measure = term.use.rule.whole(p)
            assert measure is not None
            most = max(abs(int(measure.max())), abs(int(measure.min()))) if measure.size else 0
            seen = self.scores.seen
            seen[number] = max(seen[number], most * abs(term.use.weight))
            worth += measure * (term.use.weight * self.weights[term.tier])
        self._refuse(worth, p, i, j)
        return np.asarray(worth)

    def _refuse(self, worth: Ints, p: Pairs, i: Ints, j: Ints) -> None:
        scores = self.scores
        for term in scores.musts:
            if term in scores.narrowing:
                continue
            assert term.table is not None
            rows, at = _rows(term.table, term, i, j)
            if len(rows) == 1:
                worth[:, rows[0] == 0] = REFUSED
            elif not rows.all():
                worth[rows[at] == 0] = REFUSED
        for term in scores.free_musts:
            measure = term.use.rule.whole(p)
            assert measure is not None
            worth[measure <= 0] = REFUSED


def _rows(table: Ints, term: Term, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """The rows of a table that these mentees need, and which is whose."""
    kinds, at = np.unique(term.kinds.mentee[i], return_inverse=True)
    rows: Ints = table[kinds][:, term.kinds.mentor[j]]
    return rows, at.reshape(-1)


def _first(kinds: Ints) -> tuple[Ints, Ints]:
    """A unit of each kind, and the kinds numbered as these units stand."""
    _, first, kind = np.unique(kinds, return_index=True, return_inverse=True)
    return first, kind.reshape(-1).astype(np.int64)
