"""Pairs and links in one program: every solver agrees with brute force, and proofs hold."""

from __future__ import annotations

from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings

from matchmaker.constraints.opening import Opening
from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.joint import Joint, capacities
from matchmaker.program.program import Program
from matchmaker.solvers.greedy import complete
from matchmaker.solvers.joint import by_use, open_pairs, two_step
from matchmaker.text import Text
from tests.solvers.random_programs import (
    build,
    every_plan,
    joined,
    joint_program,
    opening_of,
    programs,
)
from tests.solvers.test_agreement import check_proof, solve

# With a capacity of nothing (678), and a bound a hair below a whole number (1355).
SEEDS = (*range(150), 678, 1355)


@cache
def random(seed: int) -> tuple[Joint, Bools, tuple[int, ...]]:
    """A joint program, all its plans, and the values of the best."""
    program = joint_program(seed)
    plans = every_plan(program)
    return program, plans, max(map(program.values, plans))


def links_are_there(program: Joint, chosen: Bools) -> bool:
    """Whether every pair of two schools has its link: said again, without rows."""
    opening = opening_of(program)
    taken = program.of_links(chosen)
    made = set(zip(program.links.i[taken].tolist(), program.links.j[taken].tolist(), strict=True))
    if opening.both_ways:
        made |= {(b, a) for a, b in made}
    pairs = program.of_people(chosen)
    return all(
        (helped, helping) in made
        for i, j in zip(program.people.i[pairs], program.people.j[pairs], strict=True)
        for helped in [int(opening.mentees[i])]
        for helping in opening.mentors[j].tolist()
        if -1 not in (helped, helping) and helped != helping
    )


def test_the_programs_are_of_every_sort() -> None:
    made = [random(seed)[0] for seed in SEEDS]
    assert sum(program.openers.any() for program in made) > 75
    assert sum(opening_of(program).both_ways for program in made) > 20
    assert any(program.bundled.any() for program in made)


def test_a_joint_program_allows_what_its_parts_and_their_links_allow() -> None:
    for seed in SEEDS:
        program, plans, _ = random(seed)
        allowed = {plan.tobytes() for plan in plans}
        for bits in np.ndindex(*(2,) * program.pairs):
            chosen = np.array(bits, dtype=np.bool_)
            people, links = program.of_people(chosen), program.of_links(chosen)
            expected = (
                program.people.allowed(people)
                and program.links.allowed(links)
                and links_are_there(program, chosen)
            )
            assert (chosen.tobytes() in allowed) == expected, seed
            if expected:
                parts = program.people.values(people), program.links.values(links)
                assert program.values(chosen) == tuple(map(sum, zip(*parts, strict=True)))


@pytest.mark.parametrize("name", ["joint", "mip", "cpsat"])
def test_every_solver_finds_the_brute_force_optimum(name: str) -> None:
    for seed in SEEDS:
        program, _, best = random(seed)
        raw = solve(name, program)
        assert program.allowed(raw.chosen), seed
        assert program.values(raw.chosen) == best, seed
        check_proof(program, raw)


def test_no_plan_beats_a_bound_where_links_make_room() -> None:
    """Whatever the prices: loads of rows with links may be negative."""
    for seed in SEEDS:
        program, plans, _ = random(seed)
        draw = Random(seed)
        for tier in range(1, 4):
            prices = np.array([draw.randint(-3, 3) for _ in range(len(program.rows))])
            prices[program.bundled] = 0
            judgement = judge(program, Face.whole(program), tier, Prices(prices, 2))
            values = [2 * program.values(plan)[tier] for plan in plans]
            assert max(values) <= judgement.bound, seed


def test_plans_to_begin_with_are_allowed() -> None:
    for seed in SEEDS:
        program, _, best = random(seed)
        greedy = solve("greedy", program).chosen
        for chosen in (two_step(program, Limits()), by_use(program, Limits()), greedy):
            assert program.allowed(chosen), seed
            assert program.values(chosen) <= best, seed


def test_links_open_the_pairs_that_need_no_other() -> None:
    for seed in SEEDS:
        program, _, _ = random(seed)
        possible = np.flatnonzero(every_plan(program.people).any(axis=0)).tolist()
        for links in every_plan(program.links):
            open_ = open_pairs(program, links)
            for p in possible:
                alone = np.append(np.arange(program.people.pairs) == p, links)
                assert open_[p] == links_are_there(program, alone), seed


def test_what_fits_beside_a_plan_is_added_to_it() -> None:
    """A run out of time gives away what is free, and keeps the pairs that need links."""
    people = build([(0, 0), (1, 1)], np.array([[0, 0], [1, 1], [0, 0], [0, 0]]), [], [])
    links = build([(0, 1)], np.zeros((4, 1), dtype=np.int64), [], [])
    schools = np.array([0, 0]), np.array([[1], [0]])  # the first pair needs the link
    words = Text("{helped} {helping}", "{helped} {helping}")
    program = joined(people, links, Opening("linked", ("s0", "s1"), words, *schools))
    assert complete(program, np.array([True, False, True])).tolist() == [True, True, True]
    assert program.allowed(np.array([False, True, False]))
    assert not program.allowed(np.array([True, True, False]))


@settings(max_examples=200, deadline=None)
@given(programs())
def test_nobody_has_more_pairs_than_their_capacity(program: Program) -> None:
    plans = every_plan(program)
    for who in (program.i, program.j):
        most = capacities(program, who)
        for person in range(len(most)):
            assert plans[:, who == person].sum(axis=1).max(initial=0) <= most[person]
