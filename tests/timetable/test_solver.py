"""The solver agrees with brute force, keeps every limit, and repeats itself exactly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.events import Event, TierClosed, nobody
from matchmaker.limits import Limits
from matchmaker.solvers.timetable import solve_timetable
from matchmaker.solvers.timetable.desk import Desk
from matchmaker.solvers.timetable.improve import improve
from matchmaker.solvers.timetable.prechecks import misfits
from matchmaker.solvers.timetable.reasons import only, reason_of
from matchmaker.solvers.timetable.search import Search
from matchmaker.timetable import (
    Budget,
    Item,
    Need,
    Placement,
    Resource,
    TimeProgram,
    check_placements,
)
from tests.timetable.programs import brute_force, every_timetable, program

SEEDS = st.integers(0, 2**32 - 1)


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_small_programs_are_settled_exactly(seed: int) -> None:
    one = program(seed)
    raw = solve_timetable(one, Limits(effort=1), nobody)
    assert raw.status == "optimal"
    assert tuple(raw.costs.values()) == brute_force(one)
    assert all(level.value == level.bound for level in raw.levels)


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_an_improved_timetable_keeps_limits_and_levels(seed: int) -> None:
    one = program(seed, items=9, horizon=14)
    start = [None] * 9
    found = improve(one, start, Limits(effort=0.3, seed=seed))
    checked = check_placements(one, found)
    assert checked.valid
    assert tuple(checked.costs.values()) <= tuple(one.costs(start).values())


@pytest.mark.parametrize("seed", range(4))
def test_the_desk_keeps_its_costs(seed: int) -> None:
    one = program(seed, items=8, horizon=14)
    desk, rng = Desk(one, [None] * 8), np.random.default_rng(seed)
    for _ in range(60):
        item = int(rng.integers(8))
        if item not in desk.unplaced:
            desk.take(item)
        elif (offer := desk.offer(item)) is not None:
            rows, columns = np.nonzero(offer.free)
            pick = int(rng.integers(len(rows)))
            desk.put(item, (int(rows[pick]), int(columns[pick])), offer)
        assert desk.costs.tolist() == list(one.costs(desk.board.placements()).values())


def test_the_search_forgets_a_round_that_is_not_worth_it() -> None:
    one = program(5, items=8, horizon=14)
    search = Search(one, improve(one, [None] * 8, Limits(effort=1)), seed=3)
    before = search.desk.board.placements()
    weights = np.array([1000.0, 1.0, 1.0])
    for _ in range(30):
        search._round(weights, 1e-9)
        placements = search.desk.board.placements()
        assert search.desk.costs.tolist() == list(one.costs(placements).values())
    assert weights @ search.desk.costs <= weights @ list(one.costs(before).values())


def test_same_effort_same_answer() -> None:
    one = program(11, items=12, horizon=20)
    first, again = (improve(one, [None] * 12, Limits(effort=1, seed=4)) for _ in range(2))
    assert first == again


def test_levels_are_told_as_they_close() -> None:
    told: list[Event] = []
    raw = solve_timetable(program(2), Limits(effort=1), told.append)
    names = [event.tier for event in told if isinstance(event, TierClosed)]
    assert names == [level.name for level in raw.levels]


def test_nothing_to_place() -> None:
    raw = solve_timetable(TimeProgram(5, ()), Limits(effort=1), nobody)
    assert raw.placements == () and raw.status == "optimal"


def test_what_does_not_fit_stays_out_with_its_reason() -> None:
    grains = np.arange(3, dtype=np.int32)
    items = (
        Item("light", 2, grains[:2], (0,)),
        Item("heavy", 2, grains[:2], (0,), weight=5),
        Item("never", 1, grains[:0]),
        Item("nowhere", 1, grains, (), (Need(()),)),
    )
    one = TimeProgram(3, items, (Resource("person"),))
    raw = solve_timetable(one, Limits(effort=1), nobody)
    assert [place is None for place in raw.placements] == [True, False, True, True]
    assert raw.levels[0].optimal and raw.levels[0].value == 3
    reasons = {(found.kind, found.items) for found in misfits(one)}
    assert reasons == {("start", (2,)), ("choice", (3,)), ("load", (0, 1))}


def test_arithmetic_finds_what_a_budget_does_not_give() -> None:
    week = np.arange(5, dtype=np.int32)
    items = tuple(Item(f"i{n}", 1, week, (0,)) for n in range(4))
    one = TimeProgram(10, items, (Resource("person"),), budgets=(Budget(0, 0, 5, 3),))
    (found,) = misfits(one)
    assert (found.kind, found.items, found.first, found.last) == ("budget", (0, 1, 2, 3), 0, 4)
    raw = solve_timetable(one, Limits(effort=1), nobody)
    assert raw.levels[0].value == raw.levels[0].bound == 1
    later = np.arange(6, dtype=np.int32)
    wider = replace(one, items=(*items[:3], replace(items[3], starts=later)))
    assert misfits(wider) == ()
    assert solve_timetable(wider, Limits(effort=1), nobody).placements[3] == Placement(5)


def test_whoever_is_chosen_keeps_the_budget() -> None:
    """Two people may lead; each gives one day of the week, so of three items one stays out."""
    week = np.arange(5, dtype=np.int32)
    items = tuple(Item(f"i{n}", 1, week, (), (Need((0, 1)),)) for n in range(3))
    budgets = Budget(0, 0, 5, 1), Budget(1, 0, 5, 1)
    people = Resource("a"), Resource("b")
    raw = solve_timetable(TimeProgram(5, items, people, budgets=budgets), Limits(effort=1), nobody)
    assert raw.levels[0].value == raw.levels[0].bound == 1
    assert {place.chosen for place in raw.placements if place} == {((0,),), ((1,),)}


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_a_conflict_holds_and_needs_all_its_parts(seed: int) -> None:
    """Held against every timetable of so few items, without items and budgets one by one."""
    one = replace(program(seed, items=4, horizon=5), levels=())
    placements = solve_timetable(one, Limits(effort=1), nobody).placements
    for at, placement in enumerate(placements):
        if placement is not None:
            continue
        reason = reason_of(one, placements, at)
        if reason.kind != "conflict":
            continue
        assert reason.proven
        items = [at, *reason.others]
        budgets = [one.budgets[number] for number in reason.budgets]
        assert not _fit(one, items, budgets)
        for gone in reason.others:
            assert _fit(one, [item for item in items if item != gone], budgets)
        for budget in budgets:
            assert _fit(one, items, [other for other in budgets if other is not budget])
        for mend in reason.mends:
            if mend.kind == "budget":
                raised = dict(mend.budgets)
                richer = [
                    replace(budget, most=raised.get(number, budget.most))
                    for number, budget in enumerate(one.budgets)
                ]
                assert all(raised[number] > one.budgets[number].most for number in raised)
                assert _fit(one, [n for n, p in enumerate(placements) if p or n == at], richer)


def _fit(one: TimeProgram, items: list[int], budgets: list[Budget]) -> bool:
    """Whether these items can all be placed, by trying everything."""
    part = replace(only(one, items), budgets=tuple(budgets))
    return any(
        None not in placements and check_placements(part, placements).valid
        for placements in every_timetable(part)
    )
