"""People should not have to change the place between two items that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchmaker.timetable.board import Board
from matchmaker.timetable.program import Ints, Placement, Placements, Points, TimeProgram
from matchmaker.timetable.windows import FEW
from matchmaker.timetable.wishes.partners import partners, placed_partners


@dataclass(frozen=True)
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

    @cached_property
    def _partners(self) -> dict[int, tuple[Ints, Ints]]:
        return partners(self.pairs)

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """All items of the pairs."""
        return sorted(self._partners)

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

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the item adds, at each start and with each choice."""
        others, people = placed_partners(self._partners, board, item)
        if len(starts) <= FEW:
            follows = self._pairwise(board, item, starts, others) * people
            moves = board.groups[item][:, None] != board.group[others]
            return np.asarray(self.weight * (follows @ moves.T))
        length, kinds = board.program.horizon + 1, board.kinds
        begin, row = board.start[others], board.group[others] * length
        early = np.maximum(0, begin - board.duration[item] - self.within)
        late = np.minimum(board.end[others] + self.within + 1, length - 1)
        # The item begins later than the other, or earlier; begun together nobody changes.
        edges = np.concatenate([row + begin + 1, row + early, row + late, row + begin])
        signs = np.concatenate([people, people, -people, -people])
        rise = np.bincount(edges, signs, minlength=kinds * length)
        follow = np.cumsum(rise.reshape(kinds, length), axis=1)
        moving = follow.sum(axis=0) - follow[board.groups[item]]
        return np.asarray(self.weight * moving.take(starts, axis=1).T.astype(np.int64))

    def _pairwise(self, board: Board, item: int, starts: Ints, others: Ints) -> Ints:
        """Whether the item and each of the others follow each other, for each start."""
        first, begin = starts[:, None], board.start[others]
        gap = np.where(
            first > begin, first - board.end[others], begin - first - board.duration[item]
        )
        return np.asarray(((gap <= self.within) & (first != begin)).astype(np.int64))
