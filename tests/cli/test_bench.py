"""``matchmaker bench run``: scores as data, and clear words about what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

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


def test_scale_on_processes_is_the_same(say: Say) -> None:
    size = ("bench", "scale", "--mentees", "60", "--mentors", "40", "--json")
    here = say(*size).data
    there = say(*size, "--workers", "2").data
    assert all(there[name] == here[name] for name in here if name not in {"seconds", "peak_mb"})
    assert say(*size, "--workers", "2", "--cluster", "tcp://127.0.0.1:1").code == 2
