"""Rows that stay the same whichever pairs are listed: for programs that grow by columns."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.messages import routes as say
from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.compile import families_of, inside
from matchmaker.program.face import Prices
from matchmaker.program.program import Program
from matchmaker.program.rows import FREE, Family, Rows, rows_of, stack
from matchmaker.program.structure import crossings
from matchmaker.rulebook import Rulebook


class Layout:
    """The rows of all pairs there are, written without listing them.

    A row stands here if it could bind some plan; ``total`` is what it would weigh if all pairs
    of both rosters were chosen, so rows nest by it as their sets of pairs do.

    Attributes
    ----------
    rows : see :class:`Rows`.
    left : rows about mentees, which hang between source and pair. Shape: (rows,).
    """

    def __init__(self, roster: Roster, policy: Rulebook) -> None:
        self.roster, self.policy = roster, policy
        self.tiers = policy.order
        self.families = tuple(families_of(roster, policy.all_uses))
        # Openings are bound where programs are joined, and joint plans have a route of their own.
        self._quotas = [one.quota for one in self.families if isinstance(one.quota, Quota)]
        assert len(self._quotas) == len(self.families)
        self._inside = [inside(family.use, roster) for family in self.families]
        self._number: list[Ints] = []
        self.rows = self._rows()
        sides = [quota.mentors is None for quota in self._quotas]
        self.left: Bools = np.array(sides, dtype=np.bool_)[self.rows.source]

    # ---- rows ------------------------------------------------------------------------------

    def _rows(self) -> Rows:
        parts: list[Rows] = []
        count = 0
        for source, (family, quota) in enumerate(zip(self.families, self._quotas, strict=True)):
            size = len(quota.labels)
            lower = quota.lower if quota.lower is not None else np.zeros(size, np.int64)
            upper = quota.upper if quota.upper is not None else np.full(size, FREE)
            reach = self._reach(quota)
            hard = family.use.mood == "must"
            kept = np.flatnonzero((lower > 0) | ((upper <= reach) if hard else (upper < reach)))
            number = np.full(size + 1, -1, dtype=np.int64)  # the last is for no group
            number[kept] = count + np.arange(len(kept))
            self._number.append(number)
            count += len(kept)
            bounds, total = (lower[kept], upper[kept]), self._size(quota)[kept]
            never = np.zeros(len(kept), dtype=np.bool_)
            parts.append(rows_of(source, family.use, self.tiers, kept, bounds, total, never))
        return stack(parts)

    def _size(self, quota: Quota) -> Ints:
        """How many pairs of the two rosters each group has."""
        return self._sum(
            quota,
            np.full(len(self.roster.mentee), len(self.roster.mentor)),
            np.full(len(self.roster.mentor), len(self.roster.mentee)),
        )

    def _reach(self, quota: Quota) -> Ints:
        """The largest load of each group, as far as what limits each unit alone tells it."""
        return self._sum(quota, *self.most)

    @cached_property
    def most(self) -> tuple[Ints, Ints]:
        """How many pairs each mentee and each mentor may have at most."""
        found = (
            np.full(len(self.roster.mentee), len(self.roster.mentor)),
            np.full(len(self.roster.mentor), len(self.roster.mentee)),
        )
        for family, quota in zip(self.families, self._quotas, strict=True):
            if family.use.mood == "must" and quota.upper is not None and _plain(quota):
                side = 0 if quota.mentors is None else 1
                bound = np.append(quota.upper, FREE)
                for group in _groups(quota):
                    np.minimum(found[side], bound[group], out=found[side])
        return found

    @staticmethod
    def _sum(quota: Quota, of_mentee: Ints, of_mentor: Ints) -> Ints:
        found = np.zeros(len(quota.labels) + 1, dtype=np.int64)
        if quota.pairs is not None:
            np.add.at(found, quota.pairs.values, 1)
        else:
            for group in _groups(quota):
                np.add.at(found, group, of_mentee if quota.mentors is None else of_mentor)
        return found[:-1]

    # ---- whether it is a flow ----------------------------------------------------------------

    @cached_property
    def objections(self) -> tuple[str, ...]:
        """Why pairs cannot be found by columns, in words; empty if they can."""
        found = [
            say.NOT_BY_SIDES(rule=family.use.rule.title())
            for family, quota in zip(self.families, self._quotas, strict=True)
            if not self._sided(family, quota) and not self._single(quota)
        ]
        if not found:
            for left in (True, False):
                one, two = self._crossing(left)
                if len(one):
                    limits = "; ".join(map(self.words, (int(one[0]), int(two[0]))))
                    found.append(say.CROSSING(limits=limits))
        return tuple(dict.fromkeys(found))

    def _sided(self, family: Family, quota: Quota) -> bool:
        """Whether a family is about mentees, or about mentors whatever the mentee."""
        if not _plain(quota):
            return False
        known = [bool(name) for name in self.roster.programmes]
        return quota.mentors is None or bool((inside(family.use, self.roster) == known).all())

    def _single(self, quota: Quota) -> bool:
        """Whether each group is one pair, or some pairs of one mentee."""
        if quota.pairs is None:
            return False
        mentee = quota.pairs.keys // max(1, len(self.roster.mentor))
        first = np.full(len(quota.labels), -1, dtype=np.int64)
        first[quota.pairs.values] = mentee
        return bool((first[quota.pairs.values] == mentee).all())

    def _crossing(self, left: bool) -> tuple[Ints, Ints]:
        """Rows of one side that share units and of which neither contains the other."""
        units, rows = [], []
        for quota, number in zip(self._quotas, self._number, strict=True):
            if quota.pairs is None and (quota.mentors is None) == left:
                for group in _groups(quota):
                    at = np.flatnonzero(number[group] >= 0)
                    units.append(at)
                    rows.append(number[group][at])
        none = np.zeros(0, dtype=np.int64)
        return crossings(
            np.concatenate([none, *units]), np.concatenate([none, *rows]), len(self.rows)
        )

    def words(self, row: int) -> str:
        """The bound of one row as a sentence."""
        family = self.families[int(self.rows.source[row])]
        return family.quota.words(int(self.rows.group[row]))

    # ---- programs and prices -----------------------------------------------------------------

    def program(self, i: Ints, j: Ints, points: Ints) -> Program:
        """These pairs, ordered by mentee and mentor, under all the rows."""
        p = self.roster.take(i, j)
        none = np.zeros(0, dtype=np.int64)
        rows, pairs = [none], [none]
        for quota, number, concerned in zip(self._quotas, self._number, self._inside, strict=True):
            if (number < 0).all():
                continue
            mine = concerned[i]
            for group in quota.groups(p):
                row = np.where(mine, number[group], -1)
                kept = np.flatnonzero(row >= 0)
                rows.append(row[kept])
                pairs.append(kept)
        row, pair = np.concatenate(rows), np.concatenate(pairs)
        order = np.lexsort((pair, row))
        return Program(
            self.roster,
            self.policy,
            self.tiers,
            i,
            j,
            points,
            self.rows,
            row[order],
            pair[order],
            np.broadcast_to(np.int64(1), len(row)),
            self.families,
        )

    def spread(self, prices: list[Prices]) -> tuple[Ints, Ints]:
        """What each mentee and each mentor costs a pair that stands in no ledger.

        Returns
        -------
        Shapes: (tiers, mentees) and (tiers, mentors).
        """
        tiers = len(self.tiers)
        mentees = np.zeros((tiers, len(self.roster.mentee)), dtype=np.int64)
        mentors = np.zeros((tiers, len(self.roster.mentor)), dtype=np.int64)
        for quota, number, concerned in zip(self._quotas, self._number, self._inside, strict=True):
            if quota.pairs is not None or (number < 0).all():
                continue
            for t, price in enumerate(prices):
                cost = np.append(price.rows, 0)[number]
                for group in _groups(quota):
                    if quota.mentors is None:
                        mentees[t] += np.where(concerned, cost[group], 0)
                    else:
                        mentors[t] += cost[group]
        return mentees, mentors


def _plain(quota: Quota) -> bool:
    """Whether a quota counts pairs of groups of one side, each once."""
    return (
        quota.pairs is None
        and quota.either is None
        and quota.apart is None
        and (quota.mentors is None) != (quota.mentees is None)
        and quota.mentee_weight is None
        and quota.mentor_weight is None
        and not quota.optional
    )


def _groups(quota: Quota) -> list[Ints]:
    """The group of each unit of the side a plain quota is about; −1 if none. One per member."""
    if quota.mentors is None:
        assert quota.mentees is not None
        return [quota.mentees]
    columns = quota.mentors[:, None] if quota.mentors.ndim == 1 else quota.mentors
    return [columns[:, k] for k in range(columns.shape[1])]
