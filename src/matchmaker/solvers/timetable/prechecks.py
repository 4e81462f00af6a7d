"""What simple arithmetic finds before anything is solved: items and resources that cannot do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matchmaker.timetable import TimeProgram
from matchmaker.timetable.choices import choices


@dataclass(frozen=True, slots=True)
class Misfit:
    """Items of which at least one cannot be placed, and why.

    Attributes
    ----------
    kind : ``start``: no grain to begin on; ``choice``: no way to meet the needs; ``load``: a
        resource held by all of them has less time between two grains than they need;
        ``budget``: it has time, but may not give them so much.
    first, last : the stretch, last grain included, of ``load`` and ``budget``.
    """

    kind: Literal["start", "choice", "load", "budget"]
    items: tuple[int, ...]
    resource: int | None = None
    first: int | None = None
    last: int | None = None


def misfits(program: TimeProgram) -> tuple[Misfit, ...]:
    """Find items without a start or a choice, and resources with too little time."""
    return (*_alone(program), *_loads(program), *_budgets(program))


def _alone(program: TimeProgram) -> Iterator[Misfit]:
    for at, item in enumerate(program.items):
        if not len(item.starts):
            yield Misfit("start", (at,))
        elif not choices(item, most=1):
            yield Misfit("choice", (at,))


def _loads(program: TimeProgram) -> Iterator[Misfit]:
    """For each resource the first stretch in which items that must lie there ask too much."""
    holders: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for at, item in enumerate(program.items):
        if len(item.starts):
            for resource in item.holds:
                end = int(item.starts[-1]) + item.duration
                holders[resource].append((int(item.starts[0]), end, at))
    for resource, spans in sorted(holders.items()):
        if found := _overloaded(program, resource, spans):
            yield found


def _overloaded(
    program: TimeProgram, resource: int, spans: list[tuple[int, int, int]]
) -> Misfit | None:
    capacity = program.resources[resource].capacity
    for first in sorted({begin for begin, _, _ in spans}):
        load, inside = 0, []
        for begin, end, at in sorted(spans, key=lambda span: span[1]):
            if begin < first:
                continue
            inside.append(at)
            load += program.items[at].duration
            if load > capacity * (end - first):
                return Misfit("load", tuple(inside), resource, first, end - 1)
    return None


def _budgets(program: TimeProgram) -> Iterator[Misfit]:
    """Stretches in which items take more than a budget wherever they begin."""
    for budget in program.budgets:
        least = {
            at: min(budget.covered(start, item.duration) for start in item.starts.tolist())
            for at, item in enumerate(program.items)
            if budget.resource in item.holds and len(item.starts)
        }
        inside = tuple(at for at, taken in least.items() if taken)
        if sum(least.values()) > budget.most:
            yield Misfit("budget", inside, budget.resource, budget.first, budget.end - 1)
