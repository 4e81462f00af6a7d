"""The files a municipality begins with: tables to fill in and a documented policy."""

from __future__ import annotations

import os
from pathlib import Path

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.files import replace_files
from matchmaker.io.policy_file import NAME, default_policy, policy_text
from matchmaker.io.roadmap_template import roadmap_sheets
from matchmaker.io.template import people_sheets
from matchmaker.io.typeset import workbook_bytes
from matchmaker.messages import io as say
from matchmaker.messages.roadmap_import import ROADMAP_NAME


def init(directory: str | os.PathLike[str]) -> list[Path]:
    """Put into a folder all that is to be filled in: people, roadmap, meetings, policy.

    The workbooks have headers, drop-downs, comments and example rows, which are skipped when
    they are read. «Занятость» and «Встречи» are sheets of the workbook of people.

    Returns
    -------
    What was made: the workbook of people, that of the roadmap, the policy.

    Raises
    ------
    InputError
        with every file of these names that is there already; then nothing is written.
    """
    folder = Path(directory)
    contents = {
        folder / say.WORKBOOK_NAME(): workbook_bytes(people_sheets()),
        folder / ROADMAP_NAME(): workbook_bytes(roadmap_sheets()),
        folder / NAME: policy_text(default_policy()).encode(),
    }
    there = [path for path in contents if path.exists()]
    if there:
        raise InputError(
            [Issue(Place(path.name), say.ALREADY_THERE(), say.ALREADY_MEND()) for path in there]
        )
    replace_files(contents)
    return list(contents)
