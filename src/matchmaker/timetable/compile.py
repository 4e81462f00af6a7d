"""From the rows of plans to items on the working days of a period."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Event, Shift
from matchmaker.domain.venues import Venue
from matchmaker.messages import schedule as say
from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.demand import atoms
from matchmaker.roadmap.milestones import closes, closes_a_part
from matchmaker.roadmap.parties.persons import persons
from matchmaker.roadmap.rows import PlanReading, Row, conventions_of
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.timetable.program import After, Grains, Item, Level, Need, Resource, TimeProgram
from matchmaker.timetable.record import EventRecord, State
from matchmaker.timetable.wishes import Balance, ChoiceCost, StartCost

LONGEST_REACH = 90
"""How far from its published day an event may be moved. Unit: working days."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a row comes: the item, or the stretch, that stands for it.

    Attributes
    ----------
    window : in which it must lie.
    published : its first day, where the plan names the days themselves or people know it.
    state : whether people know of it.
    """

    id: str
    row: Row
    plan: PlanReading
    window: Window
    published: date | None = None
    state: State = "draft"


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


def compile_events(
    plans: Iterable[PlanReading],
    *,
    start: date,
    end: date,
    before: Mapping[str, EventRecord] | None = None,
    rows: Mapping[str, Row] | None = None,
) -> EventProgram:
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
    before : events that people know, by ID: they keep their days if they can, and what is
        over or pinned stays where it was.
    rows : what stands in place of the plan's own row, by ID of the event: other people.
    """
    return _Compiling(list(plans), start, end, before or {}, rows or {}).program()


