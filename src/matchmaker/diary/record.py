"""What ``meetings.json`` holds: who meets when, what is not placed and why; no names, no clock."""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from matchmaker.diary.defaults import Rhythm
from matchmaker.frozen import Frozen
from matchmaker.timetable.record import LevelRecord

FORMAT: Literal[1] = 1
"""Version of the layout of ``meetings.json``."""

Reason = Literal[
    "no_days",
    "no_way",
    "no_common_time",
    "road",
    "events",
    "taken",
    "effort",
    "no_curator",
    "no_psychologist",
    "no_company",
]


class MendRecord(Frozen):
    """What would help, in words and as data."""

    kind: Literal["free", "remote", "holidays", "fill", "none"]
    """Free somebody's stretch; agree to meet remotely; allow school holidays; fill in a table."""
    words: str
    person: str | None = None
    weekday: int | None = None
    """From Monday, 0."""
    starts: str | None = None
    ends: str | None = None


class AskedMeeting(Frozen):
    """A meeting still to come that a series should have, placed or not."""

    phase: Literal["acquaintance", "trial", "planning", "regular", "final"]
    number: int
    """Of regular meetings from 1; 0 for the others."""
    first: date | None
    last: date | None
    """The days between which it may be; nothing if there is no such day."""
    due: date
    """The first day of the week in which it is best."""


class SeriesRecord(Frozen):
    """All meetings of one pair or group."""

    id: str
    programme: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    mode: Literal["in_person", "remote"] | None
    place: str | None
    """The organisation where they meet; nothing if they meet remotely."""
    starts: date
    ends: date
    minutes: int
    weekday: int | None
    """Of the weekly slot, from Monday, 0; nothing if there is none."""
    time: str | None
    """Of the weekly slot."""
    wanted: int
    """How many meetings there should be."""
    rhythm: Rhythm | None = None
    """By what ``asked`` was made."""
    asked: tuple[AskedMeeting, ...] = ()
    """What the next edition asks for again; nothing of a series that has ended."""


class MeetingRecord(Frozen):
    """One meeting on its day."""

    id: str
    """Stable as long as the same people are together in the same programme."""
    series: str
    phase: Literal[
        "acquaintance", "trial", "planning", "regular", "final", "interview", "introduction"
    ]
    number: int
    """Of regular meetings from 1; 0 for the others."""
    day: date
    starts: str
    ends: str
    people: tuple[str, ...]
    mode: Literal["in_person", "remote"]
    place: str | None
    joins_remotely: tuple[str, ...] = ()
    """Who takes part from elsewhere although the meeting is in person."""


class UnplacedMeetings(Frozen):
    """Meetings of a series that got no time for the same reason."""

    series: str
    meetings: tuple[str, ...]
    people: tuple[str, ...]
    reason: Reason
    words: str
    mend: MendRecord


class Meetings(Frozen):
    """The meetings of a plan, or the interviews before there are pairs."""

    format: Literal[1] = FORMAT
    kind: Literal["pairs", "interviews"]
    notice: str
    fictional: bool = False
    version: str
    municipality: str
    input: str
    """Fingerprint of the municipality's tables."""
    status: Literal["optimal", "feasible"]
    edition: int = 0
    """Grows each time the meetings are made again; calendars on telephones go by it."""
    since: date | None = None
    """The day from which this edition differs from the one before."""
    zone: str
    period: tuple[date, date] | None
    preliminary: tuple[int, ...] = ()
    """Years whose calendar is not official yet."""
    supposed: tuple[str, ...] = ()
    """Whose lessons are supposed by the shift, since no table states them."""
    series: tuple[SeriesRecord, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    unplaced: tuple[UnplacedMeetings, ...] = ()
    levels: tuple[LevelRecord, ...] = ()

    def to_json(self) -> str:
        """The record as text; the same record gives the same bytes."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def clock(minutes: int) -> str:
    """A time of day as 14:00. Unit: minutes from midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def minutes_of(clock: str) -> int:
    """Minutes from midnight of a time written as 14:00."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)
