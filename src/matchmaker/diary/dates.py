"""The second choice: the day and the time of every single meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

import numpy as np

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.former import Former
from matchmaker.diary.phases import Wanted
from matchmaker.diary.series import Mode
from matchmaker.diary.slots import Axis, Slot, road_slots
from matchmaker.diary.weekly import Plan
from matchmaker.timetable import After, Item, Level, Placement, Resource, TimeProgram
from matchmaker.timetable.program import Term
from matchmaker.timetable.wishes import Cancelled, StartCost

TURNING = 2
"""What it costs to leave out the first or last meetings, against 1 for a regular one."""

GONE = 2
"""Points for a meeting people know that has no place any more, against 1 for a moved one."""

FAR = 48
"""A day away from the wished one counts as much as so many slots away from its time."""


@dataclass(frozen=True)
class Dating:
    """Single meetings as a program, and what its numbers mean."""

    program: TimeProgram
    axis: Axis
    first: date
    meetings: tuple[Wanted, ...]
    modes: tuple[Mode | None, ...]
    people: tuple[str, ...]

    @cached_property
    def beside(self) -> list[list[int]]:
        """Of each meeting, the others with people of it."""
        users: dict[int, list[int]] = defaultdict(list)
        for at, item in enumerate(self.program.items):
            for person in item.holds:
                users[person].append(at)
        return [
            sorted({other for person in item.holds for other in users[person]} - {at})
            for at, item in enumerate(self.program.items)
        ]

    @cached_property
    def orders(self) -> list[list[After]]:
        """Of each meeting, the orders it stands in."""
        found: list[list[After]] = [[] for _ in self.program.items]
        for after in self.program.afters:
            found[after.first].append(after)
            found[after.then].append(after)
        return found

    def when(self, at: int, placement: Placement) -> tuple[date, int]:
        """The day and the slot of a meeting."""
        day, slot = self.axis.slot(placement.start, self.road(at))
        return self.first + timedelta(day), slot

    def road(self, at: int) -> int:
        """The longest road of a meeting. Unit: slots one way."""
        mode = self.modes[at]
        return road_slots(self.meetings[at].series, mode, self.axis.grid) if mode else 0


def date_program(
    plans: Sequence[Plan],
    regular: Sequence[Slot | None],
    days: Days,
    grid: Grid,
    former: Former | None = None,
) -> Dating:
    """The choice of a day and a time for every meeting of every series.

    Levels: of a new edition, meetings that are not when people know them to be; meetings that
    leave the weekly slot; days and slots away from the wished time.
    """
    people = tuple(sorted({who for plan in plans for who in plan.series.people}))
    position = {who: at for at, who in enumerate(people)}
    roads = [road_slots(plan.series, plan.mode, grid) if plan.mode else 0 for plan in plans]
    axis = Axis(grid, max(roads, default=0))
    first = min((plan.series.starts for plan in plans), default=date.min)
    last = max((plan.series.ends for plan in plans), default=date.min)
    items: list[Item] = []
    afters: list[After] = []
    changed: list[Term] = []
    moved, away = [], []
    for plan, slot, road in zip(plans, regular, roads, strict=True):
        base = len(items)
        for wanted in plan.meetings:
            choices = _choices(wanted, plan.free, days)
            items.append(
                Item(
                    wanted.key,
                    grid.length(plan.series.rhythm.minutes) + 2 * road,
                    np.array(
                        [axis.grain((on - first).days, at, road) for on, at in choices], np.int32
                    ),
                    tuple(position[who] for who in plan.series.people),
                    weight=1 if wanted.phase == "regular" else TURNING,
                )
            )
            item = len(items) - 1
            known = former.place(wanted.key, grid) if former else None
            if known:
                changed += [StartCost(item, _changed(choices, known)), Cancelled(item, GONE)]
            moved.append(StartCost(item, _moved(choices, slot)))
            away.append(StartCost(item, _away(choices, known or _wished(wanted, slot))))
        afters += _orders(plan.meetings, base, axis.shown)
    levels = (
        *((Level("changes", tuple(changed)),) if former else ()),
        Level("regular", tuple(moved)),
        Level("nearness", tuple(away)),
    )
    return Dating(
        TimeProgram(
            ((last - first).days + 1) * axis.day,
            tuple(items),
            tuple(Resource(who) for who in people),
            tuple(afters),
            levels,
        ),
        axis,
        first,
        tuple(wanted for plan in plans for wanted in plan.meetings),
        tuple(plan.mode for plan in plans for _ in plan.meetings),
        people,
    )


def _choices(wanted: Wanted, free: Sequence[Slot], days: Days) -> list[tuple[date, int]]:
    """Every day and slot that a meeting may have, in the order of time."""
    series = wanted.series
    return [
        (on, at)
        for on in wanted.window
        if all(days.usable(who, on, holidays=series.rhythm.holidays) for who in series.people)
        for weekday, at in free
        if weekday == on.weekday()
    ]


def _moved(
    choices: Sequence[tuple[date, int]], slot: Slot | None
) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(
        [slot is not None and (on.weekday(), at) != slot for on, at in choices], np.int32
    )


def _changed(
    choices: Sequence[tuple[date, int]], known: tuple[date, int]
) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array([one != known for one in choices], np.int32)


def _wished(wanted: Wanted, slot: Slot | None) -> tuple[date, int]:
    weekday, at = slot or (wanted.due.weekday(), 0)
    return wanted.due + timedelta((weekday - wanted.due.weekday()) % 7), at


def _away(
    choices: Sequence[tuple[date, int]], wish: tuple[date, int]
) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    day, at = wish
    return np.array([FAR * abs((on - day).days) + abs(one - at) for on, one in choices], np.int32)


def _orders(meetings: Sequence[Wanted], base: int, shown: int) -> list[After]:
    """A later meeting is on a later day; said only where the windows do not say it already."""
    return [
        After(base + one, base + other, shown)
        for one, other in combinations(range(len(meetings)), 2)
        if meetings[one].window
        and meetings[other].window
        and meetings[one].window[-1] >= meetings[other].window[0]
    ]
