"""The meetings of pairs, as far as a route shows them: day, time and who meets."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, ValidationError

from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import study_routes as say
from matchmaker.study.record import MeetingLine


class _Meetings(Frozen):
    """What a route needs of ``meetings.json``; the rest of the file is not its business."""

    model_config = ConfigDict(extra="ignore")

    format: Literal[1]
    municipality: str
    meetings: tuple[MeetingLine, ...] = ()


def read_meeting_lines(path: Path | str, municipality: str) -> tuple[MeetingLine, ...]:
    """Read the meetings of a municipality, in the order of their days.

    Raises
    ------
    InputError
        if the file is missing or damaged, or of another municipality.
    """
    file = Path(path)
    try:
        found = _Meetings.model_validate_json(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        why = str(error).splitlines()[0]
        if isinstance(error, OSError):
            why = error.strerror or why
        raise InputError([Issue(Place(file.name), say.BAD_MEETINGS(why=why))]) from error
    if fold(found.municipality) != fold(municipality):
        wrong = say.OTHER_TOWN(name=found.municipality)
        mend = say.OTHER_TOWN_MEND(name=municipality)
        raise InputError([Issue(Place(file.name), wrong, mend)])
    return tuple(sorted(found.meetings, key=lambda one: (one.day, one.starts, one.people)))
