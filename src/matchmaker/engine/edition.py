"""A new edition of a timetable by one strategy: read, solved, written down and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from matchmaker.domain.changes import Change
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.new_edition import check_moves, edition_events
from matchmaker.engine.obeyed import check_obeyed, check_placed
from matchmaker.engine.scheduling import SEARCHING, preliminary_years
from matchmaker.engine.unplaced import unplaced
from matchmaker.errors import CertificateError, InputError, Issue, Place
from matchmaker.events import Watch
from matchmaker.limits import Limits
from matchmaker.messages import plans as say_plans
from matchmaker.messages import reschedule as say
from matchmaker.results.replan_check import check_edition
from matchmaker.results.told import Told, told
from matchmaker.roadmap.rows import PlanReading, read_plans
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable
from matchmaker.timetable import Check, check_placements
from matchmaker.timetable.called_off import called_off
from matchmaker.timetable.compile import compile_events
from matchmaker.timetable.disruption import EventChange, changes_between, disruption
from matchmaker.timetable.holidays import with_holidays
from matchmaker.timetable.missing import Missing, missing
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.ordered import Orders
from matchmaker.timetable.orders import understand
from matchmaker.timetable.participants import as_known
from matchmaker.timetable.record import LevelRecord, Timetable
from matchmaker.timetable.replan import Known, Replan, Strategy, replanned
from matchmaker.timetable.standing import standing
from matchmaker.timetable.weights import weights
from matchmaker.timetable.write import write_groups, write_undated


@dataclass(frozen=True, slots=True)
class Edition:
    """A new edition of a timetable by one strategy.

    Attributes
    ----------
    changes : what differs for people.
    told : who must be told what.
    missing : who will not come, since a school is away.
    disruption : the points of all changes.
    audience : participants of all events that differ.
    check : what the independent checker says of the limits; the checker of editions has found
        nothing, or there would be no edition.
    """

    strategy: Strategy
    timetable: Timetable
    replan: Replan
    raw: TimetableRaw
    changes: tuple[EventChange, ...]
    told: tuple[Told, ...]
    missing: tuple[Missing, ...]
    disruption: int
    audience: int
    check: Check

    def count(self, *what: str) -> int:
        """How many events of the timetable differ in this way."""
        events = [one for one in self.changes if one.event.kind == "event"]
        return sum(bool(set(what) & set(one.what)) for one in events)


class Reading:
    """A roadmap read under everything that has changed, and compiled."""

    def __init__(
        self, before: Timetable, roadmap: Roadmap, changes: Sequence[Change], on: date
    ) -> None:
        self.before, self.on, self.roadmap = before, on, roadmap
        base = with_holidays(roadmap, before.changes)
        self.plans = _plans(with_holidays(base, changes), before)
        calendar = self.plans[0].calendars.of(None)
        gone = called_off(before, self._compiled()) if before.changes else {}
        self.orders: Orders = understand(changes, self.plans, before, on, calendar, gone)
        published = {event.id: event for event in before.events if event.kind == "event"}
        published = {id_: one for id_, one in published.items() if one.state != "draft"}
        self.program: EventProgram = self._compiled(
            before=published,
            rows=self.orders.rows,
            invited=as_known(before) if before.tables else None,
            windows=self.orders.dated,
        )
        check_moves(self.orders.settled, before, self.program, self.plans)
        self.weights = weights(self.plans, before)
        redated = _redated(_plans(base, before), self.plans) if changes else frozenset()
        self.known = Known(published, self.weights, on, redated)
        if self.orders.moved:
            trial = replanned(self.program, self.known, self.orders)
            check_obeyed(trial, self.orders, published)

    def _compiled(self, **ordered: Any) -> EventProgram:
        """The rows of the plans, as they are or as they were ordered."""
        first, last = self.before.period
        return compile_events(self.plans, start=first, end=last, **ordered)

    def edition(self, strategy: Strategy, limits: Limits, watch: Watch) -> Edition:
        """Solve by one strategy, write it down and check it.

        Raises
        ------
        InputError
            if there was no time to obey an order.
        CertificateError
            if the checker of editions finds a fault, which would be a bug.
        """
        replan = replanned(self.program, self.known, self.orders, strategy)
        start = standing(replan.events, self.known.events)
        raw = solve_timetable(replan.events.program, limits.part(SEARCHING), watch, start)
        check_placed(replan, self.orders, raw.placements)
        check = check_placements(replan.events.program, raw.placements)
        timetable = self._timetable(replan, raw, check, limits)
        changes = changes_between(self.before, timetable)
        people = told(changes)
        released = (*replan.lost_pins, *self.orders.moved)  # what was ordered goes before a pin
        faults = check_edition(self.before, timetable, people, self.on, released)
        if faults:
            raise CertificateError("; ".join(f"{one.kind}: {one.about}" for one in faults))
        days = self.program.days
        concerned = [one.before.id for one in changes if one.before and one.event.kind == "event"]
        return Edition(
            strategy,
            timetable,
            replan,
            raw,
            changes,
            people,
            tuple(missing(timetable.events, self.plans, self.orders.blocks, self.on)),
            disruption(changes, self.weights, days),
            sum(self.weights[one] for one in concerned),
            check,
        )

    def _timetable(
        self, replan: Replan, raw: TimetableRaw, check: Check, limits: Limits
    ) -> Timetable:
        calendar = self.plans[0].calendars.of(None)
        events = edition_events(self.before, replan, raw.placements, self.plans, calendar)
        missing = unplaced(replan.events, raw.placements, replan.away, replan.possible, limits)
        undated = [
            one for one in write_undated(replan.events) if one.id not in self.orders.cancelled
        ]
        return self.before.model_copy(
            update={
                "notice": say_plans.NOTICE(),
                "version": version("matchmaker"),
                "roadmap": self.roadmap.fingerprint,
                "preliminary": preliminary_years(calendar, *self.before.period),
                "status": raw.status if check.valid else "infeasible",
                "edition": self.before.edition + 1,
                "since": self.on,
                "events": events,
                "groups": write_groups(self.roadmap.abbreviations, events),
                "unplaced": (*missing, *undated),
                "levels": tuple(
                    LevelRecord(name=level.name, value=level.value, bound=level.bound)
                    for level in raw.levels
                ),
                "changes": tuple(self.orders.settled),
            }
        )


def _plans(roadmap: Roadmap, before: Timetable) -> list[PlanReading]:
    """The plans that a timetable was made of."""
    named = dict.fromkeys(
        [*(one.plan for one in before.events), *(one.plan for one in before.unplaced)]
    )
    read = {one.plan.id: one for one in read_plans(roadmap)}
    gone = [name for name in named if name not in read]
    if gone or not named:
        raise InputError(
            [Issue(Place(), say.GONE_PLAN(), say.GONE_PLAN_MEND(), name) for name in gone or [""]]
        )
    return [one for name, one in read.items() if name in named]


def _redated(
    before: Sequence[PlanReading], after: Sequence[PlanReading]
) -> frozenset[tuple[str, str]]:
    """Rows that mean other days than before."""
    then = {(plan.plan.id, row.label): row.windows for plan in before for row in plan.rows}
    return frozenset(
        (plan.plan.id, row.label)
        for plan in after
        for row in plan.rows
        if then.get((plan.plan.id, row.label), row.windows) != row.windows
    )
