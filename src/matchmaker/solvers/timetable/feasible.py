"""The first timetable: greedy, and where that leaves something out, by the limits alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.desk import Desk
from matchmaker.solvers.timetable.model import TimeModel
from matchmaker.solvers.timetable.run import minimise
from matchmaker.timetable import Placements, TimeProgram

SHARE = 0.3
"""The share of the time that may go into placing what a greedy start leaves out."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a search begins.

    Attributes
    ----------
    placements : the timetable with which to begin.
    other : one that costs less at first, and is harder to improve.
    bound : the least weight that must stay unplaced, as far as it is proven.
    """

    placements: Placements
    other: Placements
    bound: int | None


def first_placements(program: TimeProgram, limits: Limits) -> Beginning:
    """Place as much as possible, wishes only as far as they cost no time.

    Long items placed late find no room, so going by length costs least at first; but then the
    short ones lie at the end, and small steps hardly bring them forward. So the search begins
    with an order for which length counts less (measured), and keeps the other in reserve.
    """
    start, other = (
        _greedy(
            program,
            [item.weight * (1 + len(item.holds)) * item.duration**power for item in program.items],
        )
        for power in (0.5, 1.0)
    )
    least = min(program.unplaced(start), program.unplaced(other))
    if not least:
        return Beginning(other if program.unplaced(start) else start, other, 0)
    if limits.over:
        return Beginning(start, other, None)
    model = TimeModel(program)
    seconds = None if limits.left is None else SHARE * limits.left
    best = start if program.unplaced(start) == least else other
    found = minimise(model, model.unplaced(), best, limits, seconds=seconds)
    if found.placements is not None and program.unplaced(found.placements) < least:
        best = found.placements
    return Beginning(best, best, found.bound)


def _greedy(program: TimeProgram, size: Sequence[float]) -> Placements:
    """Place the largest items first, each where it costs least given those before it."""
    desk = Desk(program, [None] * len(program.items))
    for item in sorted(range(len(size)), key=lambda at: (-size[at], at)):
        offer = desk.offer(item)
        if offer is None:
            continue
        levels = [np.broadcast_to(points, offer.free.shape) for points in offer.added]
        rows, columns = np.nonzero(offer.free)
        keys = [level[rows, columns] for level in reversed(levels)]
        best = int(np.lexsort(keys)[0]) if keys else 0
        desk.put(item, (int(rows[best]), int(columns[best])), offer)
    return desk.board.placements()
