"""``matchmaker meetings`` as a curator uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import matchmaker as mm
from tests.cli.conftest import Say, english, refused, say

__all__ = ["english", "say"]


@pytest.fixture(scope="module")
def kogalym(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with its tables and the plan of pairs."""
    from matchmaker import engine

    folder = tmp_path_factory.mktemp("kogalym")
    engine.generate("kogalym", folder, mentees=14, mentors=18, schools=5)
    plan = mm.match(*engine.load(folder))
    (folder / "plan.json").write_text(plan.to_json(), "utf-8")
    return folder


def test_a_plan_becomes_meetings(say: Say, kogalym: Path, tmp_path: Path) -> None:
    said = say("meetings", kogalym, "--plan", kogalym / "plan.json", "-o", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert "Проверка: нарушений нет." in said.out
    assert "Лучше по этим правилам нельзя (доказано)." in said.out
    assert "Больше всего встреч за неделю: " in said.out
    assert {path.name for path in tmp_path.iterdir()} == {
        "calendars",
        "meetings.json",
        "встречи.xlsx",
    }
    record = json.loads((tmp_path / "meetings.json").read_text("utf-8"))
    met = {person for meeting in record["meetings"] for person in meeting["people"]}
    assert {path.stem for path in (tmp_path / "calendars").iterdir()} == met
    phases = {meeting["phase"] for meeting in record["meetings"]}
    assert phases == {"acquaintance", "trial", "planning", "regular", "final"}


def test_the_answer_as_data(say: Say, kogalym: Path, tmp_path: Path) -> None:
    plan = kogalym / "plan.json"
    data = say("meetings", kogalym, "--plan", plan, "-o", tmp_path, "--json").data
    assert data["status"] == "optimal"
    assert data["violations"] == []
    assert data["placed"] > 100
    assert [level["name"] for level in data["levels"]] == ["unplaced", "regular", "nearness"]
    assert all(level["value"] == level["bound"] for level in data["levels"])
    assert not data["stale"]
    for one in data["unplaced"]:
        assert one["words"]
        assert one["mend"]["words"]


def test_the_same_input_gives_the_same_bytes(say: Say, kogalym: Path, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        say("meetings", kogalym, "--plan", kogalym / "plan.json", "-o", tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        written.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert written[0] == written[1]


def test_calendars_say_when_and_nothing_else(kogalym: Path) -> None:
    from icalendar import Calendar

    from matchmaker import engine

    town, policy = engine.load(kogalym)
    made = mm.meetings(town, policy, mm.read_plan(kogalym / "plan.json"), zone="Asia/Novosibirsk")
    files = {name: text for name, text in made.papers().items() if name.endswith(".ics")}
    assert files
    told = 0
    for text in files.values():
        calendar = Calendar.from_ical(text)
        assert calendar["x-wr-calname"] == f"{town.about.name}: мои встречи"
        assert b"COMMENT" not in text
        words = text.decode().replace("\r\n ", "")
        assert not any(person.name.split()[0] in words for person in town.people)
        for event in calendar.walk("VEVENT"):
            told += 1
            assert event["summary"] == "Встреча пары"
            when = {"DTSTART", "DTEND", "DTSTAMP"}
            assert set(event) == {"SUMMARY", "UID", "SEQUENCE", "STATUS", *when}
            assert (event["sequence"], event["status"]) == (0, "CONFIRMED")
            assert event["dtstart"].params["TZID"] == "Asia/Novosibirsk"
    assert told == sum(len(meeting.people) for meeting in made.record.meetings)


def test_the_record_names_nobody(kogalym: Path) -> None:
    from matchmaker import engine

    town, policy = engine.load(kogalym)
    made = mm.meetings(town, policy, mm.read_plan(kogalym / "plan.json"))
    text = made.record.to_json()
    assert not any(person.name in text for person in town.people)
    assert made.record == type(made.record).model_validate_json(text)


def test_who_asks_in_english_is_answered_so(
    say: Say, english: None, kogalym: Path, tmp_path: Path
) -> None:
    said = say("meetings", kogalym, "--plan", kogalym / "plan.json", "-o", tmp_path)
    assert "Checked: nothing is violated." in said.out
    assert (tmp_path / "meetings.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (lambda plan: (), ("нужен план пар", "--interviews")),
        (lambda plan: ("--plan", plan, "--interviews"), ("собеседования проходят до подбора",)),
        (lambda plan: ("--plan", plan, "--from", "1 сентября"), ("дата не понята",)),
        (lambda plan: ("--plan", plan, "--zone", "Mars/Olympus"), ("такого часового пояса нет",)),
        (lambda plan: ("--plan", "нет.json"), ("нет.json",)),
        (lambda plan: ("--plan", plan, "--timetable", plan), ("здесь нужен файл timetable.json",)),
        (lambda plan: ("--interviews", "--psychologist", "Никто"), ("--psychologist", "Никто")),
    ],
)
def test_bad_input_is_refused_in_words(
    say: Say,
    kogalym: Path,
    tmp_path: Path,
    arguments: Callable[[Path], tuple[object, ...]],
    words: tuple[str, ...],
) -> None:
    said = say("meetings", kogalym, "-o", tmp_path / "out", *arguments(kogalym / "plan.json"))
    refused(said, *words)
    assert not (tmp_path / "out").exists()


def test_a_plan_of_other_tables_is_named(say: Say, kogalym: Path, tmp_path: Path) -> None:
    plan = json.loads((kogalym / "plan.json").read_text("utf-8"))
    plan["input"] = "0" * 64
    (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")
    said = say("meetings", kogalym, "--plan", tmp_path / "plan.json", "-o", tmp_path / "out")
    assert said.code == 0
    assert "План составлен по другим таблицам" in said.out


def test_a_plan_with_strangers_is_refused(say: Say, kogalym: Path, tmp_path: Path) -> None:
    plan = json.loads((kogalym / "plan.json").read_text("utf-8"))
    plan["pairs"][0]["mentor"], plan["pairs"][1]["mentee"] = "чужой", "чужая"
    (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")
    said = say("meetings", kogalym, "--plan", tmp_path / "plan.json", "-o", tmp_path / "out")
    refused(said, "«чужой»", "«чужая»")
