"""Plans by columns from the command line: rounds as they come, an interrupt, papers, checks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker.cli.app import run
from matchmaker.cli.rounds import Rounds, seconds_left
from matchmaker.engine import read_plan, verify
from matchmaker.events import Round
from matchmaker.io import read
from matchmaker.solvers import beginning, columns
from tests.cli.conftest import Say, refused

CITY = ("city", "--mentees", "60", "--mentors", "40", "--schools", "8")
PAPERS = ["methodist.xlsx", "pairs.xlsx", "plan.json", "run.json"]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    assert run(["generate", *CITY, "-o", str(tmp_path / "city")]) == 0
    return tmp_path / "city"


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_match_verify_and_explain(say: Say, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = say("match", city, "-o", out, "--solver", "columns")
    assert made.code == 0
    assert "Лучший возможный план (доказано)" in made.out
    told = made.err.splitlines()
    assert "60 наставляемых, 40 наставников" in told[0]
    assert told[1] == "Метод columns: Метод выбран пользователем"
    assert any("ни одна другая пара план не улучшит" in line for line in told)
    assert files(out) == PAPERS

    listed = say("match", city, "-o", tmp_path / "listed", "--json")
    again = say("match", city, "-o", tmp_path / "again", "--solver", "columns", "--json")
    assert again.data["route"] == "columns" and listed.data["route"] == "flow"
    for name in ("tiers", "candidate_pairs", "status", "gap", "certificate"):
        assert again.data[name] == listed.data[name]
    assert (out / "plan.json").read_bytes() == (tmp_path / "again" / "plan.json").read_bytes()

    checked = say("verify", out / "plan.json", city)
    assert checked.code == 0
    assert f"доказано ценами по всем возможным парам ({listed.data['candidate_pairs']})" in (
        checked.out
    )
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    pair, left = plan["pairs"][0], plan["unpaired"][0]
    assert "пара предложена в плане" in say("explain", out / "plan.json", city, pair["mentee"]).out
    other = say("explain", out / "plan.json", city, left["mentee"], pair["mentor"])
    assert other.code == 0 and other.out
    assert left["words"] in say("explain", out / "plan.json", city, left["mentee"]).out


def test_a_long_check_tells_how_far_it_is(
    say: Say, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("match", city, "-o", tmp_path, "--solver", "columns").code == 0
    monkeypatch.setattr("matchmaker.cli.verify.PAUSE", 1e9)
    assert "Проверены" not in say("verify", tmp_path / "plan.json", city).err
    monkeypatch.setattr("matchmaker.cli.verify.PAUSE", 0.0)
    assert "Проверены пары 60 наставляемых из 60" in say("verify", tmp_path / "plan.json", city).err


def test_a_changed_plan_exits_1(say: Say, city: Path, tmp_path: Path) -> None:
    assert say("match", city, "-o", tmp_path, "--solver", "columns").code == 0
    file = tmp_path / "plan.json"
    plan = json.loads(file.read_text("utf-8"))
    one, two = plan["pairs"][:2]
    one["mentor"], two["mentor"] = two["mentor"], one["mentor"]
    file.write_text(json.dumps(plan), "utf-8")
    checked = say("verify", file, city, "--json")
    assert checked.code == 1
    assert any(one["mentee"] in issue for issue in checked.data["issues"])


def test_limits_that_cross_are_refused(say: Say, tmp_path: Path) -> None:
    folder = tmp_path / "crossed"
    assert say("generate", "crossed", "-o", folder).code == 0
    said = say("match", folder, "-o", tmp_path / "out", "--solver", "columns")
    refused(said, "Метод columns не подходит", "Возьмите auto")
    assert not (tmp_path / "out").exists()


def test_without_time_the_best_plan_so_far_is_written(
    say: Say, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room, name in ((beginning, "FIRST"), (beginning, "CHANCE"), (columns, "THIN")):
        monkeypatch.setattr(room, name, 1)
    monkeypatch.setattr("matchmaker.limits.Limits.over", True)
    made = say("match", city, "-o", tmp_path / "out", "--solver", "columns")
    assert made.code == 0
    assert "лучший ли он, не доказано" in made.out
    assert "возможно не больше" in made.err and "разрыв" in made.err
    checked = say("verify", tmp_path / "out" / "plan.json", city, "--json")
    assert (checked.code, checked.data["optimal"]) == (0, "unproved")


SLOW = """
import time
from matchmaker.solvers import beginning, columns, pricing

beginning.FIRST = beginning.CHANCE = columns.THIN = 1
entering, rounds = pricing.Pricing.entering, []

def slow(*facts):
    rounds.append(facts)
    if len(rounds) > 1:
        time.sleep(60)
    return entering(*facts)

pricing.Pricing.entering = slow
from matchmaker.cli.app import main

main()
"""
"""The command line in a process of its own, whose second round takes too long to wait for."""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to another process")
def test_an_interrupted_run_writes_whole_files(city: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    going = subprocess.Popen(
        [sys.executable, "-c", SLOW, "match", city, "-o", out, "--solver", "columns"],
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
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    assert plan["status"] == "feasible"
    open_ = next(tier for tier in plan["tiers"] if tier["closed"] == "open")
    assert open_["bound"] >= open_["value"]
    verdict = verify(read_plan(out / "plan.json"), read(city))
    assert (verdict.valid, verdict.optimal) == (True, "unproved")


def test_an_interrupt_before_the_first_round_is_told_and_writes_nothing(
    say: Say, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*facts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(columns, "beginning", stopped)
    asked = ("match", city, "-o", tmp_path / "out", "--solver", "columns")
    made = say(*asked)
    assert made.code == 3
    assert made.err.splitlines()[-1].endswith("Прервано.")
    assert say(*asked, "--json").data["error"] == "Прервано."
    assert not (tmp_path / "out").exists()


# Rounds.


def test_time_that_remains_is_told_only_where_there_is_a_trend() -> None:
    assert seconds_left([]) is None
    assert seconds_left([(1.0, 500)]) is None
    assert seconds_left([(1.0, 500), (2.0, 600)]) is None
    assert seconds_left([(1.0, 500), (2.0, 500)]) is None
    assert seconds_left([(1.0, 500), (2.0, 0)]) is None
    # 100 are left, and a round leaves a tenth: two more rounds, and one that finds none.
    assert seconds_left([(1.0, 1000), (3.0, 100)]) == 3 * 2.0
    # So it goes on, though one round left more than its share.
    assert seconds_left([(0.0, 10_000), (1.0, 1900), (4.0, 100)]) == 3 * 2.0


def test_rounds_are_told_with_bound_and_gap() -> None:
    told: list[str] = []
    rounds = Rounds(told.append)
    rounds.watch(Round(1, 700, 1000, "Охват", 80, 100))
    rounds.watch(Round(2, 1700, 100, "Охват", 90, 100))
    rounds.watch(Round(3, 1800, 0))
    assert told[0] == (
        "Проход 1: пар в списке 700, ещё войдёт 1000; «Охват» 80, возможно не больше 100 "
        "(разрыв 20.00 %)"
    )
    assert told[1].endswith("(разрыв 10.00 %); осталось около 1 с")
    assert "ни одна другая пара" in told[2]


def test_processes_check_a_plan(say: Say, city: Path, tmp_path: Path) -> None:
    assert say("match", city, "-o", tmp_path, "--solver", "columns").code == 0
    alone = say("verify", tmp_path / "plan.json", city, "--json")
    assert say("verify", tmp_path / "plan.json", city, "--workers", 2, "--json").data == alone.data
