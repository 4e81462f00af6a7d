"""What the items of a timetable stand for: rows of plans, each time that they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Window
from matchmaker.timetable.program import Budget, TimeProgram
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
    schools : IDs of those without which it cannot be.
    """

    id: str
    row: Row
    plan: PlanReading
    window: Window
    published: date | None = None
    state: State = "draft"
    participants: frozenset[str] = frozenset()
    schools: frozenset[str] = frozenset()


Invited = Callable[[Occurrence], frozenset[str]]
"""The IDs of everybody who takes part in an event."""


@dataclass(frozen=True, slots=True)
class Undated:
    """A row that cannot be put on a calendar, and why."""

    row: Row
    plan: PlanReading
    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """So many hours of every week that recurring work takes of somebody.

    Attributes
    ----------
    of : the stretch of the row that reserves them.
    named : whether the row names the resource itself, not only a member of it.
    first, end : the first grain of the stretch, and the one after its last.
    """

    of: Occurrence
    resource: int
    named: bool
    hours: float
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class ReservedWeek:
    """A week in which hours of a resource are reserved, and the budget that follows.

    Attributes
    ----------
    reservations : one of each row.
    worked : working days on which somebody of the resource is there.
    there : days that it has in all, those of each at once; none that is over.
    left : how many of them may go into events.
    """

    budget: Budget
    reservations: tuple[Reservation, ...]
    worked: int
    there: int
    left: int

    @property
    def hours(self) -> float:
        """Hours reserved in a full week."""
        return sum(one.hours for one in self.reservations)

    @property
    def rows(self) -> str:
        """The rows that reserve them."""
        return ", ".join(one.of.row.label for one in self.reservations)


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
    reservations: tuple[Reservation, ...] = ()
    weeks: tuple[ReservedWeek, ...] = ()
    """What the budgets of the program stand for, in their order."""
    brought: tuple[Mapping[int, frozenset[str]], ...] = ()
    """Of each event, what in its row brings each resource that it holds."""

    def parts(self, at: int) -> dict[tuple[int, ...], tuple[str, ...]]:
        """What an event holds and would not without some of its row, with what that is."""
        brought = self.brought[at]
        found: dict[tuple[int, ...], tuple[str, ...]] = {}
        for by in dict.fromkeys(brought[resource] for resource in self.program.items[at].holds):
            gone = tuple(sorted(one for one, needed in brought.items() if needed <= by))
            found.setdefault(gone, tuple(sorted(by)))
        return found
