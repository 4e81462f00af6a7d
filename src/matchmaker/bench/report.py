"""A report of results: pictures and tables in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matchmaker.bench.pictures import charts
from matchmaker.bench.record import Clock, Results
from matchmaker.bench.table import report_text
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.canvas import picture_files
from matchmaker.io.files import replace_files
from matchmaker.messages import bench as say

NAME = "report.md"


def report(results: Sequence[Results], out: Path, clock: Clock) -> list[Path]:
    """Write ``report.md`` and the pictures of each family; returns the files.

    Raises
    ------
    InputError
        if two files are of one family, or nothing can be written there.
    """
    names = [one.family for one in results]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        wrong, mend = say.SAME_FAMILY(), say.SAME_FAMILY_MEND()
        raise InputError([Issue(Place(), wrong, mend, name) for name in twice])
    text = "\n".join(
        [f"# {say.REPORT_TITLE()}\n", say.REPORT_NOTE() + "\n"]
        + [report_text(one, clock) for one in results]
    )
    files = {out / NAME: text.encode()}
    for one in results:
        drawn = picture_files(charts(one, clock))
        files |= {out / name: content for name, content in drawn.items()}
    replace_files(files)
    return list(files)
