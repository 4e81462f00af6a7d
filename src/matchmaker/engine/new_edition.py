"""From places back to the events of a new edition: what was over and what was ordered included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Mark
from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.rows import PlanReading
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable import Placements
from matchmaker.timetable.names import main_id
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.record import EventRecord, Timetable
from matchmaker.timetable.replan import Replan
from matchmaker.timetable.write import write_events

HELD = {Mark.DONE, Mark.PARTLY}


def with_states(timetable: Timetable, on: date) -> Timetable:
    """A timetable as people know it on a day: its events are over, or published."""
    events = tuple(
        event.model_copy(update={"state": "history" if event.ends < on else "published"})
        for event in timetable.events
    )
    return timetable.model_copy(update={"events": events})


def check_moves(
    orders: Sequence[Change],
    before: Timetable,
    program: EventProgram,
    plans: Sequence[PlanReading],
) -> None:
    """Refuse to move what the roadmap does not have on any day, or has marked as held.

    Parameters
    ----------
    orders : all changes, each naming its event by ID.

    Raises
    ------
    InputError
        with every new order of this kind.
    """
    occurrences = (*program.items, *program.spans, *(one for one, _ in program.deadlines))
    held = {event.id for event in before.events if _held(event, plans)}
    there = {one.id for one in occurrences} - held
    issues = [
        Issue(one.at("event"), say.NOT_THERE(), value=one.event or "")
        for one in orders
        if one.kind is ChangeKind.MOVE and one.event not in there and one not in before.changes
    ]
    if issues:
        raise InputError(issues)


def edition_events(
    before: Timetable,
    replan: Replan,
    placements: Placements,
    plans: Sequence[PlanReading],
    calendar: WorkingCalendar,
) -> tuple[EventRecord, ...]:
    """The events of a new edition in the order of a timetable.

    Parameters
    ----------
    before : the former edition with the states of the day.
    """
    former = {event.id: event for event in before.events}
    # What was over stays to the letter, with the publications that it still brings.
    kept = {
        event.id: event
        for event in before.events
        if event.state == "history" or main_id(event.id) in replan.history or _held(event, plans)
    }
    written = {
        event.id: event
        for event in write_events(replan.events, placements, calendar)
        if main_id(event.id) not in replan.cancelled
    }
    events = []
    for event in (written | kept).values():
        known = former.get(event.id)
        if event.id in kept:
            events.append(event)
            continue
        pinned = event.pinned or (known is not None and known.pinned)
        pinned = pinned and event.id not in replan.lost_pins
        state = known.state if known else event.state
        facts = {"state": state, "pinned": pinned or event.id in replan.pinned}
        events.append(event.model_copy(update=facts))
    return tuple(sorted(events, key=lambda event: (event.starts, event.ends, event.id)))


def _held(event: EventRecord, plans: Sequence[PlanReading]) -> bool:
    """Whether its row says that it was held, on whatever day."""
    rows = (plan.labelled.get(fold(event.number)) for plan in plans if plan.plan.id == event.plan)
    return any(row is not None and row.event.mark in HELD for row in rows)
