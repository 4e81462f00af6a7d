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
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.domain import Format, Mentee, Mentor, Person, School, SchoolProfile
from matchmaker.errors import RuleError

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class MenteeUnit:
    """Someone who is helped, in one programme, with everything rules ask about."""

    key: str
    """Who this is in files: the person's ID, with the programme where it is not unique."""
    person: Person
    school: School
    mentee: Mentee
    programme: str
    age: int | None
    """Full years on the reference date."""
    deficits: tuple[int, ...]
    """Severity 0–3 per topic, in the order of ``Topic``."""
    first_month: int
    """Month in which the programme begins, counted from year 0 (``year * 12 + month``)."""
    last_month: int
    """Last month of the programme, counted the same way."""
    hours: int
    """What this mentee costs a mentor. Unit: minutes a week."""
    remote: bool
    """Whether the programme or the mentee's wish is to meet remotely."""
    young: bool
    """Whether the person is a young teacher by the policy's definition."""
    taught: tuple[str, ...]
    """Subjects wanted or taught; where there is none, the post with its direction."""
    year: int = 1
    """Year of interaction in the programme, from 1."""

    @property
    def name(self) -> str:
        """What outputs call this person."""
        return self.person.name

    @property
    def max_minutes(self) -> int | None:
        """A mentee names no limit of travel: the mentor's holds."""
        return None


@dataclass(frozen=True, slots=True)
class MentorUnit:
    """Someone who helps: one mentor, or a team that leads a group together."""

    key: str
    person: Person
    school: School
    mentor: Mentor
    age: int | None
    competencies: tuple[int, ...]
    """Level 0–3 per topic, in the order of ``Topic``."""
    wins: int
    """Best contest result: 0 none, 1 municipal, 2 regional, 3 federal."""
    taught: tuple[str, ...]
    """Subjects taught; where there is none, the post with its direction."""
    serves: frozenset[str]
    """Programmes that the mentor may serve, by kind, by choice and by size of team."""
    members: tuple[MentorUnit, ...] = ()
    """The mentors of a team, lead first; empty for a single mentor."""

    @property
    def everyone(self) -> tuple[MentorUnit, ...]:
        """The members of a team, or the one mentor alone."""
        return self.members or (self,)

    @property
    def name(self) -> str:
        """What outputs call this mentor; of a team, its lead."""
        return self.person.name

    @property
    def max_minutes(self) -> int | None:
        """How far the mentor will travel, if stated. Unit: minutes one way."""
        return self.mentor.max_minutes

    @property
    def formats(self) -> frozenset[Format]:
        """In which ways the mentor meets; empty: in any."""
        return self.mentor.formats


@dataclass(frozen=True, slots=True)
class SchoolUnit:
    """A school on either side of a link, with everything rules ask about."""

    key: str
    """The school's ID; of a group, the IDs of its members."""
    school: School
    profile: SchoolProfile
    programme: str
    """What kind of link it is."""
    members: tuple[SchoolUnit, ...] = ()
    """The other schools of a group, if there are several."""

    @property
    def everyone(self) -> tuple[SchoolUnit, ...]:
        """The members of a group, or the one school alone."""
        return self.members or (self,)

    @property
    def name(self) -> str:
        """What outputs call this school; of a group, all its members."""
        return ", ".join(unit.school.name for unit in self.everyone)

    @property
    def max_minutes(self) -> int | None:
        """How far the school's people will travel, if stated. Unit: minutes one way."""
        return self.profile.max_minutes

    @property
    def remote(self) -> bool:
        """Whether the school asks to work remotely."""
        return bool(self.profile.remote)

    @property
    def formats(self) -> frozenset[Format]:
        """In which ways the school works with others; empty: in any."""
        return frozenset({Format.IN_PERSON} if self.profile.remote is False else ())


Unit = MenteeUnit | MentorUnit | SchoolUnit


