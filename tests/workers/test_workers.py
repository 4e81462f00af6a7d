"""Work handed out: the same answer on processes and on a cluster, also if a worker dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from distributed import LocalCluster

from matchmaker.errors import InputError, WorkersError
from matchmaker.text import speaking
from matchmaker.workers import Shared, Workers, threads, workers
from tests.workers import tasks

TABLE = np.arange(200_000, dtype=np.float64).reshape(20, -1)
SUMS = TABLE.sum(axis=1).tolist()


@pytest.fixture(params=["one", "processes", "cluster"])
def hands(request: pytest.FixtureRequest) -> Iterator[Workers]:
    if request.param == "cluster":
        found = workers(cluster=request.getfixturevalue("cluster").scheduler_address)
    else:
        found = workers(1 if request.param == "one" else 2)
    with found:
        yield found


def test_results_stand_in_the_order_of_the_items(hands: Workers) -> None:
    shared = Shared(TABLE)
    assert hands.ordered(tasks.weighed, range(20), shared) == SUMS
    assert hands.ordered(tasks.weighed, [7, 7, 3], shared) == [SUMS[7], SUMS[7], SUMS[3]]
    assert hands.ordered(tasks.weighed, [], shared) == []
    assert dict(hands.completed(tasks.weighed, range(20), shared)) == dict(enumerate(SUMS))


def test_a_worker_has_one_thread_and_speaks_the_language_asked(hands: Workers) -> None:
    with speaking("en"):
        words, allowed, _ = hands.ordered(tasks.told, [0])[0]
    assert words == "both processes and a cluster are given"
    assert allowed == 1
    assert threads() >= 1


def test_libraries_of_a_worker_have_one_thread(
    hands: Workers, request: pytest.FixtureRequest
) -> None:
    of_its_own = "one" not in request.node.name
    assert (hands.ordered(tasks.told, [0])[0][2] == "1") or not of_its_own


@pytest.mark.parametrize("where", ["processes", "cluster"])
def test_a_worker_that_dies_changes_nothing(
    where: str, cluster: LocalCluster, tmp_path: Path
) -> None:
    address = cluster.scheduler_address if where == "cluster" else None
    with workers(None if address else 2, address) as hands:
        mark = tmp_path / "died"
        given = Shared(TABLE), Shared(str(mark))
        assert hands.ordered(tasks.dies_once, range(20), *given) == SUMS
        assert mark.exists()


def test_work_that_kills_whoever_takes_it_is_given_up() -> None:
    with workers(2) as hands, pytest.raises(WorkersError, match="обрывались 3 раза подряд"):
        hands.ordered(tasks.always_dies, range(2))


def test_a_mistake_in_a_task_is_told(hands: Workers) -> None:
    with pytest.raises(ValueError, match="item 5"):
        hands.ordered(tasks.wrong, [5])


def test_nobody_answers() -> None:
    for address in ("tcp://127.0.0.1:1", "scheduler", "tcp://127.0.0.1"):
        with pytest.raises(InputError, match=r"не отвечает по адресу «.*tcp://узел:порт") as told:
            workers(cluster=address)
        assert told.value.issues[0].value == address


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"matchmaker\[cluster\]"):
        workers(cluster="tcp://127.0.0.1:8786")


def test_processes_or_a_cluster_but_not_both() -> None:
    with pytest.raises(InputError, match="Оставьте одно из двух"):
        workers(2, "tcp://127.0.0.1:8786")


ALONE = """
import tempfile
from matchmaker.workers import Shared, workers
from tests.workers import tasks

tempfile.tempdir = {folder!r}
hands, tables = workers(2), Shared("tables")
print(*set(hands.ordered(tasks.process, range(8), tables)), flush=True)
input()
"""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere processes leave when they are idle")
def test_nothing_is_left_of_a_run_that_was_killed(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ALONE.format(folder=str(tmp_path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None and process.stdin is not None
    assert process.stdout.readline().split()
    assert list(tmp_path.glob("matchmaker-*/*.pickle"))
    process.kill()
    process.wait()
    process.stdin.close()
    # All of them write to this pipe, so it ends with the last of them; the folder goes after that.
    assert process.stdout.read() == ""
    process.stdout.close()
    while list(tmp_path.glob("matchmaker-*")):
        time.sleep(0.05)


def test_whoever_leaves_early_is_not_warned() -> None:
    with workers(2) as found, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        coming = found.completed(tasks.process, range(20))
        next(coming)
        coming.close()  # type: ignore[attr-defined]
    assert [str(one.message) for one in told] == []
