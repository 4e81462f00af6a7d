"""What the items of a timetable stand for: rows of plans, each time that they come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Window
from matchmaker.timetable.program import TimeProgram
from matchmaker.timetable.record import State


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a row comes: the item, or the stretch, that stands for it.

    Attributes
    ----------
    window : in which it must lie.
    published : its first day, where the plan names the days themselves or people know it.
    state : whether people know of it.
    participants : IDs of those who take part, as far as they are known.
    """

    id: str
    row: Row
    plan: PlanReading
    window: Window
    published: date | None = None
    state: State = "draft"
    participants: frozenset[str] = frozenset()


Invited = Callable[[Occurrence], frozenset[str]]
"""The IDs of everybody who takes part in an event."""


@dataclass(frozen=True, slots=True)
class Undated:
    """A row that cannot be put on a calendar, and why."""

    row: Row
    plan: PlanReading
    reason: str
    mend: str


@dataclass(slots=True)
class EventProgram:
    """The items of a timetable with what they stand for.

    Attributes
    ----------
    days : the working days of the period; a grain is a position in it.
    items : what each item of the program stands for.
    spans, deadlines : what needs no decision: stretches, and last days.
    """

    days: tuple[date, ...]
    program: TimeProgram
    items: tuple[Occurrence, ...]
    spans: tuple[Occurrence, ...] = ()
    deadlines: tuple[tuple[Occurrence, date], ...] = ()
    undated: tuple[Undated, ...] = ()
    resources: dict[str, int] = field(default_factory=dict)
    """Key of a resource → its position: ``person:…``, ``venue:…``, ``audience:…``."""