@dataclass
class _Compiling:
    plans: list[PlanReading]
    start: date
    end: date
    before: Mapping[str, EventRecord]
    rows: Mapping[str, Row]
    resources: dict[str, int] = field(default_factory=dict)
    capacities: list[int] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    spans: list[Occurrence] = field(default_factory=list)
    deadlines: list[tuple[Occurrence, date]] = field(default_factory=list)
    undated: list[Undated] = field(default_factory=list)
    changes: list[StartCost] = field(default_factory=list)
    preferences: list[StartCost | ChoiceCost] = field(default_factory=list)

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
        afters = (*self._afters(), *self._closings())
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
            afters=afters,
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

    # ---- rows ----------------------------------------------------------------------------

    def _row(self, plan: PlanReading, row: Row) -> None:
        """Every occurrence of a row, or the reason why it has none."""
        if row.event.mark is not None:  # it is over, whatever came of it
            return
        refusal = _refusal(row)
        if refusal is not None:
            self.undated.append(Undated(row, plan, *refusal))
            return
        if row.dates is None or row.dates.reference:
            return
        for number, window in enumerate(self._windows(row), start=1):
            key = f"{plan.plan.id} / {row.label}" + (f" / {number}" if number > 1 else "")
            one = self._known(Occurrence(key, row, plan, window), window)
            if window.start is None:
                self._deadline(one)
            elif row.occupies and row.dates.kind is not Kind.OPEN:
                self._event(one)
            else:
                self.spans.append(one)

    def _known(self, one: Occurrence, window: Window) -> Occurrence:
        """With the day that people know: of the timetable before, else of the plan itself."""
        one = replace(one, row=self.rows.get(one.id, one.row))
        former = self.before.get(one.id)
        if former is not None and former.kind == "event":
            return replace(one, published=former.starts, state=former.state)
        return replace(one, published=window.start if one.row.fixed else None)

    def _windows(self, row: Row) -> Iterator[Window]:
        """The windows within the days to be planned, as many times as the row comes in each."""
        bounds = Window(self.start, self.end)
        recurrence = row.dates.recurrence if row.dates else None
        times = recurrence.times if recurrence and recurrence.times else 1
        for window in row.windows:
            cut = window.clip(bounds)
            if cut is not None:
                yield from [cut] * (times if row.occupies else 1)

    def _deadline(self, one: Occurrence) -> None:
        """A last day, moved off a day that is not worked as its row says."""
        if one.window.end is None:
            return
        later = one.row.event.shift is Shift.AFTER
        move = self.calendar.next_working if later else self.calendar.previous_working
        self.deadlines.append((one, move(one.window.end)))

    def _event(self, one: Occurrence) -> None:
        """An item, with what it holds and where it may begin."""
        duration = self._duration(one)
        starts = self._starts(one, duration)
        at = len(self.items)
        self.items.append(
            Item(
                key=one.id,
                duration=duration,
                starts=starts,
                holds=tuple(sorted(self._holds(one))),
                needs=tuple(self._needs(one, at)),
            )
        )
        self.occurrences.append(one)
        if one.published is not None:
            self.changes.append(StartCost(at, self._moved(starts, one.published)))
        preferred = self._preferred(one, starts)
        if preferred is not None:
            self.preferences.append(StartCost(at, preferred))

    def _duration(self, one: Occurrence) -> int:
        """Working days: as the row says, as many as its named days have, else one."""
        if one.row.event.days is not None:
            return one.row.event.days
        start, end = one.window.start, one.window.end
        if not one.row.fixed or start is None or end is None:
            return 1
        length = (end - start).days + 1
        named = [start + timedelta(step) for step in range(length)]
        # Days of a weekend inside are not worked; days off by a decree were to be worked.
        return max(1, sum(self.calendar.week == 6 or day.weekday() < 5 for day in named))

    def _starts(self, one: Occurrence, duration: int) -> Grains:
        """The grains on which it may begin: within its window, or near its named day."""
        first, last = one.window.start or self.start, one.window.end or self.end
        if one.published is not None and one.row.fixed and not one.row.event.pinned:
            around = [at for at, day in enumerate(self.days) if day >= one.published]
            middle = around[0] if around else len(self.days)
            low, high = max(0, middle - LONGEST_REACH), middle + LONGEST_REACH
        else:
            low = next((at for at, day in enumerate(self.days) if day >= first), len(self.days))
            high = (
                next((at for at, day in enumerate(self.days) if day > last), len(self.days))
                - duration
            )
        high = min(high, len(self.days) - duration)
        fits = [at for at in range(low, high + 1) if self._whole(at, duration)]
        return np.array(fits, np.int32)

    def _whole(self, at: int, duration: int) -> bool:
        """Whether so many working days follow each other: up to five lie in one week."""
        first, last = self.days[at], self.days[at + duration - 1]
        return duration > 5 or first.isocalendar()[:2] == last.isocalendar()[:2]

    def _moved(self, starts: Grains, published: date) -> Grains:
        """A point for every working day from the published one, and one more for any move."""
        away = [
            0 if self.days[at] == published else 1 + abs(at - bisect_left(self.days, published))
            for at in starts.tolist()
        ]
        return np.array(away, np.int32)

    def _preferred(self, one: Occurrence, starts: Grains) -> Grains | None:
        """A point for every working day outside the preferred dates."""
        words = one.row.event.preferred
        if not words:
            return None
        phrase = read_dates(words, Window(self.start, self.end), conventions_of(one.plan.plan))
        if not phrase.windows:
            return None
        inside = [
            at
            for at, day in enumerate(self.days)
            if any(Window(day, day).within(window) for window in phrase.windows)
        ]
        if not inside:
            return None
        return np.array(
            [min(abs(int(at) - other) for other in inside) for at in starts.tolist()], np.int32
        )

    # ---- what they hold -------------------------------------------------------------------

    def _resource(self, key: str, capacity: int = 1) -> int:
        if key not in self.resources:
            self.resources[key] = len(self.capacities)
            self.capacities.append(capacity)
        return self.resources[key]

    def _holds(self, one: Occurrence) -> set[int]:
        held = (
            set()
            if one.row.event.staff
            else {self._resource(f"person:{name}") for name in one.row.people}
        )
        for name, at_once in self._groups(one):
            held.add(self._resource(f"group:{name}", at_once))
        if one.row.audiences:
            held |= {
                self._resource(f"audience:{one.plan.plan.id}:{name}")
                for name in atoms(one.row.audiences)
            }
        venues = one.row.event.venues
        if len(venues) == 1:
            held |= {self._resource(f"venue:{name}") for name in venues}
        return held

    def _groups(self, one: Occurrence) -> Iterator[tuple[str, int]]:
        """Groups of which somebody is wanted: named themselves, or through a member."""
        named = {p.name for p in one.row.responsible.parties if p.kind is PartyKind.GROUP}
        for abbreviation in one.plan.roadmap.abbreviations:
            if abbreviation.kind is not PartyKind.GROUP:
                continue
            at_once = abbreviation.at_once or len(abbreviation.members) or 1
            members = {one_form(name) for name in abbreviation.members}
            if abbreviation.name in named or members & one.row.people:
                yield abbreviation.name, at_once

    def _needs(self, one: Occurrence, at: int) -> Iterator[Need]:
        """Whom and where it may choose; what is less welcome costs a point."""
        event = one.row.event
        if event.staff:
            people = sorted(one.row.people | {one_form(name) for name in event.staff})
            yield Need(tuple(self._resource(f"person:{name}") for name in people))
            costs = tuple(0 if name in one.row.people else 1 for name in people)
            self.preferences.append(ChoiceCost(at, 0, costs))
        if len(event.venues) > 1:
            known = {venue.name: venue for venue in one.plan.roadmap.venues}
            fitting = [name for name in sorted(event.venues) if _fits(known.get(name), event)]
            yield Need(tuple(self._resource(f"venue:{name}") for name in fitting))
            costs = tuple((known[n].cost or 0) if n in known else 0 for n in fitting)
            self.preferences.append(ChoiceCost(at, int(bool(event.staff)), costs))

    # ---- between items ----------------------------------------------------------------------

    def _afters(self) -> Iterator[After]:
        """What rows say they follow, occurrence by occurrence."""
        of_row: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(self.occurrences):
            of_row[one.plan.plan.id, one.row.label].append(at)
        for at, one in enumerate(self.occurrences):
            own = of_row[one.plan.plan.id, one.row.label]
            for number in sorted(one.row.event.after):
                before = of_row.get((one.plan.plan.id, number.strip(" .")), [])
                place = own.index(at)
                if place < len(before):
                    yield After(before[place], at, one.row.event.lead_days or 0)

    def _closings(self) -> Iterator[After]:
        """Whatever stands on named days comes before the row that closes the plan."""
        for at, one in enumerate(self.occurrences):
            if not one.row.fixed or not closes(one.row) or closes_a_part(one.row):
                continue
            plan = one.plan.plan.id
            for other, event in enumerate(self.occurrences):
                if other != at and event.plan.plan.id == plan and event.row.fixed:
                    yield After(other, at)
            self._after_spans(at, plan)

    def _after_spans(self, at: int, plan: str) -> None:
        """Leave out the days of a closing on which a survey or a contest still runs."""
        ends = [
            span.window.end
            for span in self.spans
            if span.plan.plan.id == plan and span.row.fixed and span.window.end
        ]
        item = self.items[at]
        starts = [g for g in item.starts.tolist() if not ends or self.days[g] > max(ends)]
        if starts and len(starts) < len(item.starts):
            kept = np.array(starts, np.int32)
            costs = {cost.item: cost for cost in self.changes}
            if at in costs:
                where = np.searchsorted(item.starts, kept)
                self.changes.remove(costs[at])
                self.changes.append(StartCost(at, costs[at].costs[where]))
            self.items[at] = replace(item, starts=kept)

    def _balance(self) -> Iterator[Balance]:
        """The months of every person, group and audience, and the weeks of the whole centre."""
        weeks = np.array([(day.toordinal() - 1) // 7 for day in self.days], np.int32)
        if len(self.items) > 1:
            yield Balance(tuple(range(len(self.items))), weeks)
        months = np.array([12 * day.year + day.month for day in self.days], np.int32)
        loads: dict[int, list[int]] = defaultdict(list)
        for at, item in enumerate(self.items):
            for resource in item.holds:
                loads[resource].append(at)
        for _, items in sorted(loads.items()):
            if len(items) > 1:
                yield Balance(tuple(items), months)


def _refusal(row: Row) -> tuple[str, str] | None:
    """Why a row cannot be dated, and what would help."""
    dates = row.dates
    if dates is None:
        return say.NO_DATES(), say.NO_DATES_MEND()
    if dates.kind in {Kind.UNCLEAR, Kind.EXTERNAL, Kind.ORDER, Kind.DURATION}:
        return say.NOT_DATED(dates=dates.verbatim, reason=dates.reason), say.NO_DATES_MEND()
    if not dates.windows:
        return say.NOT_DATED(dates=dates.verbatim, reason=dates.reason), say.NO_DATES_MEND()
    return None


def _fits(venue: Venue | None, event: Event) -> bool:
    """Whether a venue has seats enough, as far as is known."""
    if venue is None or venue.seats is None or event.attendance is None:
        return True
    return venue.seats >= event.attendance


def one_form(name: str) -> str:
    """A person's name as plans are read: «Белкина Л.Н.»; another name as it stands."""
    return next((found.name for found in persons(name)), name)
