"""The tables about meetings, and the special days beside them, wherever a folder has them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.roadmap import Roadmap
from matchmaker.io.book import MEETINGS, Book
from matchmaker.io.reading import (
    one_file,
    readable,
    refusal,
    tables_in,
    workbooks_in,
)
from matchmaker.io.roadmap_files import OWN, find_roadmap, read_own
from matchmaker.io.sheets import Grid, Whole, assemble
from matchmaker.io.table_files import read_files
from matchmaker.io.workbook import read_workbook
from matchmaker.messages import io as say


def read_meeting_tables(path: str | os.PathLike[str]) -> MeetingTables:
    """Read who is busy when and how often programmes meet; both tables may be missing.

    Parameters
    ----------
    path : a workbook, or a folder with one workbook or with CSV files.

    Raises
    ------
    InputError
        with every problem found.
    """
    return _read(Path(path), MEETINGS)


def read_special_days(path: str | os.PathLike[str]) -> Roadmap:
    """Read work weeks and special days, which stand with the roadmap; it may be missing.

    Raises
    ------
    InputError
        with every problem found.
    """
    path = Path(path)
    if not path.is_dir():
        return _read(path, OWN)
    standing = find_roadmap(path)
    return Roadmap() if standing is None else read_own(standing)


def _read(path: Path, book: Book[Whole]) -> Whole:
    with readable(path):
        grids = _grids(path, book) if path.is_dir() else one_file(path)
        # Other sheets of the workbook are the business of other readers.
        mine = [grid for grid in grids if book.table_named(grid.sheet)]
        return assemble(mine, path.name, book)


def _grids(folder: Path, book: Book[Whole]) -> Sequence[Grid]:
    workbooks = list(workbooks_in(folder))
    tables = tables_in(folder, book)
    if workbooks and tables:
        both = say.BOTH_FORMS(workbook=workbooks[0].name)
        raise refusal(folder.name, both, say.BOTH_FORMS_MEND())
    if tables:
        return read_files(tables, book)
    return [grid for workbook in workbooks for grid in read_workbook(workbook)]
