"""Runs are kept as they are finished, whatever ends them."""

from __future__ import annotations

import json
import platform
import subprocess
from pathlib import Path

import pytest

from matchmaker.bench import running
from matchmaker.bench.family import Family
from matchmaker.bench.one import Order
from matchmaker.bench.record import Results, Run
from matchmaker.bench.running import run_family

FAMILY = Family(
    title="x",
    title_en="x",
    mentees=(8, 12),
    mentors=1,
    seeds=(1,),
    solvers=("columns", "deferred"),
    baseline="greedy",
)


def quiet(done: int, planned: int, run: Run) -> None:
    return


def read(file: Path) -> Results:
    return Results.model_validate(json.loads(file.read_text("utf-8")))


def test_an_interrupted_run_leaves_what_is_finished_whole(tmp_path: Path) -> None:
    file = tmp_path / "results.json"

    def stop(done: int, planned: int, run: Run) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_family("x", FAMILY, file, stop)
    kept = read(file)
    assert [run.solver for run in kept.runs] == ["greedy", "columns"]
    assert (kept.planned, kept.finished) == (6, False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["results.csv", "results.json"]
    assert len((tmp_path / "results.csv").read_text("utf-8").splitlines()) == 3
    assert kept.runs[1].peak_mb is None or kept.runs[1].peak_mb > 0


def test_who_runs_out_of_time_is_not_tried_on_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(order: Order, seconds: float) -> subprocess.CompletedProcess[str]:
        if order.solver == "columns":
            raise subprocess.TimeoutExpired([], seconds)
        if order.solver == "deferred":
            return subprocess.CompletedProcess([], -9, "", "")
        return subprocess.CompletedProcess([], 1, "", "Traceback\nKeyError: 'x'\n")

    monkeypatch.setattr(running, "_process", slow)
    found = run_family("x", FAMILY, tmp_path / "results.json", quiet)
    said = {(run.solver, run.case.mentees): (run.status, run.reason) for run in found.runs}
    assert said["columns", 8][0] == "timeout"
    assert said["columns", 12][0] == "refused" and "8 × 8" in said["columns", 12][1]
    assert said["deferred", 8] == ("broke", "процесс завершён: SIGKILL")
    assert said["greedy", 8] == ("broke", "KeyError: 'x'")
    assert found.finished


def test_no_file_names_a_host_or_a_person() -> None:
    from matchmaker.bench.machine import machine, versions

    told = machine().model_dump() | versions()
    assert set(told) >= {"cores", "memory_mb", "system", "processor", "python", "ortools", "commit"}
    assert platform.node() not in map(str, told.values())
