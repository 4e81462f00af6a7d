"""How many people an event concerns: what a change of it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matchmaker.roadmap.participants import Participants
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.timetable.record import EventRecord, Timetable

OF_AUDIENCE: Mapping[str, int] = {
    "council": 15,
    "young": 60,
    "mentees": 60,
    "mentors": 60,
    "students": 25,
    "heads": 40,
    "curators": 40,
    "deputies": 40,
    "methodists": 10,
    "schools": 80,
}
"""How many people of a kind come to an event of the whole municipality, unless its row says."""
UNKNOWN = 20
"""The same of an event of which nobody knows who comes."""
OF_ONE_SCHOOL = 8
"""How many of one school come at most: a change for all schools is always dearer."""


def weights(plans: Iterable[PlanReading], timetable: Timetable) -> dict[str, int]:
    """For each event by its ID the number of participants whom a change of it concerns.

    As its row or its places state it; else as many as are known to take part; else about as many.
    """
    rows = {(plan.plan.id, row.label): row for plan in plans for row in plan.rows}
    exact = timetable.tables is not None
    return {
        event.id: participants(event, rows.get((event.plan, event.number)), exact=exact)
        for event in timetable.events
    }


def participants(event: EventRecord, row: Row | None, *, exact: bool) -> int:
    """How many take part in an event: those of its lists, and of its kinds those who are known.

    Parameters
    ----------
    exact : whether it is known who belongs to which kind, else that is supposed.
    """
    if row is not None and row.event.attendance is not None:
        return row.event.attendance
    if event.limited is not None and event.places is not None:
        return event.places
    own = row.participants if row else Participants()
    if exact and event.participants:
        return own.count(event.participants)
    listed = own.listed
    kinds = [kind for kind in event.audiences if kind in OF_AUDIENCE]
    supposed = sum(OF_AUDIENCE[kind] for kind in kinds) or (0 if listed else UNKNOWN)
    if event.schools:
        supposed = min(supposed, OF_ONE_SCHOOL * len(event.schools))
    return listed + supposed
