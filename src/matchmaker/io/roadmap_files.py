"""The roadmap as files: a workbook of its own, sheets of the main workbook, or CSV files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from matchmaker.domain import Person, School
from matchmaker.domain.roadmap import ROADMAP_TABLES, Roadmap
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import MUNICIPALITY, ROADMAP, Book
from matchmaker.io.layout import sheets_of
from matchmaker.io.reading import (
    municipal_grids,
    one_file,
    readable,
    refusal,
    roadmaps_in,
    tables_in,
    workbooks_in,
)
from matchmaker.io.sheets import Grid, assemble
from matchmaker.io.table_files import FORMS, read_files
from matchmaker.io.workbook import read_workbook
from matchmaker.io.writing import foreign, refuse_beside, write_sheets
from matchmaker.messages import roadmap_import as say

OWN: Book[Roadmap] = Book(ROADMAP_TABLES, Roadmap.build)
"""The roadmap without the municipality around it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the roadmap of a folder stands.

    Attributes
    ----------
    form : in a workbook of its own, in sheets of the main workbook, or in CSV files.
    files : the workbook, or every CSV file.
    """

    form: Literal["own", "main", "csv"]
    files: tuple[Path, ...]


def read_roadmap(path: str | os.PathLike[str]) -> Roadmap:
    """Read the roadmap of a municipality, with its organisations and people where it has them.

    Parameters
    ----------
    path : a folder, or the workbook that holds the roadmap. In a folder it stands in a
        workbook called «дорожная карта» or «roadmap», in sheets of the main workbook, or in
        CSV files named like its sheets.

    Raises
    ------
    InputError
        with every problem found, or if there is no roadmap.
    """
    path = Path(path)
    roadmap = _assembled(path)
    if roadmap is None:
        raise refusal(path.name, say.NO_ROADMAP(), say.NO_ROADMAP_MEND())
    if not (roadmap.plans or roadmap.events):
        issue = Issue(Place(path.name), say.EMPTY_ROADMAP(), say.EMPTY_ROADMAP_MEND())
        raise InputError([*roadmap.warnings, issue])
    return roadmap


def roadmap_beside(path: str | os.PathLike[str]) -> Roadmap | None:
    """The roadmap that stands with the municipality's tables; nothing if it has no rows yet.

    Raises
    ------
    InputError
        with every problem found.
    """
    roadmap = _assembled(Path(path))
    return roadmap if roadmap and (roadmap.plans or roadmap.events) else None


def _assembled(path: Path) -> Roadmap | None:
    """The roadmap of a folder or a workbook, be it empty; nothing if a folder has none."""
    with readable(path):
        if not path.is_dir():
            return assemble(one_file(path), path.name, ROADMAP)
        standing = find_roadmap(path)
        if standing is None:
            return None
        grids = [*_grids(standing), *_municipality_beside(path, standing)]
        return assemble(grids, path.name, ROADMAP)


def read_own(standing: Standing) -> Roadmap:
    """Read the tables of the roadmap alone, to add to them.

    Raises
    ------
    InputError
        with every problem found.
    """
    with readable(standing.files[0]):
        return assemble(_grids(standing), standing.files[0].name, OWN)


def find_roadmap(folder: Path) -> Standing | None:
    """Where the roadmap of a folder stands, if it has one.

    Raises
    ------
    InputError
        if it stands in several places at once.
    """
    with readable(folder):
        found = [Standing("own", (file,)) for file in roadmaps_in(folder)]
        if tables := tables_in(folder, OWN):
            found.append(Standing("csv", tuple(tables)))
        found += [Standing("main", (file,)) for file in workbooks_in(folder) if _has_roadmap(file)]
    if len(found) > 1:
        names = ", ".join(file.name for standing in found for file in standing.files)
        raise refusal(folder.name, say.TWO_ROADMAPS(names=names), say.TWO_ROADMAPS_MEND())
    return found[0] if found else None


def write_roadmap(roadmap: Roadmap, path: str | os.PathLike[str], form: str = "xlsx") -> Path:
    """Write the tables of a roadmap so that :func:`read_roadmap` gives it back.

    Organisations and people are not written: they stand in the municipality's own tables.

    Parameters
    ----------
    path : the workbook to write, or the folder to put it or the files into.
    form : "xlsx" for one workbook; "csv", "parquet", "arrow" for a folder of such files.

    Returns
    -------
    The workbook or the folder that was written. What stood there is replaced whole.

    Raises
    ------
    InputError
        if a value does not fit a table, or the files cannot be written there.
    """
    path = Path(path)
    sheets = sheets_of(roadmap, ROADMAP_TABLES)
    if path.is_dir():
        tables = tables_in(path, OWN)
        if form in FORMS:
            refuse_beside(path, [*foreign(tables, sheets, form), *roadmaps_in(path)])
        else:
            ours = path / say.ROADMAP_NAME()
            refuse_beside(path, [*tables, *(book for book in roadmaps_in(path) if book != ours)])
    return write_sheets(sheets, path, form, say.ROADMAP_NAME())


def _has_roadmap(workbook: Path) -> bool:
    """Whether sheets of a workbook hold rows of a roadmap."""
    return any(
        OWN.table_named(grid.sheet) and any(any(row) for row in grid.rows)
        for grid in read_workbook(workbook)
    )


def _grids(standing: Standing) -> Sequence[Grid]:
    if standing.form == "csv":
        return read_files(standing.files, ROADMAP)
    return read_workbook(standing.files[0])


def _municipality_beside(folder: Path, standing: Standing) -> list[Grid]:
    """The sheets of organisations and people of the main tables, if they stand apart."""
    csv = tables_in(folder, MUNICIPALITY)
    if standing.form == "main" or not (csv or list(workbooks_in(folder))):
        return []
    return [
        grid
        for grid in municipal_grids(folder)
        if MUNICIPALITY.table_named(grid.sheet) in (School, Person)
    ]
