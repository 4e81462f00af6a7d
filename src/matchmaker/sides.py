"""Sides and ledgers: what is known of units, and of single pairs, as numbers in arrays."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.errors import RuleError
from matchmaker.units import Unit

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


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
        self._values: dict[str, list[tuple[Any, ...]]] = {}
        self._floats: dict[str, tuple[npt.NDArray[np.float32], int]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """The units, without what was worked out of them: whoever is sent them does that anew."""
        return {**self.__dict__, "_columns": {}, "_values": {}, "_floats": {}}

    def __len__(self) -> int:
        return len(self.units)

    def values(self, path: str) -> list[tuple[Any, ...]]:
        """What stands at the path for each member of each unit (one for most).

        Several paths with commas between them, ``"person.school,person.leads"``, give
        tuples, so that what is said of one member stays together.
        """
        if path not in self._values:
            get = attrgetter(*path.split(","))
            known: dict[tuple[Any, ...], tuple[Any, ...]] = {}  # equal values are kept once
            rows = (tuple(get(m) for m in getattr(u, "members", ()) or (u,)) for u in self.units)
            self._values[path] = [known.setdefault(row, row) for row in rows]
        return self._values[path]

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

    def floats(self, path: str) -> tuple[npt.NDArray[np.float32], int]:
        """The vectors as floats, for quick products, and the largest number among them."""
        if path not in self._floats:
            table = self.vector(path)
            self._floats[path] = table.astype(np.float32), int(np.abs(table).max(initial=0))
        return self._floats[path]

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
