"""What would give an item a place, the others staying where they are; each is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from matchmaker.timetable import (
    Grains,
    Item,
    Placement,
    Placements,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.choices import choices


@dataclass(frozen=True, slots=True)
class Mend:
    """One change under which the item has a place, the others staying where they are.

    Attributes
    ----------
    kind : ``when``: it may begin on ``start`` too; ``without``: it does not hold
        ``resources``; ``budget``: so many grains more are given.
    budgets : positions of budgets, and how many grains each would have to give.
    """

    kind: Literal["when", "without", "budget"]
    start: int
    resources: tuple[int, ...] = ()
    budgets: tuple[tuple[int, int], ...] = ()


def mends_of(
    program: TimeProgram,
    placements: Placements,
    at: int,
    possible: Grains | None,
    parts: Iterable[tuple[int, ...]],
) -> Iterator[Mend]:
    """The nearest other grain on which it fits, what more to give, whom to do without.

    Parameters
    ----------
    parts : what of that which it holds it can only do without together.
    """
    item = program.items[at]
    ends = (item.starts[0], item.starts[-1]) if len(item.starts) else (0, 0)
    everywhere = np.arange(program.horizon - item.duration + 1, dtype=np.int32)
    if possible is not None:
        everywhere = np.intersect1d(everywhere, possible)
    outside = [grain for grain in everywhere.tolist() if grain not in set(item.starts.tolist())]
    outside.sort(key=lambda grain: (min(abs(grain - int(end)) for end in ends), grain))
    free = replace(item, starts=everywhere)
    place = _first(program, placements, at, free, outside)
    if place is not None:
        yield Mend("when", place.start)
    rich = replace(program, budgets=())
    place = _first(rich, placements, at, item, item.starts.tolist()) if program.budgets else None
    raised = tuple(_raised(program, placements, at, place)) if place is not None else ()
    if place is not None and raised:
        yield Mend("budget", place.start, budgets=raised)
    for part in parts:
        bare = replace(item, holds=tuple(one for one in item.holds if one not in part))
        place = _first(program, placements, at, bare, item.starts.tolist())
        if place is not None:
            yield Mend("without", place.start, part)


def _raised(
    program: TimeProgram, placements: Placements, at: int, place: Placement
) -> Iterator[tuple[int, int]]:
    """The budgets that a place of an item exceeds, and what they would have to give."""
    tried = [*placements[:at], place, *placements[at + 1 :]]
    for violation in check_placements(program, tried).violations:
        if violation.budget is not None:
            budget = program.budgets[violation.budget]
            yield (
                violation.budget,
                sum(
                    budget.covered(where.start, program.items[one].duration)
                    for one in violation.items
                    if (where := tried[one]) is not None
                ),
            )


def _first(
    program: TimeProgram, placements: Placements, at: int, item: Item, grains: Iterable[int]
) -> Placement | None:
    """The first place on these grains that an item has among the others as they are."""
    items = (*program.items[:at], item, *program.items[at + 1 :])
    changed = replace(program, items=items, levels=())
    ways = choices(item)
    for grain in grains:
        for chosen in ways:
            place = Placement(grain, chosen)
            tried = [*placements[:at], place, *placements[at + 1 :]]
            if check_placements(changed, tried).valid:
                return place
    return None
