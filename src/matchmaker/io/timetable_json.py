"""The file ``timetable.json``: written, and read with every problem named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from matchmaker.errors import InputError, Issue
from matchmaker.io.records import TIMETABLE, is_of, problem, read_record
from matchmaker.messages import timetable_files as say
from matchmaker.timetable.record import Timetable

FILE = TIMETABLE.file


def timetable_json(timetable: Timetable) -> bytes:
    """What ``timetable.json`` holds."""
    return (timetable.model_dump_json(indent=1) + "\n").encode()


def is_timetable(path: Path | str) -> bool:
    """Whether a file says of itself that it is a timetable; what cannot be read is none."""
    return is_of(path, TIMETABLE)


def read_timetable(path: Path | str) -> Timetable:
    """Read a timetable file.

    Raises
    ------
    InputError
        if the file is missing or damaged, or is no timetable; with every problem.
    """
    timetable = read_record(path, TIMETABLE, Timetable)
    contradictions = list(_contradictions(Path(path).name, timetable))
    if contradictions:
        raise InputError(contradictions)
    return timetable


def _contradictions(file: str, timetable: Timetable) -> Iterator[Issue]:
    """What no timetable that was made has: ends before beginnings, an event that stands twice."""
    first, last = timetable.period
    if last < first:
        yield problem(file, TIMETABLE, "period", say.ENDS_BEFORE(), f"{last:%d.%m.%Y}")
    known: set[str] = set()
    for n, event in enumerate(timetable.events):
        if event.ends < event.starts:
            yield problem(
                file, TIMETABLE, f"events.{n}.ends", say.ENDS_BEFORE(), f"{event.ends:%d.%m.%Y}"
            )
        if event.id in known:
            yield problem(file, TIMETABLE, f"events.{n}.id", say.ID_TWICE(), event.id)
        known.add(event.id)
