"""Results made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from matchmaker.bench.record import Case, Machine, Results, Run

MACHINE = Machine(cores=2, memory_mb=4096, system="Linux", processor="x86_64")


def case(mentees: int = 100, seed: int = 1, deficits: int | None = None) -> Case:
    return Case(scenario="country", mentees=mentees, mentors=mentees, seed=seed, deficits=deficits)


def run(
    solver: str,
    seconds: Mapping[str, float],
    of: Case | None = None,
    fit: int = 100,
    **more: object,
) -> Run:
    plain = Run(
        case=of or case(),
        solver=solver,
        status="proved" if solver == "columns" else "answered",
        wall=dict(seconds),
        cpu=dict(seconds),
        base_mb=100.0,
        peak_mb=100.0 + (of or case()).mentees,
        tiers={"coverage": 50, "fit": fit},
    )
    return plain.model_copy(update=more)


def results(*runs: Run, planned: int | None = None, machine: Machine = MACHINE) -> Results:
    return Results(
        family="made",
        baseline="greedy",
        planned=len(runs) if planned is None else planned,
        versions={"python": "3.11.0", "scipy": None},
        machine=machine,
        runs=runs,
    )
