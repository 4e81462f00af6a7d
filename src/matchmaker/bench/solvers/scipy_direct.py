"""scipy's ``linear_sum_assignment``, the rules scored straight into its matrix.

The fastest way to it that we know: no pair is listed. It is for limits about one side each.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import numpy as np

from matchmaker.bench.phases import Phases
from matchmaker.bench.solvers.base import Reached, Task
from matchmaker.errors import NoSolverError
from matchmaker.messages import bench as say
from matchmaker.pairs import Bools, Ints
from matchmaker.program.compile import eligible_block, mentees_by_programme, points_of
from matchmaker.program.layout import Layout
from matchmaker.solvers.plain.assignment import combined, under_all_limits
from matchmaker.solvers.plain.dense import assign


class ScipyDirect:
    """All rules measured on dense blocks, one matrix, one assignment."""

    name = "scipy-direct"
    bytes_per_pair = 500

    def missing(self) -> str:
        """The package that is not installed."""
        return "" if find_spec("scipy") else say.NOT_INSTALLED(package="scipy")

    def run(self, task: Task, phase: Phases) -> Reached:
        """Score, combine, assign; then put the answer under all limits.

        Raises
        ------
        NoSolverError
            if some limit depends on both sides of a pair.
        """
        import_module("scipy.optimize")
        roster, uses, tiers = task.roster, task.policy.all_uses, task.policy.order
        with phase("compile"):
            layout = Layout(roster, task.policy)
            if layout.objections:
                raise NoSolverError("; ".join(layout.objections))
            demand, places = layout.most
        shape = len(roster.mentee), len(roster.mentor)
        pinned = any(use.rule.name == "pinned" for use in uses)
        allowed = np.zeros(shape, dtype=np.bool_)
        points = np.zeros((len(tiers) + 1, *shape), dtype=np.int64)
        for programme, rows in mentees_by_programme(roster).items():
            with phase("eligible"):
                allowed[rows] = eligible_block(roster, uses, programme, rows)
            with phase("points"):
                block = roster.block(rows)
                points[1:, rows] = points_of(block, uses, programme, tiers)
                if pinned:
                    points[0, rows] = block.ledger("pin") > 0
        with phase("matrix"):
            points *= allowed
            flat: Ints = np.broadcast_to(np.arange(shape[0])[:, None], shape).reshape(-1)
            worth, exact = combined(points.reshape(len(points), -1), flat, demand)
            matrix = np.maximum(worth.reshape(shape), 0).astype(np.float64)
        with phase("solve"):
            i, j = assign(matrix, demand, places)
            met: Bools = matrix[i, j] > 0
            i, j = i[met], j[met]
        with phase("limits"):
            program = layout.program(i, j, points[1:, i, j])
            chosen = under_all_limits(program, worth.reshape(shape)[i, j], program.i >= 0)
        dropped = int(program.pairs - chosen.sum())
        return Reached(program, chosen, dropped=dropped, exact=exact)
