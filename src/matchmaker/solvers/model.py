"""Writing one tier on a face as a linear or integer program, in MathOpt's form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.math_opt import model_pb2

from matchmaker.pairs import Bools, Ints
from matchmaker.program.face import Face
from matchmaker.program.program import Program

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Bundles:
    """Yes-or-no columns of bundles, the pairs each carries, and bounds of their rows."""

    columns: Ints
    tied: list[Ints]
    low: Floats
    high: Floats


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
    bundles: _Bundles
    constant: float
    """What the pairs already taken are worth beside the objective."""


class _Builder:
    """Collects columns and rows, then writes the model in one go."""

    def __init__(self) -> None:
        self.upper: list[Floats] = []
        self.profit: list[Floats] = []
        self.integer: list[Bools] = []
        self.entries: list[tuple[Ints, Ints, Floats]] = []
        self.columns = 0

    def add_columns(
        self, upper: npt.ArrayLike, profit: npt.ArrayLike, integer: bool | Bools
    ) -> Ints:
        top = np.asarray(upper, dtype=np.float64)
        self.upper.append(top)
        self.profit.append(np.broadcast_to(np.asarray(profit, dtype=np.float64), top.shape))
        self.integer.append(np.broadcast_to(integer, top.shape))
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
        row, column, value = (np.concatenate([part[k] for part in self.entries]) for k in range(3))
        # A column may stand in one row several times (a bundle carries many pairs).
        cell, place = np.unique(row * self.columns + column, return_inverse=True)
        row, column = np.divmod(cell, self.columns)
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend(row)
        matrix.column_ids.extend(column)
        matrix.coefficients.extend(np.bincount(place, weights=value))
        return proto


def write(
    program: Program,
    face: Face,
    tier: int,
    *,
    integer: bool,
    listed: Bools | None = None,
    branched: Bools | None = None,
) -> Model:
    """Write one tier on a face as a model, with all free pairs or only those listed.

    A row ``r`` says: least load ≤ load of its pairs − excess + shortfall ≤ largest load.
    Excess and shortfall exist where this tier, or a floor, prices them; an optional
    group has a yes-or-no column instead.

    Parameters
    ----------
    branched : the pairs that must be whole in an integer program; nothing: all.
    """
    rows = program.rows
    written = face.free if listed is None else face.free & (listed | (program.bundle >= 0))
    free = np.flatnonzero(written)
    plain = face.taken & (program.bundle < 0)
    builder = _Builder()
    whole = True if branched is None else branched[free]
    pairs = builder.add_columns(np.ones(len(free)), program.points[tier, free], integer=whole)
    place = np.full(program.pairs, -1, dtype=np.int64)
    place[free] = pairs
    fixed = np.bincount(
        program.row[plain[program.pair]],
        weights=program.weight[plain[program.pair]],
        minlength=len(rows),
    ).astype(np.float64)
    priced_row = ~program.bundled
    kept = written[program.pair] & priced_row[program.row]
    builder.add_entries(program.row[kept], place[program.pair[kept]], program.weight[kept])

    floors = tuple(sorted(face.floors))
    floor_low = np.array([face.floors[t] for t in floors], dtype=np.float64)
    for k, t in enumerate(floors):
        floor_low[k] -= program.points[t, plain].sum()
        builder.add_entries(len(rows) + k, pairs, program.points[t, free])

    low = face.low - fixed
    high = face.high - fixed
    constant = float(program.points[tier, plain].sum())
    for t in (tier, *floors):
        at = {tier: None, **{f: len(rows) + k for k, f in enumerate(floors)}}[t]
        for priced, knee, cost, sign in (
            ((rows.short_tier == t) & ~rows.optional, rows.lower, rows.short_cost, 1.0),
            ((rows.over_tier == t) & ~rows.hard, rows.upper, rows.over_cost, -1.0),
        ):
            edge = np.clip(knee, face.low, np.maximum(face.low, face.high))
            room = (edge - face.low) if sign > 0 else (face.high - edge)
            some = np.flatnonzero(priced & (room > 0) & (cost > 0))
            slack = builder.add_columns(
                room[some], -cost[some] if at is None else 0.0, integer=False
            )
            builder.add_entries(some, slack, sign)
            if sign > 0:
                low[some] = (edge - fixed)[some]
            else:
                high[some] = (edge - fixed)[some]
            if at is not None:
                builder.add_entries(at, slack, -cost[some])
            # What the load is worth at the face's own edge is a constant.
            worth = np.where(priced, -cost * np.maximum(0, sign * (knee - edge)), 0).sum()
            if at is None:
                constant += float(worth)
            else:
                floor_low[at - len(rows)] -= worth
    low[program.bundled], high[program.bundled] = -np.inf, np.inf
    groups = np.flatnonzero(face.zero & (face.low > 0) & priced_row)
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
    first = len(rows) + len(floors) + len(groups)
    # Rows of a group's least size repeat the load of the group's own row.
    also = np.full(len(rows), -1, dtype=np.int64)
    also[groups] = extra
    bundles = _bundles(program, face, tier, floors, builder, place, first, also)
    proto = builder.model(
        np.concatenate([low, floor_low, -fixed[groups], bundles.low]),
        np.concatenate([high, np.full(len(floors) + len(groups), np.inf), bundles.high]),
        integer,
    )
    return Model(proto, free, builder.columns, floors, groups, bundles, constant)


def _bundles(
    program: Program,
    face: Face,
    tier: int,
    floors: tuple[int, ...],
    builder: _Builder,
    place: Ints,
    first: int,
    also: Ints,
) -> _Bundles:
    """Write bundles: a group's pairs, each at most its yes-or-no, within its sizes.

    Pairs taken with the group are carried by its yes-or-no column. These rows describe
    the convex hull of what a bundle allows, so the relaxation is as strong as the bound
    that prices give.
    """
    rows = np.array(
        [r for r in program.bundle_pairs if face.high[r] >= face.low[r]], dtype=np.int64
    )
    tied = [program.bundle_pairs[r][face.taken[program.bundle_pairs[r]]] for r in rows.tolist()]
    profit = np.array([program.points[tier, pairs].sum() for pairs in tied], dtype=np.float64)
    columns = builder.add_columns(np.ones(len(rows)), profit, integer=True)
    start, of_pair, weight = program.by_pair
    low: list[float] = []
    high: list[float] = []
    for column, row, pairs in zip(columns, rows.tolist(), tied, strict=True):
        one = np.array([column])
        for p in pairs.tolist():
            span = slice(start[p], start[p + 1])
            keep = ~program.bundled[of_pair[span]]
            mine, heavy = of_pair[span][keep], weight[span][keep]
            builder.add_entries(mine, one, heavy)
            builder.add_entries(also[mine][also[mine] >= 0], one, heavy[also[mine] >= 0])
        for k, t in enumerate(floors):
            builder.add_entries(len(program.rows) + k, one, program.points[t, pairs].sum())
        free = program.bundle_pairs[row][face.free[program.bundle_pairs[row]]]
        at = first + len(low)
        # least size: load - least * open >= 0; largest: load - largest * open <= 0
        builder.add_entries(at, place[free], 1.0)
        builder.add_entries(at, one, -(float(face.low[row]) - len(pairs)))
        builder.add_entries(at + 1, place[free], 1.0)
        builder.add_entries(at + 1, one, -(float(face.high[row]) - len(pairs)))
        low += [0.0, -np.inf]
        high += [np.inf, 0.0]
        each = at + 2 + np.arange(len(free))
        builder.add_entries(each, place[free], 1.0)
        builder.add_entries(each, np.full(len(free), column), -1.0)
        low += [-np.inf] * len(free)
        high += [0.0] * len(free)
        if not face.zero[row]:
            builder.add_entries(first + len(low), one, 1.0)
            low.append(1.0)
            high.append(1.0)
    return _Bundles(
        columns, tied, np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    )
