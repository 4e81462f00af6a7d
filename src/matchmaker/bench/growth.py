"""How cost grows: exponents fitted to measured times, and what gives out first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

import numpy as np

from matchmaker.bench.record import ASIDE, Case, Clock, Run

Against = Literal["pairs", "mentees", "deficits"]

LEAST = 0.01
"""Shorter times are not measured well enough to be fitted. Unit: seconds."""

POINTS = 3
"""So many different sizes a fit needs."""

NO_PHASE = ("total", "memory")
"""What is fitted too, but is no phase."""

_READ: Mapping[Against, Callable[[Case], float | None]] = {
    "pairs": lambda case: case.pairs,
    "mentees": lambda case: case.mentees,
    "deficits": lambda case: case.deficits or None,
}


@dataclass(frozen=True, slots=True)
class Growth:
    """How one phase of one solver grows: cost ≈ c · size ** exponent.

    Attributes
    ----------
    exponent : median over seeds; ``low``, ``high``: its range.
    largest : median cost at the largest size measured. Unit: seconds, or MB of memory.
    tenfold : what that makes at ten times the size.
    """

    solver: str
    phase: str
    against: Against
    exponent: float
    low: float
    high: float
    largest: float
    tenfold: float


def growths(runs: Sequence[Run], clock: Clock) -> list[Growth]:
    """Fit what can be fitted: by least squares on logarithms, for each seed by itself.

    Cases are compared only where nothing but the size (or the number of requests) differs.
    """
    found = []
    solvers = dict.fromkeys(run.solver for run in runs if run.answered)
    for solver in solvers:
        mine = [run for run in runs if run.answered and run.solver == solver]
        phases = dict.fromkeys(name for run in mine for name in run.wall if name not in ASIDE)
        for phase in [*phases, "total", "memory"]:
            for against in _READ:
                fitted = _fit(solver, phase, against, mine, clock)
                if fitted is not None:
                    found.append(fitted)
    return found


def bottleneck(found: Sequence[Growth], solver: str, against: Against = "mentees") -> Growth | None:
    """The phase that takes most at ten times the largest size."""
    mine = [
        one
        for one in found
        if (one.solver, one.against) == (solver, against) and one.phase not in NO_PHASE
    ]
    return max(mine, key=lambda one: one.tenfold, default=None)


def _fit(
    solver: str, phase: str, against: Against, runs: Sequence[Run], clock: Clock
) -> Growth | None:
    series: dict[object, list[tuple[float, float]]] = defaultdict(list)
    for run in runs:
        size, cost = _READ[against](run.case), _cost(run, phase, clock)
        if size and cost is not None:
            series[_rest(run.case, against)].append((float(size), cost))
    slopes = [slope for points in series.values() for slope in _slope(points)]
    if not slopes:
        return None
    top = max(size for points in series.values() for size, _ in points)
    largest = median(cost for points in series.values() for size, cost in points if size == top)
    exponent = median(slopes)
    return Growth(
        solver,
        phase,
        against,
        round(exponent, 3),
        round(min(slopes), 3),
        round(max(slopes), 3),
        round(largest, 3),
        round(largest * 10**exponent, 3),
    )


def _slope(points: Sequence[tuple[float, float]]) -> Iterator[float]:
    if len({size for size, _ in points}) >= POINTS:
        x, y = np.log(np.array(points)).T
        yield float(np.polyfit(x, y, 1)[0])


def _cost(run: Run, phase: str, clock: Clock) -> float | None:
    if phase == "memory":
        known = run.peak_mb is not None and run.base_mb is not None
        grown = (run.peak_mb or 0.0) - (run.base_mb or 0.0)
        return grown if known and grown >= 1 else None
    times = run.wall if clock == "wall" else run.cpu
    cost = run.seconds(clock) if phase == "total" else times.get(phase, 0.0)
    return cost if cost >= LEAST else None


def _rest(case: Case, against: Against) -> object:
    """What must be the same within one fit: all but the size fitted against."""
    size = (case.mentees, case.mentors) if against == "deficits" else (case.deficits,)
    return case.scenario, case.tightness, case.correlation, case.seed, size
