"""Check tables before anything is solved: candidates, gaps, what cannot be kept."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.errors import Issue
from matchmaker.explain import Removal, funnel
from matchmaker.io.policy_file import default_policy
from matchmaker.policy import Policy
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import candidates_to_ask, encode


@dataclass(slots=True)
class Check:
    """What the tables allow, before anything is solved.

    Attributes
    ----------
    candidates : number of eligible mentors per mentee.
    alone : mentees without one eligible mentor, and which rules removed how many.
    to_ask : people who could mentor but were not asked yet.
    unkept : obligations that too few candidates can meet, whatever the solver does.
    """

    municipality: str
    mentees: int
    mentors: int
    pairs: int
    candidates: dict[str, int]
    alone: dict[str, list[Removal]]
    without_programme: list[str]
    to_ask: list[str]
    places: int
    unkept: list[str]
    warnings: list[Issue] = field(default_factory=list)


def check(municipality: Municipality, policy: Policy | None = None) -> Check:
    """Count candidates and name what cannot be paired whatever the solver does.

    Raises
    ------
    InputError
        if tables and policy do not fit together.
    """
    policy = policy or default_policy()
    program = compile_program(encode(municipality, policy), policy)
    counts = np.bincount(program.i, minlength=len(program.roster.mentee))
    names = [unit.key for unit in program.roster.mentee.units]
    placed = [bool(programme) for programme in program.roster.programmes]
    rows = program.rows
    short = np.flatnonzero(rows.hard & ~rows.optional & (rows.total < rows.lower))
    willing = np.unique(program.j)
    return Check(
        municipality=municipality.about.name,
        mentees=len(names),
        mentors=len(program.roster.mentor),
        pairs=program.pairs,
        candidates={name: int(n) for name, n in zip(names, counts, strict=True)},
        alone={
            name: funnel(program, i) for i, name in enumerate(names) if counts[i] == 0 and placed[i]
        },
        without_programme=[name for name, has in zip(names, placed, strict=True) if not has],
        to_ask=[person.id for person, _ in candidates_to_ask(municipality)],
        places=sum(program.roster.mentor.units[j].mentor.places or 0 for j in willing.tolist()),
        unkept=[program.words(int(row)) for row in short],
        warnings=list(municipality.warnings),
    )
