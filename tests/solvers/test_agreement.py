"""Flow, integer program, CP-SAT and brute force agree, tier by tier; proofs hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from matchmaker.limits import Limits
from matchmaker.program.answer import Raw
from matchmaker.program.face import Face, judge
from matchmaker.program.program import Program
from matchmaker.program.structure import structure_of
from matchmaker.solvers.auto import solver_named
from tests.solvers.random_programs import brute_force, programs


def solve(name: str, program: Program) -> Raw:
    return solver_named(name).solve(program, Limits(), lambda event: None)


def check_proof(program: Program, raw: Raw) -> None:
    """Every tier closed by prices is closed again, from scratch."""
    face = Face.whole(program)
    values = program.values(raw.chosen)
    for t, proof in enumerate(raw.proof):
        assert proof.closed != "open"
        if proof.prices is None:
            continue
        judgement = judge(program, face, t, proof.prices)
        assert judgement.whole >= values[t]
        assert judgement.closes(values[t]) == (proof.closed == "prices")
        face = judgement.after(t, values[t])


@settings(max_examples=1500, deadline=None)
@given(programs())
def test_integer_program_finds_the_brute_force_optimum(program: Program) -> None:
    raw = solve("mip", program)
    assert program.allowed(raw.chosen)
    assert program.values(raw.chosen) == brute_force(program)
    check_proof(program, raw)


@settings(max_examples=400, deadline=None)
@given(programs())
def test_cpsat_finds_the_brute_force_optimum(program: Program) -> None:
    raw = solve("cpsat", program)
    assert program.allowed(raw.chosen)
    assert program.values(raw.chosen) == brute_force(program)


@settings(max_examples=1500, deadline=None)
@given(programs(nested=True))
def test_flow_finds_the_brute_force_optimum_and_proves_it(program: Program) -> None:
    assert structure_of(program).left is not None
    raw = solve("flow", program)
    assert program.allowed(raw.chosen)
    assert program.values(raw.chosen) == brute_force(program)
    assert {proof.closed for proof in raw.proof} == {"prices"}
    check_proof(program, raw)


@settings(max_examples=500, deadline=None)
@given(programs())
def test_whatever_the_test_of_structure_accepts_is_a_flow(program: Program) -> None:
    if structure_of(program).left is None:
        assert structure_of(program).objections
        return
    assert program.values(solve("flow", program).chosen) == brute_force(program)


@pytest.mark.parametrize("name", ["greedy", "deferred"])
@settings(max_examples=150, deadline=None)
@given(program=programs())
def test_baselines_keep_the_hard_limits_and_never_beat_the_optimum(
    name: str, program: Program
) -> None:
    chosen = solve(name, program).chosen
    assert program.allowed(chosen)
    assert program.values(chosen) <= brute_force(program)


@settings(max_examples=150, deadline=None)
@given(programs(nested=True))
def test_a_plan_spoiled_by_one_pair_is_not_proved(program: Program) -> None:
    raw = solve("flow", program)
    best = program.values(raw.chosen)
    for p in range(program.pairs):
        spoiled = raw.chosen.copy()
        spoiled[p] = not spoiled[p]
        if not program.allowed(spoiled) or program.values(spoiled) == best:
            continue
        face, proved = Face.whole(program), True
        for t, proof in enumerate(raw.proof):
            assert proof.prices is not None
            judgement = judge(program, face, t, proof.prices)
            proved = proved and judgement.closes(program.values(spoiled)[t])
            face = judgement.after(t, best[t])
        assert not proved
