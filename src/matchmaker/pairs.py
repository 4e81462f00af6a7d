"""One view of pairs, three shapes: a dense block, a list, a single pair.

A :class:`Roster` holds both sides, the one who is helped (``mentee``) and the one who
helps (``mentor``). :class:`Pairs` points at some pairs of a roster with two position
arrays that broadcast against each other, so the same line of a rule serves

* a block, shapes (n, 1) and (1, M), for pricing and for certifying;
* a list, shapes (n,) and (n,), for compiling;
* one pair, shapes (1,) and (1,), for explaining.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from matchmaker.domain import Person, School
from matchmaker.grids import Grid
from matchmaker.roads import UNKNOWN, Travel, grid_of
from matchmaker.sides import Bools, Ints, Ledger, Side
from matchmaker.units import MenteeUnit, MentorUnit, SchoolUnit

EXACT = 2**24
"""Floats of four bytes hold all whole numbers below this one."""

__all__ = ["Bools", "Ints", "Pair", "Pairs", "Roster", "Travel", "View"]


class Codes(NamedTuple):
    """Values of both sides by number, so that equal values have equal codes.

    Attributes
    ----------
    mentee : Shape: (N,).
    mentor : Shape: (M, K) for teams of at most K members, lead first; shorter rows repeat their
        lead.
    values : what each code stands for.
    """

    mentee: Ints
    mentor: Ints
    values: tuple[Any, ...]


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

    def __getstate__(self) -> dict[str, Any]:
        """What is known, without what was worked out of it: whoever is sent it does that anew."""
        return {**self.__dict__, "_tables": {}}

    def codes(
        self,
        mentee: str,
        mentor: str,
        read: Callable[[Any], Any] | None = None,
        key: Hashable = None,
    ) -> Codes:
        """Number the values at two paths alike.

        Parameters
        ----------
        read : what of a mentor's value is compared; nothing is like no one's.
        key : what tells ``read`` from others.
        """
        name = ("codes", mentee, mentor, key)
        if name not in self._tables:
            book: dict[Hashable, int] = {}

            def code(value: Hashable) -> int:
                return book.setdefault(value, len(book))

            def code_read(value: Hashable) -> int:
                assert read is not None
                found = read(value)
                return -1 if found is None else code(found)

            left = _coded(self.mentee.values(mentee), code)[:, 0]
            right = _coded(self.mentor.values(mentor), code_read if read else code)
            self._tables[name] = Codes(left, right, tuple(book))
        found: Codes = self._tables[name]
        return found

    @property
    def schools_of(self) -> Codes:
        """The organisations of both sides, by their IDs."""
        return self.codes("school.id", "school.id")

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


def _coded(rows: list[tuple[Any, ...]], code: Callable[[Any], int]) -> Ints:
    """Codes of values of members, shorter rows filled up with their lead's."""
    width = max((len(row) for row in rows), default=1)
    known = {row: [code(v) for v in row] for row in dict.fromkeys(rows)}
    full = {row: codes + codes[:1] * (width - len(codes)) for row, codes in known.items()}
    return np.array([full[row] for row in rows], dtype=np.int64).reshape(len(rows), width)


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

    def __init__(self, roster: Roster, i: Ints, j: Ints, member: int | None = None) -> None:
        self.roster = roster
        self.i, self.j = i, j
        self._member = member
        self.mentee = View(roster.mentee, i)
        self.mentor = View(roster.mentor, j)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the pairs looked at."""
        return np.broadcast_shapes(self.i.shape, self.j.shape)

    def same(
        self,
        mentee: str,
        mentor: str | None = None,
        read: Callable[[Any], Any] | None = None,
        key: Hashable = None,
    ) -> Bools:
        """Whether both sides have the same value; of a team, whether any member has it.

        Parameters
        ----------
        read, key : see :meth:`Roster.codes`.
        """
        left, right, _ = self.roster.codes(mentee, mentor or mentee, read, key)
        of_mentee = left[self.i]
        found = [of_mentee == right[self.j, k] for k in self._members(right)]
        return np.asarray(np.logical_or.reduce(found)) if len(found) > 1 else found[0]

    def least(self, of_one: Callable[[Pairs], Ints]) -> Ints:
        """What pairs with each member of a team come to, and of these the least."""
        width = self.roster.schools_of.mentor.shape[1]
        found = of_one(Pairs(self.roster, self.i, self.j, 0))
        for member in range(1, width):
            found = np.minimum(found, of_one(Pairs(self.roster, self.i, self.j, member)))
        return found

    def partners(self) -> Bools:
        """Whether the organisations have an agreement in force; of a team, whether any has."""
        roster = self.roster
        if not roster.partners:
            return np.zeros(self.shape, dtype=np.bool_)
        left, right, ids = roster.schools_of
        if "partners" not in roster._tables:
            code = {school: at for at, school in enumerate(ids)}
            met = [(code[a], code[b]) for a, b in roster.partners if a in code and b in code]
            known = sorted(a * len(ids) + b for a, b in met)
            roster._tables["partners"] = np.array(known or [-1], dtype=np.int64)
        known = roster._tables["partners"]
        found = np.zeros(self.shape, dtype=np.bool_)
        for k in self._members(right):
            pair = left[self.i] * len(ids) + right[self.j, k]
            at = np.minimum(np.searchsorted(known, pair), len(known) - 1)
            found |= known[at] == pair
        return found

    def _members(self, right: Ints) -> Sequence[int]:
        """Which members of a team are looked at."""
        return range(right.shape[1]) if self._member is None else (self._member,)

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
        members = self._members(grid.right)
        found = grid.read(self.i, self.j, members[0])
        for member in members[1:]:
            found = np.minimum(found, grid.read(self.i, self.j, member))
        return found

    def _grid(self, fn: Callable[[Any, Any], int], mentee: str, mentor: str) -> Grid:
        lefts: dict[Any, int] = {}
        rights: dict[Any, int] = {}
        left = _coded(
            self.roster.mentee.values(mentee), lambda value: lefts.setdefault(value, len(lefts))
        )[:, 0]
        right = _coded(
            self.roster.mentor.values(mentor), lambda value: rights.setdefault(value, len(rights))
        )
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
        mentee, mentor, ids = roster.schools_of
        if "ways" not in roster._tables:
            roster._tables["ways"] = grid_of(roster.travel, ids, ids)
        grid = roster._tables["ways"]
        here = mentee[self.i]
        first, *others = self._members(mentor)
        found = read(grid[here, mentor[self.j, first]])
        for member in others:
            found = worst(found, read(grid[here, mentor[self.j, member]]))
        return np.asarray(found, dtype=np.int64)

    def dot(self, mentee: str, mentor: str) -> Ints:
        """The sum over places of what is asked times what is offered."""
        if 0 in self.shape:
            return np.zeros(self.shape, dtype=np.int64)
        if self.i.ndim == 2:  # numpy multiplies tables of floats fast
            (rows, high), (columns, wide) = (
                self.roster.mentee.floats(mentee),
                self.roster.mentor.floats(mentor),
            )
            if high * wide * rows.shape[1] < EXACT:
                product = rows[self.i[:, 0]] @ columns[self.j[0]].T
                return np.asarray(product, dtype=np.int64)
        left = self.roster.mentee.vector(mentee)
        right = self.roster.mentor.vector(mentor)
        if self.i.ndim == 2:
            return np.asarray(left[self.i[:, 0]] @ right[self.j[0]].T)
        return np.asarray(np.einsum("nd,nd->n", left[self.i], right[self.j]))

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
