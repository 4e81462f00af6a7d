"""The file ``meetings.json``, read with every problem named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from matchmaker.diary.record import Meetings
from matchmaker.errors import InputError, Issue
from matchmaker.io.records import MEETINGS, problem, read_record
from matchmaker.messages import meeting_editions as say


def read_meetings(path: Path | str) -> Meetings:
    """Read the meetings of a plan; a file of the first version is edition 0.

    Parameters
    ----------
    path : the file, or the folder that ``meetings`` has written.

    Raises
    ------
    InputError
        if the file is missing or damaged, or holds no meetings; with every problem.
    """
    record = read_record(path, MEETINGS, Meetings)
    contradictions = list(_contradictions(Path(path).name, record))
    if contradictions:
        raise InputError(contradictions)
    return record


def _contradictions(file: str, record: Meetings) -> Iterator[Issue]:
    """What no meetings that were made have: one that stands twice, or of no pair."""
    times = Counter(one.id for one in record.meetings)
    known = {one.id for one in record.series}
    for n, one in enumerate(record.meetings):
        if times[one.id] > 1:
            yield problem(file, MEETINGS, f"meetings.{n}.id", say.TWICE(), one.id)
        if record.kind == "pairs" and one.series not in known:
            yield problem(file, MEETINGS, f"meetings.{n}.series", say.STRAY(), one.series)
