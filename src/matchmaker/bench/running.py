"""All solvers on all cases of a family, each in a fresh process; what is finished is kept."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from matchmaker.bench.family import Family
from matchmaker.bench.machine import machine, versions
from matchmaker.bench.one import Order
from matchmaker.bench.record import Case, Results, Run
from matchmaker.bench.results_file import results_text
from matchmaker.bench.tidy import csv_of
from matchmaker.io.files import replace_files
from matchmaker.messages import bench as say
from matchmaker.text import language

GRACE = 30.0
"""A process is ended when it has run for twice its time and so much more. Unit: seconds."""

Told = Callable[[int, int, Run], None]
"""Called with how many runs are done, how many there are, and the last."""


def run_family(name: str, family: Family, out: Path, told: Told) -> Results:
    """Run a family; after each run the file holds all that is finished, whole.

    Raises
    ------
    InputError
        if the file cannot be written.
    """
    solvers = list(dict.fromkeys([family.baseline, *family.solvers]))
    todo = [(case, solver) for case in family.cases() for solver in solvers]
    results = Results(
        family=name,
        baseline=family.baseline,
        planned=len(todo),
        versions=versions(),
        machine=machine(),
    )
    _write(results, out)  # a file that cannot be written is better known before than after
    too_slow: dict[str, Case] = {}
    for case, solver in todo:
        run = _given_up(case, solver, too_slow) or _run(case, solver, family)
        if run.status == "timeout":
            too_slow.setdefault(solver, case)
        results = results.model_copy(update={"runs": (*results.runs, run)})
        _write(results, out)
        told(len(results.runs), len(todo), run)
    return results


def _write(results: Results, out: Path) -> None:
    replace_files(
        {
            out: results_text(results).encode(),
            out.with_suffix(".csv"): csv_of(results),
        }
    )


def _given_up(case: Case, solver: str, too_slow: dict[str, Case]) -> Run | None:
    """Who has run out of time is not tried on anything larger."""
    before = too_slow.get(solver)
    if before is None or case.pairs <= before.pairs:
        return None
    words = say.TOO_SLOW(mentees=before.mentees, mentors=before.mentors)
    return Run(case=case, solver=solver, status="refused", reason=words)


def _run(case: Case, solver: str, family: Family) -> Run:
    order = Order(
        case=case,
        solver=solver,
        rules=family.rules,
        seconds=family.seconds,
        memory_mb=family.memory_mb,
        language=language(),
    )
    longest = 2 * family.seconds + GRACE
    try:
        done = _process(order, longest)
    except subprocess.TimeoutExpired:
        words = say.OUT_OF_TIME(seconds=f"{longest:g}")
        return Run(case=case, solver=solver, status="timeout", reason=words)
    if done.returncode == 0:
        return Run.model_validate_json(done.stdout.strip().rpartition("\n")[2])
    return Run(case=case, solver=solver, status="broke", reason=_why(done))


def _process(order: Order, seconds: float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "matchmaker.bench.one"],
        input=order.model_dump_json(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )


def _why(done: subprocess.CompletedProcess[str]) -> str:
    """The last line that a process wrote, or the signal that ended it."""
    if done.returncode < 0:
        try:
            return say.ENDED_BY(signal=signal.Signals(-done.returncode).name)
        except ValueError:
            return say.ENDED_BY(signal=-done.returncode)
    return done.stderr.strip().rpartition("\n")[2] or say.ENDED_BY(signal=done.returncode)
