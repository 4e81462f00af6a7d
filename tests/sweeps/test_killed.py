"""A sweep that is killed, and one whose workers are."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from distributed import LocalCluster

from matchmaker.engine.sweeps import sweep
from matchmaker.results.sweep_run import Run
from matchmaker.workers import workers
from tests.sweeps.small import HALF, RUNS, frames, made, written
from tests.workers import tasks

FIRST = 3
"""So many runs are let be made before something is killed."""


def test_a_killed_sweep_goes_on_and_repeats_nothing(tmp_path: Path) -> None:
    spec, out = written(tmp_path), tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "matchmaker", "sweep", spec, "-o", out, "--workers", "1"],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(f"[{FIRST} "):
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.stderr.close()
    assert process.wait() == -signal.SIGKILL

    assert not (out / "sweep.csv").exists()
    kept = {file.name: file.stat() for file in (out / "runs").glob("*.json")}
    assert FIRST <= len(kept) < RUNS
    for name in kept:
        json.loads((out / "runs" / name).read_bytes())

    found = made(spec, out)
    assert (found.kept, len(found.runs)) == (len(kept), RUNS)
    for name, before in kept.items():
        after = (out / "runs" / name).stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(file.suffix for file in (out / "runs").iterdir()) == [".json"] * RUNS
    assert frames(found) == frames(made(spec, tmp_path / "fresh"))


def test_a_worker_of_a_cluster_dies_and_the_answer_is_the_same(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    spec = written(tmp_path, HALF)
    alive: list[int] = []

    def told(run: Run, done: int, total: int) -> None:
        if alive:
            assert done < total
            os.kill(alive.pop(), signal.SIGKILL)

    with workers(cluster=cluster.scheduler_address) as hands:
        alive += hands.ordered(tasks.process, [0])
        there = sweep(spec, tmp_path / "there", hands, told=told)
    assert not alive and there.kept == 0
    assert frames(there) == frames(made(spec, tmp_path / "here"))
