"""What a rule looks at: the columns of either side that its measure reads.

A rule is written for pairs, but most read a few columns of each side, and these have few distinct
values. Whoever has the same values is treated alike, so a rule need be asked only once for each
combination. The rule itself stays as it is written: it is watched while it measures.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.pairs import Pairs, Roster
from matchmaker.rules import Rule
from matchmaker.sides import Bools, Ints, Side


@dataclass(frozen=True, slots=True, eq=False)
class Dependence:
    """Who is alike to a rule.

    Attributes
    ----------
    mentee, mentor : number of the kind of each; those of one kind are measured alike, but for
        pairs that stand in a ledger. Shapes: (N,), (M,).
    """

    mentee: Ints
    mentor: Ints


def dependence(roster: Roster, rule: Rule) -> Dependence:
    """Watch a rule measure everybody of one side against somebody of the other, both ways."""
    mentees, mentors = _Watched(roster.mentee), _Watched(roster.mentor)
    for i, j in (
        (np.arange(len(mentees))[:, None], np.zeros((1, 1), np.int64)),
        (np.zeros((1, 1), np.int64), np.arange(len(mentors))[None, :]),
    ):
        watched = replace(roster, mentee=mentees, mentor=mentors, ledgers={}, _tables={})
        rule.whole(Pairs(watched, i, j))
    return Dependence(mentees.kinds(), mentors.kinds())


def without_ledgers(roster: Roster) -> Roster:
    """The same roster as if nothing were written against single pairs."""
    return replace(roster, ledgers={})


class _Watched(Side):
    """A side that remembers what was read of it."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.units, self.position = side.units, side.position
        self._seen: dict[Hashable, Ints] = {}

    def values(self, path: str) -> list[tuple[Any, ...]]:
        rows = self._side.values(path)
        if ("values", path) not in self._seen:
            book: dict[Hashable, int] = {}
            codes = [book.setdefault(row, len(book)) for row in rows]
            self._seen["values", path] = np.array(codes, dtype=np.int64)
        return rows

    # What is made of values counts, not the values.

    def number(self, path: str, absent: int | None = None) -> Ints:
        return self._note(("number", path, absent), lambda side: side.number(path, absent))

    def flag(self, path: str, absent: bool | None = None) -> Bools:
        found = self._note(("flag", path, absent), lambda side: side.flag(path, absent))
        return found.astype(np.bool_)

    def each(self, path: str, fn: Callable[[Any], int], key: Hashable = None) -> Ints:
        name = ("each", path, len(self._seen) if key is None else key)
        return self._note(name, lambda side: side.each(path, fn, key))

    def vector(self, path: str) -> Ints:
        table = self._side.vector(path)
        if ("vector", path) not in self._seen:
            kinds = np.unique(table, axis=0, return_inverse=True)[1].reshape(-1)
            self._seen["vector", path] = kinds.astype(np.int64)
        return table

    def floats(self, path: str) -> tuple[npt.NDArray[np.float32], int]:
        self.vector(path)
        return self._side.floats(path)

    def _note(self, name: Hashable, read: Callable[[Side], Any]) -> Ints:
        if name not in self._seen:
            self._seen[name] = np.asarray(read(self._side), dtype=np.int64)
        return self._seen[name]

    def kinds(self) -> Ints:
        """Numbers that are equal for units of which everything that was read is equal."""
        found = np.zeros(len(self), dtype=np.int64)
        for column in self._seen.values():
            codes = np.unique(column, return_inverse=True)[1].reshape(-1)
            joint = found * (int(codes.max(initial=0)) + 1) + codes
            found = np.unique(joint, return_inverse=True)[1].reshape(-1).astype(np.int64)
        return found
