"""One run of CP-SAT, with every variable hinted."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from matchmaker.errors import SolverError
from matchmaker.limits import Limits
from matchmaker.solvers.timetable.model import Expression, TimeModel
from matchmaker.timetable import Placements

HINTING = 60.0
"""Deterministic work allowed for completing a hint."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found: a timetable, if any, and what is proven."""

    placements: Placements | None
    bound: int | None


def minimise(
    model: TimeModel,
    objective: Expression,
    start: Placements,
    limits: Limits,
    *,
    seconds: float | None = None,
) -> Found:
    """Minimise one expression from a known timetable.

    Parameters
    ----------
    seconds : wall clock of this run, if less than the limits leave.
    """
    model.cp.minimize(objective)
    model.hint(start)
    _complete_hint(model, limits)
    solver = _solver(limits, seconds)
    status = solver.solve(model.cp)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(model.read(solver), round(solver.best_objective_bound))
    if status == cp_model.UNKNOWN:
        return Found(None, None)
    raise SolverError(f"CP-SAT: {solver.status_name(status)}")


def _complete_hint(model: TimeModel, limits: Limits) -> None:
    """Hint the auxiliary variables too: with some left open the solver may lose the start."""
    solver = _solver(limits, None)
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.max_deterministic_time = HINTING
    if solver.solve(model.cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return
    hint = model.cp.proto.solution_hint
    values = list(solver.response_proto.solution)
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    hint.vars.extend(range(len(values)))
    hint.values.extend(values)


def _solver(limits: Limits, seconds: float | None) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    # Two workers failed where one with this setting proved in seconds (measured).
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = limits.seed
    times = [time for time in (limits.left, seconds) if time is not None]
    if times:
        parameters.max_time_in_seconds = min(times)
    if limits.effort is not None:
        parameters.max_deterministic_time = limits.effort
    return solver
