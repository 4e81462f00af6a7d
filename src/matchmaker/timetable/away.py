"""Days on which somebody or some place is taken, as items that stand where they are.

Nothing else in a program has to know of them: whoever is away on a day is held by an item of
that day, so limits, reasons and alternatives see it by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.domain.abbreviations import Abbreviation
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.timetable.axis import closed_grains
from matchmaker.timetable.occurrences import EventProgram, Occurrence
from matchmaker.timetable.ordered import Block
from matchmaker.timetable.program import Item


@dataclass(frozen=True, slots=True)
class Away:
    """Working days in a row on which a resource is taken.

    Attributes
    ----------
    blocks : what takes it; several where days meet.
    """

    resource: int
    start: int
    duration: int
    blocks: tuple[Block, ...]


def aways(events: EventProgram, blocks: Iterable[Block]) -> list[Away]:
    """The days on which people, groups and places of a program are taken, in a stated order."""
    taken: dict[tuple[int, int], dict[int, list[Block]]] = {}
    for block in blocks:
        for resource, share in _resources(events, block):
            days = taken.setdefault((resource, share), {})
            for grain in _grains(events, block):
                days.setdefault(grain, []).append(block)
    return [
        away for (resource, _), days in sorted(taken.items()) for away in _stretches(resource, days)
    ]


def with_aways(events: EventProgram, found: Sequence[Away]) -> EventProgram:
    """The same program with an item for each stretch; they follow those of the events."""
    program = events.program
    # None of them may be left out, whatever else would find a place by that.
    weight = 1 + sum(item.weight for item in program.items)
    items = tuple(
        Item(
            key=f"away:{number}",
            duration=one.duration,
            starts=np.array([one.start], np.int32),
            holds=(one.resource,),
            weight=weight,
        )
        for number, one in enumerate(found)
    )
    events.program = replace(program, items=(*program.items, *items))
    return events


def blocked_grains(events: EventProgram, one: Occurrence, blocks: Iterable[Block]) -> set[int]:
    """Days that are taken from an event as such: from everybody, its schools, its body."""
    return {grain for block in blocks if concerns(block, one) for grain in _grains(events, block)}


def lost_grains(events: EventProgram, one: Occurrence, blocks: Iterable[Block]) -> frozenset[int]:
    """The same, with the days off that its schools have by the roadmap."""
    return closed_grains(events.days, one) | blocked_grains(events, one, blocks)


def concerns(block: Block, one: Occurrence) -> bool:
    """Whether days are taken from an event whoever leads it and wherever it may be."""
    who = block.who
    if who is None:
        return True
    if who.kind == "school":
        return who.name in one.schools
    if who.kind == "body":
        group = any(
            known.name == who.name and known.members for known in one.plan.roadmap.abbreviations
        )
        return not group and any(who.name == party.name for party in one.row.responsible.parties)
    return False


def _resources(events: EventProgram, block: Block) -> Iterator[tuple[int, int]]:
    """What a block takes, and which share of it: a group is taken place by place."""
    who = block.who
    known = events.resources
    if who is None:
        return
    if who.kind in {"person", "venue"} and f"{who.kind}:{who.name}" in known:
        yield known[f"{who.kind}:{who.name}"], 0
    for group in _abbreviations(events):
        at = known.get(f"group:{group.name}")
        if at is None:
            continue
        capacity = events.program.resources[at].capacity
        members = sorted({one_form(name) for name in group.members})
        if who.kind == "body" and who.name == group.name:
            yield from ((at, share) for share in range(capacity))
        elif who.kind == "person" and who.name in members and capacity >= len(members):
            # A group that can do fewer things at once than it has members spares one of them.
            yield at, members.index(who.name)


def _abbreviations(events: EventProgram) -> Sequence[Abbreviation]:
    return events.items[0].plan.roadmap.abbreviations if events.items else ()


def _grains(events: EventProgram, block: Block) -> list[int]:
    return [at for at, day in enumerate(events.days) if block.starts <= day <= block.ends]


def _stretches(resource: int, days: dict[int, list[Block]]) -> Iterator[Away]:
    run: list[int] = []
    for grain in sorted(days):
        if run and grain != run[-1] + 1:
            yield _away(resource, run, days)
            run = []
        run.append(grain)
    if run:
        yield _away(resource, run, days)


def _away(resource: int, run: list[int], days: dict[int, list[Block]]) -> Away:
    blocks = dict.fromkeys(block for grain in run for block in days[grain])
    return Away(resource, run[0], len(run), tuple(blocks))
