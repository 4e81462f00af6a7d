"""All that meetings are made of, read from files; every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matchmaker.diary.record import Meetings
from matchmaker.domain import Municipality
from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.reading import Readings, load, read_plan
from matchmaker.errors import InputError
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord
from matchmaker.timetable.record import Timetable


@dataclass(frozen=True, slots=True)
class MeetingInputs:
    """Tables, policy, plan, timetable and former meetings."""

    municipality: Municipality
    policy: Policy
    tables: MeetingTables
    roadmap: Roadmap
    plan: PlanRecord | None
    timetable: Timetable | None
    before: Meetings | None = None


def meeting_inputs(
    source: Path | str,
    policy: Path | str | None = None,
    plan: Path | str | None = None,
    timetable: Path | str | None = None,
    before: Path | str | None = None,
) -> MeetingInputs:
    """Read everything that meetings need.

    Parameters
    ----------
    plan : the plan of pairs; none for interviews.
    timetable : events whose days are not used.
    before : the meetings people have.

    Raises
    ------
    InputError
        with every problem of every file.
    """
    from matchmaker.io.meeting_files import read_meeting_tables, read_special_days

    files = Readings()
    tried = files.tried
    loaded = tried(lambda: load(source, policy))
    if loaded is None:
        # Where the tables cannot be opened at all, the same would be said of each of them.
        tables, roadmap = None, None
    else:
        tables = tried(lambda: read_meeting_tables(source))
        roadmap = tried(lambda: read_special_days(source))
    pairs = tried(lambda: read_plan(plan)) if plan else None
    events = tried(lambda: read_timetable(timetable)) if timetable else None
    former = tried(lambda: read_meetings(before)) if before else None
    if files.issues or loaded is None or tables is None or roadmap is None:
        raise InputError(files.issues)
    return MeetingInputs(*loaded, tables, roadmap, pairs, events, former)


def read_meetings(path: Path | str) -> Meetings:
    """Read the meetings that people have: ``meetings.json``, or the folder with it.

    Raises
    ------
    InputError
        if the file is missing or damaged, or holds no meetings; with every problem.
    """
    from matchmaker.io import meetings_json

    return meetings_json.read_meetings(path)


def read_timetable(path: Path | str) -> Timetable:
    """Read a timetable file: ``timetable.json``, or the folder with it.

    Raises
    ------
    InputError
        if the file is missing or damaged, or is no timetable; with every problem.
    """
    from matchmaker.io import timetable_json

    return timetable_json.read_timetable(path)
