"""Limits that are no flow: all candidate pairs listed, and pairs found by columns.

Run: ``python benchmarks/branching.py [--seconds N] [--at-most N] [--listed N ...]
[--columns N ...]``. On an invented country of so many mentees and half as many mentors, where
each organisation lends at most so many places to others, it prints what the mip route reaches
over all candidate pairs, listed, and what price and branch reaches without listing them: tiers
proved, then value, bound and gap of the first tier that is not. Each run is a process of its own,
so its memory is its own; time is that of the processor, so other work beside it does not count.
Bounds cover every pair there is.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from matchmaker.bench.country import country
from matchmaker.bench.machine import peak_mb
from matchmaker.events import nobody
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.program.answer import Raw
from matchmaker.program.compile import compile_program
from matchmaker.program.program import Program
from matchmaker.rulebook import must
from matchmaker.rules.outside_limit import OutsideLimit
from matchmaker.solvers.auto import solver_named
from matchmaker.solvers.branching import solve_by_branching

FACTOR = 2
"""So many mentees to a mentor."""


@dataclass(frozen=True)
class Task:
    """One run: a way, a size, and how long it may take."""

    way: str
    mentees: int
    at_most: int
    seconds: float | None
    seed: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--at-most", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--listed", type=int, nargs="*", default=[1000, 2000, 4000])
    parser.add_argument("--columns", type=int, nargs="*", default=[1000, 2000, 4000, 8000])
    asked = parser.parse_args()
    print(
        f"{'way':8} {'mentees':>8} {'pairs':>12} {'listed':>9} {'proved':>6} {'value':>9} "
        f"{'bound':>9} {'gap %':>7} {'cpu s':>7} {'MB':>6}"
    )
    tasks = [
        Task(way, mentees, asked.at_most, asked.seconds, asked.seed)
        for way in ("listed", "columns")
        for mentees in getattr(asked, way)
    ]
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as pool:
        for line in pool.map(run, tasks):
            print(line, flush=True)


def run(task: Task) -> str:
    """Solve, and say what came of it in one line."""
    policy = default_policy().replace_rules([must(OutsideLimit(at_most=task.at_most))])
    mentors = task.mentees // FACTOR
    roster = country(task.mentees, mentors, policy, task.seed)
    started, limits = time.process_time(), Limits(seconds=task.seconds)
    if task.way == "listed":
        program = compile_program(roster, policy)
        columns = program.pairs
        raw = solver_named("mip").solve(program, limits, nobody)
    else:
        solved = solve_by_branching(roster, policy, limits, nobody)
        program, raw, columns = solved.program, solved.raw, solved.columns
    spent = time.process_time() - started
    return (
        f"{task.way:8} {task.mentees:8} {task.mentees * mentors:12} {columns:9} "
        f"{_told(program, raw)} {spent:7.1f} {peak_mb() or 0:6.0f}"
    )


def _told(program: Program, raw: Raw) -> str:
    """Tiers proved; value, bound and gap of the first that is not."""
    values = program.values(raw.chosen)
    first = next((t for t, tier in enumerate(raw.proof) if tier.closed == "open"), len(values))
    if first == len(values):
        return f"{first:3}/{len(values)} {'':>9} {'':>9} {'0':>7}"
    value, bound = values[first], raw.proof[first].bound
    gap = "?" if bound is None else f"{100 * (bound - value) / max(1, abs(bound)):.3f}"
    return f"{first:3}/{len(values)} {value:9} {'?' if bound is None else bound:>9} {gap:>7}"


if __name__ == "__main__":
    main()
