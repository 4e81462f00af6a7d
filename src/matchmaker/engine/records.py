"""Write the record of a plan: its lines, who is left out, its tiers and proof."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.explain import Holders, left_out
from matchmaker.messages import plans as say
from matchmaker.pairs import Bools
from matchmaker.policy import Policy
from matchmaker.program.answer import Raw, Status
from matchmaker.program.asked import NOBODY, Asked
from matchmaker.program.parts import Part, links_of, people_of
from matchmaker.program.program import Program
from matchmaker.program.record import (
    Conflict,
    LeftOut,
    PairRecord,
    PlanRecord,
    TierRecord,
    mark_of,
    write_proof,
)
from matchmaker.verify import stated_points


def make_record(
    municipality: Municipality,
    policy: Policy,
    program: Program,
    raw: Raw,
    route: str,
    reason: str,
    named: tuple[Conflict, ...],
    asked: Asked | None = None,
) -> PlanRecord:
    """Write down what was chosen, how it was proved, and who is left out.

    Parameters
    ----------
    asked : all candidate pairs, if the program lists only some.
    """
    values = program.values(raw.chosen)
    return PlanRecord(
        notice=say.NOTICE(),
        fictional=bool(municipality.about.fictional),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        reference_date=municipality.reference_date.isoformat(),
        input=municipality.fingerprint,
        policy=policy.to_plain(),
        status=_status(raw, values),
        route=route,
        route_reason=reason,
        mentees=len(program.roster.mentee),
        mentors=len(program.roster.mentor),
        candidate_pairs=asked.candidates if asked else program.pairs,
        gap=_gap(raw, values),
        tiers=tuple(
            TierRecord(
                name=tier.name,
                title=tier.words(),
                value=value,
                bound=part.bound,
                closed=part.closed,
            )
            for tier, value, part in zip(program.tiers, values, raw.proof, strict=True)
        ),
        pairs=tuple(_lines(municipality, people_of(program), raw.chosen)),
        unpaired=tuple(
            _left_of(asked, program, raw.chosen) if asked else _left(people_of(program), raw.chosen)
        ),
        links=tuple(_lines(municipality, links_of(program), raw.chosen)),
        unlinked=tuple(_left(links_of(program), raw.chosen)),
        proof=write_proof(program, raw.proof),
        conflicts=named,
    )


def _status(raw: Raw, values: tuple[int, ...]) -> Status:
    if values[0] < 0:
        return "infeasible" if raw.proof[0].closed != "open" else "timeout"
    return "optimal" if raw.proved else "feasible"


def _gap(raw: Raw, values: tuple[int, ...]) -> float | None:
    """The relative gap of the first tier that is not proved."""
    for value, part in zip(values, raw.proof, strict=True):
        if part.closed == "open":
            if part.bound is None:
                return None
            return round((part.bound - value) / max(1, abs(value), abs(part.bound)), 6)
    return 0.0


def _lines(municipality: Municipality, part: Part | None, chosen: Bools) -> list[PairRecord]:
    """The lines of a plan about its people or its schools."""
    if part is None:
        return []
    program, roster = part.program, part.program.roster
    records = []
    for p in np.flatnonzero(part.of(chosen)).tolist():
        i, j = int(program.i[p]), int(program.j[p])
        mentee, mentor = roster.mentee.units[i].key, roster.mentor.units[j]
        programme, points = roster.programmes[i], stated_points(program, p)
        records.append(
            PairRecord(
                mentee=mentee,
                mentor=mentor.key,
                mentors=tuple(member.key for member in getattr(mentor, "members", ())),
                programme=programme,
                points=points,
                mark=mark_of(municipality.fingerprint, mentee, mentor.key, programme, points),
            )
        )
    return records


def _left(part: Part | None, chosen: Bools) -> list[LeftOut]:
    """Who should have somebody and has nobody, and why."""
    if part is None:
        return []
    mine, holders = part.of(chosen), Holders(part.whole, part.whole.loads(chosen))
    return [
        left_out(part, holders, i) for i in part.wanting() if not mine[part.candidates(i)].any()
    ]


def _left_of(asked: Asked, program: Program, chosen: Bools) -> Iterator[LeftOut]:
    """The same where few pairs are listed: whoever has nobody is asked about, some at a time."""
    loads = program.loads(chosen)  # rows are the same whichever pairs are listed
    for mentees in asked.pieces(np.setdiff1d(asked.everybody, program.i[chosen])):
        part = people_of(asked.program(mentees, NOBODY, NOBODY))
        assert part is not None  # pairs by columns are pairs of people
        holders = Holders(part.whole, loads)
        for mentee in mentees.tolist():
            yield left_out(part, holders, mentee)
