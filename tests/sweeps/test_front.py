"""The Pareto front of coverage, travel and fit."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.results.sweep_run import Measured, Run, on_front

Few = st.integers(1, 4)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    pairs = draw(Few)
    placed = draw(st.integers(0, pairs))
    measured = Measured(
        status=draw(st.sampled_from(["optimal", "optimal", "feasible", "infeasible"])),
        route="flow",
        proved=True,
        gap=None,
        mentees=draw(st.integers(pairs, 6)),
        mentors=3,
        candidate_pairs=9,
        pairs=pairs,
        served=pairs,
        placed=placed,
        minutes=draw(st.integers(0, 6)),
        farthest=6,
        fit=draw(st.integers(0, 6)),
        values={},
        bounds={},
        input="",
        version="",
    )
    town = draw(st.sampled_from(["one", "other"]))
    refused = draw(st.integers(0, 5)) == 0
    return Run("key", town, "", 1, "policy", "auto", None if refused else measured)


@given(st.lists(runs(), max_size=9))
def test_on_the_front_is_whom_nobody_surpasses(many: list[Run]) -> None:
    def judged(run: Run) -> tuple[Fraction, Fraction, Fraction] | None:
        m = run.measured
        if m is None or m.status == "infeasible" or m.placed == 0:
            return None
        return (
            Fraction(m.served, m.mentees),
            Fraction(m.minutes, m.placed),
            Fraction(m.fit, m.pairs),
        )

    for run, front in zip(many, on_front(many), strict=True):
        mine = judged(run)
        if mine is None:
            assert front is None
            continue
        surpassed = False
        for other in many:
            its = judged(other)
            if its is None or other.scenario != run.scenario:
                continue
            no_worse = its[0] >= mine[0] and its[1] <= mine[1] and its[2] >= mine[2]
            better = its[0] > mine[0] or its[1] < mine[1] or its[2] > mine[2]
            surpassed |= no_worse and better
        assert front is not surpassed
