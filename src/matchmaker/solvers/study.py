"""Individual routes solved level by level by HiGHS, each with the bound it proved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil, floor

import numpy as np
from ortools.math_opt.python import mathopt

from matchmaker.limits import Limits
from matchmaker.solvers.linear import run
from matchmaker.solvers.study_model import StudyModel, ask, columns, keep, write
from matchmaker.study.check import check_answer
from matchmaker.study.fit import complete
from matchmaker.study.program import COSTS, GAINS, LEVELS, Answer, RouteProgram, worth

NODES = 2000
"""So many nodes of branch and bound are opened at each level: work, not time, so that the same
tables give the same routes on every machine."""

RATE = 256
"""A point of hours weighs as much as so many points of dates at first."""


@dataclass(frozen=True, slots=True)
class Routed:
    """What was found.

    Attributes
    ----------
    bounds : of each level, what no answer that keeps the earlier levels can pass; nothing if
        the search was stopped before it proved anything.
    """

    answer: Answer
    bounds: dict[str, int | None]


def solve_routes(program: RouteProgram, limits: Limits | None = None) -> Routed:
    """Choose who goes to what, best level after level.

    The search of each level stops after as many nodes as ``limits.effort`` says (or
    :data:`NODES`), and after ``limits.seconds`` if they are set. What was found by then is
    kept, its bound told, and every wish that can still be answered is.

    Raises
    ------
    SolverError
        if the library breaks down.
    """
    limits = limits or Limits()
    written = write(program)
    best = complete(program, {})
    bounds: dict[str, int | None] = {}
    for level in LEVELS[:-1]:
        best, bounds[level] = _level(program, written, level, best, limits)
        if level in GAINS:
            keep(written, level, program.values(best)[level])
    best, bounds["dates"] = _dates(program, written, best, limits)
    # Nothing changes here unless a search was stopped.
    return Routed(complete(program, best), bounds)


def _dates(
    program: RouteProgram, written: StudyModel, best: Answer, limits: Limits
) -> tuple[Answer, int | None]:
    """The earliest dates and shortest ways among answers whose hours are no less even.

    A row that keeps the hours would tie all people together, and the search would never end.
    So hours are priced instead: if the best answer at a price keeps them, it is the best of
    those that do; if not, the price was too low.
    """
    value = program.values(best)
    rate = RATE if written.levels["hours"] else 0
    while True:
        found, bound = _level(program, written, "dates", best, limits, rate)
        if program.values(found)["hours"] <= value["hours"] or not rate:
            return found, bound
        if rate > value["dates"]:
            return best, bound
        rate *= RATE


def _level(
    program: RouteProgram,
    written: StudyModel,
    level: str,
    best: Answer,
    limits: Limits,
    rate: int = 0,
) -> tuple[Answer, int | None]:
    """The best answer at one level, the earlier ones kept, and its bound."""
    value = program.values(best)[level]
    if not written.levels[level] or value == _ideal(program, level):
        return best, value
    if limits.over:
        return best, None
    ask(written, level, rate)
    result = run(
        written.model.export_model(),
        mathopt.SolverType.HIGHS,
        mathopt.SolveParameters(
            node_limit=int(limits.effort or NODES),
            time_limit=None if limits.left is None else timedelta(seconds=limits.left),
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.9,
        ),
        hint=_hint(program, written, best),
    )
    spent = rate * program.values(best)["hours"]
    if result.has_primal_feasible_solution():
        told = result.variable_values()
        found = written.answer({variable.id: number for variable, number in told.items()})
        if not check_answer(program, found) and _better(program, found, best, rate):
            best = found
    bound = result.termination.objective_bounds.dual_bound - spent
    value = program.values(best)[level]
    if not np.isfinite(bound):
        return best, None
    if level in COSTS:
        return best, min(value, ceil(bound - 1e-6))
    return best, max(value, floor(bound + 1e-6))


def _ideal(program: RouteProgram, level: str) -> int:
    """What no answer can pass whatever the limits: everything answered, nothing spent."""
    if level in COSTS:
        return 0
    place = LEVELS.index(level)
    return sum(wish.points[place] for wish in program.wishes if wish.options)


def _better(program: RouteProgram, one: Answer, other: Answer, rate: int) -> bool:
    """Whether an answer is worth more, or costs less where hours are priced."""
    first, second = program.values(one), program.values(other)
    if rate:
        return rate * (first["hours"] - second["hours"]) + first["dates"] < second["dates"]
    return worth(first) > worth(second)


def _hint(
    program: RouteProgram, written: StudyModel, best: Answer
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The answer in hand, as values of all columns in their order."""
    values = columns(program, written, best)
    return np.array([values[variable.id] for variable in written.model.variables()])
