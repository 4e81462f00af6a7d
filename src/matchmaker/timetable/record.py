"""What a timetable file holds: every event with its days, what is unplaced, what proves it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from matchmaker.domain.changes import Change
from matchmaker.frozen import Frozen

FORMAT: Literal[1] = 1
"""Version of the layout of ``timetable.json``."""

State = Literal["history", "published", "draft"]
"""Over; known to people, so that a change must be told; still free."""


class EventRecord(Frozen):
    """One event on its days.

    A row of a plan that comes again has one for each window.
    """

    id: str
    """Stable as long as the row keeps its plan and number."""
    plan: str
    number: str
    title: str
    public_title: str
    """The title without for whom and why; the only one that leaves the centre."""
    verbatim: str | None = None
    """The dates as the plan has them."""
    kind: Literal["event", "span", "deadline"]
    """Takes the days of its people; runs through a stretch of time; is due on its last day."""
    starts: date
    ends: date
    people: tuple[str, ...] = ()
    """Responsible by name."""
    bodies: tuple[str, ...] = ()
    """Responsible bodies, groups and roles."""
    hosts: tuple[str, ...] = ()
    """Organisations that are responsible, by ID."""
    venue: str | None = None
    audiences: tuple[str, ...] = ()
    """Kinds of participants, and lists by name."""
    participants: tuple[str, ...] = ()
    """Who takes part, by ID in the municipality's tables, as far as it is known."""
    places: int | None = None
    """How many may come, where the row or the venue says it."""
    limited: int | None = None
    """How many are invited, where they are more than the places: who goes is not known yet."""
    schools: tuple[str, ...] = ()
    """Organisations it concerns, by ID; empty: all."""
    state: State = "draft"
    pinned: bool = False
    hours_a_week: float | None = None
    """Of a stretch of time: so many hours of every week it takes of those responsible."""

    @property
    def days(self) -> list[date]:
        """Every day from the first to the last; of a deadline the last only."""
        first = self.ends if self.kind == "deadline" else self.starts
        return [first + timedelta(n) for n in range((self.ends - first).days + 1)]


class UnplacedRecord(Frozen):
    """A row that got no day, why, and what would help."""

    id: str
    plan: str
    number: str
    title: str
    verbatim: str | None = None
    reason: str
    mend: str
    participants: tuple[str, ...] = ()
    """IDs of those who would take part, so that they are known once it has a day."""
    limited: int | None = None


class LevelRecord(Frozen):
    """The value of a level, and the least it could be."""

    name: str
    value: int
    bound: int | None


class Timetable(Frozen):
    """A year on the calendar."""

    format: Literal[1] = FORMAT
    notice: str
    version: str
    municipality: str
    fictional: bool = False
    roadmap: str
    """Fingerprint of the roadmap's tables."""
    tables: str | None = None
    """Fingerprint of the municipality's tables, if a plan of pairs says who takes part; without
    one only members of lists are known."""
    period: tuple[date, date]
    preliminary: tuple[int, ...] = ()
    """Years whose calendar is not official yet."""
    status: Literal["optimal", "feasible", "infeasible"]
    edition: int = 0
    """Grows with every published change; calendars on telephones go by it."""
    events: tuple[EventRecord, ...] = ()
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Groups that are responsible for events → who belongs to each."""
    unplaced: tuple[UnplacedRecord, ...] = ()
    levels: tuple[LevelRecord, ...] = ()
    since: date | None = None
    """The day of the change that this edition answers; nothing moves to a day before it."""
    changes: tuple[Change, ...] = ()
    """What has happened since the first edition; it holds in all that follow."""
