"""One solver on one case, in a process of its own: ``python -m matchmaker.bench.one``.

The order comes on standard input, the run goes to standard output, both as JSON. A process of its
own has a peak of memory of its own, and may die alone.
"""

from __future__ import annotations

import sys

from matchmaker.bench.machine import peak_mb
from matchmaker.bench.phases import Phases
from matchmaker.bench.problem import lay_out
from matchmaker.bench.record import Case, Run
from matchmaker.bench.solvers import CONTENDERS
from matchmaker.bench.solvers.base import Reached, Task, candidates_about
from matchmaker.errors import MatchmakerError, NoSolverError
from matchmaker.frozen import Frozen
from matchmaker.limits import Limits
from matchmaker.messages import bench as say
from matchmaker.text import Language, set_language


class Order(Frozen):
    """What one process is asked to do."""

    case: Case
    solver: str
    rules: tuple[str, ...]
    seconds: float
    memory_mb: int
    language: Language = "ru"


def perform(order: Order) -> Run:
    """Run one solver; whatever keeps it from an answer is said in the run."""
    contender, phase = CONTENDERS[order.solver], Phases()
    run = Run(case=order.case, solver=order.solver, status="missing", reason=contender.missing())
    if run.reason:
        return run
    roster, policy = lay_out(order.case, order.rules, phase)
    base = peak_mb()
    task = Task(roster, policy, Limits(seconds=order.seconds))
    if contender.bytes_per_pair:
        pairs = candidates_about(task)
        needed = -(-pairs * contender.bytes_per_pair // 10**6)
        if needed > order.memory_mb:
            words = say.TOO_LARGE(pairs=pairs, needed=needed, allowed=order.memory_mb)
            return run.model_copy(update={"status": "refused", "reason": words})
    try:
        reached = contender.run(task, phase)
    except NoSolverError as error:
        return run.model_copy(update={"status": "refused", "reason": str(error)})
    except (MatchmakerError, MemoryError, RecursionError) as error:
        words = f"{type(error).__name__}: {error}"
        return run.model_copy(update={"status": "broke", "reason": words})
    return run.model_copy(
        update={
            "wall": {name: round(spent, 4) for name, spent in phase.wall.items()},
            "cpu": {name: round(spent, 4) for name, spent in phase.cpu.items()},
            "base_mb": base,
            "peak_mb": peak_mb(),
            **_facts(reached, contender.bytes_per_pair > 0),
        }
    )


def _facts(reached: Reached, listed: bool) -> dict[str, object]:
    program = reached.program
    names = [tier.name for tier in program.tiers]
    return {
        "status": "proved" if reached.proved else "answered",
        "candidates": program.pairs if listed else None,
        "columns": reached.columns,
        "rounds": reached.rounds,
        "tiers": dict(zip(names, program.values(reached.chosen), strict=True)),
        "bounds": dict(zip(names, reached.bounds, strict=False)),
        "dropped": reached.dropped,
        "exact": reached.exact,
    }


if __name__ == "__main__":
    asked = Order.model_validate_json(sys.stdin.read())
    set_language(asked.language)
    print(perform(asked).model_dump_json())
