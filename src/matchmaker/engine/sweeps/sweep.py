"""A sweep: what its file asks for, less what is kept already, handed out to workers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from matchmaker.engine.sweeps.measure import Given, Job, Refusal, measure
from matchmaker.engine.sweeps.plan import read_sweep
from matchmaker.io.sweep_files import KeptRuns, sweep_files
from matchmaker.results.sweep_run import Measured, Run
from matchmaker.workers import Shared, Workers
from matchmaker.workers import workers as processes

FORMAT = 1
"""Raised when something else is measured: what is kept from before is then of no use."""

Told = Callable[[Run, int, int], None]
"""Is told each run as it is there, how many are, and of how many."""


@dataclass(frozen=True)
class Sweep:
    """All runs of a sweep in the order of its file.

    Attributes
    ----------
    kept : how many were there from before.
    damaged : how many were, but could not be read.
    """

    runs: tuple[Run, ...]
    kept: int
    damaged: int
    yardstick: str

    @property
    def refused(self) -> int:
        """How many have no answer."""
        return sum(run.measured is None for run in self.runs)

    def files(self) -> dict[str, bytes]:
        """The frame and the picture, by the names of their files."""
        from matchmaker.io.canvas import picture_files
        from matchmaker.io.pareto_picture import pareto_chart

        chart = pareto_chart(self.runs, self.yardstick)
        return sweep_files(self.runs) | (picture_files({"pareto": chart}) if chart else {})


def _nobody(run: Run, done: int, total: int) -> None:
    """Tell nobody."""


def sweep(
    path: Path | str,
    out: Path | str,
    workers: Workers | None = None,
    *,
    seconds: float | None = None,
    told: Told = _nobody,
) -> Sweep:
    """Make the runs that a file asks for; each is kept at once, and never made again.

    Runs without an answer are not kept: they are tried again each time.

    Parameters
    ----------
    out : folder in which finished runs are kept.
    workers : who makes the runs (see :func:`matchmaker.workers.workers`); processes of this
        machine, as many as it has cores, if not given.
    seconds : time limit of one run, in place of that of the file.

    Raises
    ------
    InputError
        with every problem of the file and of all tables and policies that it names.
    """
    if workers is None:
        with processes() as own:
            return sweep(path, out, own, seconds=seconds, told=told)
    given, jobs = read_sweep(Path(path), seconds)
    keys = [_key(job, given) for job in jobs]
    store = KeptRuns(Path(out))
    found: dict[int, Run] = {}

    def note(at: int, result: Measured | Refusal, spent: float | None) -> None:
        found[at] = _run(keys[at], jobs[at], given, result, spent)
        told(found[at], len(found), len(jobs))

    for at, key in enumerate(keys):
        kept = store.find(key)
        if kept is not None:
            note(at, *kept)
    number = len(found)
    # Two policies of a file may come to the same: such a run is made once.
    wanted = {keys[at]: at for at in reversed(range(len(jobs))) if at not in found}
    left = sorted(wanted.values())
    same = [at for at in range(len(jobs)) if at not in found and at not in set(left)]
    for n, (result, spent) in workers.completed(measure, [jobs[at] for at in left], Shared(given)):
        if isinstance(result, Measured):
            store.keep(keys[left[n]], result, spent)
        note(left[n], result, spent)
    for at in same:
        twin = found[wanted[keys[at]]]
        note(at, twin.measured or Refusal(twin.why), twin.seconds)
    runs = tuple(found[at] for at in range(len(jobs)))
    return Sweep(runs, number, store.damaged, given.variants[given.yardstick].spec.name)


def _run(
    key: str, job: Job, given: Given, result: Measured | Refusal, seconds: float | None
) -> Run:
    return Run(
        key=key,
        scenario=job.scenario,
        size=job.size.words,
        seed=job.seed,
        policy=given.variants[job.variant].spec.name,
        solver=given.solver,
        measured=result if isinstance(result, Measured) else None,
        why=result.why if isinstance(result, Refusal) else "",
        seconds=seconds,
    )


def _key(job: Job, given: Given) -> str:
    """A digest of all that determines a run."""
    facts: dict[str, Any] = {
        "format": FORMAT,
        "version": version("matchmaker"),
        "policy": given.variants[job.variant].to_plain(),
        "yardstick": given.variants[given.yardstick].to_plain(),
        "solver": given.solver,
        "seconds": given.seconds,
        "effort": given.effort,
    }
    if job.seed is None:
        municipality, own = given.tables[job.scenario]
        facts |= {"input": municipality.fingerprint, "own": own.to_plain()}
    else:
        facts |= {"scenario": job.scenario, "size": job.size.model_dump(), "seed": job.seed}
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
