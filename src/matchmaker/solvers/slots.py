"""Placing many small items exactly: cheapest places where they suffice, CP-SAT where they clash.

Items that share nobody, or nobody at the same time, do not know of each other. So the program
falls into clusters; in most of them everybody's cheapest place is free, which nothing can beat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from matchmaker.errors import SolverError
from matchmaker.timetable import After, Placement, TimeProgram
from matchmaker.timetable.wishes import Balance, StartCost

EFFORT = 20.0
"""Deterministic work that one level of one cluster may take."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the items stand, and the least that each level could cost.

    Attributes
    ----------
    bounds : by level, ``unplaced`` first; nothing for a level that was not closed.
    """

    placements: tuple[Placement | None, ...]
    bounds: dict[str, int | None]


def place(program: TimeProgram, effort: float = EFFORT) -> Placed:
    """Place the items of a program, level after level, each cluster by itself.

    Parameters
    ----------
    effort : deterministic work for one level of one cluster.
    """
    if any(item.needs for item in program.items):
        raise SolverError("items with resources to choose are for the scheduler of events")
    placements: list[Placement | None] = [None] * len(program.items)
    bounds: dict[str, int | None] = dict.fromkeys(
        ["unplaced", *(level.name for level in program.levels)], 0
    )
    costs = _start_costs(program)
    afters: dict[int, list[After]] = {}
    for after in program.afters:
        afters.setdefault(after.first, []).append(after)
    for cluster in _clusters(program):
        orders = [after for item in cluster for after in afters.get(item, ())]
        part = _Part(program, cluster, costs, orders)
        found, least = part.cheapest() or part.solved(effort)
        for item, placement in found.items():
            placements[item] = placement
        for name, bound in least.items():
            known = bounds[name]
            bounds[name] = None if known is None or bound is None else known + bound
    return Placed(tuple(placements), bounds)


Costs = list[list[np.ndarray[tuple[int], np.dtype[np.int64]]]]
"""Of each level and item, what each of its starts costs."""


def _start_costs(program: TimeProgram) -> Costs:
    costs: Costs = []
    for level in program.levels:
        mine = [np.zeros(len(item.starts), np.int64) for item in program.items]
        for term in level.terms:
            if isinstance(term, StartCost):
                mine[term.item] = mine[term.item] + term.costs
            elif not isinstance(term, Balance):
                raise SolverError(f"a wish of slots that is not known: {type(term).__name__}")
        costs.append(mine)
    return costs


def _clusters(program: TimeProgram) -> list[list[int]]:
    """The items that have to be placed together, in order."""
    root = list(range(len(program.items)))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in (*_bound(program), *_meeting_in_time(program)):
        low, high = sorted((find(one), find(other)))
        root[high] = low
    clusters: dict[int, list[int]] = {}
    for item in range(len(program.items)):
        clusters.setdefault(find(item), []).append(item)
    return list(clusters.values())


def _bound(program: TimeProgram) -> Iterator[tuple[int, int]]:
    """Items that an order or a wish puts together."""
    for after in program.afters:
        yield after.first, after.then
    for level in program.levels:
        for term in level.terms:
            if isinstance(term, Balance):
                yield from ((term.items[0], one) for one in term.items[1:])


def _meeting_in_time(program: TimeProgram) -> Iterator[tuple[int, int]]:
    """Items that may hold the same resource at the same time."""
    users: dict[int, list[int]] = {}
    for at, item in enumerate(program.items):
        if len(item.starts):
            for resource in item.holds:
                users.setdefault(resource, []).append(at)
    for _, items in sorted(users.items()):
        items.sort(key=lambda at: (int(program.items[at].starts[0]), at))
        last, end = items[0], -1
        for at in items:
            item = program.items[at]
            if int(item.starts[0]) < end:
                yield last, at
            if (until := int(item.starts[-1]) + item.duration) > end:
                last, end = at, until


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to place an item: where, at what cost in each level."""

    item: int
    start: int
    costs: tuple[int, ...]


