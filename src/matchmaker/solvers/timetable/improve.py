"""Improving a timetable level by level: how hot, how long, and what counts how much."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.allowance import Allowance
from matchmaker.solvers.timetable.desk import Desk
from matchmaker.solvers.timetable.search import Search, Stage
from matchmaker.timetable import Placements, TimeProgram

UNPLACED = 40.0
"""What an unplaced item counts, in the usual changes of a level by moving an item."""
LATER = 7.0
"""How much less each later level counts while an earlier one is improved."""
LOCKED = 1e6
"""What a point of a level counts once its stage is over: nothing makes up for it."""
FIRST = 0.7
"""The share of the time that goes into each level but the last."""
HOT = 250.0
"""The first temperature times the number of items."""
FADE = 0.1
"""What later levels count in the end, of what they count at first."""
SAMPLE = 40
"""So many items are moved to learn what changes are usual."""


def improve(
    program: TimeProgram,
    start: Placements,
    limits: Limits,
    share: float = 1.0,
    other: Placements | None = None,
) -> Placements:
    """Improve one level after the other, never an earlier one for a later one.

    Parameters
    ----------
    share : the part of what the limits allow that may be used up.
    other : another start, taken up where the search does not get beyond it.
    """
    search = Search(program, start, limits.seed)
    if not program.items:
        return start
    usual = usual_changes(program, search.desk)
    levels = len(program.levels)
    left, rest = share, 1.0
    for level in range(1, levels + 1):
        used = left if level == levels else left * FIRST
        weights = np.empty(levels + 1)
        weights[0] = UNPLACED / min(item.weight for item in program.items) if level == 1 else LOCKED
        weights[1:level] = LOCKED
        weights[level:] = 1.0 / usual[level - 1 :] / LATER ** np.arange(levels - level + 1)
        search.run(
            Stage(level, weights, *_temperatures(program, level), FADE),
            Allowance(limits, used, rest),
        )
        search.restart(start if other is None else other)
        left, rest = left - used, rest - used
    return search.best


def usual_changes(program: TimeProgram, desk: Desk) -> npt.NDArray[np.float64]:
    """By how much each level usually changes when one item is moved; at least a little."""
    placed = [item for item in range(len(program.items)) if desk.board.placed(item)]
    changes = []
    for item in placed[:: max(1, len(placed) // SAMPLE)]:
        start, choice = desk.take(item)
        offer = desk.offer(item)
        assert offer is not None  # its own place is free
        changes.append(
            [np.broadcast_to(one, offer.free.shape)[offer.free].std() for one in offer.added]
        )
        row = int(np.searchsorted(offer.starts, start))
        desk.put(item, (row, choice), offer)
    if not changes:
        return np.ones(len(program.levels))
    usual = np.mean(np.array(changes, np.float64), axis=0)
    return np.where(usual > 0, usual, 1.0)


def _temperatures(program: TimeProgram, level: int) -> tuple[float, float]:
    """From where to where to cool; a usual change of the level has 1.

    With few items there is time to forget the start, with many there is not; and the stage of a
    later level must not lose the order that earlier ones have found.
    """
    if level > 1:
        return 0.5, 0.05
    return float(np.clip(HOT / len(program.items), 0.3, 5.0)), 0.2
