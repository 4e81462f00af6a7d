"""Points and musts of every pair of a programme, without asking rules pair by pair.

A rule is asked once for each combination of kinds of mentee and of mentor that it tells apart
(:mod:`matchmaker.program.dependence`); what a mentee is worth to all mentors is then a sum of
rows of small tables. Mentees to whom musts leave much the same mentors are looked at together, and
only with those mentors (:mod:`matchmaker.program.neighbours`).

A rule with too many combinations for a table is asked again for each piece that is looked at, once
for each kind of mentee in it. What ledgers say of single pairs is left out: such pairs are few and
are listed from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Bools, Ints, Pairs, Roster
from matchmaker.program.dependence import dependence, without_ledgers
from matchmaker.program.neighbours import neighbours
from matchmaker.rulebook import Rulebook, Use

CELLS = 500_000
"""The largest table of a rule. Unit: combinations of kinds."""

FEW = 64
"""A rule that tells so few kinds of mentees apart has a table however many mentors there are."""

BLOCK = 500_000
"""So many pairs are looked at in one piece, so that they stay near the processor."""

RUN = 24
"""Mentees are told apart by tables as long as so many of a kind are left on average."""

REFUSED = -(2**62)
"""Stands for a pair that a must excludes."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One use of a rule, by kinds of mentees and mentors.

    Attributes
    ----------
    roster : without ledgers.
    tier : in which its points count; of ``prefer`` only.
    mentee, mentor : kind of each. Shapes: (N,), (M,).
    table : points, or whether the must allows it, by kinds; nothing if it would be too large.
    """

    roster: Roster
    use: Use
    tier: int
    mentee: Ints
    mentor: Ints
    table: Ints | None

    @property
    def must(self) -> bool:
        """Whether it excludes pairs."""
        return self.use.mood == "must"

    def rows(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """What it says of these pairs: a row for each kind among the mentees, and whose it is.

        Returns
        -------
        Shapes: (kinds, mentors), (mentees,).
        """
        kinds, first, at = np.unique(self.mentee[i], return_index=True, return_inverse=True)
        if self.table is not None:
            rows: Ints = self.table[kinds][:, self.mentor[j]]
        else:
            rows = self.ask(i[first], j)
        return rows, at.reshape(-1)

    def ask(self, i: Ints, j: Ints) -> Ints:
        """What the rule itself says of each of these mentees with each of these mentors."""
        measure = self.use.rule.whole(Pairs(self.roster, i[:, None], j[None, :]))
        assert measure is not None
        return (measure > 0).astype(np.int64) if self.must else measure * self.use.weight


class Terms:
    """The uses of a policy's rules as terms, each made once for all programmes."""

    def __init__(self, roster: Roster, policy: Rulebook) -> None:
        self.roster, self.policy = roster, policy
        self._bare = without_ledgers(roster)
        self._known: dict[str, Term] = {}

    def of(self, programme: str) -> list[Term]:
        """The terms that hold in a programme and measure anything."""
        return [
            self._term(use)
            for use in self.policy.all_uses
            if use.rule.measures and use.holds_in(programme)
        ]

    def _term(self, use: Use) -> Term:
        if use.key not in self._known:
            place = {tier.name: t for t, tier in enumerate(self.policy.order)}
            tier = place[use.tier] if use.mood == "prefer" else 0
            self._known[use.key] = self._made(use, tier)
        return self._known[use.key]

    def _made(self, use: Use, tier: int) -> Term:
        """Ask a rule once for each combination of kinds, where they are few."""
        kinds = dependence(self.roster, use.rule)
        i, mentee = _first(kinds.mentee)
        j, mentor = _first(kinds.mentor)
        term = Term(self._bare, use, tier, mentee, mentor, None)
        if len(i) * len(j) > CELLS and len(i) > FEW:
            return term
        # Different values may come to the same points: fewer kinds are enough.
        table, alike = np.unique(term.ask(i, j), axis=0, return_inverse=True)
        mentee = alike.reshape(-1)[mentee]
        if len(j) <= CELLS // FEW:
            table, alike = np.unique(table, axis=1, return_inverse=True)
            mentor = alike.reshape(-1)[mentor]
        return Term(self._bare, use, tier, mentee, mentor, table)


