"""People who would rather come are not wanted at two items at once."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.timetable.program import Placements, TimeProgram


@dataclass(frozen=True, slots=True)
class Shared:
    """Points for every grain that two items share, for every person wished at both.

    Attributes
    ----------
    pairs : (one, other, people): how many people both concern.
    """

    pairs: tuple[tuple[int, int, int], ...]
    weight: int = 1

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times people times shared grains."""
        total = 0
        for one, other, people in self.pairs:
            first, second = placements[one], placements[other]
            if first is None or second is None:
                continue
            end = min(
                first.start + program.items[one].duration,
                second.start + program.items[other].duration,
            )
            total += people * max(0, end - max(first.start, second.start))
        return self.weight * total
