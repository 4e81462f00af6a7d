"""A program: candidate pairs, their points, and rows of bounds; all that a solver sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matchmaker.constraints.opening import Opening
from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.rows import Family, Rows
from matchmaker.rulebook import Rulebook, Tier, Use


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
        if not len(entries):
            return reach
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
