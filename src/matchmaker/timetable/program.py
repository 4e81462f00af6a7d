"""A timetable to be made: items, resources, what must hold, what is wished, level by level.

Time is a row of grains 0, 1, 2 …: working days for events, quarters of an hour for meetings.
Everything is a whole number; names stay with whoever compiled the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from matchmaker.timetable.board import Board

Grains = np.ndarray[tuple[int], np.dtype[np.int32]]
"""Positions on the time axis, ascending."""

Ints = npt.NDArray[np.int64]
Points = npt.NDArray[np.int64]
"""Points by first grain and by choice."""


@dataclass(frozen=True, slots=True)
class Need:
    """So many of these resources for the whole of an item: one venue of three, two assistants.

    Attributes
    ----------
    candidates : positions of resources.
    """

    candidates: tuple[int, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """Something that lasts so many grains and begins on one of those allowed.

    Attributes
    ----------
    duration : unit: grains, at least 1.
    starts : the grains on which it may begin, ascending; empty if there is none.
    holds : resources it needs in any case: the responsible, the participants. A resource
        serves an item once, so what it holds is never chosen for a need as well, nor anything
        for two needs.
    needs : resources of which some are to be chosen.
    weight : what it costs to leave it unplaced.
    versatile : whether one resource may meet several of its needs at once.
    """

    key: str
    duration: int
    starts: Grains
    holds: tuple[int, ...] = ()
    needs: tuple[Need, ...] = ()
    weight: int = 1
    versatile: bool = False

    @property
    def wanted(self) -> frozenset[int]:
        """All that it may use: what it holds, and what may be chosen."""
        return frozenset(self.holds).union(*(need.candidates for need in self.needs))


@dataclass(frozen=True, slots=True)
class Resource:
    """A person, a group, a venue, an audience: what serves so many items at once."""

    key: str
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class After:
    """An item begins at least ``least`` and at most ``most`` grains after another has ended.

    It binds only if both are placed.
    """

    first: int
    then: int
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """In a stretch of time a resource gives at most so many grains to all its items together.

    Items at the same time count each. So a week has time left that no item may take.

    Attributes
    ----------
    first, end : the first grain of the stretch, and the one after its last.
    """

    resource: int
    first: int
    end: int
    most: int

    def covered(self, start: int, duration: int) -> int:
        """How many grains of the stretch an item takes."""
        return max(0, min(self.end, start + duration) - max(self.first, start))


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an item stands: its first grain, and what was chosen for each of its needs.

    Attributes
    ----------
    chosen : for each need the positions of resources, ascending.
    """

    start: int
    chosen: tuple[tuple[int, ...], ...] = ()


Placements = Sequence[Placement | None]
"""One for each item; nothing if it is not placed."""


class Term(Protocol):
    """Something wished, which says itself what a timetable costs by it.

    It says so twice: of a whole timetable, plainly, for the checker; and of all places of one
    item at once, in arrays, for schedulers. A test holds one against the other.
    """

    def concerns(self, program: TimeProgram) -> Sequence[int]:
        """The items whose places this wish depends on."""
        ...

    def table(self, board: Board, item: int, starts: Ints) -> Points:
        """What the timetable would cost more with an unplaced item than without it.

        Parameters
        ----------
        starts : the first grains that are asked for.

        Returns
        -------
        Points
            a row for each start and a column for each choice of the board; a single row or
            column if all are alike.
        """
        ...

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """Points; 0 if the wish is fulfilled, never below."""
        ...


@dataclass(frozen=True, slots=True)
class Level:
    """Wishes that are weighed against each other; earlier levels go before later ones."""

    name: str
    terms: tuple[Term, ...]

    def cost(self, program: TimeProgram, placements: Placements) -> int:
        """The points of all its terms."""
        return sum(term.cost(program, placements) for term in self.terms)


@dataclass(frozen=True, slots=True)
class TimeProgram:
    """All that a scheduler may know.

    Attributes
    ----------
    horizon : number of grains.
    levels : after the first level, which is always what stays unplaced.
    """

    horizon: int
    items: tuple[Item, ...]
    resources: tuple[Resource, ...] = ()
    afters: tuple[After, ...] = ()
    levels: tuple[Level, ...] = field(default=())
    budgets: tuple[Budget, ...] = ()

    def unplaced(self, placements: Placements) -> int:
        """The weights of items without a place: the level that goes before all others."""
        return sum(
            item.weight
            for item, placement in zip(self.items, placements, strict=True)
            if placement is None
        )

    def costs(self, placements: Placements) -> dict[str, int]:
        """What a timetable costs at each level, from the first."""
        costs = {"unplaced": self.unplaced(placements)}
        return costs | {level.name: level.cost(self, placements) for level in self.levels}
