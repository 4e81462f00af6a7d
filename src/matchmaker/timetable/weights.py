"""How many people an event concerns: what a change of it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matchmaker.roadmap.rows import PlanReading
from matchmaker.timetable.record import EventRecord

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


def weights(plans: Iterable[PlanReading], events: Iterable[EventRecord]) -> dict[str, int]:
    """For each event by its ID the number of participants whom a change of it concerns."""
    stated = {
        (plan.plan.id, row.label): row.event.attendance
        for plan in plans
        for row in plan.rows
        if row.event.attendance is not None
    }
    return {
        event.id: stated.get((event.plan, event.number)) or participants(event) for event in events
    }


def participants(event: EventRecord) -> int:
    """About how many take part, by their kinds and by whether all schools do."""
    supposed = sum(OF_AUDIENCE.get(kind, UNKNOWN) for kind in event.audiences) or UNKNOWN
    return min(supposed, OF_ONE_SCHOOL * len(event.schools)) if event.schools else supposed
