"""A plan checked by workers: the same verdict whoever checks, also if a worker dies."""

from __future__ import annotations

import os
import signal

import pytest
from distributed import LocalCluster

import matchmaker as mm
from matchmaker import scenarios
from matchmaker.engine import scenario_policy, verify
from matchmaker.errors import InputError
from matchmaker.events import Checked, Event
from matchmaker.workers import workers
from tests.workers import tasks

TOWN = scenarios.generate("city", mentees=60, mentors=40, schools=8)
POLICY = scenario_policy(TOWN)


@pytest.mark.parametrize("where", ["processes", "cluster"])
def test_the_same_verdict_though_a_worker_dies(where: str, cluster: LocalCluster) -> None:
    plan = mm.match(TOWN.municipality, POLICY, solver="columns")
    here = verify(plan, TOWN.municipality)
    assert here.valid and here.optimal == "proved"
    address = cluster.scheduler_address if where == "cluster" else None
    with workers(None if address else 2, address) as hands:
        alive = hands.ordered(tasks.process, [0])
        seen: list[Checked] = []

        def watch(event: Event) -> None:
            assert isinstance(event, Checked)
            seen.append(event)
            if alive:
                os.kill(alive.pop(), signal.SIGKILL)

        assert verify(plan, TOWN.municipality, watch, hands) == here
    assert not alive and seen[-1] == Checked(60, 60) and len(seen) > 1


def test_a_searched_plan_is_looked_at_several_times() -> None:
    paid = scenarios.generate("surgut", seed=4, mentees=40)
    plan = mm.match(paid.municipality, scenario_policy(paid), solver="branching")
    here = verify(plan, paid.municipality)
    assert here.valid and here.optimal == "bound"
    seen: list[Event] = []
    with workers(2) as hands:
        assert verify(plan, paid.municipality, seen.append, hands) == here
    assert Checked(40, 40, 2) in seen


def test_a_plan_with_few_pairs_needs_no_workers() -> None:
    plan = mm.match(TOWN.municipality, POLICY)
    with workers(1) as hands, pytest.raises(InputError, match="Уберите --workers"):
        verify(plan, TOWN.municipality, workers=hands)
