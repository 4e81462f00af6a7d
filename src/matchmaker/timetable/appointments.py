"""The checker of appointments: who is where when, minute by minute; asks no solver.

It knows neither grains nor the program that was solved: it reads what was written down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting of people on a day.

    Attributes
    ----------
    starts, ends : unit: minutes from midnight.
    window : the first and the last day on which it may be.
    chain : appointments of one chain are in their order, each on a later day.
    road : what a person needs to get there and back. Unit: minutes one way.
    """

    key: str
    day: date
    starts: int
    ends: int
    people: tuple[str, ...]
    window: tuple[date, date]
    chain: str = ""
    order: int = 0
    road: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clash:
    """What is wrong with appointments.

    Attributes
    ----------
    kind : two at once or no time for the road; outside the hours of a person; on a day that is
        not the person's; outside the window; not in order; of a wrong length; written twice or
        not wanted; neither placed nor told; in a way or place that is not theirs. Of a new
        edition: what was over has changed; something stands before its day; its number has not
        grown; somebody is not told of a change, or of what is none.
    keys : the appointments concerned.
    """

    kind: Literal[
        "twice",
        "busy",
        "day",
        "window",
        "order",
        "length",
        "key",
        "lost",
        "road",
        "history",
        "past",
        "edition",
        "told",
    ]
    keys: tuple[str, ...]
    person: str | None = None


def check_appointments(
    appointments: Sequence[Appointment],
    free: Callable[[str, date, int, int], bool],
    open_day: Callable[[str, date], bool],
) -> tuple[Clash, ...]:
    """Hold appointments against the hours and days of people and against each other.

    Parameters
    ----------
    free : whether a person is free on a day from one minute to another.
    open_day : whether a person may meet on a day at all.
    """
    clashes = list(_single(appointments, free, open_day))
    diaries: dict[tuple[str, date], list[Appointment]] = defaultdict(list)
    chains: dict[str, list[Appointment]] = defaultdict(list)
    keys: dict[str, int] = defaultdict(int)
    for one in appointments:
        keys[one.key] += 1
        chains[one.chain].append(one)
        for person in one.people:
            diaries[person, one.day].append(one)
    clashes += [Clash("key", (key,)) for key, times in keys.items() if times > 1]
    for (person, _), mine in diaries.items():
        clashes += _together(person, mine)
    for chain, mine in chains.items():
        if chain:
            clashes += _order(mine)
    return tuple(clashes)


def _single(
    appointments: Sequence[Appointment],
    free: Callable[[str, date, int, int], bool],
    open_day: Callable[[str, date], bool],
) -> Iterator[Clash]:
    for one in appointments:
        if one.ends <= one.starts:
            yield Clash("length", (one.key,))
        if not one.window[0] <= one.day <= one.window[1]:
            yield Clash("window", (one.key,))
        for person in one.people:
            road = one.road.get(person, 0)
            if not open_day(person, one.day):
                yield Clash("day", (one.key,), person)
            if not free(person, one.day, one.starts - road, one.ends + road):
                yield Clash("busy", (one.key,), person)


def _together(person: str, mine: list[Appointment]) -> Iterator[Clash]:
    """Two at once, or so close that the road between them is longer."""
    for one, other in pairwise(sorted(mine, key=lambda a: (a.starts, a.ends, a.key))):
        # From one place back to the own organisation and on to the other.
        if one.ends + one.road.get(person, 0) > other.starts - other.road.get(person, 0):
            yield Clash("twice", (one.key, other.key), person)


def _order(mine: list[Appointment]) -> Iterator[Clash]:
    for one, other in pairwise(sorted(mine, key=lambda a: a.order)):
        if one.day >= other.day:
            yield Clash("order", (one.key, other.key))
