"""What a plan file holds: pairs, who is left out, what proves it; no clock, no names."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

import numpy as np

from matchmaker.frozen import Frozen
from matchmaker.pairs import Ints
from matchmaker.policy import Kind
from matchmaker.program.answer import Status, TierProof
from matchmaker.program.face import Prices
from matchmaker.program.program import Program

FORMAT = 1
"""Version of the layout of ``plan.json``."""


def person_of(mentee: str, programme: str) -> str:
    """The person behind a mentee's key, which names the programme where it must."""
    return mentee.removesuffix(f" / {programme}")


class PairRecord(Frozen):
    """One pair of the plan."""

    mentee: str
    mentor: str
    """The mentor, or the name of the team."""
    mentors: tuple[str, ...] = ()
    """Members of the team, lead first; empty for one mentor."""
    programme: str
    points: dict[str, int]
    """Points per tier."""
    status: Literal["proposed"] = "proposed"
    """A pair is proposed until a named person orders it."""
    mark: str
    """A short digest of the line, so that a slip of the hand is noticed."""

    @property
    def everyone(self) -> tuple[str, ...]:
        """Everyone in the line: who is helped, then who helps."""
        return (self.mentee, *(self.mentors or (self.mentor,)))


class FormerPair(Frozen):
    """A pair of the plan that this one replaces.

    By person and programme: the key of a mentee changes when the person gets a second row.
    """

    person: str
    programme: str
    mentor: str
    """The mentor, or the name of the team."""


class LeftOut(Frozen):
    """A mentee without a mentor, or a school without a link, and why."""

    mentee: str
    reason: Literal["no_programme", "no_candidates", "places_taken", "not_worth"]
    words: str


class TierRecord(Frozen):
    """The value of a tier and what bounds it."""

    name: str
    title: str
    value: int
    bound: int | None
    closed: Literal["prices", "rounding", "search", "open"]


class PriceRecord(Frozen):
    """Prices of one quota: group by group, those that are not 0."""

    use: int
    """Position of the rule's use in the policy, implied uses first."""
    rule: str
    quota: str
    groups: tuple[int, ...]
    prices: tuple[int, ...]


class ProofRecord(Frozen):
    """The prices of one tier (see :mod:`matchmaker.program.face` for what they prove)."""

    tier: str
    scale: int
    exchange: dict[str, int]
    prices: tuple[PriceRecord, ...]


class Conflict(Frozen):
    """Musts that cannot hold together: no smaller set of them conflicts."""

    musts: tuple[str, ...]


class PlanRecord(Frozen):
    """A plan as it stands in ``plan.json``."""

    notice: str
    """«Проект. Решение принимает руководитель»: nobody is assigned by a program alone."""
    fictional: bool = False
    kind: Kind = "pairs"
    """What the plan is about."""
    format: int = FORMAT
    version: str
    municipality: str
    reference_date: str
    input: str
    """SHA-256 of the tables, whatever the order of their rows."""
    policy: dict[str, Any]
    status: Status
    route: str
    route_reason: str
    mentees: int
    mentors: int
    candidate_pairs: int
    gap: float | None
    """Distance between value and bound in the first tier not proved, relative; 0 if proved."""
    tiers: tuple[TierRecord, ...]
    pairs: tuple[PairRecord, ...]
    unpaired: tuple[LeftOut, ...]
    links: tuple[PairRecord, ...] = ()
    """Links of schools: the helped school as mentee, the helping one as mentor."""
    unlinked: tuple[LeftOut, ...] = ()
    """Schools that should have a link and have none."""
    proof: tuple[ProofRecord, ...]
    conflicts: tuple[Conflict, ...]
    former: tuple[FormerPair, ...] = ()
    """The pairs of the plan that this one replaces; none if it replaces no plan."""

    def to_json(self) -> str:
        """The plan as text; the same plan gives the same bytes."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def mark_of(source: str, *facts: object) -> str:
    """A short digest of one line of a plan made of these tables."""
    text = json.dumps([source, *facts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def write_proof(program: Program, proof: tuple[TierProof, ...]) -> tuple[ProofRecord, ...]:
    """Name the prices: by tier, rule, quota and group instead of by row number."""
    records = []
    for tier, part in zip(program.tiers, proof, strict=True):
        if part.prices is None:
            continue
        records.append(
            ProofRecord(
                tier=tier.name,
                scale=part.prices.scale,
                exchange={
                    program.tiers[t].name: r for t, r in sorted(part.prices.exchange.items()) if r
                },
                prices=_named(program, part.prices.rows),
            )
        )
    return tuple(records)


def _named(program: Program, prices: Ints) -> tuple[PriceRecord, ...]:
    uses = {id(use): n for n, use in enumerate(program.uses)}
    records = []
    for source, family in enumerate(program.families):
        mine = np.flatnonzero((program.rows.source == source) & (prices != 0))
        if len(mine):
            records.append(
                PriceRecord(
                    use=uses[id(family.use)],
                    rule=family.use.rule.name,
                    quota=family.quota.name,
                    groups=tuple(program.rows.group[mine].tolist()),
                    prices=tuple(prices[mine].tolist()),
                )
            )
    return tuple(records)


def read_proof(program: Program, record: ProofRecord) -> Prices:
    """Prices by row number again.

    Raises
    ------
    ValueError
        if the record names a tier, rule, quota or group that the program does not have,
        or a scale or rate that proves nothing.
    """
    uses = list(program.uses)
    row_of = {
        (id(program.families[int(s)].use), program.families[int(s)].quota.name, int(g)): r
        for r, (s, g) in enumerate(zip(program.rows.source, program.rows.group, strict=True))
    }
    names = [tier.name for tier in program.tiers]
    if record.scale < 1 or any(rate < 0 for rate in record.exchange.values()):
        raise ValueError(record.tier)
    prices = np.zeros(len(program.rows), dtype=np.int64)
    for part in record.prices:
        if len(part.groups) != len(part.prices) or not 0 <= part.use < len(uses):
            raise ValueError(part.rule)
        for group, price in zip(part.groups, part.prices, strict=True):
            row = row_of.get((id(uses[part.use]), part.quota, group))
            if row is None or abs(price) > 2**50:
                raise ValueError(f"{part.rule} {part.quota} {group}")
            prices[row] = price
    exchange = {}
    for name, rate in record.exchange.items():
        if name not in names or rate > 2**40:
            raise ValueError(name)
        exchange[names.index(name)] = rate
    return Prices(prices, record.scale, exchange)
