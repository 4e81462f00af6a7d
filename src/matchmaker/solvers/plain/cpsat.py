"""CP-SAT over all pairs as Booleans, one objective, nothing to begin with."""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.cpsat import solver_with
from matchmaker.solvers.plain.assignment import Assignment


def plain_cpsat(given: Assignment, limits: Limits) -> Bools:
    """Take pairs so that nobody has too many; nothing if no plan was found in time."""
    model = cp_model.CpModel()
    take = [model.new_bool_var("") for _ in range(given.pairs)]
    for side, most in ((given.i, given.demand), (given.j, given.places)):
        order = np.argsort(side, kind="stable")
        ends = np.searchsorted(side[order], np.arange(len(most) + 1))
        for k, bound in enumerate(most.tolist()):
            mine = order[ends[k] : ends[k + 1]].tolist()
            if len(mine) > bound:
                model.add(cp_model.LinearExpr.sum([take[p] for p in mine]) <= bound)
    model.maximize(cp_model.LinearExpr.weighted_sum(take, given.worth.tolist()))
    solver = solver_with(limits)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return np.zeros(given.pairs, dtype=np.bool_)
    return np.array([solver.boolean_value(one) for one in take], dtype=np.bool_)
