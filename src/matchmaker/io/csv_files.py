"""One table as a CSV file, whatever program wrote it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import Book
from matchmaker.io.cells import Cell, dotted
from matchmaker.io.headers import DEEPEST, Row, score
from matchmaker.io.sheets import Grid, Whole
from matchmaker.messages import io as say

DELIMITERS = ";,\t"
MOST_BYTES = 100 * 2**20
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIELD_LIMIT = 1 << 20


def read_csv(
    file: Path, headers: Callable[[Sequence[Row]], int], known: dict[str, str] | None = None
) -> Grid:
    """The cells of one CSV file, whatever its encoding and its separator.

    Parameters
    ----------
    headers : how many headers are recognised in the first rows; the separator is the one
        under which they are most.
    known : texts that were read before; a text that stands in many cells is kept once.

    Raises
    ------
    InputError
        if the file is too large or is no text.
    """
    place, known = Place(file.name), {} if known is None else known
    if file.stat().st_size > MOST_BYTES:
        size = say.TOO_LARGE(size=file.stat().st_size // 2**20, limit=MOST_BYTES // 2**20)
        raise InputError([Issue(place, size, say.TOO_LARGE_MEND())])
    text = _decoded(file.read_bytes(), place)
    try:
        parsed = _parsed(text, _delimiter(text, headers))
        rows = [[known.setdefault(cell, cell) for cell in row] for row in parsed]
    except csv.Error as error:
        raise InputError([Issue(place, say.BAD_CSV(reason=error), say.BAD_CSV_MEND())]) from error
    return Grid(file.name, file.stem, rows)


def _decoded(content: bytes, place: Place) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or Windows' Cyrillic."""
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError([Issue(place, say.BAD_ENCODING(), say.BAD_ENCODING_MEND())])


def _parsed(text: str, delimiter: str) -> Iterable[list[str]]:
    before = csv.field_size_limit(_FIELD_LIMIT)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    finally:
        csv.field_size_limit(before)


def headers_of(name: str, book: Book[Whole]) -> Callable[[Sequence[Row]], int]:
    """How many headers of the table of this name are recognised, or of any table."""
    table = book.table_named(name)
    candidates = [table] if table else list(book.tables)
    return lambda rows: max(score(table, rows)[0] for table in candidates)


def _delimiter(text: str, headers: Callable[[Sequence[Row]], int]) -> str:
    """The separator under which most headers are recognised."""

    def recognised(delimiter: str) -> int:
        rows: list[list[str]] = []
        for row in _parsed(text, delimiter):
            rows.append(row)
            if sum(any(row) for row in rows) > DEEPEST:
                break
        return headers(rows)

    return max(DELIMITERS, key=recognised)


def csv_bytes(rows: Sequence[Sequence[Cell | None]]) -> bytes:
    """One table as the bytes of a CSV file that Excel opens as it is."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_word(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _word(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return dotted(cell)
    if isinstance(cell, str):
        # Excel would run such a text as a formula; numbers of our own are safe.
        return "'" + cell if cell.startswith(_FORMULA) else cell
    return repr(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
