"""From the rows of tables to the cells of sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchmaker.domain import Municipality
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.cells import Cell, written
from matchmaker.io.headers import numbers_columns, title_of
from matchmaker.io.numbers import BadCellError
from matchmaker.io.sheets import is_note, is_vacant
from matchmaker.messages import io as say

MOST_LINES = 1_048_576
"""Lines of one sheet of a workbook; a program that writes more loses them without a word."""


def check_height(name: str, lines: int) -> None:
    """Refuse what does not fit one sheet of a workbook.

    Raises
    ------
    InputError
        which says how many lines there are and in which form they can be written.
    """
    if lines > MOST_LINES:
        wrong = say.TOO_MANY_ROWS(rows=lines, limit=MOST_LINES)
        raise InputError([Issue(Place(sheet=name), wrong, say.TOO_MANY_ROWS_MEND())])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to be written: what it is called, its headers, its rows."""

    table: type[Record]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    banner: str = ""
    """A line above the headers, if any."""

    @property
    def name(self) -> str:
        """The name of the sheet in the reader's language."""
        return self.table.sheet()

    @property
    def lines(self) -> list[Sequence[Cell | None]]:
        """Every line of the sheet from the top."""
        top: list[Sequence[Cell | None]] = [(self.banner,)] if self.banner else []
        return [*top, self.headers, *self.rows]


def sheets_of(
    whole: Municipality | Roadmap, tables: Sequence[type[Record]], banner: str = ""
) -> list[Sheet]:
    """Tables of a municipality or of a roadmap as sheets, each with a line above its headers.

    Raises
    ------
    InputError
        if a value cannot stand in a cell: too long, or a character no table can hold.
    """
    issues: list[Issue] = []
    sheets = [sheet_of(table, whole.rows(table), issues, banner) for table in tables]
    if issues:
        raise InputError(issues)
    return sheets


def sheet_of(
    table: type[Record], records: Iterable[Record], issues: list[Issue], banner: str = ""
) -> Sheet:
    """One table as a sheet; what cannot be written is added to the issues."""
    names = list(table.columns())
    defaults = {name: table.model_fields[name].default for name in names}
    headers = tuple(title_of(table, name) for name in names)
    rows = []
    for record in records:
        row: list[Cell | None] = []
        for name in names:
            value = getattr(record, name)
            try:
                row.append(None if value == "" == defaults[name] else written(value))
            except BadCellError as error:
                issues.append(
                    Issue(Place(sheet=table.sheet(), column=title_of(table, name)), error.wrong)
                )
        rows.append(tuple(_as_data(row, headers)))
    return Sheet(table, headers, tuple(rows), banner)


def _as_data(row: list[Cell | None], headers: Sequence[str]) -> list[Cell | None]:
    """Mark a row that would be taken for a total, an example, a vacancy or a numbering."""
    row = ["'" + cell if isinstance(cell, str) and is_vacant(cell) else cell for cell in row]
    seen = ["" if cell is None else cell for cell in row]
    first = next((at for at, cell in enumerate(row) if cell is not None), 0)
    cell = row[first] if row else None
    if isinstance(cell, str) and (is_note(seen) or numbers_columns(headers, seen)):
        row[first] = "'" + cell
    return row
