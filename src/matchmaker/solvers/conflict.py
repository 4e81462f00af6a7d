"""Musts that cannot hold together: the smallest such set, found and checked by solving.

Implicit hitting sets (Ignatiev, Previti, Liffiton and Marques-Silva, CP 2015): propose
the smallest set that hits every known correction; if it conflicts it is a smallest
conflict, else grow it to a largest set that holds and learn the correction that is left.
No core of a solver is trusted; every claim is a solve.
"""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from matchmaker.constraints.quota import Quota
from matchmaker.errors import SolverError
from matchmaker.pairs import Bools, Pair
from matchmaker.program.parts import parts_of
from matchmaker.program.program import Program
from matchmaker.program.record import Conflict
from matchmaker.program.refusals import refusals

MOST = 20
"""At most so many conflicts are named."""


def conflicts(program: Program, chosen: Bools) -> tuple[Conflict, ...]:
    """Name, for the obligations a plan could not keep, the musts that stand against them."""
    rows, loads = program.rows, program.loads(chosen)
    owed = np.flatnonzero(rows.hard & ~rows.optional & (rows.lower > 0))
    unmet = [int(r) for r in owed if loads[r] < rows.lower[r]]
    found = []
    dropped: set[int] = set()
    for row in unmet:
        if rows.total[row] < rows.lower[row]:
            found.append(_too_few(program, row))
            dropped.add(row)
    lower = [int(r) for r in owed if int(r) not in dropped]
    stated = rows.hard & (rows.upper < rows.total) & ~program.implied
    upper = [int(r) for r in np.flatnonzero(stated)]
    for row in unmet:
        if row in dropped or len(found) >= MOST:
            continue
        near = _component(program, row, lower, upper)
        test = _Feasibility(program, near)
        if test.holds(frozenset(near)):
            continue
        core = smallest(test, near)
        found.append(
            Conflict(musts=tuple(program.words(abs(r) - 1) for r in sorted(core, key=_key)))
        )
        owing = [r - 1 for r in sorted(core) if r > 0]
        gone = next((r for r in owing if r in unmet), owing[0])
        lower.remove(gone)
        dropped.add(gone)
    return tuple(found)


def _key(literal: int) -> tuple[bool, int]:
    """Obligations first, then limits."""
    return literal < 0, abs(literal)


def _too_few(program: Program, row: int) -> Conflict:
    """An obligation that the musts on pairs leave too few candidates for."""
    family = program.families[int(program.rows.source[row])]
    musts = [program.words(row)]
    if isinstance(family.quota, Quota) and family.quota.pairs is not None:
        part = next(p for p in parts_of(program) if any(f is family for f in p.families))
        book = family.quota.pairs
        keys = book.keys[book.values == program.rows.group[row]]
        pairs = [divmod(int(key), len(part.roster.mentor)) for key in keys]
        listed = set(zip(part.i.tolist(), part.j.tolist(), strict=True))
        for i, j in pairs:
            if (i, j) not in listed:
                said = _said(part, i, j)
                # Any one of the refusals alone stands against the obligation.
                musts += said[:1]
                break
    return Conflict(musts=tuple(musts))


def _said(program: Program, i: int, j: int) -> list[str]:
    pair: Pair = program.roster.pair(i, j)
    return [f"{use.rule.title()}: {use.rule.words(pair)}" for use in refusals(program, i, j)]


def _component(program: Program, row: int, lower: list[int], upper: list[int]) -> list[int]:
    """The obligations and limits that share pairs with a row, directly or through others.

    Obligations are written as ``row + 1``, limits as ``-(row + 1)``.
    """
    musts = set(lower) | set(upper)
    start, of_pair, _ = program.by_pair
    ends = np.searchsorted(program.row, np.arange(len(program.rows) + 1))
    seen, waiting = {row}, [row]
    owed = set(lower)
    while waiting:
        at = waiting.pop()
        # Limits pass the conflict on only through pairs that some obligation asks for.
        for p in program.pair[ends[at] : ends[at + 1]]:
            mine = [int(r) for r in of_pair[start[p] : start[p + 1]] if int(r) in musts]
            if not any(r in owed for r in mine):
                continue
            for r in mine:
                if r not in seen:
                    seen.add(r)
                    waiting.append(r)
    return sorted([r + 1 for r in seen if r in owed] + [-(r + 1) for r in seen if r in set(upper)])


class _Feasibility:
    """Answers whether a set of obligations and limits can hold together."""

    def __init__(self, program: Program, near: list[int]) -> None:
        self.program = program
        self.model = cp_model.CpModel()
        self.literal: dict[int, cp_model.IntVar] = {}
        rows = program.rows
        ends = np.searchsorted(program.row, np.arange(len(rows) + 1))
        take: dict[int, cp_model.IntVar] = {}
        for must in near:
            row = abs(must) - 1
            span = slice(ends[row], ends[row + 1])
            for p in program.pair[span].tolist():
                if p not in take:
                    take[p] = self.model.new_bool_var(f"p{p}")
            load = cp_model.LinearExpr.weighted_sum(
                [take[p] for p in program.pair[span].tolist()], program.weight[span].tolist()
            )
            switch = self.model.new_bool_var(f"must{must}")
            self.literal[must] = switch
            if must > 0:
                self.model.add(load >= int(rows.lower[row])).only_enforce_if(switch)
            else:
                self.model.add(load <= int(rows.upper[row])).only_enforce_if(switch)

    def _solve(self, model: cp_model.CpModel) -> cp_model.CpSolver | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        status = solver.solve(model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return solver
        if status == cp_model.INFEASIBLE:
            return None
        raise SolverError(f"CP-SAT ended with {solver.status_name(status)}")

    def holds(self, musts: frozenset[int]) -> bool:
        """Whether these musts can hold together, the others left aside."""
        model = self.model.clone()
        for must in musts:
            model.add(self._same(model, must) == 1)
        return self._solve(model) is not None

    def correction(self, musts: frozenset[int]) -> frozenset[int]:
        """The fewest musts to give up so that these, and all others, hold."""
        model = self.model.clone()
        for must in musts:
            model.add(self._same(model, must) == 1)
        model.maximize(sum(self._same(model, must) for must in self.literal))
        solver = self._solve(model)
        assert solver is not None
        return frozenset(
            must for must in self.literal if not solver.boolean_value(self._same(model, must))
        )

    def _same(self, model: cp_model.CpModel, must: int) -> cp_model.IntVar:
        return model.get_bool_var_from_proto_index(self.literal[must].index)


def smallest(test: _Feasibility, near: list[int]) -> frozenset[int]:
    """A conflict than which no set of musts with fewer members conflicts."""
    corrections: list[frozenset[int]] = []
    while True:
        core = _hitting_set(near, corrections)
        if not test.holds(core):
            return core
        corrections.append(test.correction(core))


def _hitting_set(near: list[int], corrections: list[frozenset[int]]) -> frozenset[int]:
    model = cp_model.CpModel()
    pick = {must: model.new_bool_var(f"m{must}") for must in near}
    for correction in corrections:
        model.add_bool_or([pick[must] for must in sorted(correction)])
    model.minimize(sum(pick.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.solve(model)
    return frozenset(must for must in near if solver.boolean_value(pick[must]))
