"""What ties the events of a timetable to each other: order, closings, even loads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from matchmaker.roadmap.milestones import closes, closes_a_part
from matchmaker.roadmap.windows import Window
from matchmaker.timetable.occurrences import Bound, Occurrence
from matchmaker.timetable.program import After, Grains, Item
from matchmaker.timetable.wishes import Balance


def followings(
    events: Sequence[Occurrence], fixed: Sequence[tuple[Occurrence, Window]], days: Sequence[date]
) -> tuple[tuple[After, ...], tuple[Bound, ...]]:
    """What rows say they follow, occurrence by occurrence, and the days that bind events by it.

    Parameters
    ----------
    fixed : stretches and deadlines with their days; what two of them say of each other is
        nothing that a timetable could decide.

    Returns
    -------
    The order of items, where bounds count on after the events; and these bounds.
    """
    everything = [*events, *(one for one, _ in fixed)]
    of_row: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, one in enumerate(everything):
        of_row[one.plan.plan.id, one.row.position].append(at)
    afters: list[After] = []
    bounds: dict[tuple[str, bool], Bound] = {}

    def item(at: int, *, last: bool) -> int | None:
        """The event, or the first or last day of what is fixed; nothing if it is out of reach."""
        if at < len(events):
            return at
        one, window = fixed[at - len(events)]
        bound = _bound(one, window, days, last=last)
        if bound is None:
            return None
        bounds.setdefault((one.id, last), bound)
        return len(events) + list(bounds).index((one.id, last))

    for at, one in enumerate(everything):
        place = of_row[one.plan.plan.id, one.row.position].index(at)
        for row in one.plan.followed(one.row):
            before = of_row[one.plan.plan.id, row.position]
            if place < len(before) and min(before[place], at) < len(events):
                first, then = item(before[place], last=True), item(at, last=False)
                if first is not None and then is not None:
                    afters.append(After(first, then, one.row.event.lead_days or 0))
    return tuple(afters), tuple(bounds.values())


def _bound(one: Occurrence, window: Window, days: Sequence[date], *, last: bool) -> Bound | None:
    """The last day of a stretch or deadline, or its first; nothing if no working day is left."""
    day = window.end if last or window.start is None else window.start
    if day is None:
        return None
    grain = bisect_right(days, day) - 1 if last else bisect_left(days, day)
    return Bound(one, last, day, grain) if 0 <= grain < len(days) else None


def closings(occurrences: Sequence[Occurrence]) -> Iterator[After]:
    """Whatever stands on named days comes before the row that closes the plan."""
    for at, one in enumerate(occurrences):
        if _closes(one):
            for other, event in enumerate(occurrences):
                if other != at and event.plan.plan.id == one.plan.plan.id and event.row.fixed:
                    yield After(other, at)


def after_spans(
    one: Occurrence, spans: Sequence[Occurrence], starts: Grains, days: Sequence[date]
) -> Grains | None:
    """The days of a closing on which no survey or contest of its plan runs any more.

    Nothing if that leaves out none of them, or all.
    """
    if not _closes(one):
        return None
    ends = [
        span.window.end
        for span in spans
        if span.plan.plan.id == one.plan.plan.id and span.row.fixed and span.window.end
    ]
    kept = [grain for grain in starts.tolist() if not ends or days[grain] > max(ends)]
    return np.array(kept, np.int32) if 0 < len(kept) < len(starts) else None


def _closes(one: Occurrence) -> bool:
    return bool(one.row.fixed) and closes(one.row) and not closes_a_part(one.row)


def balance(items: Sequence[Item], days: Sequence[date]) -> Iterator[Balance]:
    """The months of every person, group and audience, and the weeks of the whole centre."""
    weeks = np.array([(day.toordinal() - 1) // 7 for day in days], np.int32)
    if len(items) > 1:
        yield Balance(tuple(range(len(items))), weeks)
    months = np.array([12 * day.year + day.month for day in days], np.int32)
    loads: dict[int, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for resource in item.holds:
            loads[resource].append(at)
    for _, some in sorted(loads.items()):
        if len(some) > 1:
            yield Balance(tuple(some), months)
