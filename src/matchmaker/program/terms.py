"""The rules of a policy by kinds of mentees and mentors, so that few pairs need asking.

A rule is asked once for each combination of kinds that it tells apart
(:mod:`matchmaker.program.dependence`). One with too many combinations for a table is asked again
for each piece that is looked at, once for each two kinds that meet there. What ledgers say of
single pairs is left out: such pairs are few and are listed from the beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.pairs import Bools, Ints, Pairs, Roster
from matchmaker.program.dependence import Dependence, dependence, without_ledgers
from matchmaker.rulebook import Rulebook, Use
from matchmaker.rules import Rule

CELLS = 500_000
"""The largest table of a rule. Unit: combinations of kinds."""

FEW = 64
"""A rule that tells so few kinds of mentees apart has a table however many mentors there are."""

TOLD = 128
"""Terms are looked up together as long as they tell so few kinds of mentees apart."""

ALIKE = 0.5
"""Kinds are put together before a rule is asked if they are at most such a share of the units."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A rule that is asked on the spot.

    Attributes
    ----------
    roster : without ledgers.
    mentee, mentor : kind of each. Shapes: (N,), (M,).
    """

    roster: Roster
    rule: Rule
    mentee: Ints
    mentor: Ints

    def measure(self, i: Ints, j: Ints) -> Ints:
        """What the rule says of each of these mentees with each of these mentors."""
        found = self.rule.whole(Pairs(self.roster, i[:, None], j[None, :]))
        assert found is not None
        return found

    def single(self, i: Ints, j: Ints) -> Ints:
        """What it says of a list of pairs. Shape: (pairs,)."""
        found = self.rule.whole(self.roster.take(i, j))
        assert found is not None
        return found

    def met(self, i: Ints, j: Ints) -> Met:
        """What it says of each two kinds that meet among these mentees and mentors."""
        of_i, at_i = _alike(self.mentee, i)
        of_j, at_j = _alike(self.mentor, j)
        return Met(self.measure(of_i, of_j), at_i, at_j)

    def block(self, i: Ints, j: Ints) -> Ints:
        """The same as :meth:`measure`, each two kinds asked once."""
        found = self.met(i, j)
        return found.spread(found.measure)


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """What a rule says of the kinds that meet in a block.

    Attributes
    ----------
    measure : Shape: (kinds of mentees, kinds of mentors).
    mentee, mentor : whose kind is which; nothing if each is a kind of its own.
    """

    measure: Ints
    mentee: Ints | None
    mentor: Ints | None

    def spread(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """What is said of kinds, said of everybody. Shape: (mentees, mentors)."""
        if self.mentor is not None:
            values = values[:, self.mentor]
        return values if self.mentee is None else values[self.mentee]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One use of a rule, by kinds of mentees and mentors.

    Attributes
    ----------
    tier : in which its points count; of ``prefer`` only.
    mentee, mentor : kind of each. Shapes: (N,), (M,).
    table : points, or whether the must allows it, by kinds; nothing if it would be too large.
    asked : the rule itself, where there is no table. Uses of one rule share it.
    """

    use: Use
    tier: int
    mentee: Ints
    mentor: Ints
    table: Ints | None
    asked: Question

    @property
    def must(self) -> bool:
        """Whether it excludes pairs."""
        return self.use.mood == "must"

    @property
    def largest(self) -> int:
        """The largest points in the table, 1 where there is none."""
        return 1 if self.table is None else int(np.abs(self.table).max(initial=0))

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
            rows = self.said(self.asked.block(i[first], j))
        return rows, at.reshape(-1)

    def said(self, measure: Ints) -> Ints:
        """What a measure of the rule comes to in this use: points, or whether it allows."""
        return (measure > 0).astype(np.int64) if self.must else measure * self.use.weight


