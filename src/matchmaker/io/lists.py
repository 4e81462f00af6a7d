"""Several values in one cell, separated by commas or semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matchmaker.domain.records import fold

_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=[;,]|$)|([^;,]*))[;,]?')
_LONGEST = 8
"""At most so many pieces are joined to look for a name with commas in it."""


def split(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The values of a cell: «физика, химия» is two.

    A value in double quotes keeps its separators: ``"ш1,а"; ш2`` is two. Names and IDs
    in ``known`` (folded) are never broken at a comma of their own.
    """
    pieces = list(_pieces(text))
    found = []
    start = 0
    while start < len(pieces):
        stop = start + 1
        if known and len(pieces) > 1:
            for longer in range(min(start + _LONGEST, len(pieces)), start + 1, -1):
                if fold(text[pieces[start][0] : pieces[longer - 1][1]]) in known:
                    stop = longer
                    break
        joined = text[pieces[start][0] : pieces[stop - 1][1]].strip()
        value = pieces[start][2] if stop == start + 1 else joined
        if value is not None:
            found.append(value)
        start = stop
    return found


def _pieces(text: str) -> Iterable[tuple[int, int, str | None]]:
    """Where each value begins and ends, and what it is (nothing between two separators)."""
    position = 0
    while position < len(text):
        item = _ITEM.match(text, position)
        if item is None or item.end() == position:  # the pattern takes at least a separator
            raise AssertionError(text)
        inside, plain = item[1], item[2]
        if inside is not None and (_must_be_quoted(inside) or '""' in inside):
            yield item.start(), item.end(1) + 1, inside.replace('""', '"')
        elif inside is not None:
            yield item.start(), item.end(1) + 1, f'"{inside}"'
        else:
            yield item.start(), item.end(2), plain.strip() or None
        position = item.end()


def join(values: Iterable[str]) -> str:
    """The values as one cell that :func:`split` takes apart again."""
    return "; ".join(
        '"' + value.replace('"', '""') + '"'
        if _must_be_quoted(value) or value.startswith('"')
        else value
        for value in values
    )


def _must_be_quoted(value: str) -> bool:
    return value == "" or value != value.strip() or ";" in value or "," in value
