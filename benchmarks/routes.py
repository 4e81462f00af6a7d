"""Exact routes beside plain methods on the shipped scenarios: quality, proof, time.

Run: ``python benchmarks/routes.py [scenario ...]``. Times are ratios to greedy on the
same compiled program, so that they mean something on another machine.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import matchmaker as mm
from matchmaker.limits import Limits
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import encode
from matchmaker.solvers.auto import choose

SHIPPED = Path(__file__).parent.parent / "scenarios"
SOLVERS = ("greedy", "deferred", "auto")


def main(names: list[str]) -> None:
    print(
        f"{'scenario':18} {'solver':9} {'served':>7} {'fit':>8} {'proved':>7} {'time/greedy':>12}"
    )
    for name in names or sorted(path.name for path in SHIPPED.iterdir()):
        policy = mm.read_policy(SHIPPED / name / "policy.toml")
        program = compile_program(encode(mm.read(SHIPPED / name), policy), policy)
        tier = {t.name: k for k, t in enumerate(program.tiers)}
        unit = 0.0
        for wanted in SOLVERS:
            solver = choose(wanted, program).solver
            started = time.perf_counter()
            raw = solver.solve(program, Limits(seconds=60), lambda event: None)
            seconds = time.perf_counter() - started
            unit = unit or seconds
            values = program.values(raw.chosen)
            proved = sum(part.closed in {"prices", "rounding"} for part in raw.proof)
            print(
                f"{name:18} {solver.name:9} {values[tier['coverage']]:7} {values[tier['fit']]:8} "
                f"{proved:3}/{len(raw.proof)} {seconds / unit:12.1f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
