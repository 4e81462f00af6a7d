"""Small random programs with every kind of limit and wish, and plain ways to look at them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from matchmaker.timetable import (
    After,
    Board,
    Budget,
    Item,
    Level,
    Need,
    Placement,
    Placements,
    Resource,
    Term,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.choices import choices
from matchmaker.timetable.wishes import (
    Balance,
    Breathing,
    ChoiceCost,
    LatestEnd,
    Overlap,
    SamePlace,
    Shared,
    StartCost,
)


def program(seed: int, items: int = 3, horizon: int = 6) -> TimeProgram:
    """A random program; the first two resources are rooms, the rest are people."""
    rng = np.random.default_rng(seed)
    resources = tuple(Resource(f"r{k}", int(rng.integers(1, 3))) for k in range(5))
    made = tuple(_item(rng, k, horizon) for k in range(items))
    afters = tuple(
        After(one, other, int(rng.integers(0, 2)), None if rng.random() < 0.5 else 3)
        for one in range(items)
        for other in range(one + 1, items)
        if rng.random() < 0.25
    )
    terms = _terms(rng, made, horizon)
    cut = int(rng.integers(0, len(terms) + 1))
    levels = (Level("first", tuple(terms[:cut])), Level("second", tuple(terms[cut:])))
    return TimeProgram(horizon, made, resources, afters, levels, _budgets(rng, horizon))


def _budgets(rng: np.random.Generator, horizon: int) -> tuple[Budget, ...]:
    """For some resources, stretches one after the other of which they may give a part."""
    return tuple(
        Budget(resource, first, min(first + 3, horizon), int(rng.integers(0, 5)))
        for resource in range(5)
        if rng.random() < 0.4
        for first in range(int(rng.integers(0, 2)), horizon, 3)
    )


def _item(rng: np.random.Generator, number: int, horizon: int) -> Item:
    length = int(rng.integers(1, 4))
    starts = np.arange(horizon - length + 1, dtype=np.int32)
    if rng.random() < 0.4:
        starts = starts[rng.random(len(starts)) < 0.6]
    holds = tuple(k for k in range(2, 5) if rng.random() < 0.4)
    needs = (Need((0, 1)),) if rng.random() < 0.7 else ()
    if rng.random() < 0.3:
        needs = (*needs, Need((2, 3, 4), 2))
    return Item(
        f"i{number}", length, starts, holds, needs, int(rng.integers(1, 4)), rng.random() < 0.3
    )


def _terms(rng: np.random.Generator, items: tuple[Item, ...], horizon: int) -> list[Term]:
    count = len(items)
    pairs = tuple(
        (a, b, int(rng.integers(1, 4)))
        for a in range(count)
        for b in range(a + 1, count)
        if rng.random() < 0.7
    )
    stretch = np.arange(horizon, dtype=np.int32) // 3
    terms: list[Term] = [
        Shared(pairs, 2),
        SamePlace(pairs, int(rng.integers(0, 3))),
        Overlap(int(rng.integers(1, 3))),
        Breathing(3),
        Balance(tuple(range(count)), stretch, 2),
        LatestEnd(),
    ]
    for at, item in enumerate(items):
        steep = rng.integers(0, 5, len(item.starts)).astype(np.int32)
        terms.append(StartCost(at, steep if rng.random() < 0.5 else item.starts * 2))
        terms += [
            ChoiceCost(at, k, tuple(rng.integers(0, 4, len(need.candidates)).tolist()))
            for k, need in enumerate(item.needs)
        ]
    return [terms[k] for k in rng.permutation(len(terms))[: rng.integers(1, len(terms))]]


def partial(one: TimeProgram, seed: int) -> Board:
    """A random valid timetable with most items placed."""
    rng, board = np.random.default_rng(seed), Board(one)
    for item in rng.permutation(len(one.items)).tolist():
        rows, columns = np.nonzero(board.free(item))
        if len(rows) and rng.random() < 0.85:
            pick = int(rng.integers(len(rows)))
            board.place(item, int(board.starts[item][rows[pick]]), int(columns[pick]))
    return board


def every_timetable(one: TimeProgram) -> Iterator[Placements]:
    """All timetables, valid or not."""
    ways: list[list[Placement | None]] = [
        [
            None,
            *(
                Placement(start, chosen)
                for start in item.starts.tolist()
                for chosen in choices(item)
            ),
        ]
        for item in one.items
    ]
    yield from product(*ways)


def brute_force(one: TimeProgram) -> tuple[int, ...]:
    """The least costs, level by level, over all valid timetables."""
    return min(
        tuple(one.costs(placements).values())
        for placements in every_timetable(one)
        if check_placements(one, placements).valid
    )
