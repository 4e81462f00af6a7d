"""CP-SAT, tier after tier: the cross-check, an independent formulation of the same program."""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from matchmaker.errors import SolverError
from matchmaker.events import TierClosed
from matchmaker.limits import Limits
from matchmaker.program.answer import Closed, Raw, TierProof
from matchmaker.program.program import Program
from matchmaker.solvers.base import Watch
from matchmaker.solvers.greedy import Greedy


class CpSat:
    """CP-SAT over all pairs as Booleans; its bound is its own word."""

    name = "cpsat"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Solve tier after tier, each with the values of the earlier ones kept.

        An answer worse than the one already in hand is never taken.
        """
        chosen = Greedy().solve(program, limits, watch).chosen
        model = cp_model.CpModel()
        take = [model.new_bool_var(f"p{p}") for p in range(program.pairs)]
        objectives = _objectives(program, model, take)
        proof = []
        for t, tier in enumerate(program.tiers):
            solver = solver_with(limits)
            model.clear_hints()  # type: ignore[no-untyped-call]
            for variable, taken in zip(take, chosen.tolist(), strict=True):
                model.add_hint(variable, taken)
            model.maximize(objectives[t])
            status = solver.solve(model)
            value = program.values(chosen)
            closed: Closed = "open"
            bound: int | None = None
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                found = np.array([solver.boolean_value(v) for v in take], dtype=np.bool_)
                if program.values(found)[: t + 1] >= value[: t + 1]:
                    chosen, value = found, program.values(found)
                bound = int(np.floor(solver.best_objective_bound + 1e-6))
                closed = "search" if bound <= value[t] else "open"
            elif status != cp_model.UNKNOWN:
                raise SolverError(f"CP-SAT ended with {solver.status_name(status)}")
            proof.append(TierProof(None, closed, None if bound is None else max(bound, value[t])))
            watch(TierClosed(tier.words(), value[t], bound))
            model.add(objectives[t] >= value[t])
        return Raw(chosen, tuple(proof))


def solver_with(limits: Limits) -> cp_model.CpSolver:
    """A solver that proves reliably and keeps to the limits."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    # Two workers failed where one with this setting proved in seconds (measured).
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = limits.seed
    if limits.left is not None:
        parameters.max_time_in_seconds = limits.left
    if limits.effort is not None:
        parameters.max_deterministic_time = limits.effort
    return solver


def _objectives(
    program: Program, model: cp_model.CpModel, take: list[cp_model.IntVar]
) -> list[cp_model.LinearExprT]:
    """Post every row, and return the value of every tier as an expression."""
    rows = program.rows
    terms: list[list[cp_model.LinearExprT]] = [[] for _ in program.tiers]
    for t in range(len(program.tiers)):
        some = np.flatnonzero(program.points[t])
        terms[t].append(
            cp_model.LinearExpr.weighted_sum(
                [take[p] for p in some], program.points[t, some].tolist()
            )
        )
    ends = np.searchsorted(program.row, np.arange(len(rows) + 1))
    for r in range(len(rows)):
        span = slice(ends[r], ends[r + 1])
        load = cp_model.LinearExpr.weighted_sum(
            [take[p] for p in program.pair[span]], program.weight[span].tolist()
        )
        lower, upper = int(rows.lower[r]), int(rows.upper[r])
        if rows.hard[r]:
            model.add(load <= int(rows.highest[r]))
        elif rows.total[r] > upper:
            over = model.new_int_var(0, int(rows.total[r]) - upper, f"over{r}")
            model.add(over >= load - upper)
            terms[rows.over_tier[r]].append(-int(rows.over_cost[r]) * over)
        if rows.optional[r]:
            opened = model.new_bool_var(f"open{r}")
            model.add(load == 0).only_enforce_if(opened.negated())
            model.add(load >= lower).only_enforce_if(opened)
        elif lower > 0:
            short = model.new_int_var(0, lower, f"short{r}")
            model.add(short >= lower - load)
            terms[rows.short_tier[r]].append(-int(rows.short_cost[r]) * short)
    return [cp_model.LinearExpr.sum(part) for part in terms]
