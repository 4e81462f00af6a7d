"""The table of changes as a file, the verb, and what it writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.errors import InputError
from matchmaker.io import write_roadmap
from matchmaker.io.changes_file import read_changes
from matchmaker.io.timetable_json import read_timetable
from matchmaker.messages import reschedule as words
from matchmaker.text import LANGUAGES, Language, set_language, speaking
from tests.cli.conftest import Say, refused, say
from tests.timetable.small_year import roadmap, row

__all__ = ["say"]

HEADER = "Что;Кто;С;По;Мероприятие;На;Примечание\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    folder.mkdir()
    write_roadmap(
        roadmap(
            row("1", "02.03.2022"),
            row("2", "16.03.2022", public_title="Семинар"),
            row("3", "17.03.2022", "Васильков П.И.", participants="наставники"),
        ),
        folder,
    )
    return folder


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("ru")


def table(path: Path, *lines: str) -> Path:
    path.write_text(HEADER + "\n".join(lines), "utf-8")
    return path


def test_a_table_is_read_from_csv_and_from_a_workbook(tmp_path: Path) -> None:
    csv = table(
        tmp_path / "что было.csv", "человек в отъезде;Белкина Л.Н.;14.03.2022;18.03.2022;;;"
    )
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = Change.sheet()
    for line in csv.read_text("utf-8").splitlines():
        sheet.append(line.split(";"))
    book.save(tmp_path / "изменения.xlsx")
    (one,) = read_changes(csv)
    assert (one.kind, one.who) == (ChangeKind.AWAY, "Белкина Л.Н.")
    assert read_changes(tmp_path / "изменения.xlsx") == (one,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_column_and_kind_of_change(language: Language) -> None:
    with speaking(language):
        told = words.CHANGES()
        names = [column.title() for column in Change.columns().values()]
        names += [kind.text() for kind in ChangeKind]
        assert [name for name in names if f"{name}," not in told and f"{name}." not in told] == []


def test_wrong_cells_are_named_with_their_place(tmp_path: Path) -> None:
    wrong = table(tmp_path / "и.csv", "уехал;;32.13.2022;;;;", "закрепить;;;;;завтра;")
    with pytest.raises(InputError) as refusal:
        read_changes(wrong)
    places = [(one.place.row, one.place.column) for one in refusal.value.issues]
    assert {(2, "Что"), (2, "С"), (3, "На")} <= set(places)
    with pytest.raises(InputError, match="ни одной строки"):
        read_changes(table(tmp_path / "п.csv"))
    with pytest.raises(InputError):
        read_changes(tmp_path / "нет.xlsx")


def test_the_verb_writes_what_changed_and_whom_to_tell(
    town: Path, tmp_path: Path, say: Say
) -> None:
    out, then = tmp_path / "out", tmp_path / "then"
    assert say("schedule", town, "-o", out).code == 0
    changes = table(tmp_path / "c.csv", "актированный день;;16.03.2022;;;;")
    said = say("reschedule", out, town, "--changes", changes, "-o", then, "--json")
    assert said.code == 0
    assert [one["what"] for one in said.data["moved"]] == [["moved"]]
    assert {one["name"] for one in said.data["told"]} == {"Ромашкина В.П.", "young"}
    assert said.data["edition"] == read_timetable(then / "timetable.json").edition == 1
    book = openpyxl.load_workbook(then / "изменения.xlsx")
    assert book.sheetnames == ["Что изменилось", "Кому сообщить"]
    own = (then / "calendars" / "Ромашкина В.П.ics").read_text("utf-8")
    assert "SEQUENCE:1" in own
    other = (then / "calendars" / "Васильков П.И.ics").read_text("utf-8")
    assert "SEQUENCE:1" not in other
    words = say("reschedule", then, town, "--changes", changes, "-o", tmp_path / "same")
    assert words.code == 0
    assert "Ничего менять не нужно" in words.out
    why = say("explain", then / "timetable.json", town, "2")
    assert why.code == 0
    assert "Этот день людям известен" in why.out
    assert "все: актированный день" in why.out
    facts = say("explain", then / "timetable.json", town, "2", "--json")
    assert facts.data["why"] == "known"
    assert len(facts.data["others"]) == 5


def test_the_verb_speaks_english_and_refuses_in_words(
    town: Path, tmp_path: Path, say: Say, english: None
) -> None:
    out = tmp_path / "out"
    assert say("schedule", town, "-o", out).code == 0
    changes = table(tmp_path / "c.csv", "cancel the event;;;;3;;", "person away;;;;;;")
    bad = say("reschedule", out, town, "--changes", changes, "-o", out, "--on", "2022-03-10")
    refused(bad, "“person away” needs it", "row 3")
    refused(say("reschedule", out, town, "--changes", changes, "-o", out, "--on", "soon"), "soon")
    table(changes, "cancel the event;;;;3;;")
    told = say("reschedule", out, town, "--changes", changes, "-o", out, "--on", "2022-03-10")
    assert told.code == 0
    assert "17.03.2022: cancelled" in told.out
    entry = (out / "calendars" / "Васильков П.И.ics").read_text("utf-8")
    assert "STATUS:CANCELLED" in entry


def test_the_sheet_with_titles_of_the_plan_is_for_the_centre_only(
    town: Path, tmp_path: Path, say: Say
) -> None:
    out, then = tmp_path / "out", tmp_path / "then"
    assert say("schedule", town, "-o", out).code == 0
    changes = table(tmp_path / "c.csv", "актированный день;;16.03.2022;;;;больничный лист")
    told = say("reschedule", out, town, "--changes", changes, "-o", then)
    assert "16.03.2022" in told.out
    assert "--on" in told.out
    book = openpyxl.load_workbook(then / "изменения.xlsx")
    cells = {
        sheet.title: {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}
        for sheet in book
    }
    assert "Только для работы центра" in cells["Что изменилось"]
    assert "Только для работы центра" not in cells["Кому сообщить"]
    assert "Семинар 2" in cells["Что изменилось"]
    assert "Семинар 2" not in cells["Кому сообщить"]
    assert "больничный лист" not in (then / "timetable.json").read_text("utf-8")
    said = say("reschedule", out, town, "--changes", changes, "-o", then, "--on", "14.03.2022")
    assert "--on" not in said.out
