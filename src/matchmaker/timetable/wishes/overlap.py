"""Items should rather not run at the same time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.timetable.program import Placements, TimeProgram


@dataclass(frozen=True, slots=True)
class Overlap:
    """Points for every grain that any two items share."""

    weight: int = 1

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the shared grains, summed over all pairs of items."""
        busy = np.zeros(program.horizon + 1, np.int64)
        for item, placement in zip(program.items, placements, strict=True):
            if placement is not None:
                busy[placement.start] += 1
                busy[min(placement.start + item.duration, program.horizon)] -= 1
        running = np.cumsum(busy[:-1])
        return self.weight * int((running * (running - 1) // 2).sum())
