"""Opening the tables wherever they are: a workbook, or a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from matchmaker.domain import Municipality
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.csv_folder import read_folder
from matchmaker.io.sheets import Grid, assemble, table_named
from matchmaker.io.workbook import SUFFIXES, read_workbook
from matchmaker.messages import io as say


def read(path: str | os.PathLike[str]) -> Municipality:
    """Read the tables of a municipality.

    Parameters
    ----------
    path : a workbook (.xlsx, .xlsm, .xls, .ods), a folder with exactly one workbook,
        or a folder of CSV files named like the sheets.

    Raises
    ------
    InputError
        with every problem found: where it is, what is wrong, what would be right.
    """
    path = Path(path)
    try:
        return assemble(_grids(path), path.name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        name = Path(error.filename or path).name
        raise _refusal(name, say.CANNOT_READ(reason=reason), say.CANNOT_READ_MEND()) from error


def _grids(path: Path) -> Sequence[Grid]:
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise _refusal(str(path), say.NO_FILE(), say.NO_FILE_MEND())
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return read_workbook(path)
    if suffix == ".csv":
        raise _refusal(path.name, say.ONE_CSV(), say.ONE_CSV_MEND())
    raise _refusal(path.name, say.WRONG_KIND(), say.WRONG_KIND_MEND())


def _folder(folder: Path) -> Sequence[Grid]:
    workbooks = list(workbooks_in(folder))
    files = list(files_in(folder, ".csv"))
    tables = [file for file in files if table_named(file.stem)]
    if len(workbooks) > 1:
        names = ", ".join(file.name for file in workbooks)
        raise _refusal(folder.name, say.TWO_WORKBOOKS(names=names), say.TWO_WORKBOOKS_MEND())
    if workbooks and tables:
        both = say.BOTH_FORMS(workbook=workbooks[0].name)
        raise _refusal(folder.name, both, say.BOTH_FORMS_MEND())
    if workbooks:
        return read_workbook(workbooks[0])
    if not files:
        raise _refusal(folder.name, say.EMPTY_FOLDER(), say.EMPTY_FOLDER_MEND())
    return read_folder(files)


def workbooks_in(folder: Path) -> Iterable[Path]:
    """The workbooks of a folder, without those a spreadsheet program hides there."""
    return files_in(folder, *SUFFIXES)


def files_in(folder: Path, *suffixes: str) -> Iterable[Path]:
    """The visible files of a folder with one of these endings, by name."""
    for file in sorted(folder.iterdir()):
        hidden = file.name.startswith((".", "~$"))
        if file.suffix.lower() in suffixes and not hidden and file.is_file():
            yield file


def _refusal(name: str, wrong: str, right: str) -> InputError:
    return InputError([Issue(Place(name), wrong, right)])