class Terms:
    """The uses of a policy's rules as terms, each made once for all programmes."""

    def __init__(self, roster: Roster, policy: Rulebook) -> None:
        self.roster, self.policy = roster, policy
        self._bare = without_ledgers(roster)
        self._known: dict[str, Term] = {}
        self._rules: list[tuple[Rule, Question]] = []

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
        asked = self._asked(use.rule)
        i, mentee = _first(asked.mentee)
        j, mentor = _first(asked.mentor)
        term = Term(use, tier, mentee, mentor, None, asked)
        if len(i) * len(j) > CELLS and len(i) > FEW:
            return term
        # Different values may come to the same points: fewer kinds are enough.
        said = term.said(asked.measure(i, j))
        table, alike = np.unique(said, axis=0, return_inverse=True)
        mentee = alike.reshape(-1)[mentee]
        if len(j) <= CELLS // FEW:
            table, alike = np.unique(table, axis=1, return_inverse=True)
            mentor = alike.reshape(-1)[mentor]
        return Term(use, tier, mentee, mentor, table, asked)

    def _asked(self, rule: Rule) -> Question:
        for known, asked in self._rules:
            if known == rule:
                return asked
        kinds: Dependence = dependence(self.roster, rule)
        self._rules.append((rule, Question(self._bare, rule, kinds.mentee, kinds.mentor)))
        return self._rules[-1][1]


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Terms with tables that together tell few kinds of mentees apart.

    Attributes
    ----------
    mentee : equal for those whom all of the terms treat alike. Shape: (N,).
    """

    terms: tuple[Term, ...]
    mentee: Ints

    def rows(self, i: Ints, j: Ints, weights: Ints) -> tuple[Ints, Ints]:
        """Their points together: a row for each kind among the mentees, and whose it is."""
        _, first, at = np.unique(self.mentee[i], return_index=True, return_inverse=True)
        found = np.zeros((len(first), len(j)), dtype=np.int64)
        for term in self.terms:
            assert term.table is not None
            rows = term.table[term.mentee[i[first]]] * weights[term.tier]
            found += np.take(rows, term.mentor[j], axis=1)
        return found, at.reshape(-1)

    def refused(self, i: Ints, j: Ints) -> tuple[Bools, Ints] | None:
        """Whom musts exclude: a row for each kind, and whose it is; nothing if nobody."""
        _, first, at = np.unique(self.mentee[i], return_index=True, return_inverse=True)
        found = np.zeros((len(first), len(j)), dtype=np.bool_)
        for term in self.terms:
            assert term.table is not None
            rows = term.table[term.mentee[i[first]]] == 0
            if rows.any():
                found |= np.take(rows, term.mentor[j], axis=1)
        return (found, at.reshape(-1)) if found.any() else None


def bundles(terms: Sequence[Term]) -> list[Bundle]:
    """Put terms together, those with few kinds first, as long as their kinds stay few."""
    found: list[Bundle] = []
    for term in sorted(terms, key=lambda term: int(term.mentee.max(initial=0))):
        joint = term.mentee
        if found:
            joint = found[-1].mentee * (int(term.mentee.max(initial=0)) + 1) + term.mentee
            joint = np.unique(joint, return_inverse=True)[1].reshape(-1).astype(np.int64)
        if found and int(joint.max(initial=0)) < TOLD:
            found[-1] = Bundle((*found[-1].terms, term), joint)
        else:
            found.append(Bundle((term,), term.mentee))
    return found


def _alike(kinds: Ints, units: Ints) -> tuple[Ints, Ints | None]:
    """One of these units of each kind, and whose kind each is; all of them if most differ."""
    _, first, at = np.unique(kinds[units], return_index=True, return_inverse=True)
    if len(first) > ALIKE * len(units):
        return units, None
    return units[first], at.reshape(-1)


def _first(kinds: Ints) -> tuple[Ints, Ints]:
    """A unit of each kind, and the kinds numbered as these units stand."""
    _, first, kind = np.unique(kinds, return_index=True, return_inverse=True)
    return first, kind.reshape(-1).astype(np.int64)
