"""From the cells of sheets to the rows of tables, with every problem named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.domain import Mentee, Mentor, Person, School
from matchmaker.domain.records import Record, fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import Book
from matchmaker.io.cells import Setting, nothing, shown, text
from matchmaker.io.columns import sound_rows
from matchmaker.io.headers import Header, Heading, Row, find_header, title_of
from matchmaker.io.numbers import BadCellError, Raw, UnitUnknownError
from matchmaker.messages import io as say

Whole = TypeVar("Whole")

_KEYS: dict[type[Record], tuple[str, ...]] = {
    School: ("id",),
    Person: ("name",),
    Mentor: ("person",),
    Mentee: ("person",),
}
"""Tables that others refer to, and what a row must have to be referred to."""

_PEOPLE = {"person", "mentor", "mentee"}
_TOTALS = {"итого", "всего", "total", "totals"}
_EXAMPLES = tuple(fold(mark) + ":" for mark in say.EXAMPLE.both)
_VACANT = {"вакансия", "вакант", "вакантно", "vacancy", "vacant"}


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet as the file holds them; the first row is Excel's row 1."""

    file: str
    sheet: str
    rows: Sequence[Row]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    """First and last cell of each merged range, as (row, column) from 0."""
    hidden: bool = False
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells that hold a formula error, as (row, column) from 0, and its code."""


@dataclass(frozen=True, slots=True)
class _Table:
    record: type[Record]
    grid: Grid
    header: Header


def assemble(grids: Sequence[Grid], file: str, book: Book[Whole]) -> Whole:
    """Make a municipality, or a roadmap, of the sheets of a file.

    Raises
    ------
    InputError
        with every problem of every sheet and between the sheets.
    """
    issues: list[Issue] = []
    tables, sound = _find_tables(grids, file, book, issues)
    known = _known(tables)
    records: list[Record] = []
    del grids  # a table that is read need not be kept: cells weigh as much as records
    while tables:
        table = tables.pop(0)
        found = list(_records(table, known, issues))
        records += found
        if table.record in book.single:
            _one_row(table, found, issues)
    if not sound:
        # Without a whole table every reference to it would look wrong: say only what is.
        raise InputError([issue for issue in issues if issue.severity == "error"])
    return book.build(records, issues)


def read_rows(record: type[Record], grid: Grid) -> tuple[list[Record], list[Issue]]:
    """The rows of one table and all its problems; of an unknown column only a warning."""
    header, issues = find_header(record, grid.rows, Place(grid.file, grid.sheet))
    if header is None:
        return [], issues
    issues = [replace(issue, severity="warning") for issue in issues]
    return list(_records(_Table(record, grid, header), {}, issues)), issues


def is_note(row: Row) -> bool:
    """Whether a row is no data: blank, a total, or an example to be overwritten."""
    for cell in row:
        if not nothing(cell):
            break
    else:
        return True
    if not isinstance(cell, str):
        return False
    word = fold(cell)
    if word in _TOTALS or word.split(" ")[0].rstrip(":") in _TOTALS:
        return True
    return word.startswith(_EXAMPLES)


def is_vacant(raw: Raw | None) -> bool:
    """Whether a cell says that there is nobody: «вакансия»."""
    return isinstance(raw, str) and fold(raw) in _VACANT


def _find_tables(
    grids: Sequence[Grid], file: str, book: Book[Whole], issues: list[Issue]
) -> tuple[list[_Table], bool]:
    """Which sheet is which table, and whether all that must be there can be read."""
    tables: dict[type[Record], _Table | None] = {}
    sheets: dict[type[Record], str] = {}
    for grid in grids:
        place = Place(grid.file, grid.sheet)
        record = book.table_named(grid.sheet)
        if record is None:
            issues.extend(_unknown_sheet(grid, place, book))
        elif record in sheets:
            other = say.DUPLICATE_SHEET(other=sheets[record])
            issues.append(Issue(place, other, say.KEEP_ONE_SHEET()))
        else:
            sheets[record] = grid.sheet
            if record not in book.required and all(is_note(row) for row in grid.rows):
                continue
            header, wrong = find_header(record, grid.rows, place)
            issues.extend(wrong)
            tables[record] = _Table(record, grid, header) if header else None
    issues.extend(
        Issue(Place(file), say.MISSING_SHEET(sheet=record.sheet), say.ADD_SHEET())
        for record in book.tables
        if record in book.required and record not in sheets
    )
    found = [table for record in book.tables if (table := tables.get(record))]
    sound = all(tables.get(record) for record in book.required) and None not in tables.values()
    return found, sound


def _unknown_sheet(grid: Grid, place: Place, book: Book[Whole]) -> Iterable[Issue]:
    lists = fold(grid.sheet) in map(fold, say.LISTS.both)
    if grid.hidden or lists or book.neighbour(grid.sheet):
        return
    known = {fold(n): n for table in book.tables for n in table.sheet.both}
    if close := get_close_matches(fold(grid.sheet), list(known), n=1, cutoff=0.8):
        yield Issue(place, say.UNKNOWN_NEAR_SHEET(), say.PERHAPS_SHEET(guess=known[close[0]]))
    elif any(not nothing(cell) for row in grid.rows for cell in row):
        yield Issue(place, say.UNKNOWN_SHEET(), severity="warning")


def _known(tables: Sequence[_Table]) -> dict[str, frozenset[str]]:
    """Folded IDs and names that lists may refer to, so that no list breaks them."""
    found = {}
    listed = {h.field.refers for t in tables for h in t.header.headings if h.field.several}
    for table in tables:
        target = {School: "school", Person: "person"}.get(table.record)
        if target in listed and target is not None:
            at = [h.position for h in table.header.headings if h.field.name in ("id", "name")]
            found[target] = frozenset(
                fold(cell.removeprefix("'"))
                for row in table.grid.rows[table.header.row + 1 :]
                for position in at
                if position < len(row) and isinstance(cell := row[position], str) and cell
            )
    return found


def _one_row(table: _Table, found: Sequence[Record], issues: list[Issue]) -> None:
    place = Place(table.grid.file, table.grid.sheet)
    if len(found) > 1:
        issues.append(Issue(found[1].source, say.ONE_ROW(), say.EXTRA_ROW()))
    elif not found and not any(i.place.sheet == place.sheet and i.place.row for i in issues):
        issues.append(Issue(place, say.NO_ROW()))


def _filled(grid: Grid, header: Header) -> Sequence[Row]:
    """The rows with every vertically merged cell under the header written out."""
    below = [(a, b) for a, b in grid.merged if b[0] > a[0] > header.row]
    if not below:
        return grid.rows
    rows = [list(row) for row in grid.rows]
    for (top, column), (bottom, _) in below:
        for row in rows[top + 1 : bottom + 1]:
            if column < len(row) and column < len(rows[top]) and nothing(row[column]):
                row[column] = rows[top][column]
    return rows


def _records(
    table: _Table, known: dict[str, frozenset[str]], issues: list[Issue]
) -> Iterable[Record]:
    header, grid = table.header, table.grid
    start = header.row + 1 + header.numbered
    rows = _filled(grid, header)[start:]
    plan = [
        (h, Setting(h.each, known.get(h.field.refers or "", frozenset()))) for h in header.headings
    ]
    names = {h.position for h in header.headings if h.field.refers in _PEOPLE} | {
        h.position for h in header.headings if table.record is Person and h.field.name == "name"
    }
    unclear: set[str] = set()
    broken = {row for row, _ in grid.errors}
    sound = sound_rows(table.record, plan, rows)
    for number, (row, facts) in enumerate(zip(rows, sound, strict=True), start=start + 1):
        if is_note(row):
            continue
        place = Place(grid.file, grid.sheet, number)
        if any(is_vacant(row[at]) for at in names if at < len(row)):
            issues.append(Issue(place, say.VACANCY(), severity="warning"))
            continue
        if facts is not None and number - 1 not in broken:
            yield facts.record(place)
            continue
        record = _Reading(table, row, place, issues, unclear).record(plan)
        if record is not None:
            yield record


class _Reading:
    """The reading of one row."""

    def __init__(
        self, table: _Table, row: Row, place: Place, issues: list[Issue], unclear: set[str]
    ) -> None:
        self.table, self.errors, self.row, self.place = table.record, table.grid.errors, row, place
        self.issues, self.unclear = issues, unclear
        self.headings: dict[str, Heading] = {}
        self.bad: set[str] = set()

    def record(self, plan: Iterable[tuple[Heading, Setting]]) -> Record | None:
        """The row as a record; a stand-in if it is wrong but others may refer to it."""
        values: dict[str, Any] = {"source": self.place}
        for heading, setting in plan:
            self.headings[heading.field.name] = heading
            raw = self._raw(heading)
            if raw == "" or nothing(raw):
                if self.errors:
                    self._check_formula(heading)
                continue
            try:
                values[heading.field.name] = heading.field.read(raw, setting)
            except BadCellError as error:
                self._complain(heading, error)
        for _ in range(2):
            try:
                return self.table.model_validate(values)
            except ValidationError as error:
                for name in self._translate(error):
                    values.pop(name, None)
        return self._stand_in(values)

    def _raw(self, heading: Heading) -> Raw:
        return self.row[heading.position] if heading.position < len(self.row) else ""

    def _check_formula(self, heading: Heading) -> None:
        """An error such as #N/A is read as an empty cell: say so rather than lose it."""
        code = self.errors.get(((self.place.row or 0) - 1, heading.position))
        if code is not None:
            name = heading.field.name
            self.bad.add(name)
            self._say(name, say.ERROR_CELL(), say.ERROR_CELL_MEND(), code)

    def _complain(self, heading: Heading, error: BadCellError) -> None:
        name = heading.field.name
        self.bad.add(name)
        right = error.right
        if isinstance(error, UnitUnknownError):
            if name in self.unclear:  # the header is wrong once, not in every row
                return
            self.unclear.add(name)
            stem = heading.title.strip()
            right = say.YEARS_OR_MONTHS_MEND(
                months=f"{stem}, {say.MONTHS_WORD()}", years=f"{stem}, {say.YEARS_WORD()}"
            )
        self._say(name, error.wrong, right)

    def _say(self, name: str, wrong: str, right: str, value: str = "") -> None:
        heading = self.headings.get(name)
        column = heading.title if heading else title_of(self.table, name) if name else ""
        raw = self._raw(heading) if heading else ""
        place = Place(self.place.file, self.place.sheet, self.place.row, column)
        self.issues.append(Issue(place, wrong, right, value or shown(raw)))

    def _translate(self, error: ValidationError) -> Iterable[str]:
        """Report what pydantic found, once per field, and name the fields."""
        for detail in error.errors(include_url=False, include_input=False):
            name = str(detail["loc"][0]) if detail["loc"] else ""
            if name in self.bad:
                continue
            self.bad.add(name)
            if detail["type"] in say.PYDANTIC:
                wrong, right = say.PYDANTIC[detail["type"]]
                facts = detail.get("ctx", {})
                self._say(name, wrong(**facts), right(**facts))
            else:
                self._say(name, say.NOT_UNDERSTOOD(reason=detail["msg"]), "")
            yield name

    def _stand_in(self, values: dict[str, Any]) -> Record | None:
        """A record with gaps, never used but to recognise references to the row."""
        if self.table not in _KEYS or any(key not in values for key in _KEYS[self.table]):
            return None
        for name, info in self.table.model_fields.items():
            if name not in values and info.is_required():
                refers = self.table.columns()[name].refers
                values[name] = None if refers else text(values.get("id", ""))
        return self.table.model_construct(**values)
