"""Whether a workbook is safe to open: not a bomb, no stray cell at the end of the world.

The reader of workbooks allocates the whole rectangle from A1 to the furthest value; one
value in XFD1048576 makes it abort the process, which no ``except`` can catch. So the
size of that rectangle is found first, by looking at the file itself.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, product
from pathlib import Path
from typing import Any
from xml.parsers import expat

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import io as say

MOST_BYTES = 200 * 2**20
"""Unpacked size that no honest workbook of a municipality reaches."""
MOST_ROWS = 200_000
MOST_COLUMNS = 4_000
MOST_CELLS = 12_000_000

_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d+)"')
_ANY_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_REFERENCE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="\$?([A-Za-z]+)\$?\d+"')
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_VALUED = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Za-z]+)(\d+)"[^>]*?(?<!/)>\s*<(?:\w+:)?(?:f|v|is)\b'
)
_ERROR = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*?\bt="e")[^>]*?\br="([A-Za-z]+)(\d+)"[^>]*>'
    rb"(?:<(?:\w+:)?f\b.*?</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)?\s*<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_STYLED = rb'<(?:\w+:)?c\s(?=[^>]*?\bs="(?:%s)")[^>]*?\br="([A-Za-z]+)(\d+)"'  # styles are put in
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s[^>]*>")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^>]*>")
_LITERAL = re.compile(r'"[^"]*"|[\\_*].')
_STYLES = "xl/styles.xml"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the look at the file found besides its size.

    Attributes
    ----------
    errors : sheet → cells that hold a formula error: (row, column) from 0 → its code.
    percents : sheet → cells whose number is shown as percents: (row, column) from 0.
    """

    errors: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    percents: dict[str, Iterable[tuple[int, int]]] = field(default_factory=dict)


def inspect(path: Path) -> Findings:
    """Look at a workbook before it is opened.

    Raises
    ------
    InputError
        if it is too large unpacked, has a value far from its table, is damaged, or is
        not a workbook.
    """
    place = Place(path.name)
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLE):
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(place, path.stat().st_size)
        return Findings()
    if not head.startswith(_ZIP):
        raise InputError([Issue(place, say.NOT_A_WORKBOOK(), say.WRONG_KIND_MEND())])
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect_archive(archive, place)
    except InputError:
        raise
    except (*_DAMAGE, RuntimeError, EOFError, OSError, ValueError) as error:
        raise InputError([Issue(place, say.CORRUPT(reason=error), say.CORRUPT_MEND())]) from error


def _inspect_archive(archive: zipfile.ZipFile, place: Place) -> Findings:
    members = archive.namelist()
    size = sum(info.file_size for info in archive.infolist())
    if size > MOST_BYTES:
        raise _too_large(place, size)
    if "xl/workbook.bin" in members:
        raise InputError([Issue(place, say.WRONG_KIND(), say.WRONG_KIND_MEND())])
    if "content.xml" in members:
        document = _Opendocument()
        for sheet, extent in document.extents(archive.read("content.xml")).items():
            _check_extent(Place(place.file, sheet), *extent)
        cells: dict[str, Iterable[tuple[int, int]]] = {
            sheet: chain.from_iterable(product(*block) for block in blocks)
            for sheet, blocks in document.percents.items()
        }
        return Findings(percents=cells)
    if "xl/workbook.xml" not in members:
        raise InputError([Issue(place, say.NOT_A_WORKBOOK(), say.WRONG_KIND_MEND())])
    return _inspect_sheets(archive, members, place)


def _inspect_sheets(archive: zipfile.ZipFile, members: Iterable[str], place: Place) -> Findings:
    titles = _titles(archive, members)
    findings = Findings()
    styled = _percent_cells(archive.read(_STYLES)) if _STYLES in members else None
    for name in members:
        if name.startswith("xl/media/"):
            continue
        content = archive.read(name)
        if name.endswith((".xml", ".rels")) and b"\0" in content[:4]:
            raise ValueError("UTF-16")
        if b"sheetData" not in content:
            continue
        sheet = titles.get(name, name)
        _check_extent(Place(place.file, sheet), *_extent(content))
        if b't="e"' in content:
            findings.errors[sheet] = {
                (int(row) - 1, _column(letters) - 1): code.decode(errors="replace")
                for letters, row, code in _ERROR.findall(content)
            }
        if styled is not None:
            findings.percents[sheet] = [
                (int(row) - 1, _column(letters) - 1) for letters, row in styled.findall(content)
            ]
    return findings


