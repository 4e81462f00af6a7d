"""Candidate pairs of some mentees at a time: for rosters whose pairs are too many to be listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.domain import Municipality
from matchmaker.pairs import Bools, Ints
from matchmaker.policy import Policy
from matchmaker.program.compile import allowed_of, eligible_block, mentees_by_programme
from matchmaker.program.encode import encode
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.program import Program
from matchmaker.program.record import FormerPair, PairRecord, PlanRecord

COLUMNS, BRANCHING = "columns", "branching"

UNLISTED = (COLUMNS, BRANCHING)
"""The routes of plans whose candidate pairs were never all listed: by a flow, and by branching."""

NOBODY: Ints = np.zeros(0, dtype=np.int64)
"""No mentees, or nobody of the one side or the other."""

PIECE = 250_000
"""So many pairs of both rosters are looked at in one piece, whatever rules leave of them."""


class Asked:
    """What the rules themselves say of the pairs asked about; nothing is kept of the others.

    Attributes
    ----------
    layout : the rows of all pairs.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout, self.roster, self.policy = layout, layout.roster, layout.policy
        self._listed = Listed(self.roster, self.policy)
        self._of_programme = mentees_by_programme(self.roster)

    @classmethod
    def about(
        cls, municipality: Municipality, policy: Policy, former: Sequence[FormerPair] = ()
    ) -> Asked:
        """The pairs of people of a municipality.

        Raises
        ------
        InputError
            if tables and policy do not fit together.
        """
        return cls(Layout(encode(municipality, policy, former), policy))

    @classmethod
    def of_plan(
        cls, record: PlanRecord, municipality: Municipality, policy: Policy
    ) -> Asked | None:
        """The pairs behind a plan whose pairs were never all listed; nothing for other plans.

        Raises
        ------
        InputError
            if tables and policy do not fit together.
        """
        if record.route not in UNLISTED or record.kind != "pairs":
            return None
        found = cls.about(municipality, policy, record.former)
        return None if found.layout.refusals else found

    def named(self, lines: Sequence[PairRecord]) -> tuple[Ints, Ints]:
        """The pairs of these lines of a plan, as far as both sides are in the tables."""
        mentee, mentor = self.roster.mentee.position, self.roster.mentor.position
        known = [line for line in lines if line.mentee in mentee and line.mentor in mentor]
        return (
            np.array([mentee[line.mentee] for line in known], dtype=np.int64),
            np.array([mentor[line.mentor] for line in known], dtype=np.int64),
        )

    def pieces(self, mentees: Ints) -> Iterator[Ints]:
        """These mentees in their order, so many at a time as make a piece."""
        step = max(1, PIECE // max(1, len(self.roster.mentor)))
        for start in range(0, len(mentees), step):
            yield mentees[start : start + step]

    @property
    def everybody(self) -> Ints:
        """All mentees."""
        return np.arange(len(self.roster.mentee))

    def eligible(self, mentees: Ints) -> tuple[Ints, Ints]:
        """All pairs of these mentees that every must allows, ordered by mentee and mentor."""
        found = [(NOBODY, NOBODY)]
        for programme, members in self._of_programme.items():
            mine = mentees[np.isin(mentees, members)]
            if len(mine):
                block = eligible_block(self.roster, self.policy.all_uses, programme, mine)
                at, j = np.nonzero(block)
                found.append((mine[at], j.astype(np.int64)))
        i, j = (np.concatenate(side) for side in zip(*found, strict=True))
        order = np.lexsort((j, i))
        return i[order], j[order]

    def allows(self, i: Ints, j: Ints) -> Bools:
        """Whether every must allows each of these pairs. Shape: (pairs,)."""
        found = np.zeros(len(i), dtype=np.bool_)
        for programme, members in self._of_programme.items():
            mine = np.flatnonzero(np.isin(i, members))
            p = self.roster.take(i[mine], j[mine])
            found[mine] = allowed_of(p, self.policy.all_uses, programme)
        return found

    def points(self, i: Ints, j: Ints) -> Ints:
        """Points of any pairs by tier. Shape: (tiers, pairs)."""
        return self._listed.points_of(i, j)

    def program(self, mentees: Ints, i: Ints, j: Ints) -> Program:
        """All eligible pairs of these mentees, and these others as far as rules allow them."""
        width = max(1, len(self.roster.mentor))
        kept = self.allows(i, j)
        whole = [one[0] * width + one[1] for one in map(self.eligible, self.pieces(mentees))]
        codes = np.unique(np.concatenate([i[kept] * width + j[kept], *whole]))
        i, j = codes // width, codes % width
        return self.layout.program(i, j, self.points(i, j))

    @cached_property
    def candidates(self) -> int:
        """How many pairs every must allows."""
        return sum(len(self.eligible(piece)[0]) for piece in self.pieces(self.everybody))

    @cached_property
    def owed(self) -> Ints:
        """The mentees of whom obligations ask some pair."""
        rows, found = self.layout.rows, np.zeros(len(self.roster.mentee), dtype=np.bool_)
        owed = rows.hard & (rows.lower > 0)
        for source in np.unique(rows.source[owed]).tolist():
            quota = self.layout.families[source].quota
            assert isinstance(quota, Quota)  # see Layout
            groups = rows.group[owed & (rows.source == source)]
            if quota.pairs is not None:
                keys = quota.pairs.keys[np.isin(quota.pairs.values, groups)]
                found[keys // max(1, len(self.roster.mentor))] = True
            elif quota.mentees is not None:
                found |= np.isin(quota.mentees, groups)
            else:
                found[:] = True
        return np.flatnonzero(found)
