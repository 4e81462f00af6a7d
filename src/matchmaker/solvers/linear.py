"""Solving one tier on a face as a linear or integer program, through MathOpt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from matchmaker.errors import SolverError
from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Ints
from matchmaker.program.face import Face
from matchmaker.program.program import Program
from matchmaker.solvers.link_prices import bear
from matchmaker.solvers.model import Floats, Model, write

FIRST, MORE, ALSO, NEAR = 12, 8, 1, 6
"""Pairs per mentee: written at first, entering per round, coming along, kept for search."""

FEW = 8000
"""So many free pairs are all written for branch and bound. Unit: pairs."""

LARGE = mathopt.SolverType.HIGHS
"""Faster than GLOP on a face with tens of thousands of pairs: up to seven times (measured)."""

WHOLE = 1e-6
"""How far from a whole number a solver's value may be and still be that number."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What the library answered.

    Attributes
    ----------
    chosen : pairs taken, or nothing if there is no whole-number answer. Shape: (pairs,).
    whole : whether the answer of a linear program came out whole.
    bound : the best bound the library proved.
    rows, floors : duals of rows and floors (linear program only).
    listed : pairs written in the end (linear program only). Shape: (pairs,).
    support : pairs taken at least in part (linear program only). Shape: (pairs,).
    """

    chosen: Bools | None
    whole: bool
    bound: float
    rows: Floats | None = None
    floors: Floats | None = None
    listed: Bools | None = None
    support: Bools | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Hint:
    """What prices already tell of a tier: a bound, and what each pair loses against it.

    Attributes
    ----------
    bound : no plan on the face is worth more. Unit: points.
    reduced : scaled reduced profit of every pair. Shape: (pairs,).
    listed : pairs that the linear program needed. Shape: (pairs,).
    support : pairs that it took at least in part. Shape: (pairs,).
    """

    bound: float
    scale: int
    reduced: Ints
    listed: Bools | None
    support: Bools | None


def solve_linear(program: Program, face: Face, tier: int, start: Bools) -> Solution:
    """Solve the linear relaxation of one tier by columns; duals included.

    Only some pairs are written at first; then every free pair is held against the duals,
    the best that would enter are added, and so on until none enters.

    Parameters
    ----------
    start : a plan on the face; its pairs are always written, so there is an answer.

    Raises
    ------
    SolverError
        if the library does not end with an optimum.
    """
    listed = start | best_of_each(program, face.free, program.points[tier], FIRST) | program.openers
    while True:
        solution, gain = relax(program, face, tier, listed)
        enters = face.free & ~listed & (gain > WHOLE) & (program.bundle < 0)
        if enters.any() and program.openers.any():
            assert solution.rows is not None
            raised = bear(program, face, solution.rows, gain, enters)
            gain = gain - _spread(program, raised - solution.rows)
            solution = replace(solution, rows=raised)
            enters &= gain > WHOLE
        if not enters.any() or _settled(program, solution.bound, gain, enters):
            return solution
        # The next best of everyone come along: they often enter one round later.
        rest = face.free & ~listed
        listed = (
            listed
            | best_of_each(program, enters, gain, MORE)
            | best_of_each(program, rest, gain, ALSO)
        )


def _settled(program: Program, bound: float, gain: Floats, enters: Bools) -> bool:
    """Whether what could still enter cannot lift the bound to the next whole number.

    Only where the bound is not whole already: a whole one may be attained exactly, which
    wants exact prices.
    """
    if abs(bound - round(bound)) < WHOLE:
        return False
    most = np.zeros(int(program.i.max(initial=-1)) + 1)
    np.maximum.at(most, program.i[enters], gain[enters])
    return bool(np.floor(bound + most.sum()) == np.floor(bound))


def relax(
    program: Program,
    face: Face,
    tier: int,
    listed: Bools,
    large: bool = False,
) -> tuple[Solution, Floats]:
    """Solve over the listed pairs; also tell what every pair would gain by the duals.

    Parameters
    ----------
    large : whether many pairs go to the library that is made for many.

    Raises
    ------
    SolverError
        if the library does not end with an optimum.
    """
    model = write(program, face, tier, integer=False, listed=listed)
    kind = LARGE if large and len(model.free) > FEW else mathopt.SolverType.GLOP
    result = run(model.proto, kind, mathopt.SolveParameters())
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        raise SolverError(f"linear program ended with {result.termination}")
    duals = np.fromiter(result.dual_values().values(), dtype=np.float64)
    count = len(program.rows)
    rows = duals[:count].copy()
    extra = count + len(model.floors)
    rows[model.groups] += duals[extra : extra + len(model.groups)]
    floors = duals[count : count + len(model.floors)]
    values = values_of(model, result)
    chosen = chosen_of(face, model, values)
    yes_or_no = np.concatenate([values[: len(model.free)], values[model.bundles.columns]])
    whole = bool(np.all(np.abs(yes_or_no - np.round(yes_or_no)) < WHOLE))
    gain = program.points[tier].astype(np.float64)
    for rate, t in zip(floors, model.floors, strict=True):
        gain -= rate * program.points[t]
    gain -= _spread(program, rows)
    fits = chosen if whole and program.allowed(chosen) else None
    support = np.zeros(program.pairs, dtype=np.bool_)
    support[model.free[values[: len(model.free)] > WHOLE]] = True
    bound = result.objective_value() + model.constant
    return Solution(fits, whole, bound, rows, floors, listed, support), gain


def _spread(program: Program, duals: Floats) -> Floats:
    """What the rows of each pair charge for it. Shape: (pairs,)."""
    charged = program.weight * duals[program.row]
    return np.bincount(program.pair, weights=charged, minlength=program.pairs).astype(np.float64)


def best_of_each(program: Program, among: Bools, worth: npt.NDArray[Any], most: int) -> Bools:
    """The best pairs of each mentee among some pairs, at most so many."""
    some = np.flatnonzero(among)
    # Ties are broken by a fixed scatter: else they would all fall on the first mentors.
    scatter = some * 2654435761 % 2**32
    order = some[np.lexsort((scatter, -worth[some], program.i[some]))]
    first = np.searchsorted(program.i[order], program.i[order])
    found = np.zeros(program.pairs, dtype=np.bool_)
    found[order[np.arange(len(order)) - first < most]] = True
    return found


def solve_integer(
    program: Program,
    face: Face,
    tier: int,
    limits: Limits,
    start: Bools,
    hint: Hint,
    near: int = NEAR,
) -> Solution:
    """Solve one tier exactly by branch and bound (HiGHS), or as far as time allows.

    Only pairs that the duals call good are written. A pair left out that loses more by
    the duals than lies between the bound and the plan found cannot stand in a better
    plan; those that could are added and the tier is solved again.

    Parameters
    ----------
    start : a plan on the face, kept if nothing better is found.
    near : so many pairs of each mentee are written at first, those that lose least.

    Raises
    ------
    SolverError
        if the library breaks down.
    """
    listed = start | (face.free & (hint.reduced > 0))
    listed |= best_of_each(program, face.free, hint.reduced, near)
    if hint.listed is not None:
        listed |= hint.listed
    if face.free.sum() <= FEW:
        listed |= face.free
    best = start
    while True:
        model = write(program, face, tier, integer=True, listed=listed)
        params = mathopt.SolveParameters(
            time_limit=None if limits.left is None else timedelta(seconds=limits.left),
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.9,
        )
        result = run(model.proto, mathopt.SolverType.HIGHS, params)
        bound = float(hint.bound)
        if result.has_primal_feasible_solution():
            values = values_of(model, result)
            found = chosen_of(face, model, values)
            bound = result.termination.objective_bounds.dual_bound + model.constant
            if program.allowed(found) and (
                program.values(found)[: tier + 1] > program.values(best)[: tier + 1]
            ):
                best = found
        value = program.values(best)[tier]
        could = face.free & ~listed & (program.bundle < 0)
        could &= hint.bound + hint.reduced / hint.scale >= value + 1
        proved = result.termination.reason is mathopt.TerminationReason.OPTIMAL
        if not could.any() or not proved:
            # Pairs left out may still hide a better plan: then only the duals bound it.
            return Solution(best, True, hint.bound if could.any() else bound)
        listed = listed | could


def values_of(model: Model, result: mathopt.SolveResult) -> Floats:
    """The value of every column, those left untold being 0."""
    values = np.zeros(model.columns)
    told = result.variable_values()
    values[[variable.id for variable in told]] = list(told.values())
    return values


def chosen_of(face: Face, model: Model, values: Floats) -> Bools:
    """The pairs that these values of columns choose."""
    chosen = face.taken.copy()
    for column, pairs in zip(model.bundles.columns, model.bundles.tied, strict=True):
        chosen[pairs] = values[column] > 0.5
    chosen[model.free[values[: len(model.free)] > 0.5]] = True
    return chosen


def run(
    proto: model_pb2.ModelProto,
    kind: mathopt.SolverType,
    params: mathopt.SolveParameters,
    hint: Floats | None = None,
) -> mathopt.SolveResult:
    """Solve a model; ``hint`` holds values of its first columns to begin with.

    Raises
    ------
    SolverError
        if the library breaks down.
    """
    # Reduced costs are computed here for all pairs, and values that are 0 need not be told.
    wanted = mathopt.ModelSolveParameters(
        variable_values_filter=mathopt.VariableFilter(skip_zero_values=True),
        reduced_costs_filter=mathopt.VariableFilter(filtered_items=()),
    )
    try:
        model = mathopt.Model.from_model_proto(proto)
        if hint is not None:
            columns = dict(zip(model.variables(), hint.tolist(), strict=False))
            wanted.solution_hints = [mathopt.SolutionHint(variable_values=columns)]
        return mathopt.solve(model, kind, params=params, model_params=wanted)
    except AttributeError as error:
        # MathOpt hides its own words behind a failing attribute; they are the context.
        raise SolverError(str(error.__context__ or error)) from error


def priced(duals: Floats, scale: int) -> Ints:
    """Duals as whole numbers over a scale."""
    return np.round(duals * scale).astype(np.int64)


def rates(floors: Mapping[int, float], scale: int) -> dict[int, int]:
    """Exchange rates of floors, which are never negative, over a scale."""
    return {t: max(0, round(-dual * scale)) for t, dual in floors.items()}
