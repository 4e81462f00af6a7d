"""Pairs of items, arranged so that all partners of one item are found at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints


def partners(pairs: Iterable[tuple[int, int, int]]) -> dict[int, tuple[Ints, Ints]]:
    """For each item its partners and how much each pair weighs."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, other, weight in pairs:
        found[one].append((other, weight))
        found[other].append((one, weight))
    return {
        item: (np.array([o for o, _ in some], np.int64), np.array([w for _, w in some], np.int64))
        for item, some in found.items()
    }


def placed_partners(
    found: dict[int, tuple[Ints, Ints]], board: Board, item: int
) -> tuple[Ints, Ints]:
    """The partners of an item that have a place now, and how much each pair weighs."""
    others, weights = found.get(item, (np.zeros(0, np.int64),) * 2)
    placed = board.start[others] >= 0
    return others[placed], weights[placed]