class Side:
    """One side of a roster as columns, made from its people when a rule asks.

    A column is named by a dotted path, such as ``"person.load_hours"``. In a team a
    number is the least of its members', a truth holds if it holds of all, a vector
    takes the best level per topic.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self.position = {unit.key: i for i, unit in enumerate(self.units)}
        self._columns: dict[tuple[str, str, Hashable], npt.NDArray[Any]] = {}

    def __len__(self) -> int:
        return len(self.units)

    def values(self, path: str) -> list[tuple[Any, ...]]:
        """What stands at the path for each member of each unit (one for most).

        Several paths with commas between them, ``"person.school,person.leads"``, give
        tuples, so that what is said of one member stays together.
        """
        get = attrgetter(*path.split(","))
        return [tuple(get(m) for m in getattr(u, "members", ()) or (u,)) for u in self.units]

    def number(self, path: str, absent: int | None = None) -> Ints:
        """A column of whole numbers; ``absent`` says what a missing one counts as.

        Raises
        ------
        RuleError
            if a value is missing and ``absent`` is not given: a gap is not a number.
        """
        return self._column("number", path, absent, lambda row: min(self._whole(row, path, absent)))

    def flag(self, path: str, absent: bool | None = None) -> Bools:
        """A column of truths; in a team it must hold of every member."""
        filled = self._column("flag", path, absent, lambda row: all(self._known(row, path, absent)))
        return filled.astype(np.bool_)

    def each(self, path: str, fn: Callable[[Any], int], key: Hashable = None) -> Ints:
        """``fn(value)`` for each unit, in a team the least; absent values come as ``None``.

        Made anew at each call, unless ``key`` (the rule itself, say) tells this function
        from others: then the column is kept.
        """
        if key is None:
            return self._least(path, fn)
        cache = ("each", path, key)
        if cache not in self._columns:
            self._columns[cache] = self._least(path, fn)
        return self._columns[cache]

    def _least(self, path: str, fn: Callable[[Any], int]) -> Ints:
        return np.array([min(int(fn(v)) for v in row) for row in self.values(path)], dtype=np.int64)

    def vector(self, path: str) -> Ints:
        """A table of whole numbers, shape (units, length): the best of a team per place."""
        key = ("vector", path, None)
        if key not in self._columns:
            rows = [np.max(np.array(row, dtype=np.int64), axis=0) for row in self.values(path)]
            self._columns[key] = (
                np.array(rows, dtype=np.int64) if rows else np.zeros((0, 0), np.int64)
            )
        return self._columns[key]

    def _column(
        self, kind: str, path: str, absent: Hashable, make: Callable[[tuple[Any, ...]], Any]
    ) -> npt.NDArray[Any]:
        key = (kind, path, absent)
        if key not in self._columns:
            self._columns[key] = np.array([make(row) for row in self.values(path)], dtype=np.int64)
        return self._columns[key]

    def _known(self, row: tuple[Any, ...], path: str, absent: object) -> list[Any]:
        if absent is None and None in row:
            raise RuleError(
                f"«{path}» is not known of everyone: say what an absent value counts as"
            )
        return [absent if value is None else value for value in row]

    def _whole(self, row: tuple[Any, ...], path: str, absent: int | None) -> list[int]:
        known = self._known(row, path, absent)
        if any(int(value) != value for value in known):
            raise RuleError(f"«{path}» holds fractions: state a resolution and round")
        return [int(value) for value in known]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Numbers written against single pairs: decisions, votes, history.

    Attributes
    ----------
    keys : ``mentee * number of mentors + mentor``, ascending. Shape: (entries,).
    values : what is written. Shape: (entries,).
    """

    keys: Ints
    values: Ints

    @classmethod
    def of(cls, entries: Mapping[tuple[int, int], int], mentors: int) -> Ledger:
        """Make a ledger of ``{(mentee, mentor): number}``."""
        ordered = sorted((i * mentors + j, value) for (i, j), value in entries.items())
        return cls(
            np.array([key for key, _ in ordered], dtype=np.int64),
            np.array([value for _, value in ordered], dtype=np.int64),
        )

    def read(self, i: Ints, j: Ints, mentors: int, absent: int = 0) -> Ints:
        """What stands against each of these pairs; ``absent`` where nothing does."""
        wanted = i * mentors + j
        if not len(self.keys):
            return np.full(wanted.shape, absent, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, self.values[at], absent)


Travel = Callable[[str, str], int | None]
"""Minutes between two organisations by their IDs, or nothing if it is not known."""


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
    _tables: dict[Hashable, npt.NDArray[np.int64]] = field(default_factory=dict, repr=False)

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

    @property
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
        tables = self.roster._tables
        if cache not in tables:
            tables[cache], tables[*cache, "i"], tables[*cache, "j"] = self._tabulate(
                fn, mentee, mentor
            )
        grid, left, right = tables[cache], tables[*cache, "i"], tables[*cache, "j"]
        found = grid[left[self.i], right[self.j, 0]]
        for member in range(1, right.shape[1]):
            found = np.minimum(found, grid[left[self.i], right[self.j, member]])
        return np.asarray(found)

    def _tabulate(
        self, fn: Callable[[Any, Any], int], mentee: str, mentor: str
    ) -> tuple[Ints, Ints, Ints]:
        left_values = [row[0] for row in self.roster.mentee.values(mentee)]
        right_values = self.roster.mentor.values(mentor)
        lefts = {value: n for n, value in enumerate(dict.fromkeys(left_values))}
        rights = {
            value: n
            for n, value in enumerate(dict.fromkeys(v for row in right_values for v in row))
        }
        grid = np.array([[int(fn(a, b)) for b in rights] for a in lefts], dtype=np.int64)
        width = max((len(row) for row in right_values), default=1)
        right = np.array(
            [
                [rights[v] for v in row] + [rights[row[0]]] * (width - len(row))
                for row in right_values
            ],
            dtype=np.int64,
        ).reshape(len(right_values), width)
        left = np.array([lefts[value] for value in left_values], dtype=np.int64)
        return grid.reshape(len(lefts), len(rights)), left, right

    def dot(self, mentee: str, mentor: str) -> Ints:
        """The sum over places of what is asked times what is offered."""
        if 0 in self.shape:
            return np.zeros(self.shape, dtype=np.int64)
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
