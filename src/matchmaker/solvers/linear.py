"""One tier on a face as a linear or integer program, through MathOpt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from matchmaker.errors import SolverError
from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Ints
from matchmaker.program.compile import Program
from matchmaker.program.face import Face

Floats = npt.NDArray[np.float64]
WHOLE = 1e-6
"""How far from a whole number a solver's value may be and still be that number."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A tier written out: columns are free pairs, then slacks, then open groups.

    Row ``r`` of the program is row ``r`` here; the floors follow, then the least sizes of
    the optional groups.
    """

    proto: model_pb2.ModelProto
    free: Ints
    columns: int
    floors: tuple[int, ...]
    groups: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What the library answered.

    Attributes
    ----------
    chosen : pairs taken, or nothing if there is no whole-number answer. Shape: (pairs,).
    whole : whether the answer of a linear program came out whole.
    bound : the best bound the library proved.
    rows, floors : duals of rows and floors (linear program only).
    """

    chosen: Bools | None
    whole: bool
    bound: float
    rows: Floats | None = None
    floors: Floats | None = None


class _Builder:
    """Collects columns and rows, then writes the model in one go."""

    def __init__(self) -> None:
        self.upper: list[Floats] = []
        self.profit: list[Floats] = []
        self.integer: list[Bools] = []
        self.entries: list[tuple[Ints, Ints, Floats]] = []
        self.columns = 0

    def add_columns(self, upper: npt.ArrayLike, profit: npt.ArrayLike, integer: bool) -> Ints:
        top = np.asarray(upper, dtype=np.float64)
        self.upper.append(top)
        self.profit.append(np.broadcast_to(np.asarray(profit, dtype=np.float64), top.shape))
        self.integer.append(np.full(len(top), integer))
        new = np.arange(self.columns, self.columns + len(top))
        self.columns += len(top)
        return new

    def add_entries(self, rows: npt.ArrayLike, columns: Ints, values: npt.ArrayLike) -> None:
        spread = np.broadcast_arrays(
            np.asarray(rows, dtype=np.int64), columns, np.asarray(values, dtype=np.float64)
        )
        self.entries.append((spread[0], spread[1], spread[2]))

    def model(self, low: Floats, high: Floats, integer: bool) -> model_pb2.ModelProto:
        proto = model_pb2.ModelProto()
        variables = proto.variables
        variables.ids.extend(range(self.columns))
        variables.lower_bounds.extend(np.zeros(self.columns))
        variables.upper_bounds.extend(np.concatenate(self.upper))
        whole = np.concatenate(self.integer) & integer
        variables.integers.extend(whole.tolist())
        proto.objective.maximize = True
        profit = np.concatenate(self.profit)
        some = np.flatnonzero(profit)
        proto.objective.linear_coefficients.ids.extend(some)
        proto.objective.linear_coefficients.values.extend(profit[some])
        proto.linear_constraints.ids.extend(range(len(low)))
        proto.linear_constraints.lower_bounds.extend(low)
        proto.linear_constraints.upper_bounds.extend(high)
        row, column, value = (
            np.concatenate([part[k] for part in self.entries]) for k in range(3)
        )
        order = np.lexsort((column, row))
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend(row[order])
        matrix.column_ids.extend(column[order])
        matrix.coefficients.extend(value[order])
        return proto


