"""Reasons: why this pair, why not that one, why someone has no mentor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from matchmaker.messages import plans as say
from matchmaker.pairs import Bools, Ints
from matchmaker.program.answer import TierProof
from matchmaker.program.compile import Program
from matchmaker.program.face import Face, judge
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


def left_out(program: Program, chosen: Bools, i: int) -> LeftOut:
    """Why a mentee has no mentor in a plan."""
    unit = program.roster.pair(i, 0).mentee
    if not unit.programme:
        return LeftOut(mentee=unit.key, reason="no_programme", words=say.NO_PROGRAMME())
    candidates = np.flatnonzero(program.i == i)
    if not len(candidates):
        return LeftOut(mentee=unit.key, reason="no_candidates", words=_no_candidates(program, i))
    holders = blockers(program, chosen, candidates)
    if all(holders.values()):
        words = _places_taken(program, holders)
        return LeftOut(mentee=unit.key, reason="places_taken", words=words)
    return LeftOut(mentee=unit.key, reason="not_worth", words=say.NOT_WORTH())


def _no_candidates(program: Program, i: int) -> str:
    removals = funnel(program, i)
    parts = [say.OUT_OF(n=len(program.roster.mentor))]
    parts += [say.REMOVED(rule=one.title, n=one.removed) for one in removals]
    helpful = max(removals, key=lambda one: one.rescued, default=None)
    if helpful is not None and helpful.rescued:
        parts.append(say.ONLY_THIS(rule=helpful.title, n=helpful.rescued))
    return say.NO_CANDIDATES(removed="; ".join(parts))


def blockers(program: Program, chosen: Bools, candidates: Ints) -> dict[int, list[int]]:
    """The full rows that keep each of these candidate pairs out, tightest first."""
    loads, rows = program.loads(chosen), program.rows
    start, row, weight = program.by_pair
    found = {}
    for p in candidates.tolist():
        mine = slice(start[p], start[p + 1])
        after = loads[row[mine]] + weight[mine]
        full = row[mine][rows.hard[row[mine]] & (after > rows.upper[row[mine]])]
        closed = row[mine][rows.optional[row[mine]] & (after < rows.lower[row[mine]])]
        blocking = np.concatenate([full, closed])
        found[p] = [int(r) for r in blocking[np.argsort(rows.total[blocking], kind="stable")]]
    return found


def _places_taken(program: Program, holders: dict[int, list[int]]) -> str:
    points = program.points
    ranked = sorted(holders, key=lambda p: (*(-points[t, p] for t in range(len(points))), p))
    said = []
    for p in ranked[:SHOWN]:
        mentor = program.roster.mentor.units[int(program.j[p])].name
        limit = program.words(holders[p][0])
        said.append(limit if mentor in limit else say.HELD_BY_LIMIT(mentor=mentor, limit=limit))
    if len(ranked) > SHOWN:
        said.append(say.AND_MORE(n=len(ranked) - SHOWN))
    return say.PLACES_TAKEN(n=len(ranked), who="; ".join(said))


def cost_of(
    program: Program, chosen: Bools, proof: list[TierProof], p: int
) -> tuple[str, int] | None:
    """What pinning a candidate pair would cost at least: the tier hurt, and by how much.

    Read off the prices: the first tier in which the reduced profit of the pair is
    negative loses at least that much, if the earlier tiers are to keep their values.
    Nothing, if no tier is known to lose.
    """
    face, values = Face.whole(program), program.values(chosen)
    for t, (tier, part) in enumerate(zip(program.tiers, proof, strict=False)):
        if part.prices is None:
            return None
        judgement = judge(program, face, t, part.prices)
        reduced = int(judgement.reduced[p])
        ceiling = (judgement.bound + min(0, reduced)) // judgement.scale
        loss = values[t] - ceiling
        if reduced < 0 and loss > 0:
            return tier.words(), loss
        face = judgement.after(t, values[t])
    return None


def pair_words(
    program: Program, chosen: Bools, proof: list[TierProof], i: int, j: int
) -> dict[str, Any]:
    """Everything there is to say of one pair."""
    rules = rules_of(program, i, j)
    at = np.flatnonzero((program.i == i) & (program.j == j))
    pair = program.roster.pair(i, j)
    taken = bool(len(at)) and bool(chosen[at[0]])
    if taken:
        verdict = say.CHOSEN()
    elif not len(at):
        against = [one.title for one in rules if one.mood == "must" and not one.measure]
        verdict = say.NOT_ELIGIBLE(rules=", ".join(dict.fromkeys(against)))
    elif not proof:
        verdict = say.NO_PRICES()
    else:
        cost = cost_of(program, chosen, proof, int(at[0]))
        verdict = say.FREE_CHANGE() if cost is None else say.COSTS(tier=cost[0], loss=cost[1])
    return {
        "mentee": pair.mentee.key,
        "mentor": pair.mentor.key,
        "programme": pair.programme,
        "chosen": taken,
        "eligible": bool(len(at)),
        "verdict": verdict,
        "rules": rules,
    }


def alternatives(program: Program, i: int, but: int, most: int = SHOWN) -> list[int]:
    """The next best candidate mentors of a mentee, by points tier after tier."""
    candidates = [int(p) for p in np.flatnonzero(program.i == i) if int(program.j[p]) != but]
    points = program.points
    candidates.sort(key=lambda p: (*(-points[t, p] for t in range(len(points))), p))
    return [int(program.j[p]) for p in candidates[:most]]
