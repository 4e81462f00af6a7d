"""A search that begins with the timetable people have, and moves only what it must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.engine.edition import Reading
from matchmaker.engine.new_edition import with_states
from matchmaker.events import nobody
from matchmaker.limits import Limits
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable
from matchmaker.solvers.timetable.greedy import repaired
from matchmaker.solvers.timetable.size import provable
from matchmaker.timetable import (
    Item,
    Level,
    Placement,
    Placements,
    Resource,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.replan import replanned
from matchmaker.timetable.standing import standing
from matchmaker.timetable.wishes import StartCost
from tests.timetable.programs import partial, program
from tests.timetable.small_year import roadmap, row, scheduled

HORIZON, PEOPLE, ITEMS, BLOCK, A_MOVE = 130, 3, 170, 5, 1_000
TINY = Limits(effort=0.02)


def year(seed: int) -> tuple[TimeProgram, Placements, list[int]]:
    """A year of some people's events, the published days, and the weight of moving each.

    For weeks the first person has something every day, and then is away for a week: the last
    item of the program, which cannot stand anywhere else.
    """
    rng = np.random.default_rng(seed)
    grains = np.arange(HORIZON, dtype=np.int32)
    free = {who: rng.permutation(HORIZON).tolist() for who in range(1, PEOPLE)}
    free[0] = rng.permutation(-(-ITEMS // PEOPLE)).tolist()
    items, days, weights = [], [], []
    for at in range(ITEMS):
        who = at % PEOPLE
        items.append(Item(f"i{at}", 1, grains, (who,)))
        days.append(free[who].pop())
        weights.append(int(rng.integers(5, 90)))
    costs = tuple(
        StartCost(at, (A_MOVE * weight * (grains != day) + abs(grains - day)).astype(np.int32))
        for at, (day, weight) in enumerate(zip(days, weights, strict=True))
    )
    first = np.array([int(rng.integers(10, 40))], np.int32)
    away = Item("away", BLOCK, first, (0,), weight=ITEMS + 1)
    people = tuple(Resource(f"person:{who}") for who in range(PEOPLE))
    made = TimeProgram(HORIZON, (*items, away), people, (), (Level("disruption", costs),))
    return made, [*(Placement(day) for day in days), None], weights


def touched(one: TimeProgram, published: Placements) -> list[int]:
    """The items of the person who is away that stood in that week."""
    first = int(one.items[-1].starts[0])
    return [
        at
        for at, place in enumerate(published)
        if place and one.items[at].holds == (0,) and first <= place.start < first + BLOCK
    ]


def moved(raw: TimetableRaw, published: Placements) -> int:
    return sum(
        bool(then) and then != now for then, now in zip(published, raw.placements, strict=True)
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_large_year_moves_no_more_than_what_the_block_touches(seed: int) -> None:
    one, published, weights = year(seed)
    assert not provable(one)
    hit = touched(one, published)
    assert len(hit) == BLOCK
    warm = solve_timetable(one, TINY, nobody, published)
    assert warm.costs["unplaced"] == 0
    assert warm.costs["disruption"] <= sum(A_MOVE * weights[at] + HORIZON for at in hit)
    assert moved(warm, published) == len(hit)
    # Without the start whoever must move takes the days of others before they are asked.
    cold = solve_timetable(one, TINY, nobody)
    assert tuple(warm.costs.values()) < tuple(cold.costs.values())
    assert moved(cold, published) > len(hit)
    assert solve_timetable(one, TINY, nobody, published).placements == warm.placements


def test_a_start_that_wishes_do_not_want_makes_nothing_worse() -> None:
    one, published, _ = year(7)
    # Everybody would rather be early: without the published days the autumn is packed.
    early = tuple(StartCost(at, item.starts) for at, item in enumerate(one.items[:-1]))
    one = replace(one, levels=(Level("early", early),))
    warm = solve_timetable(one, TINY, nobody, published)
    cold = solve_timetable(one, TINY, nobody)
    assert warm.costs["early"] <= cold.costs["early"]  # what comes without is kept in reserve


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_a_repair_keeps_what_fits_and_every_limit(seed: int, other: int) -> None:
    """Of a timetable of another program with the same items, or of its own."""
    one = program(seed, items=8, horizon=12)
    known = partial(one, other).placements()
    mended = repaired(one, known, 0.5)
    assert check_placements(one, mended).valid
    fixed = [len(item.starts) == 1 and not item.needs for item in one.items]
    if not any(fixed):
        for then, now in zip(known, mended, strict=True):
            assert then is None or then == now
    strange = partial(program(other, items=8, horizon=12), seed).placements()
    assert check_placements(one, repaired(one, strange, 0.5)).valid


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_small_program_is_settled_the_same_from_any_start(seed: int) -> None:
    one = program(seed)
    start = partial(one, seed).placements()
    solve: Callable[..., TimetableRaw] = solve_timetable
    assert solve(one, Limits(effort=1), nobody, start).costs == (
        solve(one, Limits(effort=1), nobody).costs
    )


def test_published_events_stand_where_they_stood() -> None:
    """With the leader and the venue they have among those there could be."""
    month = roadmap(
        row("1", "16.03.2022", staff=frozenset({"Клеверов Ю.О."})),
        row("2", "17.03.2022", venues=frozenset({"Дом творчества", "Лицей"})),
        row("3", "24.03.2022", "Васильков П.И."),
    )
    on = date(2022, 3, 10)
    reading = Reading(with_states(scheduled(month), on), month, [], on)
    replan = replanned(reading.program, reading.known, reading.orders)
    places = standing(replan.events, reading.known.events)
    assert None not in places
    assert check_placements(replan.events.program, places).valid
    assert replan.events.program.costs(places)["disruption"] == 0
    assert repaired(replan.events.program, places, 0.5) == tuple(places)
