"""The limits of a timetable in CP-SAT's form: what is where, with what, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from matchmaker.timetable import Budget, Placement, Placements, TimeProgram

Expression = cp_model.LinearExpr


class TimeModel:
    """Variables and limits of a program; wishes are added by whoever wants them.

    An item without a place begins at its first allowed grain, so that it has no twins.

    Attributes
    ----------
    start, present : of each item its first grain, and whether it has a place.
    chosen : of each item and need, the literal of each candidate.
    """

    def __init__(self, program: TimeProgram) -> None:
        self.program = program
        self.cp = cp_model.CpModel()
        self.start: list[cp_model.IntVar] = []
        self.present: list[cp_model.IntVar] = []
        self.chosen: list[list[dict[int, cp_model.IntVar]]] = []
        self._at: dict[int, dict[int, cp_model.IntVar]] = {}
        self._uses: dict[int, list[cp_model.IntervalVar]] = defaultdict(list)
        self._users: dict[int, dict[int, cp_model.IntVar]] = defaultdict(dict)
        for item in range(len(program.items)):
            self._add_item(item)
        for resource, intervals in sorted(self._uses.items()):
            self._limit(intervals, [1] * len(intervals), program.resources[resource].capacity)
        self._add_pools()
        for budget in program.budgets:
            self._add_budget(budget)
        for after in program.afters:
            lag = self.start[after.then] - self.start[after.first]
            lag -= program.items[after.first].duration
            both = (self.present[after.first], self.present[after.then])
            self.cp.add(lag >= after.least).only_enforce_if(both)
            if after.most is not None:
                self.cp.add(lag <= after.most).only_enforce_if(both)

    def _add_item(self, at: int) -> None:
        cp, item = self.cp, self.program.items[at]
        grains = item.starts.tolist()
        start = cp.new_int_var_from_domain(cp_model.Domain.from_values(grains or [0]), f"start{at}")
        present = cp.new_bool_var(f"present{at}")
        if not grains:
            cp.add(present == 0)
        cp.add(start == (grains or [0])[0]).only_enforce_if(present.negated())
        self.start.append(start)
        self.present.append(present)
        whole = self._interval(at, present)
        candidates = {one for need in item.needs for one in need.candidates}
        for resource in item.holds:
            if resource not in candidates:
                self._uses[resource].append(whole)
                self._users[resource][at] = present
        needs = []
        for need in item.needs:
            literals = {one: cp.new_bool_var(f"chosen{at}_{one}") for one in need.candidates}
            cp.add(sum(literals.values()) == need.count * present)
            needs.append(literals)
        self.chosen.append(needs)
        for one in sorted(set[int]().union(*needs)):
            asked = [literals[one] for literals in needs if one in literals]
            if one in item.holds:
                asked.append(present)
            used = self._any(asked, item.versatile)
            self._uses[one].append(self._interval(at, used))
            self._users[one][at] = used

    def _any(self, asked: list[cp_model.IntVar], versatile: bool) -> cp_model.IntVar:
        """Whether a resource is used by an item, for one of its needs or for several."""
        if len(asked) == 1:
            return asked[0]
        used = self.cp.new_bool_var("")
        if versatile:
            self.cp.add_max_equality(used, asked)
        else:
            self.cp.add(sum(asked) == used)
        return used

    def _interval(self, at: int, present: cp_model.IntVar) -> cp_model.IntervalVar:
        length = self.program.items[at].duration
        return self.cp.new_optional_fixed_size_interval_var(
            self.start[at], length, present, f"span{at}"
        )

    def _limit(
        self, intervals: Sequence[cp_model.IntervalVar], demands: Sequence[int], capacity: int
    ) -> None:
        if sum(demands) <= capacity:
            return
        if capacity == 1 and set(demands) == {1}:
            self.cp.add_no_overlap(intervals)
        else:
            self.cp.add_cumulative(intervals, demands, capacity)

    def _add_pools(self) -> None:
        """Say what follows for groups of candidates: together they do no more than they can.

        Needs whose candidates all lie in a group draw on that group alone. This is implied,
        and without it the solver would have to find it out by choosing.
        """
        pools = {frozenset(need.candidates) for item in self.program.items for need in item.needs}
        capacity = [resource.capacity for resource in self.program.resources]
        unions = {one | other for one, other in combinations(pools, 2) if len(pools) <= 8}
        for pool in sorted(pools | unions, key=sorted):
            intervals, demands = [], []
            for at, item in enumerate(self.program.items):
                inside = [need.count for need in item.needs if pool.issuperset(need.candidates)]
                held = len(pool.intersection(item.holds))
                demand = max([held, *inside]) if item.versatile else held + sum(inside)
                if demand:
                    intervals.append(self._interval(at, self.present[at]))
                    demands.append(demand)
            if len(pool) > 1:
                self._limit(intervals, demands, sum(capacity[one] for one in pool))

    def _add_budget(self, budget: Budget) -> None:
        """Say how much of a stretch each item of the resource takes, where it may be too much."""
        spent: list[tuple[int, cp_model.IntVar, dict[int, int]]] = []
        reach = 0
        for at, used in self._users[budget.resource].items():
            item = self.program.items[at]
            taken = {start: budget.covered(start, item.duration) for start in item.starts.tolist()}
            if any(taken.values()):
                reach += max(taken.values())
                spent.append((at, used, taken))
        if reach > budget.most:
            self.cp.add(sum(self._taken(*one) for one in spent) <= budget.most)

    def _taken(self, at: int, used: cp_model.IntVar, taken: dict[int, int]) -> Expression:
        """How many grains an item takes of a stretch, given those of each of its starts."""
        if len(set(taken.values())) == 1:
            return next(iter(taken.values())) * used
        literals = self.at(at)
        there = sum(many * literals[start] for start, many in taken.items() if many)
        if used is self.present[at]:
            return there - next(iter(taken.values())) * self.absent(at)
        covered = self.cp.new_int_var(0, max(taken.values()), f"covered{at}")
        self.cp.add(covered >= there).only_enforce_if(used)
        return covered

    def absent(self, item: int) -> Expression:
        """1 if the item has no place, else 0."""
        return 1 - self.present[item]

    def at(self, item: int) -> dict[int, cp_model.IntVar]:
        """For each grain on which an item may begin, whether its start stands there.

        The start of an item without a place stands at its first grain; an item that may begin
        nowhere has no literals.
        """
        grains = self.program.items[item].starts.tolist()
        if not grains:
            return {}
        if item not in self._at:
            literals = {grain: self.cp.new_bool_var(f"at{item}_{grain}") for grain in grains}
            self.cp.add_exactly_one(literals.values())
            self.cp.add(self.start[item] == sum(grain * one for grain, one in literals.items()))
            self._at[item] = literals
        return self._at[item]

    def unplaced(self) -> Expression:
        """The first level: the weights of items without a place."""
        return cp_model.LinearExpr.sum(
            [item.weight * self.absent(at) for at, item in enumerate(self.program.items)]
        )

    def hint(self, placements: Placements) -> None:
        """Say where the solver should begin."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call]
        for at, placement in enumerate(placements):
            grains = self.program.items[at].starts.tolist() or [0]
            self.cp.add_hint(self.present[at], placement is not None)
            self.cp.add_hint(self.start[at], placement.start if placement else grains[0])
            for need, literals in enumerate(self.chosen[at]):
                taken = placement.chosen[need] if placement else ()
                for one, literal in literals.items():
                    self.cp.add_hint(literal, one in taken)

    def read(self, solver: cp_model.CpSolver) -> Placements:
        """The timetable a solver has found."""
        found: list[Placement | None] = []
        for at, present in enumerate(self.present):
            if not solver.boolean_value(present):
                found.append(None)
                continue
            chosen = tuple(
                tuple(sorted(one for one, lit in need.items() if solver.boolean_value(lit)))
                for need in self.chosen[at]
            )
            found.append(Placement(int(solver.value(self.start[at])), chosen))
        return tuple(found)
