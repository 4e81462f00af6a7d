"""From the rows of plans to items on the working days of a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Shift
from matchmaker.messages import schedule as say
from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.rows import PlanReading, Row, conventions_of
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.timetable.program import After, Grains, Item, Level, Need, Resource, TimeProgram
from matchmaker.timetable.wishes import Balance, StartCost

LONGEST_REACH = 90
"""How far from its published day an event may be moved. Unit: working days."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a row comes: the item, or the stretch, that stands for it.

    Attributes
    ----------
    window : in which it must lie.
    published : its first day, where the plan names the days themselves.
    """

    id: str
    row: Row
    plan: PlanReading
    window: Window
    published: date | None = None


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


def compile_events(plans: Iterable[PlanReading], *, start: date, end: date) -> EventProgram:
    """Lay the rows of plans out on the working days from one day to another.

    * A row that occupies its participants is an item for each of its windows; what only spans
      time and what is a deadline needs no decision.
    * An event whose plan names its days keeps them if it can: to move it costs a point for
      each working day. Other events lie anywhere in their windows.
    * Nobody is at two events on one day: people, groups (as many at once as they can),
      audiences, venues.

    Parameters
    ----------
    start, end : the days to be planned; windows are cut to them.
    """
    return _Compiling(list(plans), start, end).program()


@dataclass
class _Compiling:
    plans: list[PlanReading]
    start: date
    end: date
    resources: dict[str, int] = field(default_factory=dict)
    capacities: list[int] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    spans: list[Occurrence] = field(default_factory=list)
    deadlines: list[tuple[Occurrence, date]] = field(default_factory=list)
    undated: list[Undated] = field(default_factory=list)
    changes: list[StartCost] = field(default_factory=list)
    preferences: list[StartCost] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.calendar = self.plans[0].calendars.of(None)
        length = (self.end - self.start).days + 1
        every = (self.start + timedelta(step) for step in range(length))
        self.days = tuple(day for day in every if self.calendar.is_working(day))
        self.grain = {day: at for at, day in enumerate(self.days)}

    def program(self) -> EventProgram:
        for plan in self.plans:
            for row in plan.rows:
                self._row(plan, row)
        levels = (
            Level("changes", tuple(self.changes)),
            Level("preferences", tuple(self.preferences)),
            Level("balance", tuple(self._balance())),
        )
        program = TimeProgram(
            horizon=len(self.days),
            items=tuple(self.items),
            resources=tuple(
                Resource(key, self.capacities[at]) for key, at in self.resources.items()
            ),
            afters=tuple(self._afters()),
            levels=levels,
        )
        return EventProgram(
            self.days,
            program,
            tuple(self.occurrences),
            tuple(self.spans),
            tuple(self.deadlines),
            tuple(self.undated),
            self.resources,
        )
