"""The file ``meetings.json``, read with every problem named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from matchmaker.diary.record import Meetings
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import meeting_editions as say
from matchmaker.messages import plans

FILE = "meetings.json"

_WORDS = {"extra_forbidden": say.UNKNOWN_FIELD, "missing": say.MISSING_FIELD}
"""What pydantic's kinds of errors mean; of any other the value does not fit."""


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
    file = Path(path)
    file = file / FILE if file.is_dir() else file
    try:
        record = Meetings.model_validate_json(file.read_text("utf-8"))
    except OSError as error:
        raise _unreadable(file, error.strerror or type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise _unreadable(file, plans.NOT_JSON()) from error
    except ValidationError as error:
        problems = error.errors()
        if any(problem["type"] == "json_invalid" for problem in problems):
            raise _unreadable(file, plans.NOT_JSON()) from error
        raise InputError(
            [
                _issue(
                    file,
                    ".".join(map(str, one["loc"])),
                    _WORDS.get(one["type"], say.BAD_VALUE)(),
                    one["input"],
                )
                for one in problems
            ]
        ) from error
    contradictions = list(_contradictions(file, record))
    if contradictions:
        raise InputError(contradictions)
    return record


def _unreadable(file: Path, why: str) -> InputError:
    return InputError([Issue(Place(file.name), say.BAD_FILE(why=why), say.BAD_FILE_MEND())])


def _issue(file: Path, setting: str, wrong: str, value: object) -> Issue:
    shown = str(value)[:80] if isinstance(value, str | int | float) else ""
    return Issue(Place(file.name, setting=setting), wrong, say.BAD_FILE_MEND(), shown)


def _contradictions(file: Path, record: Meetings) -> Iterator[Issue]:
    """What no meetings that were made have: one that stands twice, or of no pair."""
    times = Counter(one.id for one in record.meetings)
    known = {one.id for one in record.series}
    for n, one in enumerate(record.meetings):
        if times[one.id] > 1:
            yield _issue(file, f"meetings.{n}.id", say.TWICE(), one.id)
        if record.kind == "pairs" and one.series not in known:
            yield _issue(file, f"meetings.{n}.series", say.STRAY(), one.series)