def _percent_cells(content: bytes) -> re.Pattern[bytes] | None:
    """What finds the cells whose style shows percents, if there is such a style."""
    codes = {"9": "0%", "10": "0.00%"}  # these two every workbook has
    for tag in _NUMBER_FORMAT.findall(content):
        number = _attributes(tag)
        codes[number.get("numFmtId", "")] = _LITERAL.sub("", number.get("formatCode", ""))
    styles = _CELL_STYLES.search(content)
    found = [
        str(position)
        for position, tag in enumerate(_STYLE.findall(styles[0]) if styles else ())
        if "%" in codes.get(_attributes(tag).get("numFmtId", ""), "")
    ]
    return re.compile(_STYLED % "|".join(found).encode()) if found else None


def _extent(content: bytes) -> tuple[int, int]:
    """How many rows and columns reach to the furthest value of a sheet."""
    rows = [int(row) for row in _ROW.findall(content)]
    columns = set(_REFERENCE.findall(content))
    far = max(rows, default=0), max(map(_column, columns), default=0)
    count = len(_ANY_ROW.findall(content))
    if count > len(rows) or _bare_cells(content):
        # Some rows or cells do not say where they are: each stands after the one before.
        width = max((len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(content)), default=0)
        return far[0] + count - len(rows), far[1] + width
    if _fits(*far):
        return far
    # Cells that only have a format do not count; the careful pattern is slower.
    valued = [(int(row), _column(letters)) for letters, row in _VALUED.findall(content)]
    return max((r for r, _ in valued), default=0), max((c for _, c in valued), default=0)


def _bare_cells(content: bytes) -> bool:
    return len(_ANY_CELL.findall(content)) > len(_REFERENCE.findall(content))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number


def _fits(rows: int, columns: int) -> bool:
    return rows <= MOST_ROWS and columns <= MOST_COLUMNS and rows * columns <= MOST_CELLS


def _check_extent(place: Place, rows: int, columns: int) -> None:
    if not _fits(rows, columns):
        wrong = say.FAR_CELL(rows=rows, columns=columns)
        raise InputError([Issue(place, wrong, say.FAR_CELL_MEND())])


def _too_large(place: Place, size: int) -> InputError:
    wrong = say.TOO_LARGE(size=size // 2**20, limit=MOST_BYTES // 2**20)
    return InputError([Issue(place, wrong, say.TOO_LARGE_MEND())])


def _titles(archive: zipfile.ZipFile, members: Iterable[str]) -> dict[str, str]:
    """File in the archive → name of the sheet it holds."""
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in members:
        return {}
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for tag in _RELATION.findall(archive.read(relations))
        for attributes in [_attributes(tag)]
    }
    titles = {}
    for tag in _SHEET.findall(archive.read("xl/workbook.xml")):
        attributes = _attributes(tag)
        target = targets.get(attributes.get("id", ""), "")
        titles[target.lstrip("/") if target.startswith("/") else f"xl/{target}"] = attributes.get(
            "name", ""
        )
    return titles


def _attributes(tag: bytes) -> dict[str, str]:
    found = re.findall(r'(?:\w+:)?(\w+)="([^"]*)"', tag.decode(errors="replace"))
    return {name: unescape(value) for name, value in found}


class _Opendocument:
    """Finds how far the values of an .ods reach and which are percents; cells may be repeated."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[int, int]] = {}
        self.percents: dict[str, list[tuple[range, range]]] = defaultdict(list)
        """Sheet → blocks of cells whose number is shown as percents: rows, columns from 0."""
        self.sheet = ""
        self.row = self.column = self.rows = 0

    def extents(self, content: bytes) -> dict[str, tuple[int, int]]:
        """Sheet → how many rows and columns reach to its furthest value."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise ValueError(str(error)) from error
        return self.found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.sheet, self.row = attributes.get("table:name", ""), 0
            self.found[self.sheet] = (0, 0)
        elif tag == "table:table-row":
            self.rows = int(attributes.get("table:number-rows-repeated", 1))
            self.row += self.rows
            self.column = 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            repeated = int(attributes.get("table:number-columns-repeated", 1))
            self.column += repeated
            if attributes.get("office:value-type") == "percentage":
                rows = range(self.row - self.rows, self.row)
                self.percents[self.sheet].append((rows, range(self.column - repeated, self.column)))
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._reach()
        elif tag == "text:p" and self.sheet:
            self._reach()

    def _end(self, tag: str) -> None:
        if tag == "table:table":
            self.sheet = ""

    def _reach(self) -> None:
        rows, columns = self.found[self.sheet]
        self.found[self.sheet] = max(rows, self.row), max(columns, self.column)

    def _refuse(self, *_: Any) -> None:
        raise ValueError("entity")
