"""What would give an item a place, the others staying where they are; each is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from matchmaker.timetable import Board, Item, Placement, Placements, TimeProgram, check_placements


@dataclass(frozen=True, slots=True)
class Mend:
    """One change under which the item has a place, the others staying where they are.

    Attributes
    ----------
    kind : ``when``: it may begin on ``start`` too; ``without``: it does not hold
        ``resources``; ``budget``: so many grains more are given; ``order``: nothing is asked
        of it and the item ``other``, which it follows or goes before.
    budgets : positions of budgets, and how many grains each would have to give.
    """

    kind: Literal["when", "without", "budget", "order"]
    start: int
    resources: tuple[int, ...] = ()
    budgets: tuple[tuple[int, int], ...] = ()
    other: int | None = None


def mends_of(
    program: TimeProgram,
    placements: Placements,
    at: int,
    possible: Sequence[int],
    parts: Iterable[tuple[int, ...]],
) -> Iterator[Mend]:
    """The best other grain on which it fits, what more to give, whom and what to do without.

    Parameters
    ----------
    possible : the grains that a mend may name, the best first.
    parts : what of that which it holds it can only do without together.
    """
    item = program.items[at]
    fitting = [grain for grain in possible if 0 <= grain <= program.horizon - item.duration]
    own = set(item.starts.tolist())
    inside = [grain for grain in fitting if grain in own]
    free = replace(item, starts=np.array(sorted(fitting), np.int32))
    outside = [grain for grain in fitting if grain not in own]
    place = _first(program, placements, at, free, outside)
    if place is not None:
        yield Mend("when", place.start)
    for other in _ordered(program, at):
        loose = tuple(one for one in program.afters if {one.first, one.then} != {at, other})
        place = _first(replace(program, afters=loose), placements, at, item, inside)
        if place is not None:
            yield Mend("order", place.start, other=other)
    rich = replace(program, budgets=())
    place = _first(rich, placements, at, item, inside) if program.budgets else None
    raised = tuple(_raised(program, placements, at, place)) if place is not None else ()
    if place is not None and raised:
        yield Mend("budget", place.start, budgets=raised)
    for part in parts:
        bare = replace(item, holds=tuple(one for one in item.holds if one not in part))
        place = _first(program, placements, at, bare, inside)
        if place is not None:
            yield Mend("without", place.start, part)


def _ordered(program: TimeProgram, at: int) -> dict[int, None]:
    """The items that an item follows or goes before."""
    tied = (one for one in program.afters if at in {one.first, one.then})
    return dict.fromkeys(one.first if one.then == at else one.then for one in tied)


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
    board = Board(changed, [*placements[:at], None, *placements[at + 1 :]])
    rows = {grain: row for row, grain in enumerate(item.starts.tolist())}
    free = board.free(at)
    for grain in grains:
        choice = np.flatnonzero(free[rows[grain]])
        if len(choice):
            return Placement(grain, board.chosen[at][int(choice[0])])
    return None
