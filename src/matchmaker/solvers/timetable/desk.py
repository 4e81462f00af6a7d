"""A board together with what it costs, level by level, kept up as items come and go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.timetable import Board, Ints, Placements, Points, Term, TimeProgram

Bools = npt.NDArray[np.bool_]
Costs = Ints
"""Points of each level; the first is what stays unplaced."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Places of an unplaced item: which are free, and what each would add at each level.

    Attributes
    ----------
    starts : first grains at which at least one choice is free.
    free : a row for each of them, a column for each choice.
    """

    starts: Ints
    free: Bools
    added: tuple[Points, ...]

    def costs(self, at: tuple[int, int]) -> list[int]:
        """What a place adds at each level after the first."""
        return [_at(points, at) for points in self.added]


class Desk:
    """The board of a search: every change keeps the costs right."""

    def __init__(self, program: TimeProgram, placements: Placements) -> None:
        self.board = Board(program, placements)
        self.costs = np.array(list(program.costs(placements).values()), np.int64)
        self.weight = [item.weight for item in program.items]
        self.unplaced = {at for at, place in enumerate(placements) if place is None}
        self._terms: list[list[list[Term]]] = [[[] for _ in program.levels] for _ in self.weight]
        for number, level in enumerate(program.levels):
            for term in level.terms:
                for item in term.concerns(program):
                    self._terms[item][number].append(term)

    def _added(self, item: int, starts: Ints) -> tuple[Points, ...]:
        found = []
        for terms in self._terms[item]:
            points: Points = np.zeros((1, 1), np.int64)
            for term in terms:
                points = points + term.table(self.board, item, starts)
            found.append(points)
        return tuple(found)

    def offer(self, item: int, kept: Callable[[int], Bools] | None = None) -> Offer | None:
        """The places an unplaced item could have; nothing if none is free.

        Parameters
        ----------
        kept : which of so many starts to look at; nothing: at all.
        """
        free = self.board.free(item)
        some: Bools = np.asarray(free.any(axis=1))
        if kept is not None:
            some &= kept(len(some))
        rows = np.flatnonzero(some)
        if not len(rows):
            return None
        starts = self.board.starts[item][rows]
        return Offer(starts, free[rows], self._added(item, starts))

    def put(self, item: int, at: tuple[int, int], offer: Offer) -> None:
        """Put an item at an offered place, given as row and column of the offer."""
        self.board.place(item, int(offer.starts[at[0]]), at[1])
        self.unplaced.discard(item)
        self.costs[0] -= self.weight[item]
        self.costs[1:] += np.array(offer.costs(at), np.int64)

    def take(self, item: int) -> tuple[int, int]:
        """Take an item off; where it stood."""
        start, choice = self.board.take(item)
        self.unplaced.add(item)
        self.costs[0] += self.weight[item]
        added = self._added(item, np.array([start], np.int64))
        less = [_at(points, (0, choice)) for points in added]
        self.costs[1:] -= np.array(less, np.int64)  # of no levels too
        return start, choice


def _at(points: Points, at: tuple[int, int]) -> int:
    row, column = at
    return int(points[row if len(points) > 1 else 0, column if points.shape[1] > 1 else 0])
