"""Writing the tables of a municipality, and empty ones to begin with."""

from __future__ import annotations

import os
from pathlib import Path

from matchmaker.domain import TABLES, Municipality
from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.csv_folder import csv_bytes
from matchmaker.io.files import replace_files
from matchmaker.io.layout import sheets_of
from matchmaker.io.reading import files_in, workbooks_in
from matchmaker.io.sheets import table_named
from matchmaker.io.template import example_sheets
from matchmaker.io.typeset import workbook_bytes
from matchmaker.messages import io as say


def write(municipality: Municipality, path: str | os.PathLike[str], form: str = "xlsx") -> Path:
    """Write the tables of a municipality so that :func:`read` gives it back.

    Parameters
    ----------
    path : the workbook to write, or the folder to put it or the CSV files into.
    form : "xlsx" for one workbook, "csv" for a folder of CSV files.

    Returns
    -------
    The workbook or the folder that was written. What stood there is replaced whole.

    Raises
    ------
    InputError
        if a value does not fit a table, or the files cannot be written there.
    """
    path = Path(path)
    if form == "xlsx":
        return _write_workbook(municipality, path)
    if form == "csv":
        return _write_folder(municipality, path)
    raise _refusal(path, say.UNKNOWN_FORM(form=form), say.UNKNOWN_FORM_MEND())


def init(directory: str | os.PathLike[str]) -> Path:
    """Put an empty workbook into a folder: headers, drop-downs, comments, an example row each.

    The example rows are skipped when the workbook is read.

    Raises
    ------
    InputError
        if the folder has a workbook of that name already; nothing is overwritten.
    """
    path = Path(directory) / say.WORKBOOK_NAME()
    if path.exists():
        raise _refusal(path, say.ALREADY_THERE(), say.ALREADY_MEND())
    replace_files({path: workbook_bytes(example_sheets())})
    return path


def _write_workbook(municipality: Municipality, path: Path) -> Path:
    if path.is_dir():
        path = path / say.WORKBOOK_NAME()
    if path.suffix.lower() != ".xlsx":
        raise _refusal(path, say.NOT_XLSX())
    replace_files({path: workbook_bytes(sheets_of(municipality))})
    return path


def _write_folder(municipality: Municipality, folder: Path) -> Path:
    if folder.exists() and not folder.is_dir():
        raise _refusal(folder, say.NOT_A_FOLDER())
    if folder.is_dir():
        _check_folder(folder)
    replace_files(
        {folder / f"{sheet.name}.csv": csv_bytes(sheet.lines) for sheet in sheets_of(municipality)}
    )
    return folder


def _check_folder(folder: Path) -> None:
    """Refuse a folder in which the new tables would stand beside others."""
    ours = {fold(table.sheet()) for table in TABLES}
    others = [
        file.name
        for file in files_in(folder, ".csv")
        if table_named(file.stem) and fold(file.stem) not in ours
    ]
    others += [file.name for file in workbooks_in(folder)]
    if others:
        wrong = say.FOREIGN_TABLES(names=", ".join(others))
        raise _refusal(folder, wrong, say.EMPTY_FOLDER_NEEDED())


def _refusal(path: Path, wrong: str, right: str = "") -> InputError:
    return InputError([Issue(Place(path.name), wrong, right)])
