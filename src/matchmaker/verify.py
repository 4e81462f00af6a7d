"""The independent check of a plan: tables, policy and prices; no solver is asked.

Eligibility, points and limits are recomputed from the tables and the policy that the
plan names. Then every candidate pair there is, listed or not in the plan, is held
against the plan's prices (see :mod:`matchmaker.program.face` for the duality behind it).
Where a plan was made without listing all pairs, they are never listed here either: they are
asked about some at a time (:mod:`matchmaker.program.certificate`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.errors import InputError
from matchmaker.events import Watch, nobody
from matchmaker.messages import partners
from matchmaker.messages import plans as say
from matchmaker.pairs import Bools
from matchmaker.policy import Policy
from matchmaker.program.asked import COLUMNS, NOBODY, Asked
from matchmaker.program.certificate import certify
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.parts import Part, links_of, people_of, program_of
from matchmaker.program.program import Program
from matchmaker.program.record import LeftOut, PairRecord, PlanRecord, mark_of, read_proof
from matchmaker.program.refusals import refusal_titles
from matchmaker.text import Text
from matchmaker.workers import Workers

Optimal = Literal["proved", "bound", "unproved"]


@dataclass(slots=True)
class Verdict:
    """What the check found.

    Attributes
    ----------
    valid : whether the plan keeps every rule and says nothing untrue.
    optimal : ``proved``: prices over every pair attain each value; ``bound``: the
        recomputed bound leaves a gap that only the solver's word closes; ``unproved``.
    issues : what is wrong, in words.
    bounds : recomputed bound per tier, where there are prices.
    pairs : how many candidate pairs were held against the prices.
    """

    valid: bool = True
    optimal: Optimal = "unproved"
    issues: list[str] = field(default_factory=list)
    bounds: dict[str, int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)
    pairs: int = 0

    def wrong(self, issue: str) -> None:
        """Note an issue; the plan is then not valid."""
        self.valid = False
        self.issues.append(issue)


def verify(
    record: PlanRecord,
    municipality: Municipality,
    watch: Watch = nobody,
    workers: Workers | None = None,
) -> Verdict:
    """Check a plan against the tables it claims to be made of.

    Parameters
    ----------
    workers : who holds pairs against prices, where they were never all listed.
    """
    verdict = Verdict()
    if record.input != municipality.fingerprint:
        verdict.wrong(f"{say.OTHER_TABLES()}. {say.MAKE_AGAIN()}")
    try:
        policy = Policy.from_plain(record.policy)
        asked = Asked.of_plan(record, municipality, policy)
        if asked:
            program = asked.program(NOBODY, *asked.named(record.pairs))
        else:
            program = program_of(municipality, policy, record.kind, record.former)
    except InputError as error:
        verdict.wrong(f"{say.BAD_POLICY()}: {error}")
        return verdict
    chosen = np.zeros(program.pairs, dtype=np.bool_)
    for part, lines, left in (
        (people_of(program), record.pairs, record.unpaired),
        (links_of(program), record.links, record.unlinked),
    ):
        if part is None:
            if lines or left:
                verdict.wrong(say.OTHER_KIND(kind=record.kind))
            continue
        chosen[part.first : part.first + part.program.pairs] = _pairs(record, lines, part, verdict)
        _left_out(lines, left, part, verdict)
    _limits(program, chosen, verdict)
    _values(record, program, chosen, verdict)
    prices = _prices(record, program, verdict)
    values = program.values(chosen)
    if asked:
        verdict.pairs, bounds = _certified(record, asked, values, prices, verdict, watch, workers)
    else:
        verdict.pairs, bounds = program.pairs, _judged(program, values, prices)
    _counts(record, program, verdict)
    _bounds(record, program, values, prices, bounds, verdict)
    return verdict


def _pairs(record: PlanRecord, lines: Sequence[PairRecord], part: Part, verdict: Verdict) -> Bools:
    """Which candidates of a part the lines of the plan name. Shape: (pairs of the part,)."""
    program = part.program
    roster = program.roster
    place = {(int(i), int(j)): p for p, (i, j) in enumerate(zip(program.i, program.j, strict=True))}
    chosen = np.zeros(program.pairs, dtype=np.bool_)
    for pair in lines:
        name = f"{pair.mentee} – {pair.mentor}"
        i = roster.mentee.position.get(pair.mentee)
        j = roster.mentor.position.get(pair.mentor)
        if i is None:
            verdict.wrong(_unknown(part, say.UNKNOWN_MENTEE)(who=pair.mentee))
        if j is None:
            verdict.wrong(_unknown(part, say.UNKNOWN_MENTOR)(who=pair.mentor))
        if i is None or j is None:
            continue
        _line(record, program, pair, name, verdict)
        p = place.get((i, j))
        if p is None:
            against = refusal_titles(program, i, j)
            verdict.wrong(say.PAIR_FORBIDDEN(pair=name, rules=", ".join(against)))
        elif chosen[p]:
            verdict.wrong(say.PAIR_TWICE(pair=name))
        else:
            chosen[p] = True
            right = stated_points(program, p)
            if right != pair.points:
                verdict.wrong(say.PAIR_POINTS(pair=name, stated=pair.points, right=right))
    return chosen


def _line(
    record: PlanRecord, program: Program, pair: PairRecord, name: str, verdict: Verdict
) -> None:
    """Check what one line says beside its points."""
    programme = program.roster.programmes[program.roster.mentee.position[pair.mentee]]
    mentor = program.roster.mentor.units[program.roster.mentor.position[pair.mentor]]
    if pair.programme != programme:
        verdict.wrong(say.PAIR_PROGRAMME(pair=name, right=programme))
    team = tuple(member.key for member in getattr(mentor, "members", ()))
    if pair.mentors != team:
        verdict.wrong(say.PAIR_TEAM(pair=name))
    if pair.mark != mark_of(record.input, pair.mentee, pair.mentor, pair.programme, pair.points):
        verdict.wrong(say.PAIR_EDITED(pair=name))


def stated_points(program: Program, p: int) -> dict[str, int]:
    """Points of a candidate pair the way a plan states them: by tier, obligations aside."""
    return {tier.name: int(program.points[t, p]) for t, tier in enumerate(program.tiers) if t > 0}


def _left_out(
    lines: Sequence[PairRecord], left_out: Sequence[LeftOut], part: Part, verdict: Verdict
) -> None:
    linked = {who for pair in lines for who in (pair.mentee, pair.mentor, *pair.mentors)}
    served = linked if part.program.roster.symmetric else {pair.mentee for pair in lines}
    left = Counter(one.mentee for one in left_out)
    units = part.program.roster.mentee.units
    wanting = {units[i].key for i in part.wanting()}
    for who in sorted(served & set(left)):
        verdict.wrong(say.BOTH(who=who))
    for unit in units:
        if unit.key in wanting and unit.key not in served and unit.key not in left:
            lost = partners.LOST_SCHOOL if part.program.roster.of_schools else say.LOST_MENTEE
            verdict.wrong(lost(who=unit.key))
    for who in sorted(set(left) - wanting):
        verdict.wrong(_unknown(part, say.UNKNOWN_MENTEE)(who=who))


def _unknown(part: Part, of_people: Text) -> Text:
    return partners.UNKNOWN_SCHOOL if part.program.roster.of_schools else of_people


def _counts(record: PlanRecord, program: Program, verdict: Verdict) -> None:
    counts = (
        ("mentees", record.mentees, len(program.roster.mentee)),
        ("mentors", record.mentors, len(program.roster.mentor)),
        ("candidate_pairs", record.candidate_pairs, verdict.pairs),
    )
    for what, stated, right in counts:
        if stated != right:
            verdict.wrong(say.COUNT_DIFFERS(what=what, stated=stated, right=right))


def _limits(program: Program, chosen: Bools, verdict: Verdict) -> None:
    loads, rows = program.loads(chosen), program.rows
    over = rows.hard & (loads > rows.upper)
    between = rows.optional & (loads > 0) & (loads < rows.lower)
    for row in np.flatnonzero(over):
        verdict.wrong(say.LIMIT_BROKEN(limit=program.words(int(row))))
    for row in np.flatnonzero(between & ~over):
        verdict.wrong(say.GROUP_BETWEEN(limit=program.words(int(row))))


def _values(record: PlanRecord, program: Program, chosen: Bools, verdict: Verdict) -> None:
    if [tier.name for tier in record.tiers] != [tier.name for tier in program.tiers]:
        verdict.wrong(say.TIERS_DIFFER())
        return
    values = program.values(chosen)
    verdict.values = {tier.name: v for tier, v in zip(program.tiers, values, strict=True)}
    for tier, stated, right in zip(program.tiers, record.tiers, values, strict=True):
        if stated.value != right:
            verdict.wrong(say.TIER_VALUE(tier=tier.words(), stated=stated.value, right=right))
    if values[0] < 0 and record.status not in {"infeasible", "timeout"}:
        verdict.wrong(say.UNMET(n=-values[0]))


def _prices(record: PlanRecord, program: Program, verdict: Verdict) -> list[Prices]:
    """The prices of the plan, tier by tier, as far as they can be read."""
    proofs = {proof.tier: proof for proof in record.proof}
    found: list[Prices] = []
    for tier in program.tiers:
        if tier.name not in proofs:
            break
        try:
            found.append(read_proof(program, proofs[tier.name]))
        except (ValueError, OverflowError) as error:
            verdict.wrong(say.PROOF_BROKEN(tier=tier.words(), what=error))
            break
    return found


class _Bound(Protocol):
    """What prices prove of a tier."""

    def closes(self, value: int) -> bool: ...

    @property
    def whole(self) -> int: ...


def _judged(program: Program, values: Sequence[int], prices: Sequence[Prices]) -> Iterator[_Bound]:
    """Go down the tiers: each bound is recomputed over every pair on the face left open."""
    face = Face.whole(program)
    for t, price in enumerate(prices):
        judgement = judge(program, face, t, price)
        yield judgement
        face = judgement.after(t, values[t])


def _certified(
    record: PlanRecord,
    asked: Asked,
    values: Sequence[int],
    prices: Sequence[Prices],
    verdict: Verdict,
    watch: Watch,
    workers: Workers | None,
) -> tuple[int, Iterator[_Bound]]:
    """How many candidate pairs there are, and the same bounds, some pairs at a time."""
    try:
        found = certify(asked, prices, values, watch, workers)
    except (ValueError, OverflowError) as error:
        verdict.wrong(say.PROOF_BROKEN(tier=record.tiers[0].title, what=error))
        return asked.candidates, iter(())
    return found.candidates, iter(found.bounds)


def _bounds(
    record: PlanRecord,
    program: Program,
    values: Sequence[int],
    prices: Sequence[Prices],
    bounds: Iterator[_Bound],
    verdict: Verdict,
) -> None:
    """Say how far the recomputed bounds prove the plan best."""
    stated = {tier.name: tier for tier in record.tiers}
    unclosed: set[int] = set()
    levels: list[Optimal] = []
    for t, (tier, price, bound) in enumerate(zip(program.tiers, prices, bounds, strict=False)):
        if set(price.exchange) - unclosed:
            verdict.wrong(say.PROOF_BROKEN(tier=tier.words(), what="exchange"))
            break
        verdict.bounds[tier.name] = bound.whole
        said = stated.get(tier.name)
        if bound.closes(values[t]):
            levels.append("proved")
            continue
        unclosed.add(t)
        if said and said.closed == "prices":
            verdict.wrong(say.NOT_CLOSED(tier=tier.words(), value=values[t], bound=bound.whole))
        if bound.whole == values[t]:
            levels.append("proved")
        else:
            levels.append("bound" if said and said.closed == "search" else "unproved")
        if record.route == COLUMNS and said and said.bound is not None and said.bound < bound.whole:
            wrong = say.BOUND_TOO_LOW(tier=tier.words(), stated=said.bound, right=bound.whole)
            verdict.wrong(wrong)
    if verdict.valid and len(levels) == len(program.tiers):
        verdict.optimal = min(levels, key=get_args(Optimal)[::-1].index)
