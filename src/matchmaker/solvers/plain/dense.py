"""scipy's ``linear_sum_assignment`` on a matrix with a row and a column for each place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Ints
from matchmaker.solvers.plain.assignment import Assignment


def plain_dense(given: Assignment, _limits: Limits) -> Bools:
    """Write the whole matrix and assign; a cell without a pair counts 0 and is nobody's."""
    worth = np.zeros((len(given.demand), len(given.places)))
    worth[given.i, given.j] = np.maximum(given.worth, 0)
    rows, columns = assign(worth, given.demand, given.places)
    met = rows * len(given.places) + columns
    return np.isin(given.i * len(given.places) + given.j, met) & (given.worth > 0)


def assign(worth: npt.NDArray[np.float64], demand: Ints, places: Ints) -> tuple[Ints, Ints]:
    """The pairs of the greatest worth, ordered by both.

    Who may have several pairs has several rows or columns. Should two of them meet twice, the
    second meeting is lost.

    Parameters
    ----------
    worth : of each pair, not negative. Shape: (mentees, mentors).
    """
    from scipy.optimize import linear_sum_assignment

    row = np.repeat(np.arange(len(demand)), np.minimum(demand, len(places)))
    column = np.repeat(np.arange(len(places)), np.minimum(places, len(demand)))
    if len(row) != len(demand) or (row != np.arange(len(row))).any():
        worth = worth[row]
    if len(column) != len(places) or (column != np.arange(len(column))).any():
        worth = worth[:, column]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    code = np.unique(row[rows] * len(places) + column[columns])
    i, j = np.divmod(code, max(1, len(places)))
    return i, j
