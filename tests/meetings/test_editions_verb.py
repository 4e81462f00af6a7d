"""``matchmaker meetings --before`` as a curator uses it in January."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar

import matchmaker as mm
from matchmaker.diary.record import Meetings
from tests.cli.conftest import Say, english, refused, say

__all__ = ["english", "say"]

ON = "2027-01-11"


@pytest.fixture(scope="module")
def kogalym(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with its tables, the plan of pairs and the meetings people have."""
    from matchmaker import engine
    from matchmaker.io.files import replace_files

    folder = tmp_path_factory.mktemp("kogalym")
    engine.generate("kogalym", folder, mentees=14, mentors=18, schools=5)
    town, policy = engine.load(folder)
    plan = mm.match(town, policy)
    (folder / "plan.json").write_text(plan.to_json(), "utf-8")
    made = mm.meetings(town, policy, plan.record)
    replace_files({folder / "autumn" / name: text for name, text in made.papers().items()})
    return folder


@pytest.fixture
def tables(kogalym: Path, tmp_path: Path) -> Path:
    """A copy whose tables may change."""
    folder = tmp_path / "tables"
    shutil.copytree(kogalym, folder, ignore=shutil.ignore_patterns("autumn"))
    return folder


def autumn(kogalym: Path) -> Meetings:
    return mm.read_meetings(kogalym / "autumn")


def workbook(folder: Path) -> Path:
    return next(path for path in sorted(folder.glob("*.xlsx")) if "карта" not in path.name)


def taken(kogalym: Path) -> tuple[str, str]:
    """A mentor of a weekly slot, and the weekday of it."""
    series = next(
        one for one in autumn(kogalym).series if one.weekday is not None and one.ends.year == 2027
    )
    assert series.weekday is not None
    return series.mentors[0], ("пн", "вт", "ср", "чт", "пт")[series.weekday]


def occupy(folder: Path, person: str, weekday: str) -> None:
    book = openpyxl.load_workbook(workbook(folder))
    sheet = book.create_sheet("Занятость")
    sheet.append(["ФИО", "День", "С", "До", "Чем занят"])
    sheet.append([person, weekday, "08:00", "18:00", "другое"])
    book.save(workbook(folder))


def again(say: Say, folder: Path, before: Path, out: Path, *more: object) -> Any:
    """The answer of a new edition."""
    said = say(
        "meetings",
        folder,
        "--plan",
        folder / "plan.json",
        "-o",
        out,
        "--before",
        before,
        "--json",
        *more,
    )
    assert (said.code, said.err) == (0, "")
    return said.data


def test_a_mentor_who_is_taken_on_a_weekday(
    say: Say, kogalym: Path, tables: Path, tmp_path: Path
) -> None:
    mentor, weekday = taken(kogalym)
    occupy(tables, mentor, weekday)
    out = tmp_path / "january"
    data = again(say, tables, kogalym / "autumn" / "meetings.json", out, "--on", ON)
    assert (data["edition"], data["on"], data["violations"]) == (1, ON, [])
    changed = [*data["moved"], *data["cancelled"]]
    assert changed
    then = {one.id: one for one in autumn(kogalym).meetings}
    assert all(mentor in then[one["id"]].people for one in changed)
    told = {who for one in changed for who in then[one["id"]].people}
    assert data["added"] == []
    assert set(data["told"]) == told
    assert {one["id"] for lines in data["told"].values() for one in lines} == {
        one["id"] for one in changed
    }
    now = mm.read_meetings(out)
    first = date.fromisoformat(ON)
    assert [one for one in now.meetings if one.day < first] == [
        one for one in autumn(kogalym).meetings if one.day < first
    ]
    levels = {level["name"]: level for level in data["levels"]}
    assert list(levels)[:2] == ["unplaced", "changes"]
    assert all(level["value"] == level["bound"] for level in levels.values())
    assert levels["changes"]["value"] == len(data["moved"]) + 2 * len(data["cancelled"])


