"""The checker of timetables: asks no solver, and finds every broken limit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.timetable.program import Item, Placement, Placements, TimeProgram

Uses = dict[int, list[tuple[int, int, int]]]
"""For each resource the first grain, the one after the last, and the item of each use."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A limit that a timetable breaks.

    Attributes
    ----------
    kind : ``start``, ``choice``, ``capacity``, ``budget``, ``after``, ``length``.
    items : positions of the items concerned.
    resource : position of the resource, of ``capacity`` and ``budget``.
    grain : the first grain on which it is broken, of ``capacity``.
    budget : position of the budget that is exceeded.
    """

    kind: str
    items: tuple[int, ...]
    resource: int | None = None
    grain: int | None = None
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a timetable, and what it costs level by level."""

    violations: tuple[Violation, ...]
    costs: dict[str, int]

    @property
    def valid(self) -> bool:
        """Whether every limit holds."""
        return not self.violations


def check_placements(program: TimeProgram, placements: Placements) -> Check:
    """Hold a timetable against every limit of its program, and count its costs anew.

    Parameters
    ----------
    placements : one for each item, in their order.
    """
    if len(placements) != len(program.items):
        return Check((Violation("length", ()),), {})
    uses = _uses(program, placements)
    violations = [*_items(program, placements), *_capacities(program, uses)]
    violations += [*_budgets(program, uses), *_afters(program, placements)]
    return Check(tuple(violations), program.costs(placements))


def _items(program: TimeProgram, placements: Placements) -> Iterator[Violation]:
    for at, (item, placement) in enumerate(zip(program.items, placements, strict=True)):
        if placement is None:
            continue
        if placement.start not in set(item.starts.tolist()):
            yield Violation("start", (at,))
        if placement.start < 0 or placement.start + item.duration > program.horizon:
            yield Violation("start", (at,))
        if not _rightly_chosen(item, placement):
            yield Violation("choice", (at,))


def _rightly_chosen(item: Item, placement: Placement) -> bool:
    used = [*item.holds, *(one for chosen in placement.chosen for one in chosen)]
    if len(placement.chosen) != len(item.needs):
        return False
    if len(used) != len(set(used)) and not item.versatile:
        return False
    return all(
        len(chosen) == need.count
        and list(chosen) == sorted(set(chosen))
        and set(chosen) <= set(need.candidates)
        for need, chosen in zip(item.needs, placement.chosen, strict=True)
    )


def _uses(program: TimeProgram, placements: Placements) -> Uses:
    """When each resource is used, and by which item."""
    uses: Uses = defaultdict(list)
    for at, (item, placement) in enumerate(zip(program.items, placements, strict=True)):
        if placement is None:
            continue
        held = {*item.holds, *(one for chosen in placement.chosen for one in chosen)}
        for resource in sorted(held):
            uses[resource].append((placement.start, placement.start + item.duration, at))
    return uses


def _capacities(program: TimeProgram, uses: Uses) -> Iterator[Violation]:
    """A resource that serves more items at once than it can, once for each resource."""
    for resource, spans in sorted(uses.items()):
        for grain in sorted({start for start, _, _ in spans}):
            busy = tuple(at for start, end, at in spans if start <= grain < end)
            if len(busy) > program.resources[resource].capacity:
                yield Violation("capacity", busy, resource, grain)
                break


def _budgets(program: TimeProgram, uses: Uses) -> Iterator[Violation]:
    """Stretches in which the items of a resource take more than its budget."""
    for number, budget in enumerate(program.budgets):
        covered = {
            at: taken
            for start, end, at in uses.get(budget.resource, ())
            if (taken := budget.covered(start, end - start))
        }
        if sum(covered.values()) > budget.most:
            yield Violation("budget", tuple(covered), budget.resource, budget=number)


def _afters(program: TimeProgram, placements: Placements) -> Iterator[Violation]:
    for after in program.afters:
        first, then = placements[after.first], placements[after.then]
        if first is None or then is None:
            continue
        lag = then.start - (first.start + program.items[after.first].duration)
        if lag < after.least or (after.most is not None and lag > after.most):
            yield Violation("after", (after.first, after.then))
