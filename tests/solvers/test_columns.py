"""Columns find what a listing of all pairs finds, and prove it of all pairs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.errors import NoSolverError, RuleError
from matchmaker.events import nobody
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.pairs import Bools, Pairs, Roster
from matchmaker.policy import Policy
from matchmaker.program import packing
from matchmaker.program.compile import compile_program
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.layout import Layout
from matchmaker.program.network import skeleton
from matchmaker.program.program import Program
from matchmaker.program.structure import structure_of
from matchmaker.rulebook import must
from matchmaker.rules.at_least import AtLeast
from matchmaker.rules.contest import Contest
from matchmaker.rules.outside_limit import OutsideLimit
from matchmaker.sides import Side
from matchmaker.solvers import beginning, columns
from matchmaker.solvers.columns import Solved, solve_by_columns
from matchmaker.solvers.flow import Flow
from matchmaker.solvers.lexicographic import Lexicographic
from matchmaker.units import MenteeUnit, MentorUnit

DEFAULT = default_policy()


@st.composite
def problems(draw: st.DrawFn) -> tuple[Roster, Policy]:
    """A small country, and the default rules with other weights, some of them left out."""
    uses = tuple(
        use.model_copy(update={"weight": draw(st.integers(-2, 12))})
        if use.mood == "prefer" and use.rule.name not in {"balance", "served", "priority"}
        else use
        for use in DEFAULT.uses
        if use.mood == "must" or draw(st.integers(0, 5))
    )
    policy = DEFAULT.model_copy(update={"uses": uses})
    mentees, mentors = draw(st.integers(1, 90)), draw(st.integers(1, 70))
    return country(mentees, mentors, policy, draw(st.integers(0, 10**6))), policy


def best(roster: Roster, policy: Policy) -> tuple[int, ...]:
    """The values that a listing of all pairs comes to."""
    program = compile_program(roster, policy)
    return program.values(Flow().solve(program, Limits(), nobody).chosen)


def everything(roster: Roster, policy: Policy) -> Program:
    """All candidate pairs under the rows that columns go by."""
    listed = compile_program(roster, policy)
    return Layout(roster, policy).program(listed.i, listed.j, listed.points)


def closed(program: Program, prices: list[Prices], values: tuple[int, ...]) -> bool:
    """Whether prices prove these values over all pairs of a program."""
    face = Face.whole(program)
    for tier, (price, value) in enumerate(zip(prices, values, strict=True)):
        judgement = judge(program, face, tier, price)
        if not judgement.closes(value):
            return False
        face = judgement.face
    return True


def prices_of(solved: Solved) -> list[Prices]:
    return [tier.prices for tier in solved.raw.proof if tier.prices is not None]


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_same_values_as_with_all_pairs_listed(problem: tuple[Roster, Policy]) -> None:
    roster, policy = problem
    solved = solve_by_columns(roster, policy, Limits(), nobody)
    values = solved.program.values(solved.raw.chosen)
    assert values == best(roster, policy)
    assert solved.raw.proved
    assert solved.program.allowed(solved.raw.chosen)
    assert closed(everything(roster, policy), prices_of(solved), values)


def test_few_pairs_are_listed() -> None:
    roster = country(300, 200, DEFAULT)
    solved = solve_by_columns(roster, DEFAULT, Limits(), nobody)
    assert solved.columns < 300 * 40 < 300 * 200
    assert solved.program.values(solved.raw.chosen) == best(roster, DEFAULT)


def test_a_pair_that_should_have_entered_is_caught() -> None:
    roster = country(60, 40, DEFAULT)
    whole = everything(roster, DEFAULT)
    solved = solve_by_columns(roster, DEFAULT, Limits(), nobody)
    values = solved.program.values(solved.raw.chosen)
    codes = solved.program.i * 40 + solved.program.j
    for code in codes[solved.raw.chosen][:5].tolist():
        kept = whole.i * 40 + whole.j != code
        chosen, prices = _solve(whole.only(kept), roster)
        less = whole.only(kept).values(chosen)
        assert less <= values
        assert closed(whole, prices, less) == (less == values)


def _solve(program: Program, roster: Roster) -> tuple[Bools, list[Prices]]:
    return Lexicographic().solve(program, skeleton(program, Layout(roster, DEFAULT).left))


def test_without_time_the_bound_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "FIRST", 1)
    monkeypatch.setattr(beginning, "CHANCE", 1)
    monkeypatch.setattr(columns, "THIN", 1)
    roster = country(400, 250, DEFAULT)
    right = best(roster, DEFAULT)
    solved = solve_by_columns(roster, DEFAULT, Limits(seconds=0), nobody)
    values = solved.program.values(solved.raw.chosen)
    assert solved.rounds == 1
    assert values < right
    assert solved.program.allowed(solved.raw.chosen)
    first = next(t for t, tier in enumerate(solved.raw.proof) if tier.closed == "open")
    assert values[:first] == right[:first]
    bound = solved.raw.proof[first].bound
    assert bound is not None
    assert values[first] <= right[first] <= bound


def test_the_same_run_twice_is_the_same() -> None:
    roster = country(300, 150, DEFAULT)
    one, two = (solve_by_columns(roster, DEFAULT, Limits(), nobody) for _ in range(2))
    assert np.array_equal(one.program.i, two.program.i)
    assert np.array_equal(one.program.j, two.program.j)
    assert np.array_equal(one.raw.chosen, two.raw.chosen)


def test_a_limit_on_both_sides_is_refused_in_words() -> None:
    policy = DEFAULT.model_copy(
        update={
            "uses": tuple(
                use.model_copy(update={"rule": OutsideLimit(at_most=1)})
                if use.rule.name == "outside_limit"
                else use
                for use in DEFAULT.uses
            )
        }
    )
    with pytest.raises(NoSolverError, match="зависит и от наставника, и от наставляемого"):
        solve_by_columns(country(30, 20, policy), policy, Limits(), nobody)


def test_equals_are_refused_in_words() -> None:
    roster = replace(country(30, 30, DEFAULT), symmetric=True)
    with pytest.raises(NoSolverError, match="обе стороны"):
        solve_by_columns(roster, DEFAULT, Limits(), nobody)


@pytest.mark.parametrize(
    ("school", "other", "per", "crosses"),
    [
        (("a", "b"), ("b", "c"), "mentee_school", True),
        (("a",), ("b", "c"), "programme", False),
        (("a",), (), "programme", False),
    ],
)
def test_limits_cross_by_the_mentees_whom_they_concern(
    school: tuple[str, ...], other: tuple[str, ...], per: str, crosses: bool
) -> None:
    roster = country(60, 20, DEFAULT)
    units = [
        replace(unit, programme="abc"[place % 3])
        for place, unit in enumerate(roster.mentee.units)
        if isinstance(unit, MenteeUnit)
    ]
    serving = [
        replace(unit, serves=frozenset("abc"))
        for unit in roster.mentor.units
        if isinstance(unit, MentorUnit)
    ]
    roster = replace(roster, mentee=Side(units), mentor=Side(serving), _tables={})
    limits = (
        must(AtLeast(n=2, per="mentee_school"), programmes=school),
        must(AtLeast.model_validate({"n": 3, "per": per}), programmes=other),
    )
    policy = DEFAULT.model_copy(update={"uses": (*DEFAULT.uses, *limits)})
    assert bool(structure_of(compile_program(roster, policy)).objections) == crosses
    if crosses:
        with pytest.raises(NoSolverError, match="пересекаются"):
            solve_by_columns(roster, policy, Limits(), nobody)
    else:
        solved = solve_by_columns(roster, policy, Limits(), nobody)
        assert solved.program.values(solved.raw.chosen) == best(roster, policy)


def test_a_rule_that_looks_past_the_columns_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(self: object, p: Pairs) -> object:
        return (p.i + p.j) % 2

    monkeypatch.setattr(Contest, "measure", odd)
    with pytest.raises(RuleError, match="cannot be seen"):
        solve_by_columns(country(30, 20, DEFAULT), DEFAULT, Limits(), nobody)


def test_fields_that_are_too_narrow_give_way_to_single_tiers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settled = []

    class Noted(Lexicographic):
        def _settle(self, program, bones, face, packing):  # type: ignore[no-untyped-def]
            settled.append(packing.tiers)
            return super()._settle(program, bones, face, packing)

    monkeypatch.setattr(packing, "EXCHANGES", 1)
    for seed in range(6):
        roster = country(120, 60, DEFAULT, seed)
        program = everything(roster, DEFAULT)
        chosen, prices = Noted().solve(program, skeleton(program, Layout(roster, DEFAULT).left))
        assert program.values(chosen) == best(roster, DEFAULT)
        assert closed(program, prices, program.values(chosen))
    assert any(len(tiers) == 1 for tiers in settled)
