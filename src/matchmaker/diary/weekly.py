"""The first choice: a weekday and a time that a series keeps all year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.former import Former
from matchmaker.diary.phases import Wanted
from matchmaker.diary.series import Mode, Series
from matchmaker.diary.slots import Axis, Slot, road_slots
from matchmaker.diary.week import Week
from matchmaker.timetable import Item, Level, Placements, Resource, TimeProgram
from matchmaker.timetable.program import Term
from matchmaker.timetable.wishes import Balance, Cancelled, StartCost

NO_LESSONS = 12
"""What it costs to come on a day without lessons, as if so many slots were waited for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is known of a series before it has a time.

    Attributes
    ----------
    mode : nothing if there is no way in which all accept to meet.
    free : where in the week they can begin.
    meetings : in their order.
    """

    series: Series
    mode: Mode | None
    free: tuple[Slot, ...]
    meetings: tuple[Wanted, ...]


def weekly_program(
    plans: Sequence[Plan],
    weeks: Mapping[str, Week],
    days: Days,
    grid: Grid,
    former: Former | None = None,
) -> tuple[TimeProgram, Axis]:
    """The choice of a weekly slot for every series, so that nobody is in two at once.

    Levels: of a new edition, series that leave the slot people know; as few meetings as
    possible that could not keep the slot; an even week of every mentor; little waiting between
    lessons and meeting.
    """
    people = sorted({who for plan in plans for who in plan.series.people})
    position = {who: at for at, who in enumerate(people)}
    roads = [road_slots(plan.series, plan.mode, grid) if plan.mode else 0 for plan in plans]
    axis = Axis(grid, max(roads, default=0))
    changed: list[Term] = []
    items, lost, waiting = [], [], []
    by_mentor: dict[str, list[int]] = defaultdict(list)
    for at, (plan, road) in enumerate(zip(plans, roads, strict=True)):
        series = plan.series
        misses = _misses(plan, days)
        items.append(
            Item(
                series.key,
                grid.length(series.rhythm.minutes) + 2 * road,
                np.array([axis.grain(day, slot, road) for day, slot in plan.free], np.int32),
                tuple(position[who] for who in series.people),
            )
        )
        known = former.slot(series.key, grid) if former else None
        if known:
            moved = np.array([slot != known for slot in plan.free], np.int32)
            changed += [StartCost(at, moved), Cancelled(at, 1)]
        lost.append(StartCost(at, np.array([misses[day] for day, _ in plan.free], np.int32)))
        waits = [
            sum(_wait(weeks[who], one, plan, grid) for who in series.people) for one in plan.free
        ]
        waiting.append(StartCost(at, np.array(waits, np.int32)))
        for mentor in series.mentors:
            by_mentor[mentor].append(at)
    stretch = np.arange(7 * axis.day, dtype=np.int32) // axis.day
    even = tuple(
        Balance(tuple(mine), stretch) for _, mine in sorted(by_mentor.items()) if len(mine) > 1
    )
    levels = (
        *((Level("changes", tuple(changed)),) if former else ()),
        Level("regular", tuple(lost)),
        Level("balance", even),
        Level("waiting", tuple(waiting)),
    )
    resources = tuple(Resource(who) for who in people)
    return TimeProgram(7 * axis.day, tuple(items), resources, (), levels), axis


def regular_slots(axis: Axis, plans: Sequence[Plan], placements: Placements) -> list[Slot | None]:
    """The weekly slot of each series; nothing where other series took all that were free."""
    roads = [road_slots(plan.series, plan.mode, axis.grid) if plan.mode else 0 for plan in plans]
    return [
        None if placement is None else axis.slot(placement.start, road)
        for placement, road in zip(placements, roads, strict=True)
    ]


def _misses(plan: Plan, days: Days) -> list[int]:
    """Of each weekday, how many meetings find no usable day of it within their windows."""
    misses = [0] * 7
    holidays = plan.series.rhythm.holidays
    for wanted in plan.meetings:
        there = {
            on.weekday()
            for on in wanted.window
            if all(days.usable(who, on, holidays=holidays) for who in plan.series.people)
        }
        for weekday in range(7):
            misses[weekday] += weekday not in there
    return misses


def _wait(week: Week, slot: Slot, plan: Plan, grid: Grid) -> int:
    """How many slots lie between a person's lessons and a meeting."""
    weekday, at = slot
    begin, end = grid.begin(at), grid.begin(at) + plan.series.rhythm.minutes
    gaps = [max(begin - last, first - end) for first, last in week.busy[weekday]]
    return min((max(0, gap) // grid.slot for gap in gaps), default=NO_LESSONS)
