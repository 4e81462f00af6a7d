"""The order in which the rows of a table stand, whatever the order in the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from matchmaker.domain.records import Record

R = TypeVar("R", bound=Record)


def in_order(rows: Iterable[R], names: Sequence[str]) -> list[R]:
    """Rows by the words of their columns, the first column first; equal rows stay as they were.

    A later column is looked at only where those before it are equal: most rows differ in the
    first, and the words of whole rows would weigh more than the rows.
    """
    found = list(rows)
    if len(found) < 2 or not names:
        return found
    get = attrgetter(names[0])

    def word(row: R) -> str:
        return _word(get(row))

    found.sort(key=word)
    ordered: list[R] = []
    for _, alike in groupby(found, word):
        ordered += in_order(alike, names[1:])
    return ordered


def _word(value: Any) -> str:
    if value is None:
        return ""
    return ",".join(sorted(value)) if isinstance(value, frozenset) else str(value)
