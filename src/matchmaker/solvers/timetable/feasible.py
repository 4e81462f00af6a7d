"""The first timetable: greedy, and where that leaves something out, by the limits alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.greedy import greedy, repaired
from matchmaker.solvers.timetable.model import TimeModel
from matchmaker.solvers.timetable.run import minimise
from matchmaker.timetable import Placements, TimeProgram

SHARE = 0.3
"""The share of the time that may go into placing what a greedy start leaves out."""
LIGHT = 0.5
"""How much length counts in the order with which a search begins."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a search begins.

    Attributes
    ----------
    placements : the timetable with which to begin.
    other : one that costs less at first, and is harder to improve.
    bound : the least weight that must stay unplaced, as far as it is proven.
    """

    placements: Placements
    other: Placements
    bound: int | None


def first_placements(
    program: TimeProgram, limits: Limits, known: Placements | None = None
) -> Beginning:
    """Place as much as possible, wishes only as far as they cost no time.

    Long items placed late find no room, so going by length costs least at first; but then the
    short ones lie at the end, and small steps hardly bring them forward. So the search begins
    with an order for which length counts less (measured), and keeps the other in reserve.

    Parameters
    ----------
    known : where items stood; then the search begins there as far as limits allow, and what
        would be the beginning without is kept in reserve.
    """
    start, other = (greedy(program, power) for power in (LIGHT, 1.0))
    if known is None:
        return _placing(program, limits, start, other)
    best = min(start, other, key=lambda one: tuple(program.costs(one).values()))
    warm = repaired(program, known, LIGHT)
    return replace(_placing(program, limits, warm, best), placements=warm)


def _placing(
    program: TimeProgram, limits: Limits, start: Placements, other: Placements
) -> Beginning:
    """Where neither places everything, look for more by the limits alone."""
    least = min(program.unplaced(start), program.unplaced(other))
    if not least:
        return Beginning(other if program.unplaced(start) else start, other, 0)
    if limits.over:
        return Beginning(start, other, None)
    model = TimeModel(program)
    seconds = None if limits.left is None else SHARE * limits.left
    best = start if program.unplaced(start) == least else other
    found = minimise(model, model.unplaced(), best, limits, seconds=seconds)
    if found.placements is not None and program.unplaced(found.placements) < least:
        best = found.placements
    return Beginning(best, best, found.bound)
