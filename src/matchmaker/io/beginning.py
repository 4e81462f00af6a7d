"""The files a municipality begins with: tables to fill in and a documented policy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.book import MUNICIPALITY
from matchmaker.io.changes_template import changes_sheets
from matchmaker.io.files import replace_files
from matchmaker.io.policy_file import NAME, default_policy, policy_text
from matchmaker.io.reading import files_in, readable
from matchmaker.io.roadmap_template import roadmap_sheets
from matchmaker.io.table_files import SUFFIXES as TABLE_FILES
from matchmaker.io.template import people_sheets
from matchmaker.io.typeset import workbook_bytes
from matchmaker.io.workbook import SUFFIXES
from matchmaker.messages import io as say
from matchmaker.messages.reschedule import CHANGES_NAME
from matchmaker.messages.roadmap_import import ROADMAP_NAME


def init(directory: str | os.PathLike[str]) -> list[Path]:
    """Put into a folder all that is to be filled in: people, roadmap, meetings, changes, policy.

    The workbooks have headers, drop-downs, comments and example rows, which are skipped when
    they are read. «Занятость» and «Встречи» are sheets of the workbook of people.

    Returns
    -------
    What was made: the workbook of people, that of the roadmap, that of changes, the policy.

    Raises
    ------
    InputError
        with every file of these names that is there already, and with other tables of the
        folder, beside which the new ones could not be read; then nothing is written.
    """
    folder = Path(directory)
    contents = {
        folder / say.WORKBOOK_NAME(): workbook_bytes(people_sheets()),
        folder / ROADMAP_NAME(): workbook_bytes(roadmap_sheets()),
        folder / CHANGES_NAME(): workbook_bytes(changes_sheets()),
        folder / NAME: policy_text(default_policy()).encode(),
    }
    issues = [
        Issue(Place(path.name), say.ALREADY_THERE(), say.ALREADY_MEND())
        for path in contents
        if path.exists()
    ]
    if others := [file.name for file in _tables_in(folder) if file not in contents]:
        wrong = say.FOREIGN_TABLES(names=", ".join(others))
        issues.append(Issue(Place(folder.name), wrong, say.EMPTY_FOLDER_NEEDED()))
    if issues:
        raise InputError(issues)
    replace_files(contents)
    return list(contents)


def _tables_in(folder: Path) -> Iterator[Path]:
    """The workbooks of a folder, and its files that are called like tables."""
    if folder.is_dir():
        with readable(folder):
            yield from files_in(folder, *SUFFIXES)
            for file in files_in(folder, *TABLE_FILES):
                if MUNICIPALITY.table_named(file.stem) or MUNICIPALITY.neighbour(file.stem):
                    yield file