class Scores:
    """The terms of one programme, and its mentees in groups.

    Attributes
    ----------
    members : mentees of the programme.
    groups : the same, those together whom musts leave much the same mentors.
    seen : the largest points met so far, by term that gives points.
    """

    def __init__(self, terms: Terms, programme: str, members: Ints) -> None:
        self.roster, self.policy, self.programme = terms.roster, terms.policy, programme
        found = terms.of(programme)
        self.musts = [term for term in found if term.must]
        self.prefers = [term for term in found if not term.must]
        self.seen = [
            1 if term.table is None else int(np.abs(term.table).max(initial=0))
            for term in self.prefers
        ]
        self.members = members
        self._alike = _finer([term for term in found if term.table is not None])
        self.groups = neighbours(self.musts, members, len(self.roster.mentor))

    def runs(self, mentees: Ints) -> list[Ints]:
        """The same mentees, those together to whom most tables say the same.

        What is said alike to all of a run is worked out once for it.
        """
        runs = [mentees]
        for key in self._alike:
            kinds, at = np.unique(key[mentees], return_inverse=True)
            if len(kinds) * RUN > len(mentees):
                break
            order = np.argsort(at.reshape(-1), kind="stable")
            ends = np.flatnonzero(np.diff(at.reshape(-1)[order])) + 1
            runs = np.split(mentees[order], ends)
        return runs

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
        for term, largest in zip(self.prefers, self.seen, strict=True):
            found[term.tier] += largest * (2 if term.table is None else 1)
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
        self._met: list[tuple[int, int]] = []
        self._assumed = [2 * largest for largest in scores.seen]
        largest = scores.spread + np.abs(mentees).max(axis=1, initial=0)
        largest = largest + np.abs(mentors).max(axis=1, initial=0)
        bits = np.array([int(n).bit_length() + 2 if n else 0 for n in largest])
        self.fits = bool(bits.sum() <= 60)
        shift = np.minimum(np.append(np.cumsum(bits[::-1])[::-1][1:], 0), 60)
        weights = np.int64(1) << shift.astype(np.int64)
        self._write(weights, weights @ mentees, weights @ mentors)

    @classmethod
    def weighed(cls, scores: Scores, weights: Ints, mentee: Ints, mentor: Ints) -> Priced:
        """The same with a point of each tier worth so much, and sides that cost so much."""
        found = cls.__new__(cls)
        found.scores, found._met, found.fits = scores, [], True
        found._assumed = list(scores.seen)
        found._write(weights, mentee, mentor)
        return found

    def _write(self, weights: Ints, mentee: Ints, mentor: Ints) -> None:
        scores = self.scores
        self.weights, self._mentee, self._mentor = weights, mentee, -mentor
        self._several: list[tuple[int, Term]] = []
        for number, term in enumerate(scores.prefers):
            if term.table is not None and len(term.table) == 1:
                row = term.table[0] * self.weights[term.tier]
                self._mentor = self._mentor + row[term.mentor]
            elif term.table is not None and term.table.shape[1] == 1:
                column = term.table[:, 0] * self.weights[term.tier]
                self._mentee = self._mentee - column[term.mentee]
            else:
                self._several.append((number, term))

    def crowded(self, tier: int, costs: Ints) -> Priced:
        """The same with each mentor so many points dearer in one tier. Shape: (M,)."""
        found = copy(self)
        found._mentor = self._mentor - self.weights[tier] * costs
        return found

    def outgrown(self) -> bool:
        """Whether some pair had larger points than the fields were made for; they are kept."""
        seen = self.scores.seen
        for number, largest in self._met:
            seen[number] = max(seen[number], largest)
        return any(now > then for now, then in zip(seen, self._assumed, strict=True))

    def blocks(self, mentees: Ints, mentors: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Worth of these mentees with these mentors, piece by piece.

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
        for number, term in self._several:
            rows, at = term.rows(i, j)
            if term.table is None and rows.size:
                largest = max(int(rows.max()), -int(rows.min()))
                if largest > self.scores.seen[number]:
                    self._met.append((number, largest))  # threads may share the list
            rows = rows * self.weights[term.tier]
            if len(rows) == 1:
                base = base + rows[0]
            else:
                several.append((rows, at))
        worth = base[None, :] - self._mentee[i][:, None]
        for rows, at in several:
            worth += rows if len(rows) == len(i) and (at == np.arange(len(i))).all() else rows[at]
        for term in self.scores.musts:
            rows, at = term.rows(i, j)
            if len(rows) == 1:
                worth[:, rows[0] == 0] = REFUSED
            elif not rows.all():
                worth[rows[at] == 0] = REFUSED
        return np.asarray(worth)


def _finer(terms: Sequence[Term]) -> list[Ints]:
    """Who is alike to the first of these terms, to the first two, and so on; few kinds first."""
    found: list[Ints] = []
    for term in sorted(terms, key=lambda term: int(term.mentee.max(initial=0))):
        joint = term.mentee
        if found:
            joint = found[-1] * (int(term.mentee.max(initial=0)) + 1) + joint
        finer = np.unique(joint, return_inverse=True)[1].reshape(-1).astype(np.int64)
        if found and int(finer.max(initial=0)) == int(found[-1].max(initial=0)):
            continue
        found.append(finer)
    return found


def _first(kinds: Ints) -> tuple[Ints, Ints]:
    """A unit of each kind, and the kinds numbered as these units stand."""
    _, first, kind = np.unique(kinds, return_index=True, return_inverse=True)
    return first, kind.reshape(-1).astype(np.int64)
