"""What ``routes.json`` holds: who goes to what, who stays without and why; no names, no clock.

It tells requests, so it stays with the methodist.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from pydantic import ConfigDict

from matchmaker.frozen import Frozen
from matchmaker.timetable.record import LevelRecord

FORMAT: Literal[1] = 1
"""Version of the layout of ``routes.json``."""


class OfferRecord(Frozen):
    """One time that an event is held, and who comes."""

    id: str
    """Of the event in ``timetable.json``."""
    title: str
    public_title: str
    starts: date
    ends: date
    venue: str | None
    programme: str | None
    """The programme whose module it is."""
    hours: int | None
    topics: tuple[str, ...]
    """Requests it answers."""
    trains: tuple[str, ...]
    """Roles it trains for."""
    proposed: bool
    """Whether only the words of the row say so."""
    seats: int | None
    people: tuple[str, ...]


class RequestRecord(Frozen):
    """A request of a mentee."""

    topic: str
    severity: int
    main: bool
    stated: bool
    """The mentee asked; else monitoring alone found it."""
    answered_by: tuple[str, ...]
    """Events of ``routes.json`` that answer it; none if nothing does."""


class MeetingLine(Frozen):
    """A meeting with the mentor, as ``meetings.json`` has it."""

    model_config = ConfigDict(extra="ignore")

    day: date
    starts: str
    ends: str
    people: tuple[str, ...]


class RouteRecord(Frozen):
    """The individual route of a mentee."""

    person: str
    mentors: tuple[str, ...]
    starts: date | None
    ends: date | None
    """The first and the last day of the term, where the tables state them."""
    requests: tuple[RequestRecord, ...]
    events: tuple[str, ...]
    """In the order of their days."""
    hours: int
    hours_known: bool
    """Whether every event states its hours."""
    meetings: tuple[MeetingLine, ...] = ()


class TrainingRecord(Frozen):
    """Somebody's way through the courses for mentors or curators."""

    person: str
    roles: tuple[str, ...]
    events: tuple[str, ...]
    hours: int
    hours_known: bool


class ReasonRecord(Frozen):
    """Why a wish is not answered."""

    why: str
    courses: tuple[str, ...]
    events: tuple[str, ...]
    words: str


class LeftRecord(Frozen):
    """A request without an event, or somebody without a course."""

    person: str
    what: str
    """A topic, or a role to be trained for."""
    main: bool
    reasons: tuple[ReasonRecord, ...]


class Routes(Frozen):
    """Individual routes of a municipality, and the courses for mentors and curators."""

    format: Literal[1] = FORMAT
    notice: str
    version: str
    municipality: str
    fictional: bool
    input: str
    """Fingerprint of the tables."""
    roadmap: str
    """Fingerprint of the roadmap."""
    timetable: int
    """Edition of the timetable."""
    period: tuple[date, date]
    per_month: int
    """To so many events a person goes in one month."""
    status: Literal["optimal", "feasible"]
    levels: tuple[LevelRecord, ...]
    offers: tuple[OfferRecord, ...]
    routes: tuple[RouteRecord, ...]
    training: tuple[TrainingRecord, ...]
    left: tuple[LeftRecord, ...]
    remarks: tuple[str, ...] = ()
    """What to know of the tables: a roadmap changed since, hours that are not stated."""

    def to_json(self) -> str:
        """The routes as text; the same routes give the same bytes."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
