"""What is proved piece by piece is what all pairs in one listing prove, whatever the prices."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.constraints.quota import Quota
from matchmaker.events import nobody
from matchmaker.limits import Limits
from matchmaker.pairs import Roster
from matchmaker.policy import Policy
from matchmaker.program import asked
from matchmaker.program.asked import Asked
from matchmaker.program.certificate import certify
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.layout import Layout
from matchmaker.program.program import Program
from matchmaker.solvers.branching import solve_by_branching
from matchmaker.solvers.greedy import fill, preference
from tests.solvers.test_branching import everything, outside, problems, stating

Problem = tuple[Roster, Policy, list[Quota]]


def agree(roster: Roster, policy: Policy, prices: list[Prices], values: list[int]) -> None:
    """Hold all pairs against prices both ways."""
    program = everything(roster, policy)
    listed = judgements(program, prices, values)
    with patch.object(asked, "PIECE", max(1, 3 * len(roster.mentor))):
        found = certify(Asked(Layout(roster, policy)), prices, values)
    assert found.candidates == program.pairs
    assert [(one.all, one.scale) for one in found.bounds] == [
        (one.bound, one.scale) for one in listed
    ]
    for one, other, value in zip(found.bounds, listed, values, strict=False):
        assert one.closes(value) == other.closes(value)
        assert value <= one.whole <= other.whole


def judgements(program: Program, prices: list[Prices], values: list[int]) -> list[Judgement]:
    face, found = Face.whole(program), []
    for tier, price in enumerate(prices):
        found.append(judge(program, face, tier, price))
        face = found[-1].after(tier, values[tier])
    return found


@settings(max_examples=25, deadline=None)
@given(problems(), st.data())
def test_any_prices_prove_the_same(problem: Problem, data: st.DataObject) -> None:
    """Prices that close nothing: every tier leaves a gap, a floor, and pairs beyond the gap."""
    roster, policy, stated = problem
    rng = np.random.default_rng(data.draw(st.integers(0, 10**6)))
    with stating(stated):
        program = everything(roster, policy)
        values = list(program.values(fill(program, preference(program))))
        prices = []
        for tier in range(data.draw(st.integers(0, len(program.tiers)))):
            rates = {e: int(rng.integers(0, 3)) for e in range(tier) if rng.random() < 0.3}
            rows = rng.integers(-2, 40, len(program.rows))
            prices.append(Prices(rows, int(rng.integers(1, 4)), rates))
        agree(roster, policy, prices, values)


@settings(max_examples=12, deadline=None)
@given(problems(), st.booleans())
def test_prices_of_a_run_prove_the_same(problem: Problem, lost: bool) -> None:
    """Tiers closed by prices and by search, and the same of a plan that is worth less."""
    roster, policy, stated = problem
    with stating(stated):
        solved = solve_by_branching(roster, policy, Limits(), nobody)
        chosen = solved.raw.chosen.copy()
        chosen[: len(chosen) // 2 if lost else 0] = False
        prices = [tier.prices for tier in solved.raw.proof if tier.prices is not None]
        agree(roster, policy, prices, list(solved.program.values(chosen)))


@pytest.mark.parametrize("change", ["price", "scale", "rate"])
def test_numbers_too_large_to_be_added_up_are_refused(change: str) -> None:
    policy = outside(1)
    layout = Layout(country(60, 40, policy), policy)
    rows = np.zeros(len(layout.rows), dtype=np.int64)
    first = Prices(rows + (2**50 if change == "price" else 0), 2**60 if change == "scale" else 1)
    second = Prices(rows, 1, {0: 2**60} if change == "rate" else {})
    with pytest.raises(ValueError, match="too large"):
        certify(Asked(layout), [first, second], [-1, 0])
    with pytest.raises(OverflowError):
        certify(Asked(layout), [Prices(rows, 2**70)], [0])
