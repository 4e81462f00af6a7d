"""What former editions have cancelled, as the plans have it: so that it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from matchmaker.domain.changes import ChangeKind
from matchmaker.timetable.occurrences import EventProgram, Occurrence
from matchmaker.timetable.record import EventRecord, Timetable, UnplacedRecord

CalledOff = EventRecord | UnplacedRecord
"""A stretch or a deadline on the days of its plan; an event, which has no day."""


def called_off(before: Timetable, program: EventProgram) -> dict[str, CalledOff]:
    """The cancelled events, stretches and deadlines that plans still have, by ID."""
    there = {event.id for event in before.events} | {one.id for one in before.unplaced}
    cancelled = {one.event for one in before.changes if one.kind is ChangeKind.CANCEL} - there
    return {one.id: one for one in _rows(program) if one.id in cancelled}


def _rows(program: EventProgram) -> Iterator[CalledOff]:
    for one in program.items:
        row = one.row
        yield UnplacedRecord(
            id=one.id,
            plan=one.plan.plan.id,
            number=row.label,
            title=row.event.title,
            reason="",
            mend="",
        )
    for one in program.spans:
        if one.window.start and one.window.end:
            yield _dated(one, "span", one.window.start, one.window.end)
    for one, day in program.deadlines:
        yield _dated(one, "deadline", day, day)


def _dated(
    one: Occurrence, kind: Literal["span", "deadline"], starts: date, ends: date
) -> EventRecord:
    title = one.row.event.title
    return EventRecord(
        id=one.id,
        plan=one.plan.plan.id,
        number=one.row.label,
        title=title,
        public_title=title,
        kind=kind,
        starts=starts,
        ends=ends,
    )
