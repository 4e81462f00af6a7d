"""The tables of a file as people make it: a Word document, a workbook, a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matchmaker.domain.events import RoadmapPlan
from matchmaker.errors import Issue, Place
from matchmaker.io.csv_files import read_csv
from matchmaker.io.headers import score
from matchmaker.io.leaves import Leaf, leaf_of
from matchmaker.io.reading import refusal
from matchmaker.io.roadmap_columns import recognised
from matchmaker.io.roadmap_docx import read_docx
from matchmaker.io.sheets import Grid
from matchmaker.io.workbook import SUFFIXES, read_workbook
from matchmaker.messages import io as say_io
from matchmaker.messages import roadmap_import as say


def open_tables(path: Path) -> tuple[list[Leaf], list[str], list[Issue]]:
    """The tables of a file, the lines below them, and what could not be read of it."""
    if not path.exists():
        raise refusal(str(path), say_io.NO_FILE(), say_io.NO_FILE_MEND())
    suffix = path.suffix.lower()
    if suffix == ".docx":
        leaves, after = read_docx(path)
        return leaves, after, []
    if suffix == ".csv":
        return [leaf_of(read_csv(path, _headers))], [], []
    if suffix in SUFFIXES:
        grids = [grid for grid in read_workbook(path) if not grid.hidden]
        return [leaf_of(grid) for grid in grids], [], [i for grid in grids for i in _errors(grid)]
    raise refusal(path.name, say.WRONG_KIND(), say.WRONG_KIND_MEND())


def _headers(rows: Sequence[Sequence[object]]) -> int:
    texts = [[str(cell) for cell in row] for row in rows]
    return max(recognised(texts), score(RoadmapPlan, texts)[0])


def _errors(grid: Grid) -> list[Issue]:
    """Cells in which a formula went wrong: they are read as empty."""
    return [
        Issue(
            Place(grid.file, grid.sheet, row + 1),
            say_io.ERROR_CELL(),
            say_io.ERROR_CELL_MEND(),
            code,
            severity="warning",
        )
        for (row, _), code in sorted(grid.errors.items())
    ]
