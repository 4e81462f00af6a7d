"""What ties the events of a timetable to each other: order, closings, even loads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from matchmaker.roadmap.milestones import closes, closes_a_part
from matchmaker.timetable.occurrences import Occurrence
from matchmaker.timetable.program import After, Grains, Item
from matchmaker.timetable.wishes import Balance


def followings(occurrences: Sequence[Occurrence]) -> Iterator[After]:
    """What rows say they follow, occurrence by occurrence."""
    of_row: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(occurrences):
        of_row[one.plan.plan.id, one.row.label].append(at)
    for at, one in enumerate(occurrences):
        own = of_row[one.plan.plan.id, one.row.label]
        for number in sorted(one.row.event.after):
            before = of_row.get((one.plan.plan.id, number.strip(" .")), [])
            place = own.index(at)
            if place < len(before):
                yield After(before[place], at, one.row.event.lead_days or 0)


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
