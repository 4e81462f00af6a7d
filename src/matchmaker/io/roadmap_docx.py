"""The tables of a Word document, and the lines between them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.guard import MOST_BYTES, MOST_COLUMNS
from matchmaker.io.leaves import Leaf, Spot, visible
from matchmaker.messages import io as say_io
from matchmaker.messages import roadmap_import as say

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml")
"""What may stand around paragraphs, rows and cells without meaning anything."""
_TURNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(path: Path) -> tuple[list[Leaf], list[str]]:
    """The tables of a document, each with the lines above it, and the lines after the last.

    Raises
    ------
    InputError
        if the file is damaged, too large or no document.
    """
    place = Place(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > MOST_BYTES:
            wrong = say_io.TOO_LARGE(size=size // 2**20, limit=MOST_BYTES // 2**20)
            raise InputError([Issue(place, wrong, say_io.TOO_LARGE_MEND())])
        return _read(path)
    except (InputError, OSError):
        raise
    except Exception as error:
        reason = (str(error).strip().splitlines() or [""])[0] or type(error).__name__
        raise InputError([Issue(place, say_io.CORRUPT(reason=reason), say.DOCX_MEND())]) from error


def _read(path: Path) -> tuple[list[Leaf], list[str]]:
    from docx import Document

    document = Document(str(path))
    leaves: list[Leaf] = []
    above: list[str] = []
    for element in _blocks(document.element.body):
        if element.tag == f"{_W}p":
            above += filter(None, (line.strip() for line in _words(element).splitlines()))
            continue
        sheet = say.DOCX_TABLE(number=len(leaves) + 1)
        leaves.append(_leaf(element, Place(path.name, sheet), above))
        above = []
    return leaves, above


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, also those inside content controls."""
    for element in parent:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in _WRAPPERS:
            yield from _blocks(element)


def _leaf(table: Any, place: Place, above: list[str]) -> Leaf:
    """A table as a grid; a cell of several rows or columns repeats its text in all of them."""
    rows: list[list[str]] = []
    blocks: dict[Spot, Spot] = {}
    for number, row in enumerate(_children(table, "tr")):
        rows.append([""] * _number(row, "trPr", "gridBefore", 0))
        for cell in _children(row, "tc"):
            column = len(rows[number])
            # A cell that goes on, but under nothing that began there, is one of its own.
            under = blocks.get((number - 1, column)) if _goes_on(cell) else None
            first = under or (number, column)
            text = rows[first[0]][first[1]] if under else _cell(cell)
            for at in range(column, column + _number(cell, "tcPr", "gridSpan", 1)):
                blocks[number, at] = first
                rows[number].append(text)
    width = max(map(len, rows), default=0)
    return Leaf(place, [row + [""] * (width - len(row)) for row in rows], blocks, tuple(above))


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for element in parent:
        if element.tag == f"{_W}{tag}":
            yield element
        elif element.tag in _WRAPPERS:
            yield from _children(element, tag)


def _number(element: Any, group: str, name: str, default: int) -> int:
    """How many columns a cell spans or a row leaves out."""
    found = element.find(f"{_W}{group}/{_W}{name}")
    number = default if found is None else int(found.get(f"{_W}val", default))
    if not 0 <= number <= MOST_COLUMNS:
        raise ValueError(f"{name} = {number}")
    return number


def _goes_on(cell: Any) -> bool:
    """Whether a cell goes on with the cell above it."""
    found = cell.find(f"{_W}tcPr/{_W}vMerge")
    return found is not None and found.get(f"{_W}val", "continue") == "continue"


def _cell(element: Any) -> str:
    """The text of a cell, a line for each paragraph, tables inside it among them."""
    return "\n".join(_words(paragraph) for paragraph in element.iter(f"{_W}p")).strip()


def _words(element: Any) -> str:
    """The text of a paragraph, with what was inserted and without what was struck out."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(visible(child.text or ""))
        elif child.tag in _TURNS:
            parts.append(_TURNS[child.tag])
        elif child.tag not in (_FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}del"):
            parts.append(_words(child))
    return "".join(parts)
