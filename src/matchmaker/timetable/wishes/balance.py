"""The load is spread evenly: over the months of a person, over the weeks of an audience."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Grains, Ints, Placements, Points, TimeProgram


@dataclass(frozen=True, slots=True)
class Balance:
    """The n-th item in the same stretch of time costs n − 1 times the weight.

    So a stretch with L items costs ``weight · L(L − 1)/2``, which is least when the items are
    spread as evenly as can be.

    Attributes
    ----------
    items : positions of the items that load somebody.
    stretch : of each grain, the number of the stretch (month, week) in which it lies.
    """

    items: tuple[int, ...]
    stretch: Grains
    weight: int = 1

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """The items that load somebody."""
        return self.items

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The points of all stretches; an item counts where it begins."""
        loads = Counter(
            int(self.stretch[placement.start])
            for item in self.items
            if (placement := placements[item]) is not None
        )
        return self.weight * sum(load * (load - 1) // 2 for load in loads.values())

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        begun = board.start[list(self.items)]
        loads = np.bincount(self.stretch[begun[begun >= 0]], minlength=int(self.stretch.max()) + 1)
        return self.weight * loads[self.stretch[starts], None]
