"""The verb ``routes`` and its papers: kogalym with a small invented roadmap of five seminars."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.cli.app import run
from matchmaker.domain.topics import Topic
from matchmaker.io import read, write, write_roadmap
from matchmaker.io.timetable_json import timetable_json
from tests.study.town import on, roadmap, seminar, timetable

SCENARIO = Path(__file__).parents[2] / "scenarios" / "kogalym"

SEMINARS = (
    seminar("1", "Семинар «Современный урок»", hours=4, attendance=25),
    seminar("2", "Практикум «Мотивация школьников»", hours=6, attendance=25),
    seminar("3", "Тренинг «Общение без конфликтов»", hours=2, attendance=30),
    seminar("4", "Семинар", topics=frozenset({Topic.INCLUSION, Topic.PARENTS}), hours=8),
    seminar("5", "Курсы для наставников и кураторов", hours=16, attendance=20),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables, roadmap, timetable and meetings of one town."""
    at = tmp_path_factory.mktemp("город")
    people = read(SCENARIO)
    write(people, at)
    of = roadmap(*SEMINARS)
    write_roadmap(of, at / "дорожная карта.xlsx")
    days = [date(2026, 10, 7) + timedelta(28 * n) for n in range(5)]
    events = [one for row, day in zip(SEMINARS, days, strict=True) for one in on(row, day)]
    papers = at.parent / "papers"
    papers.mkdir()
    (papers / "timetable.json").write_bytes(
        timetable_json(timetable(people.about.name, of, *events))
    )
    meeting = {
        "day": "2026-10-01",
        "starts": "14:00",
        "ends": "14:45",
        "people": [people.mentees[0].person, people.mentors[0].person],
        "phase": "trial",
    }
    meetings = {"format": 1, "municipality": people.about.name, "meetings": [meeting], "zone": "?"}
    (papers / "meetings.json").write_text(json.dumps(meetings), "utf-8")
    return at


def made(folder: Path, out: Path, *more: str) -> int:
    papers = folder.parent / "papers"
    return run(
        [
            "routes",
            str(folder),
            "--timetable",
            str(papers / "timetable.json"),
            "-o",
            str(out),
            *more,
        ]
    )


def cells(path: Path, *sheets: str) -> str:
    """All words of a workbook, or of some of its sheets."""
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(cell)
        for name in sheets or book.sheetnames
        for row in book[name].iter_rows(values_only=True)
        for cell in row
        if cell is not None
    )


def test_the_verb_writes_papers_and_reports_no_names(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        made(folder, tmp_path, "--meetings", str(folder.parent / "papers" / "meetings.json")) == 0
    )
    said = capsys.readouterr().out
    people = read(folder)
    assert f"Маршрутов: {len({one.person for one in people.mentees if not one.declined})}." in said
    assert not any(person.name in said for person in people.people)
    data: dict[str, Any] = json.loads((tmp_path / "routes.json").read_text("utf-8"))
    assert data["status"] == "optimal"
    assert sum(bool(one["meetings"]) for one in data["routes"]) == 1
    proposed = {one["title"]: one["topics"] for one in data["offers"] if one["proposed"]}
    assert proposed["Тренинг «Общение без конфликтов»"] == ["communicative"]
    book = openpyxl.load_workbook(tmp_path / "маршруты.xlsx")
    assert book.sheetnames == [
        "Все маршруты",
        "По мероприятиям",
        "План-график курсов",
        "Без места",
        "Мероприятия и темы",
        "Маршруты по людям",
    ]
    assert len(data["training"]) == 20
    assert "мест нет: «Курсы для наставников и кураторов»" in cells(
        tmp_path / "маршруты.xlsx", "Без места"
    )


def test_lists_have_names_and_no_requests(folder: Path, tmp_path: Path) -> None:
    assert made(folder, tmp_path) == 0
    lists = cells(tmp_path / "списки участников.xlsx")
    events = cells(tmp_path / "маршруты.xlsx", "По мероприятиям")
    for topic in Topic:
        assert topic.text.ru not in lists
        assert f"{topic.text.ru} (" not in events
    assert "Семинар 1" in lists
    assert "Современный урок" not in lists
    assert "Основной" not in lists
    assert "дефицит" not in cells(tmp_path / "маршруты.xlsx").lower()


def test_data_for_a_program_and_the_same_bytes_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(folder, tmp_path / "a", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["format"] == 1
    assert made(folder, tmp_path / "b") == 0
    for file in ("routes.json", "маршруты.xlsx", "списки участников.xlsx"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_few_mentees_have_a_sheet_each(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.io.route_sheets.MOST_SHEETS", 67)
    assert made(folder, tmp_path) == 0
    book = openpyxl.load_workbook(tmp_path / "маршруты.xlsx")
    assert len(book.sheetnames) == 5 + 67
    page = cells(tmp_path / "маршруты.xlsx", book.sheetnames[5])
    assert "Часов всего" in page
    assert "Наставник: не назван" in page


@pytest.mark.parametrize("broken", ["{", '{"format": 2}', '{"format": 1, "municipality": "Иной"}'])
def test_foreign_meetings_are_refused(
    folder: Path, tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.json").write_text(broken, "utf-8")
    assert made(folder, tmp_path / "out", "--meetings", str(tmp_path / "m.json")) == 2
    assert "m.json" in capsys.readouterr().err