def write(program: Program, face: Face, tier: int, *, integer: bool) -> Model:
    """Write one tier on a face as a model.

    A row ``r`` says: least load ≤ load of its pairs − excess + shortfall ≤ largest load.
    Excess and shortfall exist where this tier, or a floor, prices them; an optional
    group has a yes-or-no column instead.
    """
    rows = program.rows
    free = np.flatnonzero(face.free)
    builder = _Builder()
    pairs = builder.add_columns(np.ones(len(free)), program.points[tier, free], integer=True)
    place = np.full(program.pairs, -1, dtype=np.int64)
    place[free] = pairs
    fixed = np.bincount(
        program.row[face.taken[program.pair]],
        weights=program.weight[face.taken[program.pair]],
        minlength=len(rows),
    ).astype(np.float64)
    kept = face.free[program.pair]
    builder.add_entries(program.row[kept], place[program.pair[kept]], program.weight[kept])

    floors = tuple(sorted(face.floors))
    floor_low = np.array([face.floors[t] for t in floors], dtype=np.float64)
    for k, t in enumerate(floors):
        floor_low[k] -= program.points[t, face.taken].sum()
        builder.add_entries(len(rows) + k, pairs, program.points[t, free])

    low = face.low - fixed
    high = face.high - fixed
    for t in (tier, *floors):
        at = {tier: None, **{f: len(rows) + k for k, f in enumerate(floors)}}[t]
        for priced, knee, cost, sign in (
            ((rows.short_tier == t) & ~rows.optional, rows.lower, rows.short_cost, 1.0),
            ((rows.over_tier == t) & ~rows.hard, rows.upper, rows.over_cost, -1.0),
        ):
            edge = np.clip(knee, face.low, np.maximum(face.low, face.high))
            room = (edge - face.low) if sign > 0 else (face.high - edge)
            some = np.flatnonzero(priced & (room > 0) & (cost > 0))
            slack = builder.add_columns(room[some], -cost[some] if at is None else 0.0, integer=False)
            builder.add_entries(some, slack, sign)
            if sign > 0:
                low[some] = (edge - fixed)[some]
            else:
                high[some] = (edge - fixed)[some]
            if at is not None:
                builder.add_entries(at, slack, -cost[some])
            # What the load is worth at the face's own edge is a constant of the floor.
            worth = np.where(priced, -cost * np.maximum(0, sign * (knee - edge)), 0).sum()
            if at is not None:
                floor_low[at - len(rows)] -= worth
    groups = np.flatnonzero(face.zero & (face.low > 0))
    if len(groups):
        opened = builder.add_columns(np.ones(len(groups)), 0.0, integer=True)
        shut = face.low[groups] > face.high[groups]
        most = np.where(shut, 0, face.high[groups])
        least = np.where(shut, 0, face.low[groups])
        extra = np.arange(len(groups)) + len(rows) + len(floors)
        of_group = np.full(len(rows), -1, dtype=np.int64)
        of_group[groups] = np.arange(len(groups))
        mine = kept & (of_group[program.row] >= 0)
        builder.add_entries(groups, opened, -most.astype(np.float64))
        builder.add_entries(
            extra[of_group[program.row[mine]]], place[program.pair[mine]], program.weight[mine]
        )
        builder.add_entries(extra, opened, -least.astype(np.float64))
        low[groups], high[groups] = -np.inf, -fixed[groups]
        extra_low = -fixed[groups]
    else:
        extra_low = np.zeros(0)
    proto = builder.model(
        np.concatenate([low, floor_low, extra_low]),
        np.concatenate([high, np.full(len(floors), np.inf), np.full(len(groups), np.inf)]),
        integer,
    )
    return Model(proto, free, builder.columns, floors, groups)


def solve_linear(program: Program, face: Face, tier: int) -> Solution:
    """Solve the linear relaxation of one tier; duals included.

    Raises
    ------
    SolverError
        if the library does not end with an optimum.
    """
    model = write(program, face, tier, integer=False)
    result = _run(model.proto, mathopt.SolverType.GLOP, mathopt.SolveParameters())
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        raise SolverError(f"linear program ended with {result.termination}")
    duals = np.fromiter(result.dual_values().values(), dtype=np.float64)
    count = len(program.rows)
    rows = duals[:count].copy()
    rows[model.groups] += duals[count + len(model.floors) :]
    values = np.fromiter(result.variable_values().values(), dtype=np.float64)
    chosen = _chosen(program, face, model, values)
    whole = bool(np.all(np.abs(values[: len(model.free)] - np.round(values[: len(model.free)])) < WHOLE))
    return Solution(
        chosen if whole and program.allowed(chosen) else None,
        whole,
        result.objective_value(),
        rows,
        duals[count : count + len(model.floors)],
    )


def solve_integer(
    program: Program, face: Face, tier: int, limits: Limits, start: Bools | None
) -> Solution:
    """Solve one tier exactly by branch and bound (HiGHS), or as far as time allows.

    Raises
    ------
    SolverError
        if the library breaks down.
    """
    model = write(program, face, tier, integer=True)
    params = mathopt.SolveParameters(
        time_limit=None if limits.left is None else timedelta(seconds=limits.left),
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.9,
    )
    result = _run(model.proto, mathopt.SolverType.HIGHS, params)
    if not result.has_primal_feasible_solution():
        return Solution(start, start is not None, result.termination.objective_bounds.dual_bound)
    values = np.fromiter(result.variable_values().values(), dtype=np.float64)
    chosen = _chosen(program, face, model, values)
    constant = _constant(program, chosen, tier, result.objective_value())
    return Solution(chosen, True, result.termination.objective_bounds.dual_bound + constant)


def _constant(program: Program, chosen: Bools, tier: int, objective: float) -> float:
    """What the value of a plan has beyond the model's objective (pairs taken, edges)."""
    return program.values(chosen)[tier] - objective


def _chosen(program: Program, face: Face, model: Model, values: Floats) -> Bools:
    chosen = face.taken.copy()
    chosen[model.free[values[: len(model.free)] > 0.5]] = True
    return chosen


def _run(
    proto: model_pb2.ModelProto, kind: mathopt.SolverType, params: mathopt.SolveParameters
) -> mathopt.SolveResult:
    try:
        return mathopt.solve(mathopt.Model.from_model_proto(proto), kind, params=params)
    except AttributeError as error:
        # MathOpt hides its own words behind a failing attribute; they are the context.
        raise SolverError(str(error.__context__ or error)) from error


def priced(duals: Floats, scale: int) -> Ints:
    """Duals as whole numbers over a scale."""
    return np.round(duals * scale).astype(np.int64)


def rates(floors: Mapping[int, float], scale: int) -> dict[int, int]:
    """Exchange rates of floors, which are never negative, over a scale."""
    return {t: max(0, round(-dual * scale)) for t, dual in floors.items()}
