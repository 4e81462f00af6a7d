"""The table «Изменения»: a workbook or a CSV file of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from matchmaker.domain.changes import Change
from matchmaker.domain.records import Record
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import Book
from matchmaker.io.reading import one_file, readable
from matchmaker.io.sheets import assemble
from matchmaker.io.table_files import SUFFIXES as TABLE_FILES
from matchmaker.io.table_files import read_files
from matchmaker.messages import reschedule as say


def _build(records: Sequence[Record], issues: Sequence[Issue]) -> tuple[Change, ...]:
    errors = [issue for issue in issues if issue.severity == "error"]
    if errors:
        raise InputError(errors)
    return tuple(cast("Change", record) for record in records)


CHANGES: Book[tuple[Change, ...]] = Book((Change,), _build, required=frozenset({Change}))
"""One table and nothing around it."""


def read_changes(path: str | os.PathLike[str]) -> tuple[Change, ...]:
    """Read what has changed since a timetable was published.

    Parameters
    ----------
    path : a workbook with the sheet «Изменения», or a CSV, Parquet or Arrow file of any name.

    Raises
    ------
    InputError
        with every problem by sheet, row and column, or if there is no row.
    """
    file = Path(path)
    with readable(file):
        if file.suffix.lower() in TABLE_FILES and file.exists():
            # Such a file has no sheets: it is the table, whatever it is called.
            grids = [replace(grid, sheet=Change.sheet()) for grid in read_files([file], CHANGES)]
        else:
            grids = list(one_file(file))
        changes = assemble(grids, file.name, CHANGES)
    if not changes:
        raise InputError([Issue(Place(file.name), say.NO_CHANGES(), say.NO_CHANGES_MEND())])
    return changes
