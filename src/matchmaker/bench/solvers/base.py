"""What takes part in a comparison: one interface for ours, plain methods and other projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from matchmaker.bench.phases import Phases
from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Roster
from matchmaker.policy import Policy
from matchmaker.program.compile import compile_program, eligible_block, mentees_by_programme
from matchmaker.program.program import Program

SAMPLE = 64
"""The share of pairs that musts allow is read off so many mentees."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every solver is given: people, rules, and how long it may take."""

    roster: Roster
    policy: Policy
    limits: Limits


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """An answer.

    Attributes
    ----------
    program : the pairs that were listed; by columns, those chosen.
    chosen : Shape: (pairs,).
    bounds : the best bound known of each tier; none of plain methods.
    proved : whether every tier is settled by a proof that was checked, or by our solver's word.
    rounds, columns : how often pairs were held against prices and how many were listed, where
        that is done.
    dropped : pairs of a plain answer that other limits did not allow.
    exact : of plain methods: whether their objective ranks plans as the tiers do.
    """

    program: Program
    chosen: Bools
    bounds: tuple[int | None, ...] = ()
    proved: bool = False
    rounds: int | None = None
    columns: int | None = None
    dropped: int = 0
    exact: bool | None = None


class Contender(Protocol):
    """One that solves."""

    name: str
    bytes_per_pair: int
    """Memory for each pair that musts allow, as measured; 0 if pairs are not listed."""

    def missing(self) -> str:
        """What it needs and does not find, in words; empty if it can run."""
        ...

    def run(self, task: Task, phase: Phases) -> Reached:
        """Solve, and say what took how long."""
        ...


def listed(task: Task, phase: Phases) -> Program:
    """List and score all pairs, for those who cannot do without.

    What is eligible is found once more for its own time, which is taken off that of compiling.
    """
    uses, roster = task.policy.all_uses, task.roster
    before = phase.wall.get("compile", 0.0), phase.cpu.get("compile", 0.0)
    with phase("compile"):
        program = compile_program(roster, task.policy)
    alone = Phases()
    step = max(1, 4_000_000 // max(1, len(roster.mentor)))
    with alone("eligible"):
        for programme, members in mentees_by_programme(roster).items():
            for start in range(0, len(members), step):
                eligible_block(roster, uses, programme, members[start : start + step])
    wall = min(alone.wall["eligible"], phase.wall["compile"] - before[0])
    cpu = min(alone.cpu["eligible"], phase.cpu["compile"] - before[1])
    phase.add("compile", -wall, -cpu)
    phase.add("eligible", wall, cpu)
    return program


def candidates_about(task: Task) -> int:
    """About how many pairs the musts allow, by a sample of the mentees."""
    roster = task.roster
    uses, count, seen = task.policy.all_uses, 0, 0
    for programme, members in mentees_by_programme(roster).items():
        rows = members[:: max(1, len(roster.mentee) // SAMPLE)]
        count += int(np.count_nonzero(eligible_block(roster, uses, programme, rows)))
        seen += len(rows)
    return round(count * len(roster.mentee) / max(1, seen))
