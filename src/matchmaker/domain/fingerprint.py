"""What tells two sets of tables apart: one number of all their facts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from matchmaker.domain.records import Record

_AT_ONCE = 4096
"""So many rows are text at a time: a country as one text would be hundreds of megabytes."""


def fingerprint(tables: Mapping[type[Record], Sequence[Record]]) -> str:
    """SHA-256 of the JSON text ``{"table": [row, …], …}`` of all facts, keys in order."""
    found = hashlib.sha256()
    before = "{"
    for table in sorted(tables, key=lambda table: table.__name__):
        found.update(f"{before}{json.dumps(table.__name__)}:[".encode())
        for position, text in enumerate(_texts(table, tables[table])):
            found.update((f",{text}" if position else text).encode())
        found.update(b"]")
        before = ","
    found.update(b"}")
    return found.hexdigest()


def _texts(table: type[Record], rows: Sequence[Record]) -> Iterator[str]:
    """The rows as JSON, some thousands in one text."""
    columns = [_Column(name) for name in sorted(table.columns())]
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        cells = zip(*(column.texts(part) for column in columns), strict=True)
        yield ",".join("{" + ",".join(filter(None, row)) + "}" for row in cells)


class _Column:
    """One column as JSON: what many rows have is made into text once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._get = attrgetter(name)
        self._known: dict[Any, str] = {None: ""}

    def texts(self, rows: Sequence[Record]) -> Iterator[str]:
        """``"name":value`` of each row; nothing where there is no value."""
        known = self._known
        values = list(map(self._get, rows))
        if float in set(map(type, values)):  # 0.0 equals -0.0, and their texts differ
            values = [repr(value) if type(value) is float else value for value in values]
        for value, row in dict(zip(values, rows, strict=True)).items():
            if value not in known:
                known[value] = self._text(row)
        return map(known.__getitem__, values)

    def _text(self, row: Record) -> str:
        value = getattr(row, self._name)
        plain = value if type(value) is str else row.plain({self._name})[self._name]
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        return f'"{self._name}":{text}'
