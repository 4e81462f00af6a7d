"""Reasons: why this pair, why not that one, why someone has no mentor."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from matchmaker.messages import partners, plans
from matchmaker.pairs import Bools, Ints
from matchmaker.program.answer import TierProof
from matchmaker.program.face import Face, Judgement, judge
from matchmaker.program.parts import Part
from matchmaker.program.program import Program
from matchmaker.program.record import LeftOut
from matchmaker.rulebook import Use

SHOWN = 3
"""So many people or rules are named in one sentence; the rest are counted."""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What one use of a rule says of one pair."""

    rule: str
    title: str
    mood: str
    tier: str | None
    measure: int | None
    points: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Removal:
    """How many mentors one must removes for one mentee.

    Attributes
    ----------
    removed : mentors removed that the rules before had left.
    rescued : mentors that would be eligible if this rule alone were dropped.
    """

    rule: str
    title: str
    removed: int
    rescued: int


def rules_of(program: Program, i: int, j: int) -> list[RuleWords]:
    """What every rule that measures single pairs says of this one, in policy order."""
    pair = program.roster.pair(i, j)
    found = []
    for use in program.policy.all_uses:
        if not use.holds_in(pair.programme):
            continue
        measure = use.rule.measure_of(pair)
        if measure is None:
            continue
        prefer = use.mood == "prefer"
        found.append(
            RuleWords(
                use.rule.name,
                use.rule.title(),
                use.mood,
                use.tier if prefer else None,
                measure,
                use.weight * measure if prefer else None,
                use.rule.words(pair),
            )
        )
    return found


def funnel(program: Program, i: int) -> list[Removal]:
    """How the musts narrow the mentors down for one mentee, rule by rule."""
    programme = program.roster.pair(i, 0).programme
    block = program.roster.block([i])
    musts: list[tuple[Use, Bools]] = []
    for use in program.policy.all_uses:
        if use.mood == "must" and use.holds_in(programme):
            measure = use.rule.whole(block)
            if measure is not None:
                musts.append((use, measure[0] > 0))
    left = np.ones(len(program.roster.mentor), dtype=np.bool_)
    against = np.sum([~allowed for _, allowed in musts], axis=0)
    found = []
    for use, allowed in musts:
        removed = int((left & ~allowed).sum())
        left &= allowed
        rescued = int((~allowed & (against == 1)).sum())
        if removed:
            found.append(Removal(use.rule.name, use.rule.title(), removed, rescued))
    return found


class Holders:
    """The full rows that keep candidates out of a plan.

    Parameters
    ----------
    loads : of every row under the plan. Shape: (rows,).

    Attributes
    ----------
    kept_out : whether some row keeps each candidate out. Shape: (pairs,).
    """

    def __init__(self, program: Program, loads: Ints) -> None:
        rows = program.rows
        self._start, row, weight = program.by_pair
        after = loads[row] + weight
        full = rows.hard[row] & (after > rows.upper[row])
        closed = rows.optional[row] & (after < rows.lower[row])
        owner = np.repeat(np.arange(program.pairs), np.diff(self._start))
        self.kept_out: Bools = np.zeros(program.pairs, dtype=np.bool_)
        self.kept_out[owner[full | closed]] = True
        self._row, self._full, self._closed = row, full, closed
        self._total = rows.total

    def of(self, p: int) -> list[int]:
        """The rows that keep one candidate out, tightest first."""
        mine = slice(self._start[p], self._start[p + 1])
        row = self._row[mine]
        blocking = np.concatenate([row[self._full[mine]], row[self._closed[mine]]])
        return [int(r) for r in blocking[np.argsort(self._total[blocking], kind="stable")]]


def left_out(part: Part, holders: Holders, i: int) -> LeftOut:
    """Why a mentee has no mentor in a plan, or a school no link.

    Parameters
    ----------
    holders : of the whole program.
    """
    roster, say = part.program.roster, _catalogue(part)
    key = roster.mentee.units[i].key
    if not roster.programmes[i]:
        return LeftOut(mentee=key, reason="no_programme", words=plans.NO_PROGRAMME())
    candidates = part.candidates(i)
    if not len(candidates):
        return LeftOut(mentee=key, reason="no_candidates", words=_no_candidates(part, i))
    if holders.kept_out[candidates + part.first].all():
        words = _places_taken(part, i, candidates, holders)
        return LeftOut(mentee=key, reason="places_taken", words=words)
    return LeftOut(mentee=key, reason="not_worth", words=say.NOT_WORTH())


def _catalogue(part: Part) -> Any:
    """The sentences about people, or the same about schools."""
    return partners if part.program.roster.of_schools else plans


def _no_candidates(part: Part, i: int) -> str:
    say = _catalogue(part)
    removals = funnel(part.pairwise, i)
    parts = [say.OUT_OF(n=len(part.pairwise.roster.mentor))]
    parts += [say.REMOVED(rule=one.title, n=one.removed) for one in removals]
    helpful = max(removals, key=lambda one: one.rescued, default=None)
    if helpful is not None and helpful.rescued:
        parts.append(say.ONLY_THIS(rule=helpful.title, n=helpful.rescued))
    return str(say.NO_CANDIDATES(removed="; ".join(parts)))


