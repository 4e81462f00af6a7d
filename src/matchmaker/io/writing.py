"""Writing the tables of a municipality."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from matchmaker.domain import TABLES, Municipality
from matchmaker.domain.records import fold
from matchmaker.io.book import MUNICIPALITY
from matchmaker.io.files import replace_files
from matchmaker.io.layout import Sheet, check_height, sheets_of
from matchmaker.io.reading import refusal, tables_in, workbooks_in
from matchmaker.io.table_files import FORMS, file_bytes
from matchmaker.io.typeset import workbook_bytes
from matchmaker.messages import io as say


def write(municipality: Municipality, path: str | os.PathLike[str], form: str = "xlsx") -> Path:
    """Write the tables of a municipality so that :func:`read` gives it back.

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
    banner = say.BANNER() if municipality.about.fictional else ""
    sheets = sheets_of(municipality, TABLES, banner)
    if form in FORMS and path.is_dir():
        tables = foreign(tables_in(path, MUNICIPALITY), sheets, form)
        refuse_beside(path, [*tables, *workbooks_in(path)])
    return write_sheets(sheets, path, form, say.WORKBOOK_NAME())


def tables_workbook(municipality: Municipality) -> bytes:
    """The workbook of a municipality's tables, as :func:`write` writes it.

    Raises
    ------
    InputError
        if a value does not fit a table.
    """
    banner = say.BANNER() if municipality.about.fictional else ""
    return workbook_bytes(sheets_of(municipality, TABLES, banner))


def write_sheets(sheets: Sequence[Sheet], path: Path, form: str, name: str) -> Path:
    """Write sheets as a workbook, called so if only a folder is given, or as files of their own.

    Raises
    ------
    InputError
        if the form is unknown or the files cannot be written there.
    """
    if form == "xlsx":
        path = path / name if path.is_dir() else path
        if path.suffix.lower() != ".xlsx":
            raise refusal(path.name, say.NOT_XLSX())
        for sheet in sheets:
            check_height(sheet.name, len(sheet.lines))
        replace_files({path: workbook_bytes(sheets)})
    elif form in FORMS:
        if path.exists() and not path.is_dir():
            raise refusal(path.name, say.NOT_A_FOLDER())
        replace_files({path / f"{sheet.name}.{form}": file_bytes(sheet, form) for sheet in sheets})
    else:
        names = ", ".join(("xlsx", *FORMS))
        raise refusal(path.name, say.UNKNOWN_FORM(form=form), say.ALLOWED(names=names))
    return path


def foreign(tables: Iterable[Path], sheets: Sequence[Sheet], form: str) -> list[Path]:
    """The files of tables that writing these sheets would leave beside the new ones."""
    ours = {(fold(sheet.name), f".{form}") for sheet in sheets}
    return [file for file in tables if (fold(file.stem), file.suffix.lower()) not in ours]


def refuse_beside(folder: Path, others: Sequence[Path]) -> None:
    """Refuse a folder in which the new tables would stand beside others.

    Raises
    ------
    InputError
        which names them.
    """
    if others:
        wrong = say.FOREIGN_TABLES(names=", ".join(file.name for file in others))
        raise refusal(folder.name, wrong, say.EMPTY_FOLDER_NEEDED())
