"""The meetings of pairs, as far as a route shows them: day, time and who meets."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import ConfigDict

from matchmaker.domain.town import check_town
from matchmaker.frozen import Frozen
from matchmaker.io.records import MEETINGS, read_record
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
    found = read_record(path, MEETINGS, _Meetings)
    check_town(municipality, {Path(path).name: found.municipality})
    return tuple(sorted(found.meetings, key=lambda one: (one.day, one.starts, one.people)))
