"""A cluster of items as a CP-SAT model, solved level after level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matchmaker.errors import SolverError
from matchmaker.timetable import Placement
from matchmaker.timetable.wishes import Balance

if TYPE_CHECKING:
    from matchmaker.solvers.slots import Part


@dataclass(frozen=True, slots=True)
class Option:
    """One way to place an item: where, at what cost in each level."""

    item: int
    start: int
    costs: tuple[int, ...]


class Model:
    """A cluster as Booleans, one for each way to place an item."""

    def __init__(self, part: Part, options: Sequence[Option]) -> None:
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
            gone = self.part.costs[at].gone
            # Who has a place is spared what it costs to have none.
            points = [(n, o.costs[at] - gone[o.item]) for n, o in enumerate(self.options)]
            weighted = [(n, cost) for n, cost in points if cost]
            without = sum(gone[item] for item in self.part.items)
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
            goals.append((name, cp_model.LinearExpr.sum(terms) + without if terms else without))
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
