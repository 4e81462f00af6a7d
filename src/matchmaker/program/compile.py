"""From a roster and a policy to the arrays a solver reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matchmaker.constraints.opening import Opening
from matchmaker.constraints.quota import Quota
from matchmaker.errors import RuleError
from matchmaker.pairs import Bools, Ints, Pairs, Roster
from matchmaker.rulebook import Rulebook, Tier, Use

CELLS = 4_000_000
"""Largest dense block looked at in one piece. Unit: pairs."""

FREE = np.int64(2**40)
"""Stands for «no upper bound» inside row arrays; larger than any load."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Bounds on loads, one row per group of a quota. All arrays have shape (rows,).

    The worth of a load ``v`` of a row is, in tier ``short_tier``,
    ``-short_cost * max(0, lower - v)`` and, in tier ``over_tier``,
    ``-over_cost * max(0, v - upper)``. Where ``hard`` is set the load never exceeds
    ``upper``; where ``optional`` is set it may also be 0 at no cost, but not between.
    A pair of negative weight is an *opener* (a link between two schools): it makes room for
    the pairs of its row. Then ``lower`` is what openers alone weigh.

    Attributes
    ----------
    source : position of the family in ``Program.families``.
    group : group number within the family.
    total : load if every candidate pair were chosen.
    """

    source: Ints
    group: Ints
    lower: Ints
    upper: Ints
    total: Ints
    short_tier: Ints
    short_cost: Ints
    over_tier: Ints
    over_cost: Ints
    hard: Bools
    optional: Bools

    def __len__(self) -> int:
        return len(self.source)

    @property
    def highest(self) -> Ints:
        """The largest load a row may have."""
        return np.where(self.hard, np.minimum(self.upper, self.total), self.total)

    def worth(self, loads: Ints, tier: int) -> Ints:
        """What these loads are worth in one tier, per row."""
        short = np.where(self.optional & (loads == 0), 0, np.maximum(0, self.lower - loads))
        over = np.maximum(0, loads - self.upper)
        return -(
            np.where(self.short_tier == tier, self.short_cost * short, 0)
            + np.where(~self.hard & (self.over_tier == tier), self.over_cost * over, 0)
        )


def stack(parts: Sequence[Rows]) -> Rows:
    """Rows after each other."""
    names = Rows.__dataclass_fields__
    return Rows(**{n: np.concatenate([getattr(part, n) for part in parts]) for n in names})


@dataclass(frozen=True, slots=True)
class Family:
    """Where rows come from: a use of a rule in the policy, and what it states."""

    use: Use
    quota: Quota | Opening


@dataclass(frozen=True, eq=False)
class Program:
    """Candidate pairs, their points per tier, and rows of bounds: all a solver sees.

    Attributes
    ----------
    tiers : levels of the objective, settled one after the other.
    i, j : mentee and mentor of each candidate pair, ordered by both. Shape: (pairs,).
    points : Shape: (tiers, pairs).
    row, pair, weight : entries of the rows, ordered by row. Shape: (entries,).
    families : what the rows come from.
    """

    roster: Roster
    policy: Rulebook
    tiers: tuple[Tier, ...]
    i: Ints
    j: Ints
    points: Ints
    rows: Rows
    row: Ints
    pair: Ints
    weight: Ints
    families: tuple[Family, ...]

    @property
    def uses(self) -> tuple[Use, ...]:
        """The uses of rules that its rows may come from."""
        return self.policy.all_uses

    def only(self, keep: Bools) -> Program:
        """The same program with fewer candidate pairs."""
        new = np.cumsum(keep) - 1
        inside = keep[self.pair]
        row, weight = self.row[inside], self.weight[inside]
        total = np.bincount(row, weights=np.maximum(weight, 0), minlength=len(self.rows))
        return Program(
            self.roster,
            self.policy,
            self.tiers,
            self.i[keep],
            self.j[keep],
            self.points[:, keep],
            replace(self.rows, total=total.astype(np.int64)),
            row,
            new[self.pair[inside]],
            weight,
            self.families,
        )

    @property
    def pairs(self) -> int:
        """How many candidate pairs there are."""
        return len(self.i)

    def loads(self, chosen: Bools) -> Ints:
        """The load of every row under these chosen pairs."""
        inside = chosen[self.pair]
        return np.bincount(
            self.row[inside], weights=self.weight[inside], minlength=len(self.rows)
        ).astype(np.int64)

    def values(self, chosen: Bools) -> tuple[int, ...]:
        """The value of every tier under these chosen pairs."""
        loads = self.loads(chosen)
        return tuple(
            int(self.points[t, chosen].sum() + self.rows.worth(loads, t).sum())
            for t in range(len(self.tiers))
        )

    def allowed(self, chosen: Bools) -> bool:
        """Whether no hard bound is exceeded and no optional group is between."""
        loads = self.loads(chosen)
        rows = self.rows
        between = rows.optional & (loads > 0) & (loads < rows.lower)
        return not bool(np.any(rows.hard & (loads > rows.upper)) or np.any(between))

    def words(self, row: int) -> str:
        """The bound of one row as a sentence."""
        family = self.families[int(self.rows.source[row])]
        return family.quota.words(int(self.rows.group[row]))

    @cached_property
    def reachable(self) -> Ints:
        """The largest load each row can have, other rows considered. Shape: (rows,).

        A bundled group whose pairs all stand in a hard row with a smaller bound (a
        mentor's places) can never be larger than that bound.
        """
        rows, count = self.rows, len(self.rows)
        reach = rows.highest.copy()
        entries = np.flatnonzero(self.bundled[self.row])
        start, row, _ = self.by_pair
        size = np.bincount(self.row, minlength=count)
        first, last = start[self.pair[entries]], start[self.pair[entries] + 1]
        codes = [np.zeros(0, dtype=np.int64)]
        for step in range(int((last - first).max(initial=0))):
            some = first + step < last
            codes.append(self.row[entries[some]] * count + row[first[some] + step])
        code, shared = np.unique(np.concatenate(codes), return_counts=True)
        group, other = np.divmod(code, max(1, count))
        within = (shared == size[group]) & rows.hard[other] & (group != other)
        within &= rows.lower[other] >= 0  # openers may make room
        np.minimum.at(reach, group[within], rows.upper[other[within]])
        return reach

    @cached_property
    def opening(self) -> Bools:
        """Rows that bind pairs to the links they need. Shape: (rows,)."""
        bound = [isinstance(family.quota, Opening) for family in self.families]
        return np.array(bound, dtype=np.bool_)[self.rows.source]

    @cached_property
    def implied(self) -> Bools:
        """Rows that follow from others and only sharpen bounds. Shape: (rows,)."""
        found = [family.quota.implied for family in self.families]
        return np.array(found, dtype=np.bool_)[self.rows.source]

    @cached_property
    def openers(self) -> Bools:
        """Which pairs make room for others. Shape: (pairs,)."""
        found = np.zeros(self.pairs, dtype=np.bool_)
        found[self.pair[self.weight < 0]] = True
        return found

    @cached_property
    def bundled(self) -> Bools:
        """Optional groups that are judged as a whole: no two share a pair. Shape: (rows,)."""
        found = np.zeros(len(self.rows), dtype=np.bool_)
        used = np.zeros(self.pairs, dtype=np.bool_)
        ends = np.searchsorted(self.row, np.arange(len(self.rows) + 1))
        for row in np.flatnonzero(self.rows.optional):
            span = slice(ends[row], ends[row + 1])
            mine = self.pair[span]
            if not used[mine].any() and (self.weight[span] == 1).all():
                found[row] = True
                used[mine] = True
        return found

    @cached_property
    def bundle(self) -> Ints:
        """The bundled group of each pair, −1 if it has none. Shape: (pairs,)."""
        found = np.full(self.pairs, -1, dtype=np.int64)
        mine = self.bundled[self.row]
        found[self.pair[mine]] = self.row[mine]
        return found

    @cached_property
    def bundle_pairs(self) -> dict[int, Ints]:
        """The pairs of each bundled group."""
        ends = np.searchsorted(self.row, np.arange(len(self.rows) + 1))
        return {
            row: self.pair[ends[row] : ends[row + 1]]
            for row in np.flatnonzero(self.bundled).tolist()
        }

    @cached_property
    def by_pair(self) -> tuple[Ints, Ints, Ints]:
        """The same entries ordered by pair: start of each pair, rows, weights."""
        order = np.argsort(self.pair, kind="stable")
        start = np.searchsorted(self.pair[order], np.arange(self.pairs + 1))
        return start, self.row[order], self.weight[order]


def eligible_block(roster: Roster, uses: Sequence[Use], programme: str, rows: Ints) -> Bools:
    """Which pairs of these mentees (all of one programme) every must allows."""
    p = roster.block(rows)
    allowed = np.ones(p.shape, dtype=np.bool_)
    if roster.symmetric:
        allowed &= p.i < p.j
    for use in uses:
        if use.mood == "must" and use.holds_in(programme):
            measure = use.rule.whole(p)
            if measure is not None:
                allowed &= measure > 0
    return allowed


def points_of(p: Pairs, uses: Sequence[Use], programme: str, tiers: Sequence[Tier]) -> Ints:
    """Points of pairs of one programme, per tier. Shape: (tiers, *pairs)."""
    place = {tier.name: t for t, tier in enumerate(tiers)}
    points = np.zeros((len(tiers), *p.shape), dtype=np.int64)
    for use in uses:
        if use.mood == "prefer" and use.holds_in(programme):
            measure = use.rule.whole(p)
            if measure is not None:
                points[place[use.tier]] += use.weight * measure
    return points


def mentees_by_programme(roster: Roster) -> dict[str, Ints]:
    """Positions of the mentees of each programme; those without one are left out."""
    found: dict[str, list[int]] = {}
    for i, programme in enumerate(roster.programmes):
        found.setdefault(programme, []).append(i)
    return {name: np.array(rows, dtype=np.int64) for name, rows in sorted(found.items()) if name}


def compile_program(roster: Roster, policy: Rulebook) -> Program:
    """List the candidate pairs, score them, and write the quotas as rows.

    Raises
    ------
    RuleError
        if a rule states something the engine cannot read.
    """
    uses, tiers = policy.all_uses, policy.order
    width = max(1, len(roster.mentor))
    found: list[tuple[Ints, Ints, Ints]] = []
    for programme, members in mentees_by_programme(roster).items():
        step = max(1, CELLS // width)
        for start in range(0, len(members), step):
            rows = members[start : start + step]
            at, j = np.nonzero(eligible_block(roster, uses, programme, rows))
            i, j = rows[at], j.astype(np.int64)
            found.append((i, j, points_of(roster.take(i, j), uses, programme, tiers)))
    none = np.zeros(0, dtype=np.int64)
    i = np.concatenate([none, *(part[0] for part in found)])
    j = np.concatenate([none, *(part[1] for part in found)])
    points = np.concatenate(
        [np.zeros((len(tiers), 0), dtype=np.int64), *(part[2] for part in found)], axis=1
    )
    order = np.lexsort((j, i))
    i, j, points = i[order], j[order], points[:, order]
    rows_, entries, families = _rows(roster, uses, tiers, roster.take(i, j))
    return Program(roster, policy, tiers, i, j, points, rows_, *entries, families)


def families_of(roster: Roster, uses: Sequence[Use]) -> list[Family]:
    """Every quota of every use, in the order of the policy."""
    everything = roster.all()
    return [Family(use, quota) for use in uses for quota in use.rule.quotas(everything)]


def inside(use: Use, roster: Roster) -> Bools:
    """Which mentees a use of a rule concerns, by their programme."""
    return np.array(
        [bool(programme) and use.holds_in(programme) for programme in roster.programmes],
        dtype=np.bool_,
    )


def _rows(
    roster: Roster, uses: Sequence[Use], tiers: Sequence[Tier], p: Pairs
) -> tuple[Rows, tuple[Ints, Ints, Ints], tuple[Family, ...]]:
    place = {tier.name: t for t, tier in enumerate(tiers)}
    families = tuple(families_of(roster, uses))
    parts: list[list[Ints]] = []
    entries: list[tuple[Ints, Ints, Ints]] = []
    count = 0
    for source, family in enumerate(families):
        quota, use = family.quota, family.use
        assert isinstance(quota, Quota)  # openings are bound where programs are joined
        if use.mood == "prefer" and (quota.optional or use.weight < 0):
            raise RuleError(f"rule {use.rule.name}: such a quota can only be a must")
        groups = len(quota.labels)
        concerned = inside(use, roster)[p.i]
        weights = quota.weights(p)
        at_row, at_pair, at_weight = [], [], []
        for group in quota.groups(p):
            keep = np.flatnonzero((group >= 0) & concerned & (weights > 0))
            at_row.append(group[keep])
            at_pair.append(keep)
            at_weight.append(weights[keep])
        group_, pair, weight = map(np.concatenate, (at_row, at_pair, at_weight))
        lower = quota.lower if quota.lower is not None else np.zeros(groups, np.int64)
        upper = quota.upper if quota.upper is not None else np.full(groups, FREE)
        lower, upper, weight = _plain_counts(
            groups, group_, weight, lower, upper, use.mood == "must"
        )
        # A group that may be empty or hold one is no more than a group without lower bound.
        optional = quota.optional & (lower > 1)
        lower = np.where(quota.optional & (lower <= 1), 0, lower)
        total = np.bincount(group_, weights=weight, minlength=groups).astype(np.int64)
        binding = np.flatnonzero(((lower > 0) & ((total > 0) | ~optional)) | (upper < total))
        number = np.full(groups, -1, dtype=np.int64)
        number[binding] = count + np.arange(len(binding))
        kept = number[group_] >= 0
        entries.append((number[group_[kept]], pair[kept], weight[kept]))
        hard = use.mood == "must"
        size = len(binding)
        tier = 0 if hard else place[use.tier]
        cost = 1 if hard else use.weight
        parts.append(
            [
                np.full(size, source),
                binding,
                lower[binding],
                upper[binding],
                total[binding],
                np.full(size, tier),
                np.full(size, cost),
                np.full(size, tier),
                np.full(size, 0 if hard else cost),
                np.full(size, hard),
                optional[binding].astype(np.int64),
            ]
        )
        count += size

    def column(k: int) -> Ints:
        found = np.concatenate([np.zeros(0, np.int64), *(part[k] for part in parts)])
        return found.astype(np.int64)

    joined = [
        np.concatenate([np.zeros(0, np.int64), *(part[k] for part in entries)]) for k in range(3)
    ]
    order = np.lexsort((joined[1], joined[0]))
    row, pair, weight = (part[order] for part in joined)
    written = Rows(
        column(0),
        column(1),
        column(2),
        column(3),
        column(4),
        column(5),
        column(6),
        column(7),
        column(8),
        hard=column(9) > 0,
        optional=column(10) > 0,
    )
    return written, (row, pair, weight), families


def _plain_counts(
    groups: int, group: Ints, weight: Ints, lower: Ints, upper: Ints, hard: bool
) -> tuple[Ints, Ints, Ints]:
    """Count in the largest unit that measures every pair of a hard group.

    Where all pairs weigh the same this leaves a plain count of pairs; elsewhere it rounds
    the bounds to what can be reached at all (a budget in roubles to whole hundreds).
    """
    if not hard or not len(weight):
        return lower, upper, weight
    unit = np.zeros(groups, dtype=np.int64)
    np.gcd.at(unit, group, weight)
    unit = np.maximum(unit, 1)
    return (
        -(-lower // unit),
        np.where(upper >= FREE, FREE, upper // unit),
        weight // unit[group],
    )
