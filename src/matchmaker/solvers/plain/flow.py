"""OR-Tools' min-cost flow over all pairs, one objective, no proof of ours."""

from __future__ import annotations

import numpy as np
from ortools.graph.python import min_cost_flow

from matchmaker.errors import SolverError
from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment


def plain_flow(given: Assignment, _limits: Limits) -> Bools:
    """Send each mentee through a pair to a place, or straight to the end for nothing.

    Raises
    ------
    SolverError
        if the library does not end with an optimal flow.
    """
    mentees, mentors = len(given.demand), len(given.places)
    end = mentees + mentors
    people, places = np.arange(mentees), mentees + np.arange(mentors)
    tail = np.concatenate([given.i, places, people])
    head = np.concatenate([mentees + given.j, np.full(mentors + mentees, end)])
    capacity = np.concatenate([np.ones(given.pairs, np.int64), given.places, given.demand])
    cost = np.concatenate([-given.worth, np.zeros(mentors + mentees, np.int64)])
    graph = min_cost_flow.SimpleMinCostFlow()
    arcs = graph.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
    supply = np.concatenate([given.demand, np.zeros(mentors, np.int64), [-given.demand.sum()]])
    graph.set_nodes_supplies(np.arange(end + 1), supply)
    status = graph.solve()
    if status != graph.OPTIMAL:
        raise SolverError(f"min-cost flow ended with {status}")
    return np.asarray(graph.flows(arcs[: given.pairs])) > 0
