"""From a roster and a policy to the arrays a solver reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.errors import RuleError
from matchmaker.pairs import Bools, Ints, Pairs, Roster
from matchmaker.program.program import Program
from matchmaker.program.rows import FREE, Family, Rows, rows_of, stack
from matchmaker.rulebook import Rulebook, Tier, Use

CELLS = 4_000_000
"""Largest dense block looked at in one piece. Unit: pairs."""


def eligible_block(roster: Roster, uses: Sequence[Use], programme: str, rows: Ints) -> Bools:
    """Which pairs of these mentees (all of one programme) every must allows."""
    p = roster.block(rows)
    allowed = allowed_of(p, uses, programme)
    if roster.symmetric:
        allowed &= p.i < p.j
    return allowed


def allowed_of(p: Pairs, uses: Sequence[Use], programme: str) -> Bools:
    """Which of these pairs of one programme every must allows. Shape: that of the pairs."""
    allowed = np.ones(p.shape, dtype=np.bool_)
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
    """Every quota of every use, in the order of the policy.

    Raises
    ------
    RuleError
        if a quota is preferred that can only be demanded.
    """
    everything = roster.all()
    found = []
    for use in uses:
        for quota in use.rule.quotas(everything):
            if use.mood == "prefer" and (quota.optional or use.weight < 0):
                raise RuleError(f"rule {use.rule.name}: such a quota can only be a must")
            found.append(Family(use, quota))
    return found


def inside(use: Use, roster: Roster) -> Bools:
    """Which mentees a use of a rule concerns, by their programme."""
    return np.array(
        [bool(programme) and use.holds_in(programme) for programme in roster.programmes],
        dtype=np.bool_,
    )


def _rows(
    roster: Roster, uses: Sequence[Use], tiers: Sequence[Tier], p: Pairs
) -> tuple[Rows, tuple[Ints, Ints, Ints], tuple[Family, ...]]:
    families = tuple(families_of(roster, uses))
    parts: list[Rows] = []
    entries: list[tuple[Ints, Ints, Ints]] = []
    count = 0
    for source, family in enumerate(families):
        quota, use = family.quota, family.use
        assert isinstance(quota, Quota)  # openings are bound where programs are joined
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
        bounds = lower[binding], upper[binding]
        parts.append(
            rows_of(source, use, tiers, binding, bounds, total[binding], optional[binding])
        )
        count += len(binding)

    joined = [
        np.concatenate([np.zeros(0, np.int64), *(part[k] for part in entries)]) for k in range(3)
    ]
    order = np.lexsort((joined[1], joined[0]))
    row, pair, weight = (part[order] for part in joined)
    return stack(parts), (row, pair, weight), families


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