@pytest.mark.parametrize("everybody", [False, True])
def test_days_that_are_closed_move_whom_they_concern(
    say: Say, kogalym: Path, tables: Path, tmp_path: Path, everybody: bool
) -> None:
    """A quarantine of one school, or a day that the cold has cancelled for all."""
    former = autumn(kogalym)
    schools = {person.id: person.school for person in mm.read(tables).people}
    struck = next(one for one in former.meetings if one.day >= date.fromisoformat(ON))
    school = schools[struck.people[0]]
    book = openpyxl.load_workbook(tables / "дорожная карта.xlsx")
    sheet = book["Особые дни"]
    heads = [cell.value for cell in sheet[1]]
    row = {"Какие дни": "выходные", "Первый день": struck.day, "Название": "закрыто"}
    row |= {} if everybody else {"Кто": school}
    sheet.append([row.get(head) for head in heads])
    book.save(tables / "дорожная карта.xlsx")
    data = again(say, tables, kogalym / "autumn", tmp_path / "out", "--on", ON)
    concerned = {
        one.id
        for one in former.meetings
        if one.day == struck.day
        and (everybody or any(schools[who] == school for who in one.people))
    }
    assert {one["id"] for one in (*data["moved"], *data["cancelled"])} == concerned
    assert (data["added"], data["violations"]) == ([], [])


def test_the_screen_and_the_workbook_say_whom_to_tell(
    say: Say, kogalym: Path, tables: Path, tmp_path: Path
) -> None:
    mentor, weekday = taken(kogalym)
    occupy(tables, mentor, weekday)
    said = say(
        "meetings",
        tables,
        "--plan",
        tables / "plan.json",
        "-o",
        tmp_path / "out",
        "--before",
        kogalym / "autumn",
        "--on",
        ON,
    )
    assert "Редакция 1, изменения с 11.01.2027" in said.out
    assert "Перенесено встреч: " in said.out
    assert "Кому сообщить: " in said.out
    names = {person.id: person.name for person in mm.read(tables).people}
    assert names[mentor] in said.out
    sheet = openpyxl.load_workbook(tmp_path / "out" / "встречи.xlsx")["Изменения"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if row[0] == "Кому")
    assert rows[head][:7] == ("Кому", "Встреча", "С кем", "Что изменилось", "Было", "Стало", "Где")
    told = {row[0] for row in rows[head + 1 :]}
    assert names[mentor] in told
    assert {row[3] for row in rows[head + 1 :]} <= {"перенесена", "отменена"}


def test_without_a_change_nobody_is_told(say: Say, kogalym: Path, tmp_path: Path) -> None:
    out = tmp_path / "same"
    data = again(say, kogalym, kogalym / "autumn", out)
    assert (data["edition"], data["on"]) == (1, "2026-09-01")
    assert (data["moved"], data["added"], data["cancelled"], data["told"]) == ([], [], [], {})
    for calendar in (kogalym / "autumn" / "calendars").iterdir():
        assert (out / "calendars" / calendar.name).read_bytes() == calendar.read_bytes()
    rows = openpyxl.load_workbook(out / "встречи.xlsx")["Изменения"].iter_rows(values_only=True)
    assert "Ничего менять не нужно" in {row[0] for row in rows}


def test_a_first_edition_says_nothing_of_changes(say: Say, kogalym: Path, tmp_path: Path) -> None:
    said = say("meetings", kogalym, "--plan", kogalym / "plan.json", "-o", tmp_path, "--json")
    assert said.data["edition"] == 0
    assert "told" not in said.data
    assert "Изменения" not in openpyxl.load_workbook(tmp_path / "встречи.xlsx").sheetnames


def calendar(path: Path) -> dict[str, dict[str, Any]]:
    """What a telephone reads, by UID."""
    return {
        str(one["uid"]): {
            "sequence": one.decoded("sequence"),
            "status": str(one["status"]),
            "starts": one.decoded("dtstart"),
            "stamp": one.decoded("dtstamp"),
            "summary": str(one["summary"]),
        }
        for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    }


def test_calendars_grow_with_the_editions(
    say: Say, kogalym: Path, tables: Path, tmp_path: Path
) -> None:
    mentor, weekday = taken(kogalym)
    occupy(tables, mentor, weekday)
    second, third = tmp_path / "second", tmp_path / "third"
    data = again(say, tables, kogalym / "autumn", second, "--on", ON)
    again(say, tables, second, third)
    name = f"calendars/{mentor}.ics"
    one, two, three = (calendar(path / name) for path in (kogalym / "autumn", second, third))
    assert one.keys() == two.keys()
    new = {uid for uid in two if two[uid]["sequence"] == 1}
    mine = [line for line in data["told"][mentor] if _hours(line)]
    assert len(new) == len(mine)
    cancelled = {uid for uid in two if two[uid]["status"] == "CANCELLED"}
    assert len(cancelled) == len(data["cancelled"])
    assert all(two[uid]["starts"] == one[uid]["starts"] for uid in one.keys() - new)
    assert all(two[uid]["stamp"] > one[uid]["stamp"] for uid in new)
    # A change is told once: cancelled entries are gone, and no SEQUENCE falls.
    assert three.keys() == two.keys() - cancelled
    assert all(three[uid]["sequence"] >= two[uid]["sequence"] for uid in three)
    assert {entry["summary"] for entry in two.values()} == {"Встреча пары"}


