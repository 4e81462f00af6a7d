"""An item should not begin in the very grain after another has ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from matchmaker.timetable.program import Placements, TimeProgram


@dataclass(frozen=True, slots=True)
class Breathing:
    """Points for every ordered pair of items of which one begins as the other ends."""

    weight: int = 1

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the number of such pairs."""
        starts: Counter[int] = Counter()
        ends: Counter[int] = Counter()
        for item, placement in zip(program.items, placements, strict=True):
            if placement is not None:
                starts[placement.start] += 1
                ends[placement.start + item.duration] += 1
        return self.weight * sum(count * ends[grain] for grain, count in starts.items())
