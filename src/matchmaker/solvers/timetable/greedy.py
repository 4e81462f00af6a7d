"""Timetables made at one go: each item where it costs least given those before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from matchmaker.solvers.timetable.desk import Desk
from matchmaker.timetable import Placement, Placements, TimeProgram


def greedy(program: TimeProgram, power: float) -> Placements:
    """Place the largest items first.

    Parameters
    ----------
    power : how much the length of an item counts in its size.
    """
    desk = Desk(program, [None] * len(program.items))
    _fill(desk, _by_size(program, power))
    return desk.board.placements()


def repaired(program: TimeProgram, start: Placements, power: float) -> Placements:
    """Keep what still fits of another timetable, and place the rest as :func:`greedy` does.

    Items that can stand at one place only come first: whatever is in their way must move.

    Parameters
    ----------
    start : where items stood; nothing where that is not known.
    """
    desk = Desk(program, [None] * len(program.items))
    order = _by_size(program, power)
    _fill(desk, [at for at in order if _fixed(program, at)])
    for at, placement in enumerate(start):
        if placement is not None and at in desk.unplaced:
            _put(desk, at, placement)
    _fill(desk, [at for at in order if at in desk.unplaced])
    return desk.board.placements()


def _by_size(program: TimeProgram, power: float) -> Sequence[int]:
    sizes = [item.weight * (1 + len(item.holds)) * item.duration**power for item in program.items]
    return sorted(range(len(sizes)), key=lambda at: (-sizes[at], at))


def _fixed(program: TimeProgram, item: int) -> bool:
    one = program.items[item]
    return len(one.starts) == 1 and not one.needs


def _fill(desk: Desk, items: Iterable[int]) -> None:
    """Put items where they cost least, level by level; what finds no place stays without."""
    for item in items:
        offer = desk.offer(item)
        if offer is None:
            continue
        levels = [np.broadcast_to(points, offer.free.shape) for points in offer.added]
        rows, columns = np.nonzero(offer.free)
        keys = [level[rows, columns] for level in reversed(levels)]
        best = int(np.lexsort(keys)[0]) if keys else 0
        desk.put(item, (int(rows[best]), int(columns[best])), offer)


def _put(desk: Desk, item: int, placement: Placement) -> None:
    """Put an item where it stood, if it may stand there and nothing is in the way."""
    board = desk.board
    here = board.starts[item] == placement.start
    offer = desk.offer(item, lambda _: here)
    if offer is not None and placement.chosen in board.chosen[item]:
        choice = board.chosen[item].index(placement.chosen)
        if offer.free[0, choice]:
            desk.put(item, (0, choice), offer)
