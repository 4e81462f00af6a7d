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
        alone: list[list[list[Term]]] = [[[] for _ in program.levels] for _ in self.weight]
        for number, level in enumerate(program.levels):
            for term in level.terms:
                concerned = term.concerns(program)
                # What depends on one item only is added up once and for all.
                for item in concerned:
                    (alone if len(concerned) == 1 else self._terms)[item][number].append(term)
        self._fixed = [
            [self._sum(item, terms, self.board.starts[item]) for terms in levels]
            for item, levels in enumerate(alone)
        ]

    def _sum(self, item: int, terms: list[Term], starts: Ints) -> Points:
        points: Points = np.zeros((1, 1), np.int64)
        for term in terms:
            points = points + term.table(self.board, item, starts)
        return points

    def _added(self, item: int, rows: Ints, starts: Ints) -> tuple[Points, ...]:
        """What each of these starts would add, given also as rows of all starts of the item."""
        found = []
        for fixed, terms in zip(self._fixed[item], self._terms[item], strict=True):
            points = fixed[rows] if len(fixed) > 1 else fixed
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
        return Offer(starts, free[rows], self._added(item, rows, starts))

    def _here(self, item: int, start: int, choice: int) -> list[int]:
        """What an unplaced item would add at one place."""
        at = np.array([start], np.int64)
        row = self.board.starts[item].searchsorted(at)
        return [_at(points, (0, choice)) for points in self._added(item, row, at)]

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
        self.costs[1:] -= np.array(self._here(item, start, choice), np.int64)
        return start, choice


def _at(points: Points, at: tuple[int, int]) -> int:
    row, column = at
    return int(points[row if len(points) > 1 else 0, column if points.shape[1] > 1 else 0])
