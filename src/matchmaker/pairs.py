"""One view of pairs, three shapes: a dense block, a list, a single pair.

A :class:`Roster` holds both sides, the one who is helped (``mentee``) and the one who
helps (``mentor``). :class:`Pairs` points at some pairs of a roster with two position
arrays that broadcast against each other, so the same line of a rule serves

* a block, shapes (n, 1) and (1, M), for pricing and for certifying;
* a list, shapes (n,) and (n,), for compiling;
* one pair, shapes (1,) and (1,), for explaining.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.domain import Person, School
from matchmaker.grids import Grid
from matchmaker.roads import UNKNOWN, Travel, grid_of
from matchmaker.sides import Bools, Ints, Ledger, Side
from matchmaker.units import MenteeUnit, MentorUnit, SchoolUnit

__all__ = ["Bools", "Ints", "Pair", "Pairs", "Roster", "Travel", "View"]


@dataclass(frozen=True)
class Roster:
    """Both sides, and what is known of single pairs.

    Attributes
    ----------
    mentee, mentor : the side that is helped and the side that helps.
    reference_date : the day on which everything is counted.
    ledgers : what is written against single pairs, by name.
    travel : minutes between two organisations.
    """

    mentee: Side
    mentor: Side
    reference_date: date
    ledgers: Mapping[str, Ledger]
    travel: Travel
    people: tuple[tuple[Person, int | None], ...] = ()
    """Everyone of the municipality with the age on the reference date."""
    schools: Mapping[str, School] = field(default_factory=dict)
    """Organisations by ID."""
    partners: frozenset[tuple[str, str]] = frozenset()
    """Organisations with an agreement in force between them, by their IDs in both orders."""
    of_schools: bool = False
    """Whether schools, not people, stand on the two sides."""
    symmetric: bool = False
    """Whether both sides are the same equals, so that each two of them stand once."""
    _tables: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def codes(self, mentee: str, mentor: str) -> tuple[Ints, Ints]:
        """Number the values at two paths alike, so that equal values have equal codes.

        Returns
        -------
        Codes of the mentees, shape (N,), and of the mentors, shape (M, K) for teams of at
        most K members, lead first; shorter rows repeat their lead.
        """
        key = (mentee, mentor)
        found = self._tables.get(("codes", "mentee", *key))
        if found is None:
            book: dict[Hashable, int] = {}
            sides = []
            for side, path in ((self.mentee, mentee), (self.mentor, mentor)):
                rows = side.values(path)
                width = max((len(row) for row in rows), default=1)
                sides.append(
                    np.array(
                        [
                            [book.setdefault(value, len(book)) for value in row]
                            + [book[row[0]]] * (width - len(row))
                            for row in rows
                        ],
                        dtype=np.int64,
                    ).reshape(len(rows), width)
                )
            self._tables["codes", "mentee", *key] = sides[0][:, 0]
            self._tables["codes", "mentor", *key] = sides[1]
        return self._tables["codes", "mentee", *key], self._tables["codes", "mentor", *key]

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """The programme of each who is helped, or the kind of link. Length: mentees."""
        return tuple(
            unit.programme for unit in self.mentee.units if not isinstance(unit, MentorUnit)
        )

    def all(self) -> Pairs:
        """Every pair there is, as one block. Shape: (mentees, mentors)."""
        return self.block(np.arange(len(self.mentee)))

    def block(self, rows: npt.ArrayLike) -> Pairs:
        """These mentees against all mentors. Shape: (rows, mentors)."""
        return Pairs(
            self,
            np.asarray(rows, dtype=np.int64)[:, None],
            np.arange(len(self.mentor), dtype=np.int64)[None, :],
        )

    def take(self, i: npt.ArrayLike, j: npt.ArrayLike) -> Pairs:
        """A list of pairs by positions. Shape: (n,)."""
        return Pairs(self, np.asarray(i, dtype=np.int64), np.asarray(j, dtype=np.int64))

    def pair(self, i: int, j: int) -> Pair:
        """One pair, for words."""
        return Pair(self, int(i), int(j))


class View:
    """The columns of one side, laid out in the shape of the pairs looked at."""

    def __init__(self, side: Side, index: Ints) -> None:
        self._side, self.index = side, index

    def __len__(self) -> int:
        return len(self._side)

    def number(self, path: str, absent: int | None = None) -> Ints:
        """See :meth:`Side.number`."""
        return self._side.number(path, absent)[self.index]

    def flag(self, path: str, absent: bool | None = None) -> Bools:
        """See :meth:`Side.flag`."""
        return self._side.flag(path, absent)[self.index]

    def each(self, path: str, fn: Callable[[Any], int], key: Hashable = None) -> Ints:
        """See :meth:`Side.each`."""
        return self._side.each(path, fn, key)[self.index]


class Pairs:
    """Some pairs of a roster: all that a rule's ``measure`` may look at."""

    def __init__(self, roster: Roster, i: Ints, j: Ints) -> None:
        self.roster = roster
        self.i, self.j = i, j
        self.mentee = View(roster.mentee, i)
        self.mentor = View(roster.mentor, j)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the pairs looked at."""
        return np.broadcast_shapes(self.i.shape, self.j.shape)

    def same(self, mentee: str, mentor: str | None = None) -> Bools:
        """Whether both sides have the same value; of a team, whether any member has it."""
        left, right = self.roster.codes(mentee, mentor or mentee)
        found = left[self.i] == right[self.j, 0]
        for member in range(1, right.shape[1]):
            found = found | (left[self.i] == right[self.j, member])
        return np.asarray(found)

    def table(
        self, fn: Callable[[Any, Any], int], mentee: str, mentor: str, key: Hashable = None
    ) -> Ints:
        """``fn(value of the mentee, value of the mentor)``, once per distinct values.

        Parameters
        ----------
        fn : plain Python on two values; a missing value arrives as ``None``.
        key : what tells this function from others in the cache; by default its own
            identity, so give one (the rule itself) when ``fn`` is made anew each time.
        """
        cache = ("table", mentee, mentor, key if key is not None else fn)
        if cache not in self.roster._tables:
            self.roster._tables[cache] = self._grid(fn, mentee, mentor)
        grid: Grid = self.roster._tables[cache]
        found = grid.read(self.i, self.j, 0)
        for member in range(1, grid.right.shape[1]):
            found = np.minimum(found, grid.read(self.i, self.j, member))
        return found

    def _grid(self, fn: Callable[[Any, Any], int], mentee: str, mentor: str) -> Grid:
        left_values = [row[0] for row in self.roster.mentee.values(mentee)]
        right_values = self.roster.mentor.values(mentor)
        lefts = {value: n for n, value in enumerate(dict.fromkeys(left_values))}
        rights = {
            value: n
            for n, value in enumerate(dict.fromkeys(v for row in right_values for v in row))
        }
        width = max((len(row) for row in right_values), default=1)
        right = np.array(
            [
                [rights[v] for v in row] + [rights[row[0]]] * (width - len(row))
                for row in right_values
            ],
            dtype=np.int64,
        ).reshape(len(right_values), width)
        left = np.array([lefts[value] for value in left_values], dtype=np.int64)
        return Grid(fn, tuple(lefts), tuple(rights), left, right)

    def minutes(self, unknown: int) -> Ints:
        """Minutes one way between the organisations; of a team the farthest member's.

        Parameters
        ----------
        unknown : what a way counts that is not known. Unit: minutes.
        """
        return self._ways(lambda ways: np.where(ways == UNKNOWN, unknown, ways), np.maximum)

    def reachable(self) -> Bools:
        """Whether the way between the organisations is known, of a team every member's."""
        return self._ways(lambda ways: ways != UNKNOWN, np.minimum) > 0

    def _ways(self, read: Callable[[Any], Any], worst: Callable[[Any, Any], Any]) -> Ints:
        """What is read of the ways to each member, and of these the worst."""
        roster = self.roster
        mentee, mentor = roster.codes("school.id", "school.id")
        if "ways" not in roster._tables:
            names: dict[int, str] = {}
            for side, codes in ((roster.mentee, mentee[:, None]), (roster.mentor, mentor)):
                for row, known in zip(side.values("school.id"), codes.tolist(), strict=True):
                    names.update(zip(known, row, strict=False))
            ordered = [names[code] for code in range(len(names))]
            roster._tables["ways"] = grid_of(roster.travel, ordered, ordered)
        grid = roster._tables["ways"]
        found = read(grid[mentee[self.i], mentor[self.j, 0]])
        for member in range(1, mentor.shape[1]):
            found = worst(found, read(grid[mentee[self.i], mentor[self.j, member]]))
        return np.asarray(found, dtype=np.int64)

    def dot(self, mentee: str, mentor: str) -> Ints:
        """The sum over places of what is asked times what is offered."""
        if 0 in self.shape:
            return np.zeros(self.shape, dtype=np.int64)
        left = self.roster.mentee.vector(mentee)
        right = self.roster.mentor.vector(mentor)
        if self.i.ndim == 2:
            rows, columns = left[self.i[:, 0]], right[self.j[0]]
            if self._exact_in_floats(left, right):  # numpy multiplies tables of floats fast
                product = rows.astype(np.float32) @ columns.astype(np.float32).T
                return np.asarray(product, dtype=np.int64)
            return np.asarray(rows @ columns.T)
        return np.asarray(np.einsum("nd,nd->n", left[self.i], right[self.j]))

    @staticmethod
    def _exact_in_floats(left: Ints, right: Ints) -> bool:
        """Whether every sum is a whole number that 24 bits hold."""
        largest = [int(np.abs(side).max(initial=0)) for side in (left, right)]
        return bool(largest[0] * largest[1] * left.shape[1] < 2**24)

    def ledger(self, name: str, absent: int = 0) -> Ints:
        """What is written against each pair in the named ledger."""
        book = self.roster.ledgers.get(name)
        if book is None:
            return np.full(self.shape, absent, dtype=np.int64)
        return self.ledger_of(book, absent)

    def ledger_of(self, book: Ledger, absent: int = 0) -> Ints:
        """What is written against each pair in this ledger."""
        i, j = self.i, self.j
        if self.roster.symmetric:  # two equals stand in a ledger once, the smaller first
            i, j = np.minimum(i, j), np.maximum(i, j)
        return book.read(i, j, len(self.roster.mentor), absent)


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair as people: all that a rule's ``words`` may look at."""

    roster: Roster
    i: int
    j: int

    @property
    def mentee(self) -> MenteeUnit:
        """The one who is helped."""
        unit = self.roster.mentee.units[self.i]
        assert isinstance(unit, MenteeUnit)
        return unit

    @property
    def mentor(self) -> MentorUnit:
        """The one who helps."""
        unit = self.roster.mentor.units[self.j]
        assert isinstance(unit, MentorUnit)
        return unit

    @property
    def helped(self) -> SchoolUnit:
        """The school that is helped, or the first of two equals."""
        unit = self.roster.mentee.units[self.i]
        assert isinstance(unit, SchoolUnit)
        return unit

    @property
    def helping(self) -> SchoolUnit:
        """The school that helps, or the second of two equals."""
        unit = self.roster.mentor.units[self.j]
        assert isinstance(unit, SchoolUnit)
        return unit

    @property
    def programme(self) -> str:
        """The programme of the one who is helped, or the kind of the link."""
        unit = self.roster.mentee.units[self.i]
        assert not isinstance(unit, MentorUnit)
        return unit.programme

    @property
    def schools(self) -> tuple[School, tuple[School, ...]]:
        """The school of the one who is helped, and those of everyone who helps."""
        here, there = self.roster.mentee.units[self.i], self.roster.mentor.units[self.j]
        assert not isinstance(there, MenteeUnit)
        return here.school, tuple(unit.school for unit in there.everyone)

    @property
    def view(self) -> Pairs:
        """The same pair as arrays of shape (1,)."""
        return self.roster.take([self.i], [self.j])

    @property
    def minutes(self) -> int | None:
        """Minutes between the two organisations, if known."""
        here, there = self.schools
        return self.roster.travel(here.id, there[0].id)
