"""An item should not begin in the very grain after another has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class Breathing:
    """Points for every ordered pair of items of which one begins as the other ends."""

    weight: int = 1

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """All items."""
        return range(len(program.items))

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the number of such pairs."""
        starts: Counter[int] = Counter()
        ends: Counter[int] = Counter()
        for item, placement in zip(program.items, placements, strict=True):
            if placement is not None:
                starts[placement.start] += 1
                ends[placement.start + item.duration] += 1
        return self.weight * sum(count * ends[grain] for grain, count in starts.items())

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        placed = board.start >= 0
        length = board.program.horizon + 1
        begin = np.bincount(board.start[placed], minlength=length)
        over = np.bincount(board.end[placed], minlength=length)
        meets = over[starts] + begin[starts + board.duration[item]]
        return np.asarray(self.weight * meets[:, None])