def _best_first(program: Program, candidates: Ints) -> Ints:
    """Candidates by their points, tier after tier."""
    points = program.points[:, candidates]
    return candidates[np.lexsort((candidates, *(-points[::-1])))]


def _places_taken(part: Part, i: int, candidates: Ints, holders: Holders) -> str:
    say = _catalogue(part)
    units = part.pairwise.roster.mentor.units
    ranked = _best_first(part.program, candidates).tolist()
    said = []
    for p in ranked[:SHOWN]:
        helper = ", ".join(units[j].name for j in part.others(p, i))
        limit = part.whole.words(holders.of(p + part.first)[0])
        said.append(limit if helper in limit else say.HELD_BY_LIMIT(mentor=helper, limit=limit))
    if len(ranked) > SHOWN:
        said.append(say.AND_MORE(n=len(ranked) - SHOWN))
    taken = {j for p in ranked for j in part.others(p, i)}
    return str(say.PLACES_TAKEN(n=len(taken), who="; ".join(dict.fromkeys(said))))


def cost_of(
    program: Program, chosen: Bools, proof: list[TierProof], candidates: Sequence[int]
) -> tuple[str, int] | None:
    """What pinning one of these candidates would cost at least: the tier hurt, and how much.

    Read off the prices: the first tier in which a candidate loses loses at least that much,
    if the earlier tiers are to keep their values. It loses what its reduced profit is below
    0, and what must leave a full row to make room for it. Nothing, if some candidate is not
    known to lose in any tier.
    """
    face, values = Face.whole(program), program.values(chosen)
    open_ = list(candidates)
    costs: dict[int, tuple[int, int]] = {}
    for t, part in zip(range(len(program.tiers)), proof, strict=False):
        if part.prices is None:
            return None
        judgement = judge(program, face, t, part.prices)
        for p in open_:
            lost = max(0, -int(judgement.reduced[p])) + _crowded_out(program, judgement, p)
            ceiling = (judgement.bound - lost) // judgement.scale
            if lost > 0 and values[t] > ceiling:
                costs[p] = (t, values[t] - ceiling)
        open_ = [p for p in open_ if p not in costs]
        if not open_:
            # The cheapest candidate: the one that hurts latest, then least.
            tier, loss = min(costs.values(), key=lambda cost: (-cost[0], cost[1]))
            return program.tiers[tier].words(), loss
        face = judgement.after(t, values[t])
    return None


def _crowded_out(program: Program, judgement: Judgement, p: int) -> int:
    """Scaled reduced profit of the pairs that must leave the fullest row of a forced pair."""
    rows, reduced = program.rows, judgement.reduced
    gains = (judgement.before.free | judgement.before.taken) & judgement.plain & (reduced > 0)
    gains[p] = False
    start, row, _ = program.by_pair
    most = 0
    for r in row[start[p] : start[p + 1]].tolist():
        if not rows.hard[r] or rows.optional[r] or rows.lower[r] < 0:
            continue
        span = slice(*np.searchsorted(program.row, [r, r + 1]))
        mine = program.pair[span]
        if (program.weight[span] != 1).any():
            continue
        profits = np.sort(reduced[mine[gains[mine]]])
        leaving = len(profits) - (int(rows.upper[r]) - 1)
        most = max(most, int(profits[: max(0, leaving)].sum()))
    return most


def pair_words(part: Part, chosen: Bools, proof: list[TierProof], i: int, j: int) -> dict[str, Any]:
    """Everything there is to say of one pair.

    Parameters
    ----------
    chosen : of the whole program. Shape: (pairs,).
    """
    say = _catalogue(part)
    i, j = part.in_order(i, j)
    rules = rules_of(part.pairwise, i, j)
    at = part.candidates(i, j) + part.first
    pair = part.pairwise.roster.pair(i, j)
    taken = bool(chosen[at].any())
    if taken:
        verdict = say.CHOSEN()
    elif not len(at):
        against = [one.title for one in rules if one.mood == "must" and not one.measure]
        verdict = say.NOT_ELIGIBLE(rules=", ".join(dict.fromkeys(against)))
    elif not proof:
        verdict = say.NO_PRICES()
    else:
        cost = cost_of(part.whole, chosen, proof, at.tolist())
        if cost is not None:
            verdict = say.COSTS(tier=cost[0], loss=cost[1])
        elif any(tier.closed == "open" and tier.prices is None for tier in proof):
            verdict = plans.UNSETTLED()
        elif any(tier.prices is None for tier in proof):
            verdict = plans.SEARCHED()
        else:
            verdict = say.FREE_CHANGE()
    roster = part.pairwise.roster
    return {
        "mentee": roster.mentee.units[i].key,
        "mentor": roster.mentor.units[j].key,
        "programme": pair.programme,
        "chosen": taken,
        "eligible": bool(len(at)),
        "verdict": verdict,
        "rules": rules,
    }


def alternatives(part: Part, i: int, but: Collection[int], most: int = SHOWN) -> list[int]:
    """The next best partners of someone, by points tier after tier."""
    found: dict[int, None] = {}
    for p in _best_first(part.program, part.candidates(i)).tolist():
        found |= dict.fromkeys(j for j in part.others(p, i) if j not in but)
    return list(found)[:most]
