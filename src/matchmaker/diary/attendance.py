"""Who is at an event of a timetable, so that the person cannot meet on its days."""

from __future__ import annotations

from datetime import date

from matchmaker.domain import Municipality
from matchmaker.policy import Policy
from matchmaker.roadmap.kinds import wider
from matchmaker.timetable.audiences import Audiences
from matchmaker.timetable.leaders import Named
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
    named = Named(municipality.people)
    exact = timetable.tables is not None
    taken: dict[str, set[date]] = {}
    for event in timetable.events:
        if event.kind == "event":
            for person in named.leaders(event) | _invited(event, audiences, exact=exact):
                taken.setdefault(person, set()).update(event.days)
    return {person: frozenset(days) for person, days in taken.items()}


def _invited(event: EventRecord, audiences: Audiences, *, exact: bool) -> frozenset[str]:
    """Whoever takes part in an event, as exactly as the timetable knows it.

    Of more people than there are places nobody knows who goes.
    """
    known = frozenset(event.participants)
    if event.limited is not None:
        return known
    kinds = frozenset(event.audiences)
    if exact:  # of these kinds those invited are named, be it nobody
        kinds -= audiences.of_kind.keys()
    # Who of the young sits on a council is not known: any of them may.
    invited = known | audiences.invited(wider(kinds), event.schools)
    return known if event.places is not None and len(invited) > event.places else invited
