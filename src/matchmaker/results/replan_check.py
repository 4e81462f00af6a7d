"""The checker of new editions: two timetables and a list of who is told; it asks no solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matchmaker.domain.changes import ChangeKind
from matchmaker.results.told import ORDER, Told
from matchmaker.timetable.record import EventRecord, Timetable

Fault = Literal[
    "edition", "history", "past", "pin", "order", "untold", "needless", "twice", "message"
]


@dataclass(frozen=True, slots=True)
class EditionFault:
    """What is wrong with a new edition.

    Attributes
    ----------
    kind : ``edition``: it did not grow; ``history``: what was over has changed; ``past``:
        something was moved to a day before the change; ``pin``: a pinned event was moved and
        nobody said so; ``order``: something does not stand where an order put it;
        ``untold``, ``needless``, ``twice``, ``message``: somebody is not told of a change, is
        told of none, is told again, or is told something else.
    """

    kind: Fault
    about: str


def check_edition(
    before: Timetable,
    after: Timetable,
    told: Sequence[Told],
    on: date,
    lost_pins: Sequence[str] = (),
) -> tuple[EditionFault, ...]:
    """Hold a new edition and its messages against the former one.

    Parameters
    ----------
    on : the day of the change.
    lost_pins : IDs of pinned events that were said or ordered to move.
    """
    return (
        *_editions(before, after),
        *_history(before, after, on),
        *_pins(before, after, lost_pins),
        *_orders(before, after, on),
        *_told(before, after, told),
    )


def _editions(before: Timetable, after: Timetable) -> Iterator[EditionFault]:
    if after.edition <= before.edition:
        yield EditionFault("edition", str(after.edition))


def _history(before: Timetable, after: Timetable, on: date) -> Iterator[EditionFault]:
    now = {event.id: event for event in after.events}
    then = {event.id: event for event in before.events}
    for event in before.events:
        if event.ends < on:
            same = now.get(event.id)
            if same is None or same.model_copy(update={"state": event.state}) != event:
                yield EditionFault("history", event.id)
    for event in after.events:
        former = then.get(event.id)
        moved = former is None or event.starts != former.starts
        if event.kind == "event" and event.starts < on and moved:
            yield EditionFault("past", event.id)


def _pins(before: Timetable, after: Timetable, lost_pins: Sequence[str]) -> Iterator[EditionFault]:
    now = {event.id: event for event in after.events}
    for event in before.events:
        same = now.get(event.id)
        if event.pinned and same and same.starts != event.starts and event.id not in lost_pins:
            yield EditionFault("pin", event.id)


def _orders(before: Timetable, after: Timetable, on: date) -> Iterator[EditionFault]:
    """What was ordered to move stands there; a stretch or a deadline in later editions too."""
    now = {event.id: event for event in after.events}
    then = {event.id: event for event in before.events}
    last = {one.event: one for one in after.changes if one.kind is ChangeKind.MOVE}
    for id_, order in last.items():
        event, former = now.get(id_ or ""), then.get(id_ or "")
        new = order not in before.changes
        if event is None or (event.kind == "event" and not new):
            continue
        if event.starts != order.day or (order.ends and event.ends != order.ends):
            yield EditionFault("order", event.id)
        moved = former is None or event.starts != former.starts
        if new and event.kind != "event" and moved and event.starts < on:
            yield EditionFault("past", event.id)


def _told(before: Timetable, after: Timetable, told: Sequence[Told]) -> Iterator[EditionFault]:
    """Every calendar line that is gone or new must be in the messages, and nothing else."""
    lost, gained = Counter(_lines(before)), Counter(_lines(after))
    said_lost: Counter[tuple[str, ...]] = Counter()
    said_gained: Counter[tuple[str, ...]] = Counter()
    seen: set[tuple[str, ...]] = set()
    for one in told:
        for message in one.messages:
            key: tuple[str, ...] = (one.kind, one.name, message.event.id)
            if key in seen:
                yield EditionFault("twice", " / ".join(key))
            seen.add(key)
            if message.before:
                said_lost[_line(one.kind, one.name, message.before)] += 1
            if message.after:
                said_gained[_line(one.kind, one.name, message.after)] += 1
    gone, new = lost - gained, gained - lost
    changed = {line[:3] for line in (*gone, *new)}
    for missing in sorted(changed - seen):
        yield EditionFault("untold", " / ".join(missing))
    for needless in sorted(seen - changed):
        yield EditionFault("needless", " / ".join(needless))
    for wrong in sorted(
        {line[:3] for line in _differ(gone, said_lost) | _differ(new, said_gained)}
    ):
        if wrong in changed & seen:
            yield EditionFault("message", " / ".join(wrong))


def _differ(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return set(one - other) | set(other - one)


def _lines(timetable: Timetable) -> Iterator[tuple[str, ...]]:
    """Every line of every calendar."""
    for event in timetable.events:
        names = {
            "person": event.people,
            "body": event.bodies,
            "school": event.schools,
            "audience": event.audiences or ("schools",),
        }
        for kind in ORDER:
            if kind == "audience" and (event.schools or event.kind == "deadline"):
                continue
            yield from (_line(kind, name, event) for name in dict.fromkeys(names[kind]))


def _line(kind: str, name: str, event: EventRecord) -> tuple[str, ...]:
    first = event.ends if event.kind == "deadline" else event.starts
    facts = (str(first), str(event.ends), event.public_title, event.kind, event.venue or "")
    return kind, name, event.id, *facts
