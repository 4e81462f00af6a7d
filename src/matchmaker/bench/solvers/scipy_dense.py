"""scipy's ``linear_sum_assignment``: a matrix with a column for each place."""

from __future__ import annotations

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment


def scipy_dense(given: Assignment, _limits: Limits) -> Bools:
    """Write the whole matrix and assign; a cell without a pair counts 0 and is nobody's.

    Who wants several mentors has several rows, who has several places several columns; should
    two of them meet twice, one meeting is lost.
    """
    from scipy.optimize import linear_sum_assignment

    row = np.repeat(np.arange(len(given.demand)), given.demand)
    column = np.repeat(np.arange(len(given.places)), given.places)
    worth = np.zeros((len(given.demand), len(given.places)))
    worth[given.i, given.j] = np.maximum(given.worth, 0)
    if len(row) != len(given.demand) or len(column) != len(given.places) or given.places.max() > 1:
        worth = worth[np.ix_(row, column)]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    met = row[rows] * len(given.places) + column[columns]
    return np.isin(given.i * len(given.places) + given.j, met) & (given.worth > 0)
