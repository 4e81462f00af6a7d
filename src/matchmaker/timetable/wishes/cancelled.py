"""An item that people count on would rather not be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Points if an item has no place: of two that cannot both stay, the dearer one stays."""

    item: int
    points: int

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """The one item."""
        return (self.item,)

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The points if the item is not placed."""
        return self.points if placements[self.item] is None else 0

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """To place the item saves its points, wherever it stands."""
        return np.array([[-self.points]], np.int64)
