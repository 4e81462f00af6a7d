"""From the rows of plans to items on the working days of a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from matchmaker.domain.events import Shift
from matchmaker.messages import schedule as say
from matchmaker.roadmap.addressed import indispensable
from matchmaker.roadmap.execution.marks import marks_of
from matchmaker.roadmap.execution.terms import Terms, in_background
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.timetable.axis import Axis
from matchmaker.timetable.between import after_spans, balance, closings, followings
from matchmaker.timetable.holdings import Held, Holdings
from matchmaker.timetable.occurrences import (
    Bound,
    EventProgram,
    Invitation,
    Invited,
    Occurrence,
    Undated,
)
from matchmaker.timetable.participants import hold_lists, wanted_twice
from matchmaker.timetable.places import with_places
from matchmaker.timetable.program import Item, Level, TimeProgram
from matchmaker.timetable.record import EventRecord
from matchmaker.timetable.reservations import reservations_of
from matchmaker.timetable.reserved_weeks import reserved_weeks
from matchmaker.timetable.wishes import ChoiceCost, StartCost


def compile_events(
    plans: Iterable[PlanReading],
    *,
    start: date,
    end: date,
    before: Mapping[str, EventRecord] | None = None,
    rows: Mapping[str, Row] | None = None,
    invited: Invited | None = None,
    windows: Mapping[str, Window] | None = None,
) -> EventProgram:
    """Lay the rows of plans out on the working days from one day to another.

    * A row that occupies its participants is an item for each of its windows; what only spans
      time and what is a deadline needs no decision.
    * An event whose plan names its days keeps them if it can: to move it costs a point for
      each working day. Other events lie anywhere in their windows.
    * Nobody is at two events on one day: people, groups (as many at once as they can),
      audiences, members of lists, venues.
    * Recurring work with hours a week leaves those responsible fewer days a week for events.
    * Where it is known who is invited, two events on one day cost a point for each person
      wanted at both; where there are fewer places than people, nobody knows who goes.

    Parameters
    ----------
    start, end : the days to be planned; windows are cut to them.
    before : events that people know, by ID: they keep their days if they can, and what is
        over or pinned stays where it was.
    rows : what stands in place of the plan's own row, by ID of the event: other people.
    invited : who takes part in an event; only members of lists are known without it.
    windows : days ordered for stretches and deadlines, by ID.

    Raises
    ------
    InputError
        with every row whose hours a week cannot be reserved.
    """
    making = _Compiling(list(plans), start, end, before or {}, rows or {}, windows or {}, invited)
    return making.program()


@dataclass
class _Compiling:
    plans: list[PlanReading]
    start: date
    end: date
    before: Mapping[str, EventRecord]
    rows: Mapping[str, Row]
    windows: Mapping[str, Window]
    invited: Invited | None
    holdings: Holdings = field(default_factory=Holdings)
    items: list[Item] = field(default_factory=list)
    brought: list[Held] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    spans: list[Occurrence] = field(default_factory=list)
    deadlines: list[tuple[Occurrence, date]] = field(default_factory=list)
    undated: list[Undated] = field(default_factory=list)
    outside: list[Row] = field(default_factory=list)
    changes: list[StartCost] = field(default_factory=list)
    preferences: list[StartCost | ChoiceCost] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.calendar = self.plans[0].calendars.of(None)
        self.axis = Axis(self.calendar, self.start, self.end)
        self.days = self.axis.days

    def program(self) -> EventProgram:
        for plan in self.plans:
            for row in plan.rows:
                self._row(plan, row)
        hold_lists(self.items, self.occurrences, self.holdings, self.brought)
        ends = [one for one, _ in self.deadlines]
        reservations = reservations_of(self.spans, self.occurrences, ends, self.holdings, self.days)
        weeks = reserved_weeks(self.days, reservations, self.holdings.capacities)
        fixed = [(one, one.window) for one in self.spans]
        fixed += [(one, Window(None, day)) for one, day in self.deadlines]
        afters, bounds = followings(self.occurrences, fixed, self.days)
        self._after_spans()
        levels = (
            Level("changes", tuple(self.changes)),
            *self._participants(),
            Level("preferences", tuple(self.preferences)),
            Level("balance", tuple(balance(self.items, self.days))),
        )
        program = TimeProgram(
            horizon=len(self.days),
            items=(*self.items, *self._bounds(bounds)),
            resources=self.holdings.resources,
            afters=(*afters, *closings(self.occurrences)),
            levels=levels,
            budgets=tuple(week.budget for week in weeks),
        )
        return EventProgram(
            self.days,
            program,
            tuple(self.occurrences),
            tuple(self.spans),
            tuple(self.deadlines),
            tuple(self.undated),
            self.holdings.positions,
            reservations,
            weeks,
            tuple(self.brought),
            tuple(self.outside),
            bounds,
        )

    # ---- rows ----------------------------------------------------------------------------

    def _row(self, plan: PlanReading, row: Row) -> None:
        """Every occurrence of a row, or the reason why it has none."""
        if row.event.mark is not None and not row.windows:  # over, whatever came of it
            return
        refusal = _refusal(row)
        if refusal is not None:
            self.undated.append(Undated(row, plan, *refusal))
            return
        if row.dates is None or row.dates.reference:
            return
        over = _over(plan, row)
        left = [window for at, window in enumerate(row.windows) if at not in over]
        if left and not _meets(left, self.axis.period):
            self._outside(plan, row, left)
        schools = indispensable(plan, row)
        for number, window in self._windows(row, over):
            key = f"{plan.plan.id} / {row.label}" + (f" / {number}" if number > 1 else "")
            one = self._known(Occurrence(key, row, plan, window, schools=schools), window)
            if window.start and row.occupies and row.dates.kind is not Kind.OPEN:
                self._event(one)
                continue
            one = replace(one, window=self.windows.get(key, window))
            if one.window.start is None:
                self._deadline(one)
            else:
                self.spans.append(one)

    def _outside(self, plan: PlanReading, row: Row, windows: Sequence[Window]) -> None:
        """A row of which no time lies in the days to be planned, or none even in its plan."""
        if plan.period is None or _meets(windows, plan.period):
            self.outside.append(row)
            return
        words = say.OUTSIDE_PLAN(dates=row.event.dates or "", period=plan.period.words())
        self.undated.append(Undated(row, plan, words, say.OUTSIDE_PLAN_MEND()))

    def _known(self, one: Occurrence, window: Window) -> Occurrence:
        """With the day that people know: of the timetable before, else of the plan itself."""
        one = replace(one, row=self.rows.get(one.id, one.row))
        former = self.before.get(one.id)
        if former is not None and former.kind == "event":
            day = former.starts
            return replace(one, named=Window(day, day), state=former.state)
        return replace(one, named=self.axis.named(one))

    def _windows(self, row: Row, over: set[int]) -> Iterator[tuple[int, Window]]:
        """The windows within the days to be planned, as many times as the row comes in each.

        Those that a mark ends are left out. All are numbered by the whole row, so that an
        event keeps its ID whatever days are planned.
        """
        recurrence = row.dates.recurrence if row.dates else None
        times = recurrence.times if recurrence and recurrence.times and row.occupies else 1
        for number, window in enumerate(row.windows):
            cut = window.clip(self.axis.period)
            if cut is not None and number not in over:
                yield from ((number * times + time + 1, cut) for time in range(times))

    def _deadline(self, one: Occurrence) -> None:
        """A last day, moved off a day that is not worked as its row says."""
        if one.window.end is None:
            return
        later = one.row.event.shift is Shift.AFTER
        move = self.calendar.next_working if later else self.calendar.previous_working
        self.deadlines.append((one, move(one.window.end)))

    def _event(self, one: Occurrence) -> None:
        """An item, with what it holds and where it may begin."""
        duration = self.axis.duration(one)
        starts = self.axis.starts(one, duration)
        at = len(self.items)
        needs = list(self.holdings.needs(one))
        self.brought.append(self.holdings.holds(one))
        self.items.append(
            Item(
                key=one.id,
                duration=duration,
                starts=starts,
                holds=tuple(sorted(self.brought[at])),
                needs=tuple(need for need, _ in needs),
            )
        )
        known = Invitation(one.row.participants.known)
        invitation = known if self.invited is None else self.invited(one)
        one = replace(one, participants=invitation.people, limited=invitation.limited)
        self.occurrences.append(with_places(one, one.row.event.venues))
        if one.named is not None:
            self.changes.append(StartCost(at, self.axis.moved(starts, one.named, duration)))
        for number, (_, costs) in enumerate(needs):
            self.preferences.append(ChoiceCost(at, number, costs))
        preferred = self.axis.preferred(one, starts)
        if preferred is not None:
            self.preferences.append(StartCost(at, preferred))

    def _after_spans(self) -> None:
        """Leave out the days of a closing on which a survey or a contest still runs."""
        for at, one in enumerate(self.occurrences):
            starts = self.items[at].starts
            kept = after_spans(one, self.spans, starts, self.days)
            if kept is None:
                continue
            costs = {cost.item: cost for cost in self.changes}
            if at in costs:
                where = np.searchsorted(starts, kept)
                self.changes.remove(costs[at])
                self.changes.append(StartCost(at, costs[at].costs[where]))
            self.items[at] = replace(self.items[at], starts=kept)

    def _bounds(self, bounds: Sequence[Bound]) -> Iterator[Item]:
        """Items that stand where they stand; rather every event stays out than one of them."""
        weight = 1 + sum(item.weight for item in self.items)
        for number, one in enumerate(bounds):
            yield Item(f"bound:{number}", 1, np.array([one.grain], np.int32), weight=weight)

    def _participants(self) -> Iterator[Level]:
        if self.invited is not None:
            shared = wanted_twice(self.items, self.occurrences, self.holdings.resources)
            yield Level("participants", (shared,))


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


def _meets(windows: Iterable[Window], period: Window) -> bool:
    """Whether some of the windows lie in a period, if only partly."""
    return any(window.clip(period) for window in windows)


def _over(plan: PlanReading, row: Row) -> set[int]:
    """The windows of a row that are marked: carried out, or cancelled."""
    if in_background(row) or not any(line.mark for line in row.lines):
        return set()
    terms = Terms(plan).of(row)
    return set(marks_of(row, terms, date.max, background=False).of_term)
