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
    named : the days that the plan itself names for it, or the first day that people know.
    state : whether people know of it.
    participants : IDs of those who take part, as far as they are known.
    places : how many may come, where that is known.
    limited : how many are invited, where they are more than the places.
    schools : IDs of those without which it cannot be.
    """

    id: str
    row: Row
    plan: PlanReading
    window: Window
    named: Window | None = None
    state: State = "draft"
    participants: frozenset[str] = frozenset()
    places: int | None = None
    limited: int | None = None
    schools: frozenset[str] = frozenset()

    @property
    def published(self) -> date | None:
        """Its first day, where the plan names it or people know it."""
        return self.named.start if self.named and self.named.start == self.named.end else None

    def kept(self, starts: date, ends: date) -> bool:
        """Whether days are those that are named for it; also if none are."""
        if self.named is None or self.published == starts:
            return True
        return self.published is None and Window(starts, ends).within(self.named)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Everybody who is invited to an event, by ID; of a ``limited`` one only the number."""

    people: frozenset[str]
    limited: int | None = None


Invited = Callable[[Occurrence], Invitation]


@dataclass(frozen=True, slots=True)
class Bound:
    """A day of a stretch or a deadline to which events must keep: its last, or its first.

    In a program it is an item of one grain that can stand nowhere else, so limits and reasons
    see it by themselves.

    Attributes
    ----------
    last : whether events come after it; else before it.
    grain : where it stands on the axis: its day, or the working day next to it.
    """

    of: Occurrence
    last: bool
    day: date
    grain: int


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
    bounds : what the items after them stand for.
    spans, deadlines : what needs no decision: stretches, and last days.
    outside : rows of which no time lies in the days to be planned.
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
    outside: tuple[Row, ...] = ()
    bounds: tuple[Bound, ...] = ()

    def parts(self, at: int) -> dict[tuple[int, ...], tuple[str, ...]]:
        """What an event holds and would not without some of its row, with what that is."""
        brought = self.brought[at]
        found: dict[tuple[int, ...], tuple[str, ...]] = {}
        for by in dict.fromkeys(brought[resource] for resource in self.program.items[at].holds):
            gone = tuple(sorted(one for one, needed in brought.items() if needed <= by))
            found.setdefault(gone, tuple(sorted(by)))
        return found
