"""A table of a document as texts, whatever the file it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from matchmaker.domain.records import fold
from matchmaker.errors import Place
from matchmaker.io.cells import dotted, shown, text
from matchmaker.io.numbers import Raw
from matchmaker.io.sheets import Grid

Spot = tuple[int, int]
"""A cell as (row, column) from 0."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One table: its cells, and what stands above it.

    Attributes
    ----------
    rows : every cell as text; each cell of a merged block repeats the text of the block.
    blocks : cells of merged blocks: the cell → the first cell of its block.
    above : lines of text between this table and the one before it.
    """

    place: Place
    rows: Sequence[Sequence[str]]
    blocks: Mapping[Spot, Spot] = field(default_factory=dict)
    above: Sequence[str] = ()

    def origin(self, row: int, column: int) -> Spot:
        """The first cell of the block that a cell belongs to, or the cell itself."""
        return self.blocks.get((row, column), (row, column))

    def distinct(self, row: int) -> list[int]:
        """The columns of a row at which a cell begins that is not empty."""
        return [
            column
            for column, cell in enumerate(self.rows[row])
            if cell and (not column or self.origin(row, column) != self.origin(row, column - 1))
        ]

    def lines(self, end: int | None = None) -> list[str]:
        """The text of the first rows, a line for each line of each cell."""
        return [
            line.strip()
            for row in range(len(self.rows) if end is None else end)
            for column in self.distinct(row)
            if self.origin(row, column) == (row, column)
            for line in self.rows[row][column].splitlines()
            if line.strip()
        ]


def leaf_of(grid: Grid) -> Leaf:
    """A sheet as texts; a cell that became a date is 11.10.2021 again."""
    width = max(map(len, grid.rows), default=0)
    rows = [[_text(cell) for cell in row] + [""] * (width - len(row)) for row in grid.rows]
    blocks = {}
    for first, last in grid.merged:
        for row in range(first[0], min(last[0] + 1, len(rows))):
            for column in range(first[1], min(last[1] + 1, width)):
                blocks[row, column] = first
                rows[row][column] = rows[first[0]][first[1]]
    return Leaf(Place(grid.file, grid.sheet), rows, blocks)


def numbered(leaf: Leaf, row: int) -> bool:
    """Whether a row only numbers the columns, 1, 2, 3 and so on."""
    cells = [fold(leaf.rows[row][column]) for column in leaf.distinct(row)]
    return len(cells) > 2 and cells == [str(n) for n in range(1, len(cells) + 1)]


def visible(words: str) -> str:
    """Words without the soft hyphens that only say where they may be broken."""
    return words.replace("\xad", "")


def _text(raw: Raw) -> str:
    if isinstance(raw, str):
        return visible(raw).removeprefix("'").strip()
    if isinstance(raw, date):
        return dotted(raw)
    if isinstance(raw, (bool, time, timedelta)):
        return shown(raw)
    return text(raw)
