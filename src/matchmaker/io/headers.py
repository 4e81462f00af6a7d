"""Finding the row of headers, and which column of the file is which field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from matchmaker.domain.records import Record, fold
from matchmaker.errors import Issue, Place
from matchmaker.io.book import EVERY_TABLE
from matchmaker.io.cells import Reader, kind_of, nothing, reader, shown
from matchmaker.io.numbers import Raw
from matchmaker.messages import io as say

Row = Sequence[Raw]

DEEPEST = 10
"""Rows of titles and letterheads that may stand above the headers."""

_ROW_NUMBER = {"", "№", "№ пп", "№ п/п", "п/п", "nn", "n", "no", "#"}
_MONTHS_WORD = re.compile(r"\b(?:мес|месяцев|months?)\b")
_YEARS_WORDS = ("лет", "годы", "годах", "years")


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table: its field and how to read its cells."""

    name: str
    required: bool
    refers: str | None
    unit: str | None
    read: Reader
    several: bool
    """Whether a cell holds a list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a file: where it stands, its header there, the field it holds."""

    position: int
    title: str
    field: Field
    each: int | None
    """Months in one unit of its bare numbers, nothing if the header does not say."""


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headers: its position from 0 and the columns that were understood."""

    row: int
    headings: tuple[Heading, ...]
    numbered: bool
    """Whether a row «1 2 3 …» follows, which numbers the columns."""


@cache
def fields(table: type[Record]) -> dict[str, Field]:
    """The fields of a table, each with its reader."""
    columns = table.columns()
    found = {}
    for name in table.columns():
        info, column = table.model_fields[name], columns[name]
        found[name] = Field(
            name,
            info.is_required(),
            column.refers,
            column.unit,
            reader(info.annotation, column),
            kind_of(info.annotation).several is not None,
        )
    return found


def title_of(table: type[Record], name: str) -> str:
    """The header of a field in the reader's language."""
    return table.columns()[name].title()


def key(header: str) -> str:
    """A header without the differences that do not count: case, ё, dots, brackets."""
    bare = re.sub(r"[(),:;*«»\"]", " ", fold(header)).replace(".", "")
    return " ".join(bare.split())


@cache
def names(table: type[Record]) -> dict[str, tuple[str, int | None]]:
    """Every header under which a column is recognised: the field, months per unit."""
    found: dict[str, tuple[str, int | None]] = {}
    columns = table.columns()
    titles = [(n, t) for n, c in columns.items() for t in c.title.both]
    aliases = [(n, t) for n, c in columns.items() for t in c.aliases]
    for name, title in titles + aliases:
        unit = columns[name].unit
        says_months = bool(_MONTHS_WORD.search(key(title)))
        found.setdefault(key(title), (name, 1 if unit != "months" or says_months else None))
    for name, title in titles + aliases:
        if columns[name].unit == "months":
            stem = " ".join(_MONTHS_WORD.sub(" ", key(title)).split())
            found.setdefault(stem, (name, None))
            for word in _YEARS_WORDS:
                found.setdefault(f"{stem} {word}", (name, 12))
            for word in ("мес", "месяцев", "months"):
                found.setdefault(f"{stem} {word}", (name, 1))
    return found


def score(table: type[Record], rows: Sequence[Row]) -> tuple[int, int]:
    """How many headers the best row has, and which row that is."""
    known = names(table)
    best = (0, -1)
    filled = 0
    for position, row in enumerate(rows):
        keys = {key(cell) for cell in row if isinstance(cell, str) and cell}
        if not keys:
            continue
        count = len({known[k][0] for k in keys if k in known})
        if count > best[0]:
            best = (count, position)
        filled += 1
        if filled > DEEPEST:
            break
    return best


def find_header(
    table: type[Record], rows: Sequence[Row], place: Place
) -> tuple[Header | None, list[Issue]]:
    """The row of headers, with everything that is wrong about it.

    Nothing is returned in its place if there is no such row or a required column is missing.
    """
    count, at = score(table, rows)
    if not count:
        titles = ", ".join(title_of(table, name) for name in table.columns())
        return None, [Issue(place, say.NO_HEADER(), say.EXPECTED_HEADERS(columns=titles))]
    issues: list[Issue] = []
    headings: dict[str, Heading] = {}
    line = rows[at]
    body = rows[at + 1 :]
    numbered = bool(body) and numbers_columns(line, body[0])
    for position in range(max(map(len, rows[at:]))):
        raw = line[position] if position < len(line) else ""
        title = shown(raw)
        here = Place(place.file, place.sheet, at + 1, title)
        if key(title) in _ROW_NUMBER:
            if not title and _has_values(body[numbered:], position):
                issues.append(Issue(here, say.NO_TITLE(letter=letters(position)), say.ADD_TITLE()))
            continue
        name, each = names(table).get(key(title), ("", None))
        if not name:
            issues.append(Issue(here, say.UNKNOWN_COLUMN(), _guess(table, title)))
        elif name in headings:
            other = headings[name].title
            issues.append(Issue(here, say.DUPLICATE_COLUMN(other=other), say.KEEP_ONE_COLUMN()))
        else:
            headings[name] = Heading(position, title, fields(table)[name], each)
    missing = [f.name for f in fields(table).values() if f.required and f.name not in headings]
    for name in missing:
        here = Place(place.file, place.sheet, at + 1, title_of(table, name))
        issues.append(Issue(here, say.MISSING_COLUMN(), say.ADD_COLUMN()))
    if missing:
        return None, issues
    return Header(at, tuple(headings.values()), numbered), issues


def letters(position: int) -> str:
    """The letters by which a spreadsheet calls a column, counted from 0."""
    word = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        word = chr(ord("A") + rest) + word
    return word


def numbers_columns(header: Row, row: Row) -> bool:
    """Whether a row numbers all the columns above it: 1, 2, 3 … (two may well be IDs)."""
    under = [cell for title, cell in zip(header, row, strict=False) if not nothing(title)]
    filled = [cell for cell in row if not nothing(cell)]
    return (
        len(under) > 2
        and under == filled
        and all(
            not isinstance(cell, bool) and shown(cell) == str(number)
            for number, cell in enumerate(under, start=1)
        )
    )


def _has_values(rows: Sequence[Row], position: int) -> bool:
    return any(position < len(row) and not nothing(row[position]) for row in rows)


def _guess(table: type[Record], title: str) -> str:
    """What an unknown header may have meant."""
    known = names(table)
    close = get_close_matches(key(title), list(known), n=1, cutoff=0.7)
    if close:
        return say.PERHAPS_COLUMN(guess=title_of(table, known[close[0]][0]))
    for other in EVERY_TABLE:
        if key(title) in names(other):
            return say.COLUMN_ELSEWHERE(sheet=other.sheet)
    return say.DELETE_COLUMN()
