"""HiGHS through MathOpt over all pairs as 0 or 1, one objective."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment


def plain_highs(given: Assignment, limits: Limits) -> Bools:
    """Take pairs so that nobody has too many; nothing if no plan was found in time."""
    model = mathopt.Model()
    take = [model.add_binary_variable() for _ in range(given.pairs)]
    for side, most in ((given.i, given.demand), (given.j, given.places)):
        order = np.argsort(side, kind="stable")
        ends = np.searchsorted(side[order], np.arange(len(most) + 1))
        for k, bound in enumerate(most.tolist()):
            mine = order[ends[k] : ends[k + 1]].tolist()
            if len(mine) > bound:
                model.add_linear_constraint(mathopt.fast_sum(take[p] for p in mine) <= bound)
    model.maximize(mathopt.fast_sum(w * x for w, x in zip(given.worth.tolist(), take, strict=True)))
    parameters = mathopt.SolveParameters(relative_gap_tolerance=0.0)
    if limits.left is not None:
        parameters.time_limit = timedelta(seconds=limits.left)
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    if not result.has_primal_feasible_solution():
        return np.zeros(given.pairs, dtype=np.bool_)
    found = result.variable_values()
    return np.array([found[one] > 0.5 for one in take], dtype=np.bool_)
