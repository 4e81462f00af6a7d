"""The rows of a plan as they are understood: dates, parties, who takes part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Demand, Event, RoadmapPlan
from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.anchors import resolved
from matchmaker.roadmap.dates import Conventions, read_dates
from matchmaker.roadmap.demand import demand_of
from matchmaker.roadmap.participants import ParticipantList, Participants, lists_of, participants_of
from matchmaker.roadmap.parties import Parsed, parse_parties
from matchmaker.roadmap.windows import DatePhrase, Kind, Window
from matchmaker.roadmap.workdays.calendars import Calendars, calendars_of


@dataclass(frozen=True)
class Row:
    """One row of a plan with everything that is understood of it.

    Attributes
    ----------
    position : its place in the plan, from 0.
    namesake : which row with its number it is, from 1; more than 1 where a number stands twice.
    dates : nothing if the row states no date.
    occupies : whether its participants are taken for its days.
    participants : who takes part: lists and kinds of people.
    """

    event: Event
    position: int
    dates: DatePhrase | None
    responsible: Parsed
    occupies: bool
    participants: Participants
    lines: tuple[Event, ...] = ()
    """The lines of the table it stands in: the first, and those that mark other times of it."""
    namesake: int = 1

    @property
    def label(self) -> str:
        """How the row is called, and no other of its plan: «3», another 3 «3 (2)»."""
        return self.event.label + (f" ({self.namesake})" if self.namesake > 1 else "")

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows of the chosen reading."""
        return self.dates.windows if self.dates else ()

    @property
    def fixed(self) -> tuple[Window, ...]:
        """Windows whose very days are named; empty for «октябрь», «до 1 ноября», «ежегодно»."""
        if self.dates is None:
            return ()
        # «16 октября» comes again every year, but a plan of one year holds it once.
        once = self.dates.kind is Kind.RECURRING and len(self.windows) == 1
        return self.windows if self.dates.fixed else self.days if once else ()

    @property
    def days(self) -> tuple[Window, ...]:
        """Windows whose very days are named, those that come again too: «каждый вторник»."""
        dates = self.dates
        if dates is None or not (dates.fixed or _comes_on_days(dates)):
            return ()
        return tuple(window for window in self.windows if window.start and window.end)

    @property
    def starts(self) -> date | None:
        """The first day of its first window."""
        return min((w.start for w in self.windows if w.start), default=None)

    @property
    def ends(self) -> date | None:
        """The last day of its last window; nothing if it has no end."""
        if not self.windows or any(window.end is None for window in self.windows):
            return None
        return max(window.end for window in self.windows if window.end)

    @property
    def audiences(self) -> frozenset[str]:
        """The kinds of people who take part, besides those of lists."""
        return self.participants.kinds

    @property
    def attendance(self) -> int | None:
        """How many seats it needs: as the row says, else as many as its lists have people."""
        return self.event.attendance or self.participants.listed or None

    @property
    def people(self) -> frozenset[str]:
        """The people responsible by name."""
        return frozenset(p.name for p in self.responsible.parties if p.kind is PartyKind.PERSON)


