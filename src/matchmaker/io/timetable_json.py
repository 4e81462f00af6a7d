"""The file ``timetable.json``: written, and read with every problem named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import timetable_files as say
from matchmaker.timetable.record import Timetable

FILE = "timetable.json"

_WORDS = {
    "extra_forbidden": say.UNKNOWN_FIELD,
    "missing": say.MISSING_FIELD,
}
"""What pydantic's kinds of errors mean; of any other the value does not fit."""


def timetable_json(timetable: Timetable) -> bytes:
    """What ``timetable.json`` holds."""
    return (timetable.model_dump_json(indent=1) + "\n").encode()


def is_timetable(path: Path | str) -> bool:
    """Whether a file says of itself that it is a timetable; what cannot be read is none."""
    try:
        facts = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(facts, dict) and {"period", "events", "unplaced"} <= facts.keys()


def read_timetable(path: Path | str) -> Timetable:
    """Read a timetable file.

    Raises
    ------
    InputError
        if the file is missing or damaged, or is no timetable; with every problem.
    """
    file = Path(path)
    try:
        timetable = Timetable.model_validate_json(file.read_text("utf-8"))
    except OSError as error:
        raise _unreadable(file, error.strerror or type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise _unreadable(file, say.NOT_UTF8()) from error
    except ValidationError as error:
        problems = error.errors()
        if any(problem["type"] == "json_invalid" for problem in problems):
            raise _unreadable(file, say.NOT_JSON()) from error
        raise InputError(
            [
                _issue(file, problem["type"], problem["loc"], problem["input"])
                for problem in problems
            ]
        ) from error
    contradictions = list(_contradictions(file, timetable))
    if contradictions:
        raise InputError(contradictions)
    return timetable


def _unreadable(file: Path, why: str) -> InputError:
    return InputError([Issue(Place(file.name), say.BAD_FILE(why=why), say.BAD_FILE_MEND())])


def _issue(file: Path, kind: str, place: tuple[str | int, ...], value: object) -> Issue:
    setting = ".".join(map(str, place))
    wrong = say.OTHER_FORMAT if setting == "format" else _WORDS.get(kind, say.BAD_VALUE)
    shown = str(value) if isinstance(value, str | int | float) else ""
    return Issue(Place(file.name, setting=setting), wrong(), say.BAD_FILE_MEND(), shown[:80])


def _contradictions(file: Path, timetable: Timetable) -> Iterator[Issue]:
    """What no timetable that was made has: ends before beginnings, an event that stands twice."""

    def issue(setting: str, wrong: str, value: str) -> Issue:
        return Issue(Place(file.name, setting=setting), wrong, say.BAD_FILE_MEND(), value)

    first, last = timetable.period
    if last < first:
        yield issue("period", say.ENDS_BEFORE(), f"{last:%d.%m.%Y}")
    known: set[str] = set()
    for n, event in enumerate(timetable.events):
        if event.ends < event.starts:
            yield issue(f"events.{n}.ends", say.ENDS_BEFORE(), f"{event.ends:%d.%m.%Y}")
        if event.id in known:
            yield issue(f"events.{n}.id", say.ID_TWICE(), event.id)
        known.add(event.id)
