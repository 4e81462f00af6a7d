"""Events with fewer places than people: who goes there is not known until somebody chooses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from matchmaker.roadmap.places import places_of
from matchmaker.timetable.occurrences import Occurrence


def with_places(one: Occurrence, at: Iterable[str]) -> Occurrence:
    """An event with its places; where they are too few, only people of its lists take part.

    A list that is too long itself does not say either who goes.

    Parameters
    ----------
    at : names of venues, one of which it will be.
    """
    places = places_of(one.row.event, at, one.plan.roadmap.venues)
    many = one.limited or one.row.participants.count(one.participants)
    if one.limited is None and (places is None or many <= places):
        return replace(one, places=places)
    fits = places is None or one.row.participants.listed <= places
    own = one.row.participants.known if fits else frozenset()
    return replace(one, places=places, limited=many, participants=one.participants & own)
