"""Versions, clocks and a self-test: what a bug report and ``run.json`` hold."""

from __future__ import annotations

import time
from datetime import date
from importlib.metadata import version
from typing import Any

from matchmaker.domain import Municipality, Willing
from matchmaker.engine.plans import match
from matchmaker.events import Event
from matchmaker.policy import Policy


def doctor() -> dict[str, Any]:
    """Versions, machine, and whether each exact solver solves a tiny problem."""
    import os
    import platform
    import sys

    packages = (
        "ortools",
        "numpy",
        "pandas",
        "pydantic",
        "networkx",
        "python-calamine",
        "xlsxwriter",
        "altair",
        "vl-convert-python",
    )
    return {
        "matchmaker": version("matchmaker"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "encoding": sys.stdout.encoding,
        "packages": {name: version(name) for name in packages},
        "solvers": {name: _try_solver(name) for name in ("flow", "mip", "cpsat")},
    }


def _try_solver(name: str) -> str:
    """Solve three people by two with one solver; ``ok`` or what went wrong."""
    from matchmaker.domain import About, Mentee, Mentor, Person, School

    people = [Person(id=f"p{n}", name=f"Person {n}", school="s") for n in range(5)]
    rows = [
        About(name="self-test", reference_date=date(2026, 9, 1)),
        School(id="s", name="School"),
        *people,
        *(Mentee(person=f"p{n}", programme="pair") for n in range(3)),
        *(Mentor(person=f"p{n}", places=1, willing=Willing.YES) for n in (3, 4)),
    ]
    policy = Policy.from_plain(
        {
            "tier": [{"name": "coverage", "title": "coverage"}],
            "programme": [{"name": "pair", "title": "pair"}],
            "rule": [
                {"must": "demand"},
                {"must": "places"},
                {"prefer": "served", "tier": "coverage"},
            ],
        }
    )
    try:
        plan = match(Municipality.build(rows), policy, solver=name)
    except Exception as error:  # a broken installation may raise anything
        return f"{type(error).__name__}: {error}"
    return "ok" if len(plan.pairs) == 2 and plan.status == "optimal" else plan.status


def run_record(started: float, events: list[Event]) -> dict[str, object]:
    """What ``run.json`` holds: clocks, versions and machine, kept out of the plan."""
    import platform

    names = ("matchmaker", "ortools", "numpy", "pydantic")
    return {
        "seconds": round(time.monotonic() - started, 3),
        "versions": {name: version(name) for name in names},
        "python": platform.python_version(),
        "system": platform.platform(),
        "events": [type(event).__name__ for event in events],
    }
