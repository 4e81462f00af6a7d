"""Where the events of a published timetable stand, as places of a program."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.program import Item, Placement
from matchmaker.timetable.record import EventRecord


def standing(events: EventProgram, records: Mapping[str, EventRecord]) -> list[Placement | None]:
    """The place of every item where its record has it; nothing where there is none.

    Whether it may still stand there is for the solver or the checker to see.
    """
    found: list[Placement | None] = [None] * len(events.program.items)
    for at, one in enumerate(events.items):
        former = records.get(one.id)
        if former is not None:
            found[at] = _place(events, events.program.items[at], former)
    return found


def _place(events: EventProgram, item: Item, former: EventRecord) -> Placement | None:
    """Its first day, and those of its leaders and venues among whom there is a choice."""
    start = bisect_left(events.days, former.starts)
    if start == len(events.days) or events.days[start] != former.starts:
        return None
    names = {f"person:{name}" for name in former.people} | {f"venue:{former.venue}"}
    chosen = []
    for need in item.needs:
        own = [one for one in need.candidates if events.program.resources[one].key in names]
        if len(own) < need.count:
            return None
        chosen.append(tuple(sorted(own[: need.count])))
    return Placement(start, tuple(chosen))
