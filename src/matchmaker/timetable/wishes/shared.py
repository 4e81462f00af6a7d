"""People who would rather come are not wanted at two items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placements, Points, TimeProgram
from matchmaker.timetable.windows import shared_grains
from matchmaker.timetable.wishes.partners import partners, placed_partners


@dataclass(frozen=True)
class Shared:
    """Points for every grain that two items share, for every person wished at both.

    Attributes
    ----------
    pairs : (one, other, people): how many people both concern.
    """

    pairs: tuple[tuple[int, int, int], ...]
    weight: int = 1

    @cached_property
    def _partners(self) -> dict[int, tuple[Ints, Ints]]:
        return partners(self.pairs)

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """All items of the pairs."""
        return sorted(self._partners)

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

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start."""
        others, people = placed_partners(self._partners, board, item)
        begin, end, length = board.start[others], board.end[others], int(board.duration[item])
        shared = shared_grains(begin, end, people, starts, length, board.program.horizon)
        return self.weight * shared[:, None]
