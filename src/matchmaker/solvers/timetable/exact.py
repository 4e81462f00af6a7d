"""Level after level with CP-SAT: improves a timetable and says what is proven."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.answer import LevelResult
from matchmaker.solvers.timetable.model import TimeModel
from matchmaker.solvers.timetable.run import minimise
from matchmaker.solvers.timetable.wishes import written
from matchmaker.timetable import Placements, TimeProgram


def settle(
    program: TimeProgram, start: Placements, limits: Limits
) -> tuple[Placements, tuple[LevelResult, ...]]:
    """Minimise one level after the other, each with the values of the earlier ones kept."""
    model, best = None, start
    results = []
    for number, name in enumerate(program.costs(start)):
        begun, bound = time.monotonic(), None
        if not limits.over:  # to write a level out takes time too
            model = model or TimeModel(program)
            objective = model.unplaced()
            if number:
                terms = program.levels[number - 1].terms
                objective = cp_model.LinearExpr.sum([written(term, model) for term in terms])
            share = None if limits.left is None else limits.left / (1 + _open(program, number))
            found = minimise(model, objective, best, limits, seconds=share)
            bound = found.bound
            if found.placements is not None and _better(program, found.placements, best):
                best = found.placements
            model.cp.add(objective <= program.costs(best)[name])
        value = program.costs(best)[name]
        results.append(LevelResult(name, value, bound, time.monotonic() - begun))
    # A later level may have lowered an earlier one that was not yet at its least.
    final = program.costs(best)
    return best, tuple(
        LevelResult(one.name, final[one.name], one.bound, one.seconds) for one in results
    )


def _open(program: TimeProgram, number: int) -> int:
    return len(program.levels) - number


def _better(program: TimeProgram, one: Placements, other: Placements) -> bool:
    return tuple(program.costs(one).values()) < tuple(program.costs(other).values())
