"""How many people may come to an event."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.domain.events import Event
from matchmaker.domain.records import fold
from matchmaker.domain.venues import Venue


def places_of(event: Event, at: Iterable[str], venues: Iterable[Venue]) -> int | None:
    """As many as the row says, but no more than the largest of some venues seats.

    Parameters
    ----------
    at : names of venues, one of which it will be.
    venues : all that the roadmap knows.

    Returns
    -------
    Nothing where neither the row nor the tables say it.
    """
    seats = {fold(venue.name): venue.seats for venue in venues}
    own = [seats.get(fold(name)) for name in at]
    known = [many for many in own if many is not None]
    room = max(known, default=None) if len(known) == len(own) else None
    return min((many for many in (event.attendance, room) if many is not None), default=None)
