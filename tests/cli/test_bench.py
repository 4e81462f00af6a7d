"""``matchmaker bench run``: scores as data, and clear words about what cannot be read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from matchmaker.bench import running
from matchmaker.bench.one import Order, perform
from matchmaker.io.policy_file import default_policy, write_policy
from matchmaker.rulebook import must
from matchmaker.rules.outside_limit import OutsideLimit
from tests.cli.conftest import Say

DATA = Path(__file__).parents[2] / "benchmarks" / "data"


def test_a_project_is_scored(say: Say) -> None:
    said = say("bench", "run", "mspsp", "--file", DATA / "mspsp" / "easy_01.dzn", "--json")
    assert said.code == 0
    assert said.data["makespan"] == said.data["bound"] == 26
    assert said.data["optimal"] is True and said.data["seconds"] > 0


def test_meetings_are_scored(say: Say) -> None:
    file = DATA / "meeting" / "50meetings-160timegrains-5rooms.xlsx"
    said = say("bench", "run", "meeting", "--file", file, "--seconds", 2)
    assert said.code == 0
    assert "hard: " in said.out and "medium: -" in said.out and "meetings: 50" in said.out


def test_what_is_no_such_set_or_file_is_said(say: Say, tmp_path: Path) -> None:
    assert say("bench", "run", "chess", "--file", DATA / "mspsp" / "easy_01.dzn").code == 2
    assert say("bench", "run", "mspsp", "--file", tmp_path / "none.dzn").code == 2
    assert say("bench", "run", "meeting", "--file", DATA / "mspsp" / "easy_01.dzn").code == 2
    said = say("bench", "run", "mspsp", "--file", DATA / "README.md", "--json")
    assert said.code == 2 and said.data["issues"]


def test_scale_proves_a_country(say: Say) -> None:
    said = say("bench", "scale", "--mentees", "120", "--mentors", "80", "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert (found["status"], found["pairs"]) == ("optimal", 120 * 80)
    assert found["objective"] == found["bound"]
    assert 0 < found["columns"] < found["pairs"]
    assert found["rounds"] >= 1
    assert found["seconds"]["total"] > 0


def test_scale_tells_its_rounds(say: Say) -> None:
    said = say("bench", "scale", "--mentees", "60", "--mentors", "40", "--seed", "3")
    assert said.code == 0
    assert "ни одна другая пара план не улучшит" in said.out


def test_scale_takes_a_policy_whose_limits_are_no_flow(say: Say, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    write_policy(default_policy().replace_rules([must(OutsideLimit(at_most=1))]), policy)
    said = say("bench", "scale", "--mentees", "80", "--mentors", "50", "--policy", policy, "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert (found["route"], found["status"]) == ("branching", "optimal")
    assert found["objective"] == found["bound"]
    plain = say("bench", "scale", "--mentees", "80", "--mentors", "50", "--json")
    assert json.loads(plain.out)["route"] == "columns"
    assert json.loads(plain.out)["objective"] != found["objective"]


def test_a_family_is_run_and_reported(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    asked = ("--solvers", "columns", "--seeds", "1", "--mentees", "10", "-o", file)
    said = say("bench", "run", "dense", *asked)
    assert said.code == 0 and "results.json" in said.out
    assert "2/2" in said.err and "лучший, доказано" in said.err
    found = json.loads(file.read_text("utf-8"))
    assert [run["solver"] for run in found["runs"]] == ["scipy-direct", "columns"]
    assert found["runs"][0]["tiers"] == found["runs"][1]["tiers"]
    assert (tmp_path / "results.csv").is_file()
    said = say("bench", "report", file, "-o", tmp_path / "report")
    assert said.code == 0 and "report.md" in said.out
    assert say("bench", "compare", file, file).code == 0


def test_wrong_words_about_families(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "results.json"
    said = say("bench", "run", "chess", "-o", out)
    assert said.code == 2 and "dense" in said.err and "meeting" in said.err
    said = say("bench", "run", "dense", "--solvers", "magic", "-o", out)
    assert said.code == 2 and "magic" in said.err and "plain-flow" in said.err
    assert say("bench", "run", "dense").code == 2
    assert say("bench", "run", "dense", "-o", tmp_path / "results.txt").code == 2
    assert say("bench", "run", "dense", "--seeds", "one", "-o", out).code == 2
    assert say("bench", "run", "dense", "--mentees", "0", "-o", out).code == 2
    assert say("bench", "run", "dense", "--file", out, "-o", out).code == 2
    assert say("bench", "run", "mspsp", "--solvers", "columns").code == 2
    assert say("bench", "report", out, "-o", tmp_path / "report").code == 2
    assert say("bench", "report", out, "-o", tmp_path, "--clock", "sun").code == 2
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_family_says_what_is_kept(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, asked = tmp_path / "results.json", []

    def process(order: Order, seconds: float) -> subprocess.CompletedProcess[str]:
        asked.append(order.solver)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return subprocess.CompletedProcess([], 0, perform(order).model_dump_json(), "")

    monkeypatch.setattr(running, "_process", process)
    said = say("bench", "run", "dense", "--mentees", "10", "--seeds", "1", "-o", file)
    assert said.code == 3 and "1 из 6" in said.err and "Traceback" not in said.err
    kept = json.loads(file.read_text("utf-8"))
    assert (len(kept["runs"]), kept["planned"]) == (1, 6)
    said = say("bench", "report", file, "-o", tmp_path / "report")
    assert "1 из 6" in (tmp_path / "report" / "report.md").read_text("utf-8")


def test_scale_on_processes_is_the_same(say: Say) -> None:
    size = ("bench", "scale", "--mentees", "60", "--mentors", "40", "--json")
    here = say(*size).data
    there = say(*size, "--workers", "2").data
    assert all(there[name] == here[name] for name in here if name not in {"seconds", "peak_mb"})
    assert say(*size, "--workers", "2", "--cluster", "tcp://127.0.0.1:1").code == 2
