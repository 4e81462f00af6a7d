"""The first timetable: greedy, and where that leaves something out, by the limits alone."""

from __future__ import annotations

import numpy as np

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.desk import Desk
from matchmaker.solvers.timetable.model import TimeModel
from matchmaker.solvers.timetable.run import minimise
from matchmaker.timetable import Placements, TimeProgram

SHARE = 0.3
"""The share of the time that may go into placing what a greedy start leaves out."""


def first_placements(program: TimeProgram, limits: Limits) -> tuple[Placements, int | None]:
    """Place as much as possible, wishes only as far as they cost no time.

    Returns
    -------
    tuple
        the timetable, and the least weight that must stay unplaced, as far as it is proven.
    """
    greedy = _greedy(program)
    if not program.unplaced(greedy):
        return greedy, 0
    if limits.over:
        return greedy, None
    model = TimeModel(program)
    seconds = None if limits.left is None else SHARE * limits.left
    found = minimise(model, model.unplaced(), greedy, limits, seconds=seconds)
    if found.placements is None or program.unplaced(found.placements) >= program.unplaced(greedy):
        return greedy, found.bound
    return found.placements, found.bound


def _greedy(program: TimeProgram) -> Placements:
    """Place items that hold most first, each where it costs least given those before it."""
    desk = Desk(program, [None] * len(program.items))
    holds = [item.weight * (1 + len(item.holds)) for item in program.items]
    for item in sorted(range(len(holds)), key=lambda at: (-holds[at], at)):
        offer = desk.offer(item)
        if offer is None:
            continue
        levels = [np.broadcast_to(points, offer.free.shape) for points in offer.added]
        rows, columns = np.nonzero(offer.free)
        keys = [level[rows, columns] for level in reversed(levels)]
        best = int(np.lexsort(keys)[0]) if keys else 0
        desk.put(item, (int(rows[best]), int(columns[best])), offer)
    return desk.board.placements()