class _Part:
    """One cluster of a program."""

    def __init__(
        self,
        program: TimeProgram,
        cluster: Sequence[int],
        costs: Costs,
        afters: Sequence[After],
    ) -> None:
        self.program, self.items, self.costs, self.afters = program, cluster, costs, afters
        self.names = [level.name for level in program.levels]
        here = set(cluster)
        self.even = [
            (at, term)
            for at, level in enumerate(program.levels)
            for term in level.terms
            if isinstance(term, Balance) and term.items[0] in here and len(term.items) > 1
        ]

    def cheapest(self) -> tuple[dict[int, Placement | None], dict[str, int | None]] | None:
        """Everybody at the cheapest place, if nothing is in the way of that."""
        found: dict[int, Placement | None] = {}
        totals = [0] * len(self.names)
        lost = 0
        if self.even:
            return None
        for item in self.items:
            starts = self.program.items[item].starts
            if not len(starts):
                found[item] = None
                lost += self.program.items[item].weight
                continue
            keys = [starts.astype(np.int64), *(level[item] for level in reversed(self.costs))]
            best = int(np.lexsort(keys)[0])
            found[item] = Placement(int(starts[best]))
            for level, cost in enumerate(self.costs):
                totals[level] += int(cost[item][best])
        if not self._holds(found):
            return None
        return found, {"unplaced": lost, **dict(zip(self.names, totals, strict=True))}

    def _holds(self, found: dict[int, Placement | None]) -> bool:
        """Whether nobody is in two places at once, and the order is kept."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for at, placement in found.items():
            if placement is not None:
                item = self.program.items[at]
                for resource in item.holds:
                    span = placement.start, placement.start + item.duration
                    spans.setdefault(resource, []).append(span)
        for resource, mine in spans.items():
            mine.sort()
            ahead = self.program.resources[resource].capacity
            if any(mine[n + ahead][0] < mine[n][1] for n in range(len(mine) - ahead)):
                return False
        for after in self.afters:
            first, then = found[after.first], found[after.then]
            if first is None or then is None:
                continue
            lag = then.start - first.start - self.program.items[after.first].duration
            if lag < after.least or (after.most is not None and lag > after.most):
                return False
        return True

    def solved(self, effort: float) -> tuple[dict[int, Placement | None], dict[str, int | None]]:
        """The best places level after level, by CP-SAT."""
        return _Model(self, [option for item in self.items for option in self._options(item)]).run(
            effort
        )

    def _options(self, at: int) -> Iterator[_Option]:
        for place, start in enumerate(self.program.items[at].starts.tolist()):
            yield _Option(at, start, tuple(int(level[at][place]) for level in self.costs))


class _Model:
    """A cluster as Booleans, one for each way to place an item."""

    def __init__(self, part: _Part, options: Sequence[_Option]) -> None:
        self.part, self.options = part, options
        self.model = cp_model.CpModel()
        self.take = [self.model.new_bool_var(f"o{n}") for n in range(len(options))]
        self.of: dict[int, list[int]] = {item: [] for item in part.items}
        for n, option in enumerate(options):
            self.of[option.item].append(n)
        for mine in self.of.values():
            self.model.add_at_most_one(self.take[n] for n in mine)
        self._capacities()
        self._afters()
        self.goals = self._goals()

    def run(self, effort: float) -> tuple[dict[int, Placement | None], dict[str, int | None]]:
        """Minimise level after level, and keep what each reached."""
        bounds: dict[str, int | None] = {}
        taken = [False] * len(self.options)
        closed = True
        for name, goal in self.goals:
            if isinstance(goal, int):
                bounds[name] = goal if closed else None
                continue
            solver = _solver(effort)
            self.model.minimize(goal)
            status = solver.solve(self.model)
            if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
                if not bounds:
                    raise SolverError(f"CP-SAT ended with {solver.status_name(status)}")
                closed = False  # the answer of the level before stands
                bounds[name] = None
                continue
            bounds[name] = round(solver.best_objective_bound) if closed else None
            closed = closed and status == cp_model.OPTIMAL
            taken = [solver.boolean_value(one) for one in self.take]
            self.model.add(goal <= round(solver.objective_value))
            self.model.clear_hints()  # type: ignore[no-untyped-call]
            for variable, value in zip(self.take, taken, strict=True):
                self.model.add_hint(variable, value)
        found: dict[int, Placement | None] = dict.fromkeys(self.part.items)
        for option, chosen in zip(self.options, taken, strict=True):
            if chosen:
                found[option.item] = Placement(option.start)
        return found, bounds

    def _capacities(self) -> None:
        """At no grain is a resource held more often than it can be."""
        held: dict[tuple[int, int], list[int]] = {}
        for n, option in enumerate(self.options):
            item = self.part.program.items[option.item]
            for grain in range(option.start, option.start + item.duration):
                for resource in item.holds:
                    held.setdefault((resource, grain), []).append(n)
        for group, resource in dict.fromkeys(
            (tuple(mine), resource)
            for (resource, _), mine in held.items()
            if len({self.options[n].item for n in mine}) > 1
        ):
            capacity = self.part.program.resources[resource].capacity
            self.model.add(sum(self.take[n] for n in group) <= capacity)

    def _afters(self) -> None:
        for after in self.part.afters:
            first, then = self.of[after.first], self.of[after.then]
            if not first or not then:
                continue
            lag = (
                self._start(then)
                - self._start(first)
                - self.part.program.items[after.first].duration
            )
            both = [self._placed(after.first), self._placed(after.then)]
            self.model.add(lag >= after.least).only_enforce_if(both)
            if after.most is not None:
                self.model.add(lag <= after.most).only_enforce_if(both)

    def _start(self, options: Sequence[int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum(
            [self.take[n] for n in options], [self.options[n].start for n in options]
        )

    def _placed(self, item: int) -> cp_model.IntVar:
        placed = self.model.new_bool_var(f"placed{item}")
        self.model.add(sum(self.take[n] for n in self.of[item]) == placed)
        return placed

    def _goals(self) -> list[tuple[str, cp_model.LinearExprT]]:
        items = self.part.program.items
        weights = sum(items[item].weight for item in self.part.items)
        goals: list[tuple[str, cp_model.LinearExprT]] = [
            (
                "unplaced",
                weights
                - cp_model.LinearExpr.weighted_sum(
                    self.take, [items[option.item].weight for option in self.options]
                ),
            )
        ]
        for at, name in enumerate(self.part.names):
            weighted = [(n, o.costs[at]) for n, o in enumerate(self.options) if o.costs[at]]
            terms = (
                [
                    cp_model.LinearExpr.weighted_sum(
                        [self.take[n] for n, _ in weighted], [cost for _, cost in weighted]
                    )
                ]
                if weighted
                else []
            )
            terms += [self._evenness(term) for level, term in self.part.even if level == at]
            goals.append((name, cp_model.LinearExpr.sum(terms) if terms else 0))
        return goals

    def _evenness(self, term: Balance) -> cp_model.LinearExpr:
        """L(L − 1)/2 of every stretch, from below by its tangents."""
        loads: dict[int, list[int]] = {}
        for item in term.items:
            for n in self.of[item]:
                stretch = int(term.stretch[self.options[n].start])
                loads.setdefault(stretch, []).append(n)
        costs = []
        for stretch, mine in sorted(loads.items()):
            most = len({self.options[n].item for n in mine})
            cost = self.model.new_int_var(0, most * (most - 1) // 2, f"load{stretch}")
            load = sum(self.take[n] for n in mine)
            for k in range(1, most):
                self.model.add(cost >= k * load - k * (k + 1) // 2)
            costs.append(term.weight * cost)
        return cp_model.LinearExpr.sum(costs)


def _solver(effort: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = effort
    return solver
