"""People should not have to change the place between two items that follow each other."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.timetable.program import Placement, Placements, TimeProgram


@dataclass(frozen=True, slots=True)
class SamePlace:
    """Points for people who are at two items in different places one soon after the other.

    Attributes
    ----------
    pairs : (one, other, people): how many people both concern.
    within : the later item begins at most so many grains after the earlier one has ended.
    """

    pairs: tuple[tuple[int, int, int], ...]
    within: int = 2
    weight: int = 1

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The weight times the people who change, over all pairs."""
        total = 0
        for one, other, people in self.pairs:
            first, second = placements[one], placements[other]
            if first is None or second is None or first.chosen == second.chosen:
                continue
            total += people * self._follows(program, (one, first), (other, second))
        return self.weight * total

    def _follows(
        self, program: TimeProgram, one: tuple[int, Placement], other: tuple[int, Placement]
    ) -> bool:
        (early, early_at), (_, late_at) = sorted((one, other), key=lambda pair: pair[1].start)
        if early_at.start == late_at.start:
            return False
        return late_at.start - (early_at.start + program.items[early].duration) <= self.within
