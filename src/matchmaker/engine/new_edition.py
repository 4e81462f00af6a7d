"""From places back to the events of a new edition: what was over and what was ordered included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matchmaker.domain.events import Mark
from matchmaker.domain.records import fold
from matchmaker.messages import schedule as say
from matchmaker.roadmap.rows import PlanReading
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable import Placements
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
        if event.state == "history" or _main(event.id) in replan.history or _held(event, plans)
    }
    count = len(replan.events.items)
    program = replace(
        replan.events,
        program=replace(
            replan.events.program, items=replan.events.program.items[:count], levels=()
        ),
    )
    written = {
        event.id: event
        for event in write_events(program, placements[:count], calendar)
        if _main(event.id) not in replan.cancelled
    }
    events = []
    for event in (written | kept).values():
        known = former.get(event.id)
        if event.id in kept or known is None:
            events.append(event)
            continue
        pinned = event.pinned or known.pinned
        pinned = pinned and event.id not in replan.lost_pins
        facts = {"state": known.state, "pinned": pinned or event.id in replan.pinned}
        events.append(event.model_copy(update=facts))
    return tuple(sorted(events, key=lambda event: (event.starts, event.ends, event.id)))


def _main(name: str) -> str:
    """The event whose publication this is, or the event itself."""
    return name.removesuffix(f" / {say.PUBLICATION_ID()}")


def _held(event: EventRecord, plans: Sequence[PlanReading]) -> bool:
    """Whether its row says that it was held, on whatever day."""
    return any(
        row.event.mark in HELD
        for plan in plans
        if plan.plan.id == event.plan
        for row in plan.labelled.get(fold(event.number), [])
    )
