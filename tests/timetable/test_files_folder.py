"""The record as a file, and all files in their folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.errors import InputError
from matchmaker.io.timetable_files import write_timetable
from matchmaker.io.timetable_json import read_timetable, timetable_json
from matchmaker.text import speaking
from tests.timetable.invented import AUDIENCE, PEOPLE, event, invented, timetable


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    now = invented(12, preliminary=(2027,))
    file = tmp_path / "timetable.json"
    file.write_bytes(timetable_json(now))
    assert read_timetable(file) == now


def test_damaged_files_are_told(tmp_path: Path) -> None:
    whole = timetable_json(invented(3)).decode()
    bad = tmp_path / "timetable.json"
    for text in ("", "[]", "{", whole[: len(whole) // 2]):
        with pytest.raises(InputError, match=r"timetable\.json"):
            read_timetable(written(bad, text))
    with pytest.raises(InputError, match="обрезан"):
        read_timetable(written(bad, whole[:-20]))
    bad.write_bytes(whole.encode("cp1251"))
    with pytest.raises(InputError, match="UTF-8"):
        read_timetable(bad)
    with pytest.raises(InputError, match="не читается"):
        read_timetable(tmp_path / "нет.json")
    with pytest.raises(InputError, match="не читается"):
        read_timetable(tmp_path)


def test_every_problem_of_a_file_is_told_with_its_place(tmp_path: Path) -> None:
    facts = json.loads(timetable_json(timetable(event(1), event(2))))
    facts["events"][0]["starts"] = "31.12"
    facts["events"][1]["stop"] = 1
    del facts["municipality"]
    facts["format"] = 2
    with pytest.raises(InputError) as told:
        read_timetable(written(tmp_path / "t.json", json.dumps(facts)))
    wrong = {issue.place.setting: issue.wrong for issue in told.value.issues}
    assert wrong == {
        "events.0.starts": "значение не подходит",
        "events.1.stop": "такого поля нет",
        "municipality": "поля не хватает",
        "format": "файл записан другой версией программы",
    }


def test_contradictions_are_told(tmp_path: Path) -> None:
    facts = json.loads(timetable_json(timetable(event(1), event(1))))
    facts["events"][0]["ends"] = "2026-01-01"
    facts["period"] = ["2027-01-01", "2026-01-01"]
    with pytest.raises(InputError) as told:
        read_timetable(written(tmp_path / "t.json", json.dumps(facts)))
    settings = [issue.place.setting for issue in told.value.issues]
    assert settings == ["period", "events.0.ends", "events.1.id"]


def test_all_files_of_the_centre(tmp_path: Path) -> None:
    now = invented(20)
    files = write_timetable(now, tmp_path)
    assert {file.relative_to(tmp_path).as_posix() for file in files} >= {
        "timetable.json",
        "план-график.xlsx",
        "gantt.svg",
        "gantt.png",
        "year.svg",
        "year.png",
        "calendars/город.ics",
        f"calendars/{PEOPLE[0]}.ics",
        "calendars/школа 201.ics",
    }
    assert all(file.is_file() for file in files)
    assert sum(1 for file in tmp_path.rglob("*") if file.is_file()) == len(files)
    assert read_timetable(files[0]) == now


def test_the_same_timetable_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_timetable(invented(20), tmp_path / "1")
    second = write_timetable(invented(20), tmp_path / "2")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_what_anybody_may_see(tmp_path: Path) -> None:
    files = write_timetable(invented(60), tmp_path, for_centre=False)
    assert {file.relative_to(tmp_path).as_posix() for file in files} == {
        "план-график.xlsx",
        "gantt.svg",
        "gantt.png",
        "year.svg",
        "year.png",
        "calendars/город.ics",
    }
    for file in files:
        if file.suffix in {".svg", ".ics"}:
            text = file.read_bytes().replace(b"\r\n ", b"").decode()
            assert not any(words in text for words in (AUDIENCE, "категории", *PEOPLE))


def test_what_cannot_be_made_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    write_timetable(timetable(event(1)), tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(InputError):
        write_timetable(timetable(event(2)), tmp_path, zone="нет")
    with pytest.raises(InputError):
        write_timetable(timetable(event(2)), tmp_path, timetable(event(1)))
    after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert before == after


@pytest.mark.parametrize("words", ["а\x01б", "а\x0bб", "а\ufffeб", "а\r\nб"])
def test_unprintable_characters_harm_no_file(tmp_path: Path, words: str) -> None:
    facts: dict[str, Any] = dict.fromkeys(("title", "public_title", "venue", "number"), words)
    now = timetable(event(people=(words,), plan=words, **facts), municipality=words)
    files = {file.name: file for file in write_timetable(now, tmp_path)}
    assert "SUMMARY:а б" in files["город.ics"].read_text("utf-8")
    assert "а б" in files["gantt.svg"].read_text("utf-8")
    assert openpyxl.load_workbook(files["план-график.xlsx"]).sheetnames


def test_english_names(tmp_path: Path) -> None:
    with speaking("en"):
        files = write_timetable(timetable(event()), tmp_path)
    names = [file.name for file in files]
    assert "timetable.xlsx" in names
    assert "city.ics" in names
