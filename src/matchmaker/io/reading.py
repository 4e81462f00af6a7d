"""Opening the tables wherever they are: a workbook, or a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from matchmaker.domain import Municipality
from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import MUNICIPALITY, Book
from matchmaker.io.sheets import Grid, Whole, assemble
from matchmaker.io.table_files import SUFFIXES as TABLE_FILES
from matchmaker.io.table_files import read_files
from matchmaker.io.workbook import SUFFIXES, read_workbook
from matchmaker.messages import io as say
from matchmaker.messages.reschedule import CHANGES_NAME
from matchmaker.messages.roadmap_import import ROADMAP_NAME
from matchmaker.text import Text


def read(path: str | os.PathLike[str]) -> Municipality:
    """Read the tables of a municipality.

    Parameters
    ----------
    path : a workbook (.xlsx, .xlsm, .xls, .ods), a folder with exactly one workbook,
        or a folder of CSV, Parquet or Arrow files named like the sheets. A roadmap beside
        them is passed over.

    Raises
    ------
    InputError
        with every problem found: where it is, what is wrong, what would be right.
    """
    path = Path(path)
    with readable(path):
        read_from = municipal_grids if path.is_dir() else one_file
        return assemble(read_from(path), path.name, MUNICIPALITY)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say in words what the disk refuses.

    Raises
    ------
    InputError
        if a file cannot be opened.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        name = Path(error.filename or path).name
        raise refusal(name, say.CANNOT_READ(reason=reason), say.CANNOT_READ_MEND()) from error


def one_file(path: Path) -> Sequence[Grid]:
    """The sheets of one workbook.

    Raises
    ------
    InputError
        if it is not there or is no workbook.
    """
    if not path.exists():
        raise refusal(str(path), say.NO_FILE(), say.NO_FILE_MEND())
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return read_workbook(path)
    if suffix in TABLE_FILES:
        raise refusal(path.name, say.ONE_TABLE(), say.ONE_TABLE_MEND())
    raise refusal(path.name, say.WRONG_KIND(), say.WRONG_KIND_MEND())


def municipal_grids(folder: Path) -> Sequence[Grid]:
    """The municipality's own sheets of a folder: one workbook, or a file for each.

    Raises
    ------
    InputError
        if there are none, several workbooks, or both forms.
    """
    workbooks = list(workbooks_in(folder))
    files = [
        file for file in files_in(folder, *TABLE_FILES) if not MUNICIPALITY.neighbour(file.stem)
    ]
    if len(workbooks) > 1:
        names = ", ".join(file.name for file in workbooks)
        raise refusal(folder.name, say.TWO_WORKBOOKS(names=names), say.TWO_WORKBOOKS_MEND())
    if workbooks and tables_in(folder, MUNICIPALITY):
        both = say.BOTH_FORMS(workbook=workbooks[0].name)
        raise refusal(folder.name, both, say.BOTH_FORMS_MEND())
    if workbooks:
        return read_workbook(workbooks[0])
    if not files:
        raise refusal(folder.name, say.EMPTY_FOLDER(), say.EMPTY_FOLDER_MEND())
    return read_files(files, MUNICIPALITY)


def workbooks_in(folder: Path) -> Iterable[Path]:
    """The workbooks of a folder that may hold a municipality, not a roadmap or changes alone."""
    others = (ROADMAP_NAME, CHANGES_NAME)
    for file in files_in(folder, *SUFFIXES):
        if not any(_is_called(file, name) for name in others):
            yield file


def roadmaps_in(folder: Path) -> Iterable[Path]:
    """The workbooks of a folder that are called a roadmap."""
    return (file for file in files_in(folder, *SUFFIXES) if _is_called(file, ROADMAP_NAME))


def _is_called(file: Path, words: Text) -> bool:
    """Whether a workbook has this name, in either language."""
    return fold(file.stem) in {fold(Path(name).stem) for name in words.both}


def tables_in(folder: Path, book: Book[Whole]) -> list[Path]:
    """The files of a folder that are called like tables of a book and hold one each."""
    return [file for file in files_in(folder, *TABLE_FILES) if book.table_named(file.stem)]


def files_in(folder: Path, *suffixes: str) -> Iterable[Path]:
    """The visible files of a folder with one of these endings, by name."""
    for file in sorted(folder.iterdir()):
        hidden = file.name.startswith((".", "~$"))
        if file.suffix.lower() in suffixes and not hidden and file.is_file():
            yield file


def refusal(name: str, wrong: str, right: str = "") -> InputError:
    """One problem of one file as an error."""
    return InputError([Issue(Place(name), wrong, right)])
