"""Plain methods agree with each other, and one number ranks plans as the tiers do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.program.compile import compile_program
from matchmaker.program.program import Program
from matchmaker.solvers.plain.assignment import Assignment, assignment, under_all_limits
from matchmaker.solvers.plain.cpsat import plain_cpsat
from matchmaker.solvers.plain.dense import plain_dense
from matchmaker.solvers.plain.flow import plain_flow
from matchmaker.solvers.plain.highs import plain_highs

POLICY = default_policy()


@st.composite
def assignments(draw: st.DrawFn) -> Assignment:
    """Up to six on each side, one mentor for each mentee, worth of either sign."""
    mentees, mentors = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    cells = [(i, j) for i in range(mentees) for j in range(mentors)]
    pairs = sorted(draw(st.lists(st.sampled_from(cells), unique=True, min_size=1)))
    worth = draw(st.lists(st.integers(-5, 40), min_size=len(pairs), max_size=len(pairs)))
    places = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    return Assignment(
        i=np.array([i for i, _ in pairs]),
        j=np.array([j for _, j in pairs]),
        worth=np.array(worth),
        demand=np.ones(mentees, dtype=np.int64),
        places=np.array(places),
        exact=True,
    )


def total(given_: Assignment, taken: Bools) -> int:
    """What an answer is worth, once it is seen that nobody has too many."""
    assert (np.bincount(given_.i[taken], minlength=len(given_.demand)) <= given_.demand).all()
    assert (np.bincount(given_.j[taken], minlength=len(given_.places)) <= given_.places).all()
    return int(given_.worth[taken].sum())


@settings(max_examples=40, deadline=None)
@given(assignments())
def test_all_reach_the_same_worth(given_: Assignment) -> None:
    methods = (plain_flow, plain_cpsat, plain_highs, plain_dense)
    reached = {method.__name__: total(given_, method(given_, Limits())) for method in methods}
    assert len(set(reached.values())) == 1, reached


@pytest.fixture(scope="module")
def program() -> Program:
    return compile_program(country(12, 8, POLICY, 5), POLICY)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_one_number_ranks_plans_as_the_tiers_do(program: Program, seed: int) -> None:
    stated = assignment(program)
    assert stated.exact
    rng = np.random.default_rng(seed)
    plans = []
    for _ in range(2):
        order = rng.permutation(program.pairs)
        first = order[np.unique(program.i[order], return_index=True)[1]]
        plans.append(first[rng.random(len(first)) < 0.7])
    pinned = program.rows.lower > 0
    owed = np.isin(np.arange(program.pairs), program.pair[pinned[program.row]])
    ranks = [
        (int(owed[plan].sum()), *(int(tier[plan].sum()) for tier in program.points))
        for plan in plans
    ]
    worth = [int(stated.worth[plan].sum()) for plan in plans]
    assert (ranks[0] > ranks[1]) == (worth[0] > worth[1])
    assert (ranks[0] == ranks[1]) == (worth[0] == worth[1])


def test_where_numbers_are_too_small_a_pair_is_still_ranked_tier_by_tier() -> None:
    roster = country(400, 300, POLICY, 1)
    listed = compile_program(roster, POLICY)
    stated = assignment(listed)
    assert not stated.exact
    keys = [tuple(column) for column in listed.points[:, :500].T.tolist()]
    free = ~np.isin(np.arange(500), listed.pair[(listed.rows.lower > 0)[listed.row]])
    order = sorted(np.flatnonzero(free).tolist(), key=lambda p: keys[p])
    assert (np.diff(stated.worth[order]) >= 0).all()


def test_what_other_limits_do_not_allow_is_taken_back(program: Program) -> None:
    everything = np.ones(program.pairs, dtype=np.bool_)
    kept = under_all_limits(program, assignment(program).worth, everything)
    assert program.allowed(kept) and not program.allowed(everything)
