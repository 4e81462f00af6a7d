"""Pairs held against prices by workers: the same plan whoever looks, also if a worker dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import numpy as np
import pytest
from distributed import LocalCluster

from matchmaker.bench.country import country
from matchmaker.errors import CertificateError
from matchmaker.events import Event, Round, nobody
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.solvers import beginning, columns
from matchmaker.solvers.columns import Solved, solve_by_columns
from matchmaker.solvers.pricing import Pricing
from matchmaker.solvers.shared_pricing import Problem
from matchmaker.workers import Workers, workers
from tests.workers import tasks

POLICY = default_policy()
ROSTER = country(200, 120, POLICY)


@pytest.fixture(autouse=True)
def _few_to_begin_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few pairs are listed first that there are many rounds."""
    monkeypatch.setattr(beginning, "FIRST", 1)
    monkeypatch.setattr(beginning, "CHANCE", 1)
    monkeypatch.setattr(columns, "THIN", 1)


@pytest.fixture(params=["processes", "cluster"])
def hands(request: pytest.FixtureRequest, cluster: LocalCluster) -> Iterator[Workers]:
    there = request.param == "cluster"
    with workers(None if there else 2, cluster.scheduler_address if there else None) as found:
        yield found


def same(one: Solved, other: Solved) -> bool:
    return (
        one.rounds == other.rounds
        and np.array_equal(one.program.i, other.program.i)
        and np.array_equal(one.program.j, other.program.j)
        and np.array_equal(one.raw.chosen, other.raw.chosen)
        and all(
            a.prices is not None
            and b.prices is not None
            and np.array_equal(a.prices.rows, b.prices.rows)
            for a, b in zip(one.raw.proof, other.raw.proof, strict=True)
        )
    )


def test_the_same_plan_though_a_worker_dies(hands: Workers) -> None:
    here = solve_by_columns(ROSTER, POLICY, Limits(), nobody)
    assert here.rounds > 2
    killed: list[int] = []

    def watch(event: Event) -> None:
        """Kill a worker after the first round: it has its tables, and is wanted again."""
        if isinstance(event, Round) and not killed:
            killed.extend(hands.ordered(tasks.process, [0]))
            os.kill(killed[0], signal.SIGKILL)

    there = solve_by_columns(ROSTER, POLICY, Limits(), watch, hands)
    assert killed and killed[0] != os.getpid()
    assert same(here, there)


def test_other_groups_are_refused() -> None:
    with pytest.raises(CertificateError, match="other groups"):
        _ = Problem(ROSTER, POLICY, "not so").pricing


def test_larger_points_met_by_workers_count_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where tables would be too large, points are learnt as they are met, wherever that is."""
    from matchmaker.program import terms

    monkeypatch.setattr(terms, "CELLS", 0)
    monkeypatch.setattr(terms, "FEW", 0)
    found = Pricing(ROSTER, POLICY)
    assert any(term.table is None for one in found.scores for term in one.prefers)
    here = solve_by_columns(ROSTER, POLICY, Limits(), nobody)
    with workers(1) as alone:
        assert same(here, solve_by_columns(ROSTER, POLICY, Limits(), nobody, alone))
