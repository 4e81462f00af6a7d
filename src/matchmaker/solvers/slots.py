"""Placing many small items exactly: cheapest places where they suffice, CP-SAT where they clash.

Items that share nobody, or nobody at the same time, do not know of each other. So the program
falls into clusters; in most of them everybody's cheapest place is free, which nothing can beat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.errors import SolverError
from matchmaker.solvers.clusters import clusters_of
from matchmaker.solvers.slots_model import Model, Option
from matchmaker.timetable import After, Placement, TimeProgram
from matchmaker.timetable.wishes import Balance, Cancelled, StartCost

EFFORT = 20.0
"""Deterministic work that one level of one cluster may take."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the items stand, and the least that each level could cost.

    Attributes
    ----------
    bounds : by level, ``unplaced`` first; nothing for a level that was not closed.
    """

    placements: tuple[Placement | None, ...]
    bounds: dict[str, int | None]


def place(program: TimeProgram, effort: float = EFFORT) -> Placed:
    """Place the items of a program, level after level, each cluster by itself.

    Parameters
    ----------
    effort : deterministic work for one level of one cluster.
    """
    if any(item.needs for item in program.items):
        raise SolverError("items with resources to choose are for the scheduler of events")
    placements: list[Placement | None] = [None] * len(program.items)
    bounds: dict[str, int | None] = dict.fromkeys(
        ["unplaced", *(level.name for level in program.levels)], 0
    )
    costs = _costs(program)
    afters: dict[int, list[After]] = {}
    for after in program.afters:
        afters.setdefault(after.first, []).append(after)
    for cluster in clusters_of(program):
        orders = [after for item in cluster for after in afters.get(item, ())]
        part = Part(program, cluster, costs, orders)
        found, least = part.cheapest() or part.solved(effort)
        for item, placement in found.items():
            placements[item] = placement
        for name, bound in least.items():
            known = bounds[name]
            bounds[name] = None if known is None or bound is None else known + bound
    return Placed(tuple(placements), bounds)


@dataclass(frozen=True, slots=True)
class Costs:
    """What places cost by one level.

    Attributes
    ----------
    starts : of each item, what each of its starts costs.
    gone : of each item, what it costs to have no place.
    """

    starts: list[np.ndarray[tuple[int], np.dtype[np.int64]]]
    gone: list[int]


def _costs(program: TimeProgram) -> list[Costs]:
    costs = []
    for level in program.levels:
        mine = Costs(
            [np.zeros(len(item.starts), np.int64) for item in program.items],
            [0] * len(program.items),
        )
        for term in level.terms:
            if isinstance(term, StartCost):
                mine.starts[term.item] = mine.starts[term.item] + term.costs
            elif isinstance(term, Cancelled):
                mine.gone[term.item] += term.points
            elif not isinstance(term, Balance):
                raise SolverError(f"a wish of slots that is not known: {type(term).__name__}")
        costs.append(mine)
    return costs


class Part:
    """One cluster of a program."""

    def __init__(
        self,
        program: TimeProgram,
        cluster: Sequence[int],
        costs: Sequence[Costs],
        afters: Sequence[After],
    ) -> None:
        self.program, self.items, self.costs, self.afters = program, cluster, costs, afters
        self.names = [level.name for level in program.levels]
        here = set(cluster)
        self.even = [
            (at, term)
            for at, level in enumerate(program.levels)
            for term in level.terms
            if isinstance(term, Balance) and term.items[0] in here and len(term.items) > 1
        ]

    def cheapest(self) -> tuple[dict[int, Placement | None], dict[str, int | None]] | None:
        """Everybody at the cheapest place, if nothing is in the way of that."""
        found: dict[int, Placement | None] = {}
        totals = [0] * len(self.names)
        lost = 0
        if self.even:
            return None
        for item in self.items:
            starts = self.program.items[item].starts
            if not len(starts):
                found[item] = None
                lost += self.program.items[item].weight
                for level, cost in enumerate(self.costs):
                    totals[level] += cost.gone[item]
                continue
            keys = [starts.astype(np.int64), *(one.starts[item] for one in reversed(self.costs))]
            best = int(np.lexsort(keys)[0])
            found[item] = Placement(int(starts[best]))
            for level, cost in enumerate(self.costs):
                totals[level] += int(cost.starts[item][best])
        if not self._holds(found):
            return None
        return found, {"unplaced": lost, **dict(zip(self.names, totals, strict=True))}

    def _holds(self, found: dict[int, Placement | None]) -> bool:
        """Whether nobody is in two places at once, and the order is kept."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for at, placement in found.items():
            if placement is not None:
                item = self.program.items[at]
                for resource in item.holds:
                    span = placement.start, placement.start + item.duration
                    spans.setdefault(resource, []).append(span)
        for resource, mine in spans.items():
            mine.sort()
            ahead = self.program.resources[resource].capacity
            if any(mine[n + ahead][0] < mine[n][1] for n in range(len(mine) - ahead)):
                return False
        for after in self.afters:
            first, then = found[after.first], found[after.then]
            if first is None or then is None:
                continue
            lag = then.start - first.start - self.program.items[after.first].duration
            if lag < after.least or (after.most is not None and lag > after.most):
                return False
        return True

    def solved(self, effort: float) -> tuple[dict[int, Placement | None], dict[str, int | None]]:
        """The best places level after level, by CP-SAT."""
        return Model(self, [option for item in self.items for option in self._options(item)]).run(
            effort
        )

    def _options(self, at: int) -> Iterator[Option]:
        for place, start in enumerate(self.program.items[at].starts.tolist()):
            yield Option(at, start, tuple(int(one.starts[at][place]) for one in self.costs))
