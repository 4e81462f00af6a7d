"""Placing small items agrees with trying everything."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
import pytest

from matchmaker.errors import SolverError
from matchmaker.solvers.slots import place
from matchmaker.timetable import (
    After,
    Item,
    Level,
    Need,
    Placement,
    Resource,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.wishes import Balance, Breathing, Cancelled, StartCost


def random_program(seed: int) -> TimeProgram:
    draw = Random(seed)
    horizon, people = draw.randint(5, 9), draw.randint(1, 3)
    items = []
    for n in range(draw.randint(1, 4)):
        duration = draw.randint(1, 3)
        starts = sorted(draw.sample(range(horizon - duration + 1), draw.randint(0, 3)))
        holds = tuple(sorted(draw.sample(range(people), draw.randint(1, people))))
        items.append(
            Item(f"i{n}", duration, np.array(starts, np.int32), holds, weight=draw.randint(1, 2))
        )
    afters = [
        After(one, other, draw.randint(0, 2), draw.choice([None, 4]))
        for one in range(len(items))
        for other in range(one + 1, len(items))
        if draw.random() < 0.2
    ]
    costs = tuple(
        StartCost(n, np.array([draw.randint(0, 3) for _ in item.starts], np.int32))
        for n, item in enumerate(items)
    )
    known = tuple(
        Cancelled(n, draw.randint(1, 3)) for n in range(len(items)) if draw.random() < 0.4
    )
    levels = [Level("wish", (*costs, *known))]
    if draw.random() < 0.5:
        stretch = np.arange(horizon, dtype=np.int32) // 3
        some = tuple(range(len(items)))
        levels.insert(draw.randint(0, 1), Level("even", (Balance(some, stretch, 2),)))
    resources = tuple(Resource(f"r{n}", draw.randint(1, 2)) for n in range(people))
    return TimeProgram(horizon, tuple(items), resources, tuple(afters), tuple(levels))


def best_by_trying(program: TimeProgram) -> list[int]:
    choices = [
        [None, *(Placement(start) for start in item.starts.tolist())] for item in program.items
    ]
    checks = (check_placements(program, placements) for placements in product(*choices))
    return min(list(check.costs.values()) for check in checks if check.valid)


@pytest.mark.parametrize("seed", range(120))
def test_it_agrees_with_trying_everything(seed: int) -> None:
    program = random_program(seed)
    placed = place(program)
    check = check_placements(program, placed.placements)
    assert check.valid
    assert list(check.costs.values()) == best_by_trying(program)
    assert placed.bounds == check.costs


def test_the_same_program_gives_the_same_places() -> None:
    program = random_program(7)
    assert place(program) == place(program)


def test_what_it_does_not_know_is_refused() -> None:
    item = Item("i", 1, np.array([0], np.int32), needs=(Need((0,)),))
    with pytest.raises(SolverError):
        place(TimeProgram(1, (item,), (Resource("r"),)))
    plain = Item("i", 1, np.array([0], np.int32))
    with pytest.raises(SolverError):
        place(TimeProgram(1, (plain,), levels=(Level("x", (Breathing(),)),)))
