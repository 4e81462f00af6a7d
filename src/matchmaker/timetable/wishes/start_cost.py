"""An item would rather begin at one time than at another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Grains, Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class StartCost:
    """Points for each first grain that an item may have.

    Preferred dates, early rather than late, days away from the published date: all are such.

    Attributes
    ----------
    costs : one for each of the item's ``starts``, in their order.
    """

    item: int
    costs: Grains

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """The one item."""
        return (self.item,)

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The points of the grain on which the item begins; 0 if it is not placed."""
        placement = placements[self.item]
        if placement is None:
            return 0
        starts = program.items[self.item].starts
        return int(self.costs[starts.searchsorted(placement.start)])

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        at = board.starts[item].searchsorted(starts)
        return self.costs[at, None].astype(np.int64)
