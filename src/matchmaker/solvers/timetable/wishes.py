"""Each kind of wish in CP-SAT's form: what it costs, as an expression to be minimised.

Only lower bounds on costs are written, since a minimum presses them down to what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import permutations

import numpy as np
from ortools.sat.python import cp_model

from matchmaker.errors import NoSolverError
from matchmaker.messages import timetable as say
from matchmaker.solvers.timetable.model import Expression, TimeModel
from matchmaker.timetable import Term
from matchmaker.timetable.wishes import (
    Balance,
    Breathing,
    Cancelled,
    ChoiceCost,
    LatestEnd,
    Overlap,
    SamePlace,
    Shared,
    StartCost,
)


@singledispatch
def written(wish: object, _: TimeModel) -> Expression:
    """What a wish costs, as an expression over the variables of a model.

    Raises
    ------
    NoSolverError
        if there is no form for this kind of wish.
    """
    raise NoSolverError(say.UNKNOWN_WISH(name=type(wish).__name__))


def known(wish: Term) -> bool:
    """Whether a kind of wish has a form here."""
    return written.dispatch(type(wish)) is not written.dispatch(object)


@written.register(StartCost)
def _(wish: StartCost, model: TimeModel) -> Expression:
    item = wish.item
    starts, costs = model.program.items[item].starts.tolist(), wish.costs.tolist()
    if not starts:
        return _weighted([], [])
    slopes = {
        (costs[k + 1] - costs[k]) / (starts[k + 1] - starts[k]) for k in range(len(starts) - 1)
    }
    if len(slopes) == 1 and (slope := slopes.pop()).is_integer():
        whole = costs[0] + int(slope) * (model.start[item] - starts[0])
        return whole - costs[0] * model.absent(item)
    literals = [model.at(item)[start] for start in starts]
    return _weighted(literals, costs) - costs[0] * model.absent(item)


def _weighted(literals: Sequence[Expression], weights: Sequence[int]) -> Expression:
    return cp_model.LinearExpr.weighted_sum(literals, weights)


@written.register(ChoiceCost)
def _(wish: ChoiceCost, model: TimeModel) -> Expression:
    literals = model.chosen[wish.item][wish.need]
    prices = wish.prices(model.program)
    return _weighted([literals[one] for one in prices], list(prices.values()))


@written.register(Cancelled)
def _(wish: Cancelled, model: TimeModel) -> Expression:
    return wish.points * model.absent(wish.item)


@written.register(LatestEnd)
def _(wish: LatestEnd, model: TimeModel) -> Expression:
    end = model.cp.new_int_var(0, model.program.horizon, "latest_end")
    for item, start, present in zip(model.program.items, model.start, model.present, strict=True):
        model.cp.add(end >= start + item.duration).only_enforce_if(present)
    return wish.weight * end


@written.register(Overlap)
def _(wish: Overlap, model: TimeModel) -> Expression:
    loads: list[list[Expression]] = [[] for _ in range(model.program.horizon)]
    for item, data in enumerate(model.program.items):
        for start, literal in model.at(item).items():
            for grain in range(start, start + data.duration):
                loads[grain].append(literal)
        for start in data.starts[:1].tolist():
            for grain in range(start, start + data.duration):
                loads[grain].append(-model.absent(item))
    return wish.weight * _pairs(model, loads, len(model.program.items))


@written.register(Balance)
def _(wish: Balance, model: TimeModel) -> Expression:
    loads: list[list[Expression]] = [[] for _ in range(int(wish.stretch.max(initial=0)) + 1)]
    for item in wish.items:
        for start, literal in model.at(item).items():
            loads[wish.stretch[start]].append(literal)
        for start in model.program.items[item].starts[:1].tolist():
            loads[wish.stretch[start]].append(-model.absent(item))
    return wish.weight * _pairs(model, loads, len(wish.items))


def _pairs(model: TimeModel, loads: Iterable[list[Expression]], items: int) -> Expression:
    """The sum of L(L − 1)/2 over all loads L, which is convex: the highest of its tangents."""
    parts: list[Expression] = []
    for load_parts in loads:
        most = min(items, len(load_parts))
        if most < 2:
            continue
        load = cp_model.LinearExpr.sum(load_parts)
        pairs = model.cp.new_int_var(0, most * (most - 1) // 2, "")
        for k in range(1, most):
            model.cp.add(pairs >= k * load - k * (k + 1) // 2)
        parts.append(pairs)
    return cp_model.LinearExpr.sum(parts)


@written.register(Shared)
def _(wish: Shared, model: TimeModel) -> Expression:
    parts: list[Expression] = []
    for one, other, people in wish.pairs:
        a, b = model.program.items[one].duration, model.program.items[other].duration
        shared = model.cp.new_int_var(0, min(a, b), "")
        # Two items share the least of three lengths, if it is above zero.
        least = [model.cp.new_bool_var("") for _ in range(3)]
        end, over = model.start[one] + a, model.start[other] + b
        model.cp.add(shared >= end - model.start[other]).only_enforce_if(least[0])
        model.cp.add(shared >= over - model.start[one]).only_enforce_if(least[1])
        model.cp.add(shared >= min(a, b)).only_enforce_if(least[2])
        model.cp.add_bool_or(*least, model.present[one].negated(), model.present[other].negated())
        parts.append(people * shared)
    return wish.weight * cp_model.LinearExpr.sum(parts)


@written.register(Breathing)
def _(wish: Breathing, model: TimeModel) -> Expression:
    parts: list[Expression] = []
    for one, other in permutations(range(len(model.program.items)), 2):
        length = model.program.items[one].duration
        begins = model.program.items[other].starts
        if not np.intersect1d(model.program.items[one].starts + length, begins).size:
            continue
        meet = model.cp.new_bool_var("")
        apart = cp_model.Domain(length, length).complement()
        model.cp.add_linear_expression_in_domain(
            model.start[other] - model.start[one], apart
        ).only_enforce_if(meet.negated(), model.present[one], model.present[other])
        parts.append(meet)
    return wish.weight * cp_model.LinearExpr.sum(parts)


@written.register(SamePlace)
def _(wish: SamePlace, model: TimeModel) -> Expression:
    parts: list[Expression] = []
    far = 2 * model.program.horizon
    for one, other, people in wish.pairs:
        after = model.program.items[one].duration + wish.within + 1
        before = model.program.items[other].duration + wish.within + 1
        changes, away = model.cp.new_bool_var(""), model.cp.new_bool_var("")
        apart = cp_model.Domain.from_intervals([[-far, -before], [0, 0], [after, far]])
        model.cp.add_linear_expression_in_domain(
            model.start[other] - model.start[one], apart
        ).only_enforce_if(away)
        absent = (model.present[one].negated(), model.present[other].negated())
        model.cp.add_bool_or(changes, away, *_same(model, one, other), *absent)
        parts.append(people * changes)
    return wish.weight * cp_model.LinearExpr.sum(parts)


def _same(model: TimeModel, one: int, other: int) -> list[cp_model.IntVar]:
    """A literal that forces two items to the same choice; none if they never choose alike."""
    mine, theirs = model.chosen[one], model.chosen[other]
    if len(mine) != len(theirs):
        return []
    same = model.cp.new_bool_var("")
    for first, second in zip(mine, theirs, strict=True):
        for resource in sorted(first.keys() | second.keys()):
            a, b = first.get(resource, 0), second.get(resource, 0)
            model.cp.add(a == b).only_enforce_if(same)
    return [same]
