"""Tables in files of their own, one file for each sheet and named like it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from matchmaker.errors import InputError, Issue
from matchmaker.io import arrow_tables
from matchmaker.io.arrow_tables import arrow_bytes, library, read_arrow
from matchmaker.io.book import Book
from matchmaker.io.csv_files import csv_bytes, headers_of, read_csv
from matchmaker.io.layout import Sheet
from matchmaker.io.sheets import Grid, Whole

SUFFIXES = (".csv", *arrow_tables.SUFFIXES)
"""Files that hold one table each; a folder may mix them."""
FORMS = ("csv", *arrow_tables.FORMS)
"""The forms in which tables are written, one file each."""


def read_files(files: Iterable[Path], book: Book[Whole]) -> list[Grid]:
    """The cells of every file; the name of a file is the name of its sheet.

    Raises
    ------
    InputError
        with every file that cannot be read.
    """
    grids: list[Grid] = []
    issues: list[Issue] = []
    known: dict[str, str] = {}
    files = list(files)
    for file in files:
        if file.suffix.lower() != ".csv":
            library(file.name)  # where it is missing, that is told once
            break
    for file in files:
        try:
            if file.suffix.lower() == ".csv":
                grids.append(read_csv(file, headers_of(file.stem, book), known))
            else:
                grids.append(read_arrow(file, known))
        except InputError as error:
            issues.extend(error.issues)
    if issues:
        raise InputError(issues)
    return grids


def file_bytes(sheet: Sheet, form: str) -> bytes:
    """One table as the bytes of a file of this form.

    Raises
    ------
    InputError
        if what writes the form is not installed.
    """
    return csv_bytes(sheet.lines) if form == "csv" else arrow_bytes(sheet, form)
