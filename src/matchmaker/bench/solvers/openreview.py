"""The package ``openreview-matcher``: its min-cost flow between papers and reviewers."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment

MODULE = "matcher.solvers"


def openreview_flow(given: Assignment, _limits: Limits) -> Bools:
    """Mentees are papers, mentors reviewers without a least load; worth is a negative cost.

    It refuses problems with fewer places than mentees; a pair worth nothing it takes for unknown.
    """
    from matcher.solvers import MinMaxSolver

    shape = len(given.demand), len(given.places)
    cost, conflict = np.zeros(shape), np.full(shape, -1)
    cost[given.i, given.j] = -given.worth
    conflict[given.i, given.j] = 0
    solver = MinMaxSolver(
        [0] * len(given.places),
        given.places.tolist(),
        given.demand.tolist(),
        SimpleNamespace(cost_matrix=cost, constraint_matrix=conflict),
    )
    return np.asarray(solver.solve()[given.i, given.j] > 0)
