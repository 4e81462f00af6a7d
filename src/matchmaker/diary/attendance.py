"""Who is at an event of a timetable, so that the person cannot meet on its days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from matchmaker.domain import Municipality
from matchmaker.domain.records import fold
from matchmaker.policy import Policy
from matchmaker.roadmap.kinds import wider
from matchmaker.timetable.audiences import Audiences
from matchmaker.timetable.record import EventRecord, Timetable


def event_days(
    municipality: Municipality, policy: Policy, timetable: Timetable | None
) -> dict[str, frozenset[date]]:
    """The days that events take from each person by ID.

    Where the timetable knows who takes part, exactly they are taken; else everybody of the
    kinds that an event is for.
    """
    if timetable is None:
        return {}
    audiences = Audiences(municipality, policy)
    exact = timetable.tables is not None
    taken: dict[str, set[date]] = {}
    for event in timetable.events:
        if event.kind == "event":
            for person in _at(event, audiences, exact=exact):
                taken.setdefault(person, set()).update(_days(event))
    return {person: frozenset(days) for person, days in taken.items()}


def _at(event: EventRecord, audiences: Audiences, *, exact: bool) -> Iterable[str]:
    named = {fold(name) for name in event.people}
    invited = frozenset(event.participants)
    if not (exact and invited):
        # Who of the young sits on a council is not known: any of them may.
        kinds = wider(frozenset(event.audiences))
        invited |= audiences.invited(kinds, event.schools)
    for person in audiences.municipality.people:
        if fold(person.name) in named or person.id in invited or person.id in event.people:
            yield person.id


def _days(event: EventRecord) -> list[date]:
    return [event.starts + timedelta(step) for step in range((event.ends - event.starts).days + 1)]
