"""Items should rather not run at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram
from matchmaker.timetable.windows import shared_grains


@dataclass(frozen=True, slots=True)
class Overlap:
    """Points for every grain that any two items share."""

    weight: int = 1

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """All items."""
        return range(len(program.items))

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the shared grains, summed over all pairs of items."""
        busy = np.zeros(program.horizon + 1, np.int64)
        for item, placement in zip(program.items, placements, strict=True):
            if placement is not None:
                busy[placement.start] += 1
                busy[min(placement.start + item.duration, program.horizon)] -= 1
        running = np.cumsum(busy[:-1])
        return self.weight * int((running * (running - 1) // 2).sum())

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        placed = board.start >= 0
        begin, end, length = board.start[placed], board.end[placed], int(board.duration[item])
        shared = shared_grains(begin, end, None, starts, length, board.program.horizon)
        return self.weight * shared[:, None]