@dataclass(frozen=True)
class PlanReading:
    """A plan, its rows, and the calendar they are read by."""

    plan: RoadmapPlan
    rows: tuple[Row, ...]
    roadmap: Roadmap
    calendars: Calendars
    parent: PlanReading | None = field(default=None, repr=False)
    """The municipal plan from which this one is taken, if it is there."""
    beside: tuple[PlanReading, ...] = field(default=(), repr=False)
    """Other plans of the folder that are carried out too; none that it is taken from."""

    @property
    def period(self) -> Window | None:
        """The period of the plan, if its head states both ends."""
        return period_of(self.plan)

    @cached_property
    def labelled(self) -> dict[str, Row]:
        """Rows by what they are called."""
        return {fold(row.label): row for row in self.rows}

    @cached_property
    def numbered(self) -> dict[str, list[Row]]:
        """Rows by their numbers; several where numbers begin again in each section."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(fold(row.event.label), []).append(row)
        return found

    def followed(self, row: Row) -> Iterator[Row]:
        """The rows that a row says must end before it."""
        for number in sorted(row.event.after):
            found = self.numbered.get(fold(number), [])
            near = row.event.nearest(one.event for one in found)
            yield from (one for one in found if one.event in near)

    def row(self, label: str | None, like: Event) -> Row | None:
        """The row of a number; of several the one of the section, title and dates of an event."""
        found = self.numbered.get(fold(label), []) if label else []

        def unlike(row: Row) -> tuple[bool, ...]:
            own = row.event
            return own.section != like.section, own.title != like.title, own.dates != like.dates

        return min(found, key=unlike, default=None)


def period_of(plan: RoadmapPlan) -> Window | None:
    """The period that the head of a plan states."""
    return Window(plan.starts, plan.ends) if plan.starts and plan.ends else None


def conventions_of(plan: RoadmapPlan) -> Conventions:
    """How dates of this plan are read."""
    month, day = (int(part) for part in plan.school_year_end.value.split("-"))
    return Conventions((month, day), plan.inclusive)


def read_plans(roadmap: Roadmap) -> list[PlanReading]:
    """Understand every row of every plan, plans in their order."""
    calendars = calendars_of(roadmap)
    lists = lists_of(roadmap)
    read: dict[str, PlanReading] = {}
    for plan in roadmap.plans:
        rows = tuple(_rows(roadmap, plan, calendars, lists))
        read[plan.id] = PlanReading(plan, rows, roadmap, calendars)
    for plan in roadmap.plans:
        if plan.parent in read and plan.parent != plan.id:
            own = read[plan.id]
            parent = read[plan.parent]
            read[plan.id] = replace(own, parent=parent)
    return [replace(own, beside=tuple(_beside(own, read.values()))) for own in read.values()]


def _beside(own: PlanReading, plans: Iterable[PlanReading]) -> Iterator[PlanReading]:
    """The other plans that are carried out; not the one a plan is taken from, or taken from it."""
    for other in plans:
        related = {own.plan.id, own.plan.parent} & {other.plan.id, other.plan.parent} - {None}
        if not other.plan.reference and not related:
            yield other


def _comes_on_days(dates: DatePhrase) -> bool:
    """Whether something comes again on named days: not every day, and no deadline."""
    again = dates.recurrence
    return (
        dates.kind is Kind.RECURRING
        and dates.precision == "day"
        and again is not None
        and again.freq != "daily"
    )


def _rows(
    roadmap: Roadmap,
    plan: RoadmapPlan,
    calendars: Calendars,
    lists: Sequence[ParticipantList],
) -> Iterator[Row]:
    period, conventions = period_of(plan), conventions_of(plan)
    numbers: Counter[str] = Counter()
    for position, lines in enumerate(_lines(roadmap.events_of(plan.id))):
        event = lines[0]
        numbers[fold(event.label)] += 1
        dates = None
        if event.dates:
            phrase = read_dates(event.dates, period, conventions)
            dates = resolved(phrase, calendars.of(plan.school), period)
        undated = DatePhrase("", Kind.UNCLEAR)
        yield Row(
            event=event,
            position=position,
            dates=dates,
            responsible=parse_parties(event.responsible or "", roadmap.abbreviations),
            occupies=demand_of(event, dates or undated) is Demand.OCCUPIES,
            participants=participants_of(event, lists),
            lines=lines,
            namesake=numbers[fold(event.label)],
        )


def _lines(events: Iterable[Event]) -> list[tuple[Event, ...]]:
    """The lines of each row: what comes again is marked by repeating its line with a mark.

    A line that repeats another and bears no mark is a row that stands twice.
    """
    found: list[list[Event]] = []
    first: dict[Event, list[Event]] = {}
    for event in events:
        row = first.get(event.unmarked) if event.mark else None
        if row is not None:
            row.append(event)
        else:
            found.append([event])
            first.setdefault(event.unmarked, found[-1])
    return [tuple(lines) for lines in found]
