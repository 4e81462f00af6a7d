"""From series to plans: which meetings each should have, in which way, and where in the week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.former import Former
from matchmaker.diary.phases import meetings_of
from matchmaker.diary.series import Series
from matchmaker.diary.slots import free_slots, ways_of
from matchmaker.diary.week import Week
from matchmaker.diary.weekly import Plan


def planned(
    series: Sequence[Series],
    weeks: Mapping[str, Week],
    days: Days,
    grid: Grid,
    former: Former | None = None,
) -> tuple[Plan, ...]:
    """The meetings each series should have, and how it meets.

    Parameters
    ----------
    former : what people have; a series that has nothing more to come is left out.
    """
    turns: dict[str, int] = defaultdict(int)
    known = []
    for one in series:
        turn = turns[one.mentors[0]]
        turns[one.mentors[0]] += 1
        if former is None:
            wanted = meetings_of(one, days, turn)
            weekdays = [{on.weekday() for on in meeting.window} for meeting in wanted]
            known.append(Plan(one, *ways_of(one, weeks, grid, weekdays), wanted))
        elif wanted := former.asked(one, days, turn):
            mode = former.mode(wanted, one, weeks, days)
            free = tuple(free_slots(one, mode, weeks, grid)) if mode else ()
            if not free:
                weekdays = [{on.weekday() for on in meeting.window} for meeting in wanted]
                mode, free = ways_of(one, weeks, grid, weekdays)
            known.append(Plan(one, mode, free, former.widened(wanted, free, one, weeks, days)))
    return tuple(known)
