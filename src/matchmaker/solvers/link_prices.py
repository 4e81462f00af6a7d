"""Prices of links: a pair not written yet need not enter if its link can bear the price."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matchmaker.pairs import Bools
from matchmaker.program.face import Face
from matchmaker.program.program import Program

Floats = npt.NDArray[np.float64]
TINY = 1e-9


def bear(program: Program, face: Face, duals: Floats, gain: Floats, enters: Bools) -> Floats:
    """Raise the prices of links for pairs that would enter, where the links can bear it.

    The row that binds a mentee's pairs to a link has no price while none of the pairs is
    written, so each looks better than it is. Its price may rise by as much as the link
    loses: the link stays out, the bound stays what it is, and the pairs need not enter.

    Parameters
    ----------
    duals : prices of rows. Shape: (rows,).
    gain : what each pair gains by these prices. Shape: (pairs,).
    enters : pairs not written that gain. Shape: (pairs,).

    Returns
    -------
    The raised prices. Shape: (rows,).
    """
    bound = program.opening & ~program.implied
    inside = bound[program.row]
    pair_entries = np.flatnonzero(inside & (program.weight > 0) & enters[program.pair])
    need = np.zeros(len(program.rows))
    np.maximum.at(need, program.row[pair_entries], gain[program.pair[pair_entries]])
    link_entries = np.flatnonzero(inside & (program.weight < 0))
    row, link = program.row[link_entries], program.pair[link_entries]
    cost = np.bincount(
        link, weights=-program.weight[link_entries] * need[row], minlength=program.pairs
    )
    room = np.where(face.free, np.maximum(0.0, -gain), np.where(face.taken, 0.0, np.inf))
    heavy = row[cost[link] > room[link] + TINY]
    need[heavy] = 0.0
    return duals + need
