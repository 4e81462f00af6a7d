"""Rows that stay the same whichever pairs are listed: for programs that grow by columns."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.messages import routes as say
from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.charges import Charges, Stated
from matchmaker.program.compile import families_of, inside
from matchmaker.program.face import Prices
from matchmaker.program.loads import largest_load, side_groups, total_load, units
from matchmaker.program.program import Program
from matchmaker.program.rows import FREE, Rows, rows_of, stack
from matchmaker.program.structure import crossings
from matchmaker.rulebook import Rulebook, Use


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
        everybody = np.array([bool(name) for name in roster.programmes], dtype=np.bool_)
        self._inside = [inside(family.use, roster) for family in self.families]
        self._of_all = [bool((one == everybody).all()) for one in self._inside]
        self._stated: list[Stated] = []
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
            hard = family.use.mood == "must"
            concerned, of_all = self._inside[source], self._of_all[source]
            unit = units(quota, concerned) if hard else np.ones(size, np.int64)
            lower = -(-lower // unit)
            upper = np.where(upper >= FREE, FREE, upper // unit)
            if quota.optional:  # a group that may be empty or hold one has no lower bound
                lower = np.where(lower <= 1, 0, lower)
            reach = largest_load(quota, *self.most) // unit
            kept = np.flatnonzero((lower > 0) | ((upper <= reach) if hard else (upper < reach)))
            number = np.full(size + 1, -1, dtype=np.int64)  # the last is for no group
            number[kept] = count + np.arange(len(kept))
            self._stated.append(Stated(quota, number, concerned, of_all, np.append(unit, 1)))
            count += len(kept)
            total = total_load(quota, len(self.roster.mentee), len(self.roster.mentor)) // unit
            optional = np.full(len(kept), quota.optional) & (lower[kept] > 0)
            bounds = lower[kept], upper[kept]
            parts.append(
                rows_of(source, family.use, self.tiers, kept, bounds, total[kept], optional)
            )
        return stack(parts)

    @cached_property
    def most(self) -> tuple[Ints, Ints]:
        """How many pairs each mentee and each mentor may have at most."""
        found = (
            np.full(len(self.roster.mentee), len(self.roster.mentor)),
            np.full(len(self.roster.mentor), len(self.roster.mentee)),
        )
        for source, quota in enumerate(self._quotas):
            hard = self.families[source].use.mood == "must"
            if not hard or quota.upper is None or not self._sided(source):
                continue
            bound = np.append(quota.upper, FREE)
            for group in side_groups(quota):
                if quota.mentors is None:
                    counted = np.where(self._inside[source], group, -1)
                    np.minimum(found[0], bound[counted], out=found[0])
                else:
                    np.minimum(found[1], bound[group], out=found[1])
        return found

    # ---- whether it is a flow ----------------------------------------------------------------

    @cached_property
    def objections(self) -> tuple[str, ...]:
        """Why pairs cannot be found by columns, in words; empty if they can."""
        found = [say.NOT_BY_SIDES(rule=use.rule.title()) for use in self._of_both_sides]
        if self.roster.symmetric:
            found.append(say.EQUALS())
        if not found:
            for left in (True, False):
                one, two = self._crossing(left)
                if len(one):
                    limits = "; ".join(map(self.words, (int(one[0]), int(two[0]))))
                    found.append(say.CROSSING(limits=limits))
        return tuple(dict.fromkeys(found))

    @cached_property
    def unfit(self) -> list[Use]:
        """Uses of rules without which it is a flow, or nearer to one; none if it is."""
        if self._of_both_sides:
            return self._of_both_sides
        crossing = np.concatenate([self._crossing(left)[1] for left in (True, False)])
        return [self.families[source].use for source in np.unique(self.rows.source[crossing])]

    @cached_property
    def refusals(self) -> tuple[str, ...]:
        """Why not even a linear program can grow by columns, in words; empty if one can."""
        found = [
            say.OPTIONAL(rule=family.use.rule.title())
            for family, rows in zip(self.families, self._stated, strict=True)
            if self.rows.optional[rows.number[rows.number >= 0]].any()
        ]
        if self.roster.symmetric:
            found.append(say.EQUALS())
        return tuple(dict.fromkeys(found))

    @cached_property
    def _of_both_sides(self) -> list[Use]:
        """Uses of rules whose limits depend on both sides of a pair."""
        return [
            family.use
            for source, family in enumerate(self.families)
            if not self._sided(source) and not self._single(self._quotas[source])
        ]

    def _sided(self, source: int) -> bool:
        """Whether a family is about mentees, or about mentors whatever the mentee."""
        quota = self._quotas[source]
        return _plain(quota) and (quota.mentors is None or self._of_all[source])

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
        members, rows = [], []
        for stated in self._stated:
            quota, number = stated.quota, stated.number
            if quota.pairs is None and (quota.mentors is None) == left:
                for group in side_groups(quota):
                    row = number[group]
                    at = np.flatnonzero((row >= 0) & stated.concerned if left else row >= 0)
                    members.append(at)
                    rows.append(row[at])
        none = np.zeros(0, dtype=np.int64)
        return crossings(
            np.concatenate([none, *members]), np.concatenate([none, *rows]), len(self.rows)
        )

    def words(self, row: int) -> str:
        """The bound of one row as a sentence."""
        family = self.families[int(self.rows.source[row])]
        return family.quota.words(int(self.rows.group[row]))

    # ---- programs and prices -----------------------------------------------------------------

    def program(self, i: Ints, j: Ints, points: Ints) -> Program:
        """These pairs, ordered by mentee and mentor, under all the rows."""
        p = self.roster.take(i, j)
        heavy = any(stated.heavy for stated in self._stated)
        none = np.zeros(0, dtype=np.int64)
        rows, pairs, weights = [none], [none], [none]
        for stated in self._stated:
            if (stated.number < 0).all():
                continue
            for row, weight in stated.entries(p):
                kept = np.flatnonzero(row >= 0)
                rows.append(row[kept])
                pairs.append(kept)
                if heavy:
                    weights.append(weight[kept])
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
            np.concatenate(weights)[order] if heavy else np.broadcast_to(np.int64(1), len(row)),
            self.families,
        )

    @property
    def named(self) -> Ints:
        """Codes (see :class:`Listed`) of the pairs that limits name one by one."""
        books = [quota.pairs.keys for quota in self._quotas if quota.pairs is not None]
        return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *books]))

    @cached_property
    def own(self) -> Ints:
        """The row that limits the pairs of each mentee alone, −1 if none. Shape: (N,)."""
        found = np.full(len(self.roster.mentee), -1, dtype=np.int64)
        for stated in self._stated:
            quota, number = stated.quota, stated.number
            if stated.side != "mentee" or quota.mentees is None or quota.mentee_weight is not None:
                continue
            row = np.where(stated.concerned, number[quota.mentees], -1)
            alone = np.bincount(row[row >= 0], minlength=len(self.rows)) == 1
            mine = np.flatnonzero((row >= 0) & (alone & self.rows.hard)[row])
            found[mine] = row[mine]
        return found

    @property
    def heaviest(self) -> int:
        """No pair weighs more in all its rows together."""
        return sum(stated.heaviest for stated in self._stated)

    def charges(self, prices: Ints) -> Charges:
        """What these prices of rows charge pairs that stand in no ledger."""
        return Charges(self.roster, self._stated, prices)

    def spread(self, prices: list[Prices]) -> tuple[Ints, Ints]:
        """What each mentee and each mentor costs in every tier, by rows about one side.

        Returns
        -------
        Shapes: (tiers, mentees) and (tiers, mentors), as many tiers as there are prices.
        """
        sided = [stated for stated in self._stated if stated.side != "both"]
        found = [Charges(self.roster, sided, price.rows) for price in prices]
        tiers, sizes = len(prices), (len(self.roster.mentee), len(self.roster.mentor))
        return (
            np.array([one.mentee for one in found], dtype=np.int64).reshape(tiers, sizes[0]),
            np.array([one.mentor for one in found], dtype=np.int64).reshape(tiers, sizes[1]),
        )

    def costs(self, i: Ints, j: Ints, spread: tuple[Ints, Ints], prices: list[Prices]) -> Ints:
        """What any pairs cost: both their sides, and rows of ledgers or of both sides together.

        Parameters
        ----------
        spread : what :meth:`spread` makes of these prices.

        Returns
        -------
        Shape: (tiers, pairs).
        """
        found: Ints = spread[0][:, i] + spread[1][:, j]
        p = self.roster.take(i, j)
        for stated in self._stated:
            if stated.side == "both" and (stated.number >= 0).any():
                for t, price in enumerate(prices):
                    found[t] += stated.charge(p, price.rows)
        return found


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
