"""The files that verbs pass on, read by one reader: what is wrong is said in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import records as say
from matchmaker.text import Text

R = TypeVar("R", bound=Frozen)

_WORDS = {"extra_forbidden": say.UNKNOWN_FIELD, "missing": say.MISSING_FIELD}
"""What pydantic's kinds of errors mean; of any other the value does not fit."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file.

    Attributes
    ----------
    file : its usual name.
    verb : that writes it.
    marks : fields that no other sort has together.
    """

    file: str
    words: Text
    verb: str
    marks: frozenset[str]

    @property
    def mend(self) -> str:
        """What would be right instead of a file that is none."""
        return say.MEND(file=self.file, verb=self.verb)


PLAN = Sort("plan.json", say.PLAN, "match", frozenset({"pairs", "unpaired", "proof"}))
TIMETABLE = Sort(
    "timetable.json", say.TIMETABLE, "schedule", frozenset({"period", "events", "unplaced"})
)
MEETINGS = Sort("meetings.json", say.MEETINGS, "meetings", frozenset({"zone", "meetings"}))
ROUTES = Sort("routes.json", say.ROUTES, "routes", frozenset({"routes", "training"}))
SORTS = (PLAN, TIMETABLE, MEETINGS, ROUTES)


def read_record(path: Path | str, sort: Sort, model: type[R]) -> R:
    """Read a file of a sort.

    Parameters
    ----------
    path : the file, or the folder in which it has its usual name.

    Raises
    ------
    InputError
        if the file is missing or damaged, or of another sort; with every problem.
    """
    file = _file(path, sort)
    facts = _facts(file, sort)
    found = sort_of(facts)
    if found is not sort:
        wrong = say.OTHER_SORT if found else say.NO_SORT
        words = wrong(file=sort.file, wanted=sort.words(), found=found.words() if found else "")
        raise InputError([Issue(Place(file.name), words, sort.mend)])
    try:
        return model.model_validate_json(json.dumps(facts))
    except ValidationError as error:
        raise InputError(list(_issues(file, sort, error))) from error


def sort_of(facts: Any) -> Sort | None:
    """Of which sort the facts of a file are; none if of no known one."""
    if not isinstance(facts, dict):
        return None
    return next((sort for sort in SORTS if sort.marks <= facts.keys()), None)


def is_of(path: Path | str, sort: Sort) -> bool:
    """Whether a file says of itself that it is of a sort; what cannot be read is of none."""
    try:
        return sort_of(_facts(_file(path, sort), sort)) is sort
    except InputError:
        return False


def problem(file: str, sort: Sort, setting: str, wrong: str, value: object = "") -> Issue:
    """A problem of one field of a file."""
    shown = str(value)[:80] if isinstance(value, str | int | float) else ""
    return Issue(Place(file, setting=setting), wrong, sort.mend, shown)


def _file(path: Path | str, sort: Sort) -> Path:
    file = Path(path)
    return file / sort.file if file.is_dir() else file


def _facts(file: Path, sort: Sort) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        why = say.NO_FILE()
    except OSError:
        why = say.NO_ACCESS()
    except UnicodeDecodeError:
        why = say.NOT_UTF8()
    except ValueError:
        why = say.NOT_JSON()
    raise InputError([Issue(Place(file.name), say.UNREADABLE(why=why), sort.mend, str(file))])


def _issues(file: Path, sort: Sort, error: ValidationError) -> Iterator[Issue]:
    for one in error.errors():
        setting = ".".join(map(str, one["loc"]))
        wrong = _WORDS.get(one["type"], say.BAD_VALUE)
        if setting == "format":
            wrong = say.OTHER_FORMAT
        yield problem(file.name, sort, setting, wrong(), one["input"])
