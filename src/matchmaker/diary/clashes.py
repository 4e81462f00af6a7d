"""Which placed meetings forbid another to begin at a time."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.diary.dates import Dating
from matchmaker.timetable import Placements


def in_the_way(dating: Dating, placements: Placements, at: int, start: int) -> Iterator[int]:
    """The placed meetings that forbid a meeting to begin on a grain."""
    program = dating.program
    item = program.items[at]
    for other in dating.beside[at]:
        placement = placements[other]
        if placement is None:
            continue
        there = program.items[other]
        apart = (
            placement.start >= start + item.duration or start >= placement.start + there.duration
        )
        if not apart:
            yield other
    for after in dating.orders[at]:
        other = after.then if after.first == at else after.first
        placement = placements[other]
        if placement is None:
            continue
        first = start if after.first == at else placement.start
        then = placement.start if after.first == at else start
        if then - first - program.items[after.first].duration < after.least:
            yield other
