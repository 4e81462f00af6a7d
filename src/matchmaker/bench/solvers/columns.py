"""Ours by columns: few pairs are listed, all are held against prices."""

from __future__ import annotations

from matchmaker.bench.phases import Phases
from matchmaker.bench.solvers.base import Reached, Task
from matchmaker.bench.solvers.ours import explained
from matchmaker.events import nobody
from matchmaker.solvers.columns import solve_by_columns


class Columns:
    """Column generation. The last time that all pairs are priced is the proof."""

    name = "columns"
    bytes_per_pair = 0

    def missing(self) -> str:
        """Nothing is needed."""
        return ""

    def run(self, task: Task, phase: Phases) -> Reached:
        """Solve in rounds and explain."""
        solved = solve_by_columns(task.roster, task.policy, task.limits, nobody)
        for name, wall in solved.seconds.items():
            phase.add(name, wall, solved.cpu[name])
        explained(solved.program, solved.raw.chosen, phase)
        bounds = tuple(tier.bound for tier in solved.raw.proof)
        raw = solved.raw
        return Reached(
            solved.program, raw.chosen, bounds, raw.proved, solved.rounds, solved.columns
        )
