"""One resource would rather be chosen than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class ChoiceCost:
    """Points for each resource that is chosen for a need of an item.

    Attributes
    ----------
    need : position of the need among those of the item.
    costs : one for each candidate of the need, in their order.
    """

    item: int
    need: int
    costs: tuple[int, ...]

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """The one item."""
        return (self.item,)

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The points of all chosen; 0 if the item is not placed."""
        placement = placements[self.item]
        if placement is None:
            return 0
        price = self.prices(program)
        return sum(price[one] for one in placement.chosen[self.need])

    def prices(self, program: TimeProgram) -> dict[int, int]:
        """What choosing each candidate costs."""
        candidates = program.items[self.item].needs[self.need].candidates
        return dict(zip(candidates, self.costs, strict=True))

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, with each choice."""
        price = self.prices(board.program)
        costs = [sum(price[one] for one in chosen[self.need]) for chosen in board.chosen[item]]
        return np.array(costs, np.int64)[None, :]