def _hours(line: dict[str, Any]) -> bool:
    """Whether a calendar shows the change: the day or the hours are others."""
    before, after = line["before"], line["after"]
    return not (before and after) or any(before[k] != after[k] for k in ("day", "starts", "ends"))


def test_who_meets_no_more_gets_a_calendar_of_cancelled_meetings(
    say: Say, kogalym: Path, tables: Path, tmp_path: Path
) -> None:
    plan = json.loads((tables / "plan.json").read_text("utf-8"))
    record = autumn(kogalym)
    met = {person for one in record.meetings for person in one.people}
    lost = next(pair for pair in plan["pairs"] if pair["mentee"] in met)
    plan["pairs"] = [pair for pair in plan["pairs"] if pair != lost]
    (tables / "plan.json").write_text(json.dumps(plan), "utf-8")
    out, later = tmp_path / "without", tmp_path / "later"
    data = again(say, tables, kogalym / "autumn", out)
    assert len(data["cancelled"]) == sum(lost["mentee"] in one.people for one in record.meetings)
    entries = calendar(out / f"calendars/{lost['mentee']}.ics").values()
    assert {(one["status"], one["sequence"]) for one in entries} == {("CANCELLED", 1)}
    again(say, tables, out, later)
    assert not (later / f"calendars/{lost['mentee']}.ics").exists()


def damaged(**facts: object) -> Callable[[Path], str]:
    def text(folder: Path) -> str:
        plain = json.loads((folder / "autumn" / "meetings.json").read_text("utf-8"))
        return json.dumps(plain | facts)

    return text


def stray(folder: Path) -> str:
    plain = json.loads((folder / "autumn" / "meetings.json").read_text("utf-8"))
    plain["meetings"][0]["series"] = "чужая"
    plain["meetings"][1]["id"] = plain["meetings"][2]["id"]
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        (lambda _: "{", (), ("former.json", "это не JSON")),
        (lambda _: "{}", (), ("former.json", "здесь нужен файл meetings.json")),
        (damaged(format=2), (), ("former.json", "format", "другой версией программы")),
        (damaged(novelty=1), (), ("former.json", "novelty", "такого поля нет")),
        (stray, (), ("такой пары в файле нет", "встреча записана дважды")),
        (damaged(municipality="Другой"), (), ("другого муниципалитета", "Другой")),
        (damaged(kind="interviews"), (), ("собеседования до подбора",)),
        (damaged(), ("--zone", "Asia/Tomsk"), ("в другом часовом поясе", "Europe/Moscow")),
        (damaged(), ("--on", "завтра"), ("--on", "дата не понята", "завтра")),
        (damaged(), ("--on", "2030-01-01"), ("--on", "уже закончились")),
        (damaged(since="2027-02-01"), ("--on", ON), ("--on", "раньше менять нельзя")),
    ],
)
def test_former_meetings_that_do_not_fit_are_refused(
    say: Say,
    kogalym: Path,
    tmp_path: Path,
    text: Callable[[Path], str],
    more: tuple[str, ...],
    words: tuple[str, ...],
) -> None:
    file = tmp_path / "former.json"
    file.write_text(text(kogalym), "utf-8")
    plan = kogalym / "plan.json"
    said = say("meetings", kogalym, "--plan", plan, "-o", tmp_path / "o", "--before", file, *more)
    refused(said, *words)
    assert not (tmp_path / "o").exists()


def test_options_that_would_do_nothing_are_refused(
    say: Say, english: None, kogalym: Path, tmp_path: Path
) -> None:
    plan, out = kogalym / "plan.json", tmp_path / "o"
    said = say("meetings", kogalym, "--interviews", "-o", out, "--before", kogalym / "autumn")
    refused(said, "--before", "interviews are not made again")
    said = say("meetings", kogalym, "--plan", plan, "-o", out, "--on", ON)
    refused(said, "--on", "--before")
    said = say("meetings", kogalym, "--plan", plan, "-o", out, "--before", tmp_path / "none.json")
    refused(said, "none.json", "cannot be read")
