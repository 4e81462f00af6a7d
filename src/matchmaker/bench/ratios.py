"""Seconds and ratios of a solver over the seeds of one size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from matchmaker.bench.record import Clock, Results, Run


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and its range."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread | None:
        """The spread of some values; nothing if there are none."""
        return cls(median(values), min(values), max(values)) if values else None


def by_size(results: Results) -> dict[tuple[tuple[object, ...], str], list[Run]]:
    """Runs of the same size and solver, one for each seed."""
    found: dict[tuple[tuple[object, ...], str], list[Run]] = {}
    for run in results.runs:
        found.setdefault((run.case.size, run.solver), []).append(run)
    return found


def ratios(results: Results, runs: Sequence[Run], clock: Clock) -> Spread | None:
    """Time of these runs ÷ time of the baseline on the same case, seed by seed."""
    base = {
        run.case: run.seconds(clock)
        for run in results.runs
        if run.solver == results.baseline and run.answered
    }
    return Spread.of(
        [
            run.seconds(clock) / base[run.case]
            for run in runs
            if run.answered and base.get(run.case, 0.0) > 0
        ]
    )
