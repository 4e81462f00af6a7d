"""Why an item has no place, and what would give it one; both tried, not guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from matchmaker.limits import Limits
from matchmaker.solvers.timetable.feasible import first_placements
from matchmaker.solvers.timetable.mends import Mend, mends_of
from matchmaker.timetable import (
    After,
    Budget,
    Item,
    Placement,
    Placements,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.choices import choices

T = TypeVar("T")

EFFORT = 5.0
"""Deterministic work for one question whether some items fit together."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item has no place.

    Attributes
    ----------
    kind : ``start``: no grain to begin on; ``choice``: no way to meet its needs;
        ``conflict``: together with ``others`` it cannot be placed; ``unsettled``: the time did
        not suffice to find out.
    others : the items it conflicts with; without any one of them it would fit, where
        ``proven`` says so.
    budgets : positions of budgets without any of which all of them would fit.
    afters : what must follow what, without any of which all of them would fit.
    """

    kind: Literal["start", "choice", "conflict", "unsettled"]
    others: tuple[int, ...] = ()
    proven: bool = True
    mends: tuple[Mend, ...] = ()
    budgets: tuple[int, ...] = ()
    afters: tuple[After, ...] = ()


def reason_of(
    program: TimeProgram,
    placements: Placements,
    at: int,
    possible: Sequence[int] | None = None,
    parts: Iterable[tuple[int, ...]] | None = None,
    limits: Limits | None = None,
) -> Reason:
    """Say why an item that was left out has no place.

    A conflict is made as small as can be by leaving items out one after the other; each
    answer that items do not fit together is proven by solving anew.

    Parameters
    ----------
    possible : the grains that a mend may name, the best first: none that is over; all if not
        given, the nearest to its own first.
    parts : resources that it can only do without together; each is one if not given.
    limits : no question is begun when the time is up.
    """
    item, limits = program.items[at], limits or Limits()
    if limits.over:
        return Reason("unsettled", proven=False)
    if parts is None:
        parts = [(resource,) for resource in item.holds]
    possible = _all(program, item) if possible is None else possible
    mends = tuple(mends_of(program, placements, at, possible, parts))
    if not len(item.starts):
        return Reason("start", mends=mends)
    if not choices(item, most=1):
        return Reason("choice", mends=mends)
    near = [other for other in _neighbours(program, at) if placements[other] is not None]
    everything = [
        other for other, where in enumerate(placements) if other != at and where is not None
    ]
    for others in (near, everything):
        if fits(program, [at, *others], limits) is False:
            least = _smallest(program, at, others, limits)
            items = [at, *least]
            budgets = _budgets(program, items, limits)
            afters = _afters(program, items, limits)
            return Reason("conflict", least, mends=mends, budgets=budgets, afters=afters)
    if limits.over:
        return Reason("unsettled", proven=False, mends=mends)
    return Reason("conflict", tuple(near), proven=False, mends=mends)


def _all(program: TimeProgram, item: Item) -> list[int]:
    """Every grain, the nearest to those on which an item may begin first."""
    ends = (int(item.starts[0]), int(item.starts[-1])) if len(item.starts) else (0, 0)
    grains = range(program.horizon - item.duration + 1)
    return sorted(grains, key=lambda grain: (min(abs(grain - end) for end in ends), grain))


def reason_among(
    program: TimeProgram, at: int, others: list[int], limits: Limits | None = None
) -> Reason | None:
    """Say why an item cannot be placed together with these; nothing if it can, or may."""
    limits = limits or Limits()
    item = program.items[at]
    if not len(item.starts):
        return Reason("start")
    if not choices(item, most=1):
        return Reason("choice")
    if fits(program, [at, *others], limits) is not False:
        return None
    least = _smallest(program, at, others, limits)
    items = [at, *least]
    budgets, afters = _budgets(program, items, limits), _afters(program, items, limits)
    return Reason("conflict", least, budgets=budgets, afters=afters)


def _smallest(program: TimeProgram, at: int, others: list[int], limits: Limits) -> tuple[int, ...]:
    """Others without those that can be left out while the rest still do not fit."""
    kept = list(others)
    for other in others:
        rest = [one for one in kept if one != other]
        if fits(program, [at, *rest], limits) is False:
            kept = rest
    return tuple(kept)


def _budgets(program: TimeProgram, items: list[int], limits: Limits) -> tuple[int, ...]:
    """The budgets that keep items apart, without those that are not needed for that."""
    drawn = [
        number
        for number, budget in enumerate(program.budgets)
        if any(_may_draw(program.items[item], budget) for item in items)
    ]

    def fit(numbers: Sequence[int]) -> bool | None:
        budgets = tuple(program.budgets[one] for one in numbers)
        return fits(replace(program, budgets=budgets), items, limits)

    return _needed(drawn, fit)


def _afters(program: TimeProgram, items: list[int], limits: Limits) -> tuple[After, ...]:
    """The order that keeps items apart, without what of it is not needed for that."""
    tied = [one for one in program.afters if {one.first, one.then} <= set(items)]

    def fit(afters: Sequence[After]) -> bool | None:
        return fits(replace(program, afters=tuple(afters)), items, limits)

    return _needed(tied, fit)


def _needed(kept: list[T], fit: Callable[[Sequence[T]], bool | None]) -> tuple[T, ...]:
    """The limits without which items would fit, without those that are not needed for that."""
    if not kept or fit(()) is not True:
        return ()  # they would not fit anyway, as far as is known
    for one in tuple(kept):
        rest = [other for other in kept if other != one]
        if fit(rest) is False:
            kept = rest
    return tuple(kept)


def _may_draw(item: Item, budget: Budget) -> bool:
    """Whether an item may need something of a budget."""
    return budget.resource in item.wanted and any(
        budget.covered(start, item.duration) for start in item.starts.tolist()
    )


def fits(program: TimeProgram, items: list[int], limits: Limits) -> bool | None:
    """Whether these items alone can all be placed; nothing if that was not settled."""
    if limits.over:
        return None
    part = only(program, items)
    found = first_placements(part, replace(limits, effort=EFFORT))
    if not part.unplaced(found.placements):
        return True
    return False if found.bound else None


def only(program: TimeProgram, items: Iterable[int]) -> TimeProgram:
    """The program of some of its items, without wishes."""
    number = {old: new for new, old in enumerate(items)}
    afters = tuple(
        After(number[after.first], number[after.then], after.least, after.most)
        for after in program.afters
        if after.first in number and after.then in number
    )
    kept = tuple(program.items[old] for old in number)
    return replace(program, items=kept, afters=afters, levels=())


def _neighbours(program: TimeProgram, at: int) -> Iterator[int]:
    """Items that want, in its time, something of what it wants, or that it must follow.

    Its time is also all that a budget counts together.
    """
    own = program.items[at].wanted
    drawn = [budget for budget in program.budgets if _may_draw(program.items[at], budget)]
    tied = {
        one
        for after in program.afters
        if at in {after.first, after.then}
        for one in (after.first, after.then)
    }
    for other, item in enumerate(program.items):
        meets = own & item.wanted and _in_time(program.items[at], item)
        shares = any(_may_draw(item, budget) for budget in drawn)
        if other != at and (meets or shares or other in tied):
            yield other


def _in_time(one: Item, other: Item) -> bool:
    """Whether the two could ever run at the same time."""
    if not len(one.starts) or not len(other.starts):
        return False
    return bool(
        one.starts[0] < other.starts[-1] + other.duration
        and other.starts[0] < one.starts[-1] + one.duration
    )


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place of an item, the others staying where they are, and what it would cost.

    Attributes
    ----------
    costs : of the whole timetable, level by level.
    """

    placement: Placement
    costs: dict[str, int]


def alternatives(
    program: TimeProgram, placements: Placements, at: int, most: int = 5
) -> list[Alternative]:
    """The best other places of an item, the cheapest first; none that breaks a limit."""
    item = program.items[at]
    now = placements[at]
    found = []
    for grain in item.starts.tolist():
        best: Alternative | None = None
        for chosen in choices(item):
            place = Placement(grain, chosen)
            if now is not None and grain == now.start:
                continue
            tried = [*placements[:at], place, *placements[at + 1 :]]
            check = check_placements(program, tried)
            if check.valid and (best is None or _key(check.costs) < _key(best.costs)):
                best = Alternative(place, check.costs)
        if best is not None:
            found.append(best)
    found.sort(key=lambda one: (_key(one.costs), one.placement.start))
    return found[:most]


def _key(costs: dict[str, int]) -> tuple[int, ...]:
    return tuple(costs.values())
