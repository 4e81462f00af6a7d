"""Which items are taken off together: near each other in time, at two times, or anywhere."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matchmaker.solvers.timetable.desk import Desk


def ruined(desk: Desk, rng: np.random.Generator, most: int) -> list[int]:
    """Choose the placed items to be taken off, at least one if there is any.

    Mostly they lie close together in time, since only such items can exchange places; some
    rounds open two stretches, so that items can move between them.
    """
    board = desk.board
    placed = np.flatnonzero(board.start >= 0)
    if not len(placed):
        return []
    count = 1 + int(rng.random() * most)
    kind = rng.random()
    if kind < 0.2:
        return [int(item) for item in rng.permutation(placed)[:count]]
    centre = _somewhere(desk, rng, placed)
    middle = board.start[placed] + board.duration[placed] / 2
    away = np.abs(middle - centre) + rng.random(len(placed)) * 6
    if kind < 0.4:
        away = np.minimum(away, np.abs(middle - rng.random() * board.program.horizon))
    return [int(item) for item in placed[np.argsort(away, kind="stable")[:count]]]


def _somewhere(desk: Desk, rng: np.random.Generator, placed: npt.NDArray[np.intp]) -> float:
    """The time of some item, every other round of one that still needs a place."""
    board = desk.board
    waiting = [item for item in sorted(desk.unplaced) if len(board.starts[item])]
    if waiting and rng.random() < 0.5:
        starts = board.starts[waiting[int(rng.random() * len(waiting))]]
        return float(starts[int(rng.random() * len(starts))])
    return float(board.start[placed[int(rng.random() * len(placed))]])
