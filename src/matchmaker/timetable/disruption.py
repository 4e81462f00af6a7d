"""How much a timetable differs from the one people have: counted from the two files alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matchmaker.domain.changes import ChangeKind
from matchmaker.timetable.names import main_id
from matchmaker.timetable.record import EventRecord, Timetable

What = Literal["moved", "restaffed", "venue", "renamed", "cancelled", "undated", "new", "back"]

A_CHANGE = 100
"""Points of one change for one participant; a working day of distance is one point in all."""


@dataclass(frozen=True, slots=True)
class EventChange:
    """One event that is not what it was.

    Attributes
    ----------
    what : each way in which it differs. ``cancelled``, ``undated`` (it has lost its day and
        nobody cancelled it), ``new`` and ``back`` (it was cancelled before) stand alone.
    """

    before: EventRecord | None
    after: EventRecord | None
    what: tuple[What, ...]

    @property
    def event(self) -> EventRecord:
        """The event as it is now, or as it was if it is gone."""
        found = self.after or self.before
        assert found is not None  # a change is of something
        return found


def changes_between(before: Timetable, after: Timetable) -> tuple[EventChange, ...]:
    """What differs for people, event by event, by the day on which each stood or now stands."""
    then = {event.id: event for event in before.events}
    now = {event.id: event for event in after.events}
    undated = {one.id for one in after.unplaced}
    cancelled = {one.event for one in before.changes if one.kind is ChangeKind.CANCEL}
    found = []
    for one in sorted(then.keys() | now.keys()):
        # A publication goes with its event.
        if one not in now:
            what: tuple[What, ...] = ("undated" if main_id(one) in undated else "cancelled",)
        elif one not in then:
            what = ("back" if main_id(one) in cancelled else "new",)
        else:
            what = tuple(_what(then[one], now[one]))
        if what:
            found.append(EventChange(then.get(one), now.get(one), what))
    return tuple(sorted(found, key=lambda one: (one.before or one.event).starts))


def _what(before: EventRecord, after: EventRecord) -> Iterator[What]:
    if days_of(before) != days_of(after):
        yield "moved"
    if (set(before.people), set(before.bodies)) != (set(after.people), set(after.bodies)):
        yield "restaffed"
    if before.venue != after.venue:
        yield "venue"
    if before.public_title != after.public_title:
        yield "renamed"


def days_of(event: EventRecord) -> tuple[date, date]:
    """The days as a calendar shows them: a deadline stands on its last."""
    return (event.ends if event.kind == "deadline" else event.starts), event.ends


def disruption(
    changes: Sequence[EventChange], weight: Mapping[str, int], days: Sequence[date]
) -> int:
    """The points of all changes of events that take people's days.

    Each way in which an event differs, and a cancelling, costs :data:`A_CHANGE` for each
    participant; a move costs a point more for each working day.

    Parameters
    ----------
    weight : participants of each event, by its ID.
    days : the working days of the period.
    """
    points = 0
    for change in changes:
        if change.before is None or change.before.kind != "event":
            continue
        costly = [what for what in change.what if what != "renamed"]
        points += A_CHANGE * weight[change.before.id] * len(costly)
        if change.after is not None:
            points += distance(change.before.starts, change.after.starts, days)
    return points


def distance(one: date, other: date, days: Sequence[date]) -> int:
    """How many working days lie between two days."""
    return abs(bisect_left(days, one) - bisect_left(days, other))
