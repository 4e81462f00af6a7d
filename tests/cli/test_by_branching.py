"""Plans by price and branch from the command line: rounds, an interrupt, papers, checks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker.cli.app import run
from matchmaker.engine import read_plan, verify
from matchmaker.io import read
from tests.cli.conftest import Say, refused
from tests.cli.test_by_columns import PAPERS, files


@pytest.fixture
def crossed(tmp_path: Path) -> Path:
    """A city whose organisations lend few places to others."""
    folder = tmp_path / "crossed"
    sizes = ("--mentees", "40", "--mentors", "25", "--schools", "6")
    assert run(["generate", "crossed", *sizes, "--seed", "3", "-o", str(folder)]) == 0
    return folder


@pytest.fixture
def paid(tmp_path: Path) -> Path:
    """A city where hours and pay are limited."""
    folder = tmp_path / "paid"
    assert run(["generate", "surgut", "--mentees", "40", "--seed", "4", "-o", str(folder)]) == 0
    return folder


def test_match_verify_and_explain(say: Say, crossed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = say("match", crossed, "-o", out, "--solver", "branching")
    assert made.code == 0
    assert "Лучший возможный план (доказано)" in made.out
    told = made.err.splitlines()
    assert told[1] == "Метод branching: Метод выбран пользователем"
    assert any("Проход 1: пар в списке" in line for line in told)
    assert files(out) == PAPERS

    listed = say("match", crossed, "-o", tmp_path / "listed", "--json")
    again = say("match", crossed, "-o", tmp_path / "again", "--solver", "branching", "--json")
    assert again.data["route"] == "branching" and listed.data["route"] == "mip"
    for name in ("tiers", "candidate_pairs", "status", "gap", "certificate"):
        assert again.data[name] == listed.data[name]
    assert (out / "plan.json").read_bytes() == (tmp_path / "again" / "plan.json").read_bytes()

    checked = say("verify", out / "plan.json", crossed)
    assert checked.code == 0
    assert f"доказано ценами по всем возможным парам ({listed.data['candidate_pairs']})" in (
        checked.out
    )
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    pair, left = plan["pairs"][0], plan["unpaired"][0]
    assert (
        "пара предложена в плане" in say("explain", out / "plan.json", crossed, pair["mentee"]).out
    )
    other = say("explain", out / "plan.json", crossed, left["mentee"], pair["mentor"])
    assert other.code == 0 and other.out
    assert left["words"] in say("explain", out / "plan.json", crossed, left["mentee"]).out


def test_what_a_search_closed_is_called_that(say: Say, paid: Path, tmp_path: Path) -> None:
    checked = []
    for solver in ("branching", "mip"):
        assert say("match", paid, "-o", tmp_path / solver, "--solver", solver).code == 0
        checked.append(say("verify", tmp_path / solver / "plan.json", paid, "--json"))
    one, other = checked
    assert one.code == other.code == 0
    assert one.data["optimal"] == other.data["optimal"] == "bound"
    for name in ("values", "pairs", "issues"):
        assert one.data[name] == other.data[name]
    said = say("verify", tmp_path / "branching" / "plan.json", paid).out
    assert "План соответствует таблицам и правилам" in said
    plan = json.loads((tmp_path / "branching" / "plan.json").read_text("utf-8"))
    file, told = tmp_path / "branching" / "plan.json", ""
    for mentor in [pair["mentor"] for pair in plan["pairs"]][:8]:
        told += say("explain", file, paid, plan["pairs"][0]["mentee"], mentor).out
    assert "не всё в плане доказано ценами" in told
    assert "почти без потерь" not in told


def test_a_long_check_tells_how_far_it_is(
    say: Say, paid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each tier that prices do not close takes one more look at all pairs."""
    assert say("match", paid, "-o", tmp_path, "--solver", "branching").code == 0
    monkeypatch.setattr("matchmaker.cli.verify.PAUSE", 0.0)
    told = say("verify", tmp_path / "plan.json", paid).err
    assert "Проверены пары 40 наставляемых из 40" in told
    assert "Проход 2: проверены пары 40 наставляемых из 40" in told


def test_a_changed_plan_exits_1(say: Say, crossed: Path, tmp_path: Path) -> None:
    assert say("match", crossed, "-o", tmp_path, "--solver", "branching").code == 0
    file = tmp_path / "plan.json"
    plan = json.loads(file.read_text("utf-8"))
    one, two = plan["pairs"][:2]
    one["mentor"], two["mentor"] = two["mentor"], one["mentor"]
    file.write_text(json.dumps(plan), "utf-8")
    checked = say("verify", file, crossed, "--json")
    assert checked.code == 1
    assert any(one["mentee"] in issue for issue in checked.data["issues"])


def test_links_of_schools_are_refused(say: Say, crossed: Path, tmp_path: Path) -> None:
    said = say("partner", crossed, "-o", tmp_path / "out", "--solver", "branching")
    refused(said, "Метод branching не подходит", "только пары людей")
    assert not (tmp_path / "out").exists()


def test_without_time_the_best_plan_so_far_is_written(
    say: Say, paid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.limits.Limits.over", True)
    made = say("match", paid, "-o", tmp_path / "out", "--solver", "branching")
    assert made.code == 0
    assert "лучший ли он, не доказано" in made.out
    checked = say("verify", tmp_path / "out" / "plan.json", paid, "--json")
    assert (checked.code, checked.data["optimal"]) == (0, "unproved")


SLOW = """
import time
from matchmaker.solvers import all_pairs

above, looks = all_pairs.AllPairs.above, []

def slow(*facts):
    looks.append(facts)
    if len(looks) > 6:
        time.sleep(60)
    return above(*facts)

all_pairs.AllPairs.above = slow
from matchmaker.cli.app import main

main()
"""
"""The command line in a process of its own, which after some looks takes too long to wait for."""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to another process")
def test_an_interrupted_run_writes_whole_files(paid: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    going = subprocess.Popen(
        [sys.executable, "-c", SLOW, "match", paid, "-o", out, "--solver", "branching"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert going.stderr is not None
    told = []
    for line in going.stderr:
        told.append(line)
        if "Проход 1:" in line:
            going.send_signal(signal.SIGINT)
            break
    said, rest = going.communicate(timeout=50)
    assert going.returncode == 0, "".join(told) + rest
    assert "Прервано: записывается лучший из найденных планов" in rest
    assert "Traceback" not in rest
    assert "План годен, но лучший ли он, не доказано" in said
    assert files(out) == PAPERS
    verdict = verify(read_plan(out / "plan.json"), read(paid))
    assert (verdict.valid, verdict.optimal) == (True, "unproved")
