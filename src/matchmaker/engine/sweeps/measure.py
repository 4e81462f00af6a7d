"""One run of a sweep: the task that workers are given."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.engine.plans import match
from matchmaker.engine.scenario import scenario_policy
from matchmaker.engine.sweeps.spec import SizeSpec
from matchmaker.engine.sweeps.variants import Variant
from matchmaker.errors import InputError, NoSolverError, SolverError
from matchmaker.limits import Limits
from matchmaker.pairs import Pairs
from matchmaker.policy import Policy
from matchmaker.program.compile import points_of
from matchmaker.results.plan import Plan
from matchmaker.results.sweep_run import Measured
from matchmaker.rules._meeting import meets_remotely

FIT = "fit"
"""The tier whose points say how well pairs fit."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one run is made of.

    Attributes
    ----------
    seed : nothing for tables that are there.
    """

    scenario: str
    size: SizeSpec
    seed: int | None
    variant: int


@dataclass(frozen=True)
class Given:
    """What all runs of a sweep share.

    Attributes
    ----------
    tables : tables that are there with their policies, by the name of the scenario.
    yardstick : the variant by whose rules fit is counted.
    """

    tables: Mapping[str, tuple[Municipality, Policy]]
    variants: tuple[Variant, ...]
    yardstick: int
    solver: str
    seconds: float | None
    effort: float | None

    def town(self, job: Job) -> tuple[Municipality, Policy]:
        """The tables of a run, and the policy that goes with them."""
        if job.seed is None:
            return self.tables[job.scenario]
        return invented(job.scenario, job.size, job.seed)


def invented(name: str, size: SizeSpec, seed: int) -> tuple[Municipality, Policy]:
    """An invented municipality and its policy."""
    from matchmaker import scenarios

    made = scenarios.generate(name, seed=seed, **size.model_dump())
    return made.municipality, scenario_policy(made)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer, in words."""

    why: str


def measure(job: Job, given: Given) -> tuple[Measured | Refusal, float]:
    """Make a plan, and what is measured of it; how long that took. Unit: seconds."""
    begun = time.monotonic()
    limits = Limits(seconds=given.seconds, effort=given.effort)
    try:
        municipality, own = given.town(job)
        policy = given.variants[job.variant].of(own)
        plan = match(municipality, policy, solver=given.solver, limits=limits)
        found: Measured | Refusal = measured(plan, given.variants[given.yardstick].of(own))
    except (InputError, NoSolverError, SolverError) as error:
        found = Refusal("; ".join(str(error).splitlines()))
    return found, round(time.monotonic() - begun, 3)


def measured(plan: Plan, yardstick: Policy) -> Measured:
    """What is measured of a plan, its fit by the rules of this policy."""
    record, roster = plan.record, plan.program.roster
    place = {unit.key: j for j, unit in enumerate(roster.mentor.units)}
    p = roster.take(
        np.array([roster.mentee.position[pair.mentee] for pair in record.pairs], dtype=np.int64),
        np.array([place[pair.mentor] for pair in record.pairs], dtype=np.int64),
    )
    remote = meets_remotely(p)
    known = p.reachable() | remote
    minutes = np.where(remote, 0, p.minutes(0))[known]
    return Measured(
        status=record.status,
        route=record.route,
        proved=all(tier.closed != "open" for tier in record.tiers),
        gap=record.gap,
        mentees=record.mentees,
        mentors=record.mentors,
        candidate_pairs=record.candidate_pairs,
        pairs=len(record.pairs),
        served=len({pair.mentee for pair in record.pairs}),
        placed=int(known.sum()),
        minutes=int(minutes.sum()),
        farthest=int(minutes.max(initial=0)),
        fit=_fit(p, yardstick),
        values={tier.name: tier.value for tier in record.tiers},
        bounds={tier.name: tier.bound for tier in record.tiers},
        input=record.input,
        version=record.version,
    )


def _fit(p: Pairs, policy: Policy) -> int:
    """Points of fit of these pairs together."""
    tier = [tier.name for tier in policy.order].index(FIT)
    programmes = np.array(p.roster.programmes, dtype=np.str_)[p.i]
    total = 0
    for name in np.unique(programmes).tolist():
        mine = programmes == name
        some = p.roster.take(p.i[mine], p.j[mine])
        total += int(points_of(some, policy.all_uses, name, policy.order)[tier].sum())
    return total
