"""Everything should be over as early as possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class LatestEnd:
    """Points for every grain until the last item has ended: the makespan."""

    weight: int = 1

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """All items."""
        return range(len(program.items))

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the grain after the last one used; 0 if nothing is placed."""
        ends = (
            placement.start + item.duration
            for item, placement in zip(program.items, placements, strict=True)
            if placement is not None
        )
        return self.weight * max(ends, default=0)

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        over = max(0, int(board.end.max()))
        later = np.maximum(0, starts + int(board.duration[item]) - over)
        return np.asarray(self.weight * later[:, None])
