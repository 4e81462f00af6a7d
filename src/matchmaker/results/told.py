"""Who must be told what: everybody whose calendar changes, of each event once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from matchmaker.timetable.disruption import EventChange, What, days_of
from matchmaker.timetable.record import EventRecord

WhoKind = Literal["person", "body", "school", "audience"]
ORDER: tuple[WhoKind, ...] = ("person", "body", "school", "audience")
ALL_SCHOOLS = "schools"
"""The audience of an event that names neither participants nor schools: all of them."""

Recipient = tuple[WhoKind, str]


@dataclass(frozen=True, slots=True)
class Message:
    """What one recipient must be told of one event.

    Attributes
    ----------
    before, after : the event as it stood and stands in the recipient's calendar; nothing if it
        did not, or does not any more.
    what : how the event itself has changed, for whomever.
    """

    before: EventRecord | None
    after: EventRecord | None
    what: tuple[What, ...] = ()

    @property
    def event(self) -> EventRecord:
        """The event as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None  # a message is of something
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who must be told, and all that it is."""

    kind: WhoKind
    name: str
    messages: tuple[Message, ...]


def told(changes: Sequence[EventChange]) -> tuple[Told, ...]:
    """Everybody in whose calendar something is new, gone or different.

    Leaders who come or go are told of by what their own calendars get or lose; nobody else's
    calendar changes by that.
    """
    found: dict[Recipient, list[Message]] = {}
    for change in changes:
        then = set(recipients(change.before)) if change.before else set()
        now = set(recipients(change.after)) if change.after else set()
        for who in sorted(then | now):
            before = change.before if who in then else None
            after = change.after if who in now else None
            if before is None or after is None or shown(before) != shown(after):
                found.setdefault(who, []).append(Message(before, after, change.what))
    return tuple(
        Told(kind, name, tuple(found[kind, name]))
        for kind, name in sorted(found, key=lambda who: (ORDER.index(who[0]), who[1]))
    )


def recipients(event: EventRecord) -> Iterator[Recipient]:
    """In whose calendars an event stands: of those who lead it and of those who take part.

    A deadline concerns only who must keep it. What one school does, the school is told.
    """
    yield from (("person", name) for name in event.people)
    yield from (("body", name) for name in event.bodies)
    yield from (("school", name) for name in event.schools)
    if event.kind != "deadline" and not event.schools:
        yield from (("audience", name) for name in event.audiences or (ALL_SCHOOLS,))


def shown(event: EventRecord) -> tuple[object, ...]:
    """What a calendar shows of an event."""
    return event.public_title, days_of(event), event.kind, event.venue
