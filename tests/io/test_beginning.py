"""The files to begin with: all tables, example rows that are no data, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker import engine, text
from matchmaker.domain import TABLES
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.meeting_tables import MEETING_TABLES
from matchmaker.domain.roadmap import ROADMAP_TABLES
from matchmaker.errors import InputError, Issue
from matchmaker.io import init, read, read_roadmap
from matchmaker.io.changes_file import read_changes
from matchmaker.io.meeting_files import read_meeting_tables, read_special_days

Refused = Callable[[Path], list[Issue]]


def unmarked(path: Path) -> openpyxl.Workbook:
    """A workbook whose example rows are data."""
    book = openpyxl.load_workbook(path)
    for page in book:
        for row in page.iter_rows(min_row=2, max_col=1):
            row[0].value = str(row[0].value).removeprefix("Пример: ")
    return book


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_every_table_is_there_with_examples_that_are_not_read(
    tmp_path: Path, problems: Refused, language: text.Language
) -> None:
    with text.speaking(language):
        people, roadmap, changes, policy = init(tmp_path / "новый")
    issues = problems(people.parent)
    assert not [issue for issue in issues if issue.place.row]  # the example rows are skipped
    for path, tables in (
        (people, (*TABLES, *MEETING_TABLES)),
        (roadmap, ROADMAP_TABLES),
        (changes, (Change,)),
    ):
        book = openpyxl.load_workbook(path)
        pages = [page for page in book if page.sheet_state == "visible"]
        assert [page.title for page in pages] == [getattr(t.sheet, language) for t in tables]
        for page in pages:
            assert page.max_row >= 2
            firsts = [str(page.cell(row, 1).value) for row in range(2, page.max_row + 1)]
            assert all(first.startswith(("Пример: ", "Example: ")) for first in firsts)
    assert policy.name == "policy.toml"
    assert read_meeting_tables(people.parent).busy == ()
    assert read_special_days(people.parent).days == ()
    with pytest.raises(InputError, match=r"нет ни плана, ни мероприятия.*Заполните"):
        read_roadmap(people.parent)


def test_the_examples_of_people_hold_together(tmp_path: Path) -> None:
    """Without the mark the example rows are read, and only the people they lack are missed."""
    book = unmarked(init(tmp_path)[0])
    people, schools = book["Педагоги"], book["Организации"]
    people.append(["п101", "Ветров Илья Олегович", "ш1"])
    schools.append(["ш2", "МБОУ СОШ № 2"])
    teams = book["Команды"]
    teams.append(["команда 1", "п102"])
    book["Наставники"].append(["п102"])
    copy = tmp_path / "копия.xlsx"
    book.save(copy)
    whole = read(copy)
    assert whole.warnings == ()
    assert whole.person["п102"].experience_teaching == 8
    tables = read_meeting_tables(copy)
    assert tables.warnings == ()
    resolved = tables.resolved(whole, [rule.programme for rule in tables.rules])
    assert [row.person for row in resolved.busy] == ["п102"]


def test_the_examples_of_the_roadmap_can_be_scheduled(tmp_path: Path) -> None:
    """Without the mark the example rows are a plan in which nothing is wrong."""
    path = init(tmp_path)[1]
    unmarked(path).save(path)
    roadmap = read_roadmap(path)
    assert roadmap.warnings == ()
    found = engine.audit(roadmap).findings
    assert [f.rule for f in found if f.severity == "error"] == []
    timetable = engine.schedule(roadmap).timetable
    assert not timetable.unplaced
    seminar, report = timetable.events
    assert date(2025, 10, 6) <= seminar.starts <= date(2025, 10, 12)  # the preferred week
    assert report.ends == date(2025, 12, 19)  # the 20th is a Saturday: before it


def test_the_table_of_changes_has_an_example_of_each_kind_and_disturbs_no_folder(
    tmp_path: Path,
) -> None:
    path = init(tmp_path)[2]
    with pytest.raises(InputError, match="ни одной строки"):
        read_changes(path)
    unmarked(path).save(path)
    assert [one.kind for one in read_changes(path)] == list(ChangeKind)
    (sheet,) = (page for page in openpyxl.load_workbook(path) if page.sheet_state == "visible")
    assert sheet.data_validations.dataValidation
    assert all(cell.comment for cell in sheet[1][1:7])
    unmarked(tmp_path / "дорожная карта.xlsx").save(tmp_path / "дорожная карта.xlsx")
    assert read_roadmap(tmp_path).warnings == ()


@pytest.mark.parametrize("which", range(4))
def test_nothing_is_overwritten(tmp_path: Path, which: int) -> None:
    path = init(tmp_path)[which]
    for other in set(tmp_path.iterdir()) - {path}:
        other.unlink()
    path.write_text("моё")
    with pytest.raises(InputError, match="не будет перезаписан") as refusal:
        init(tmp_path)
    assert [issue.place.file for issue in refusal.value.issues] == [path.name]
    assert path.read_text() == "моё"
    assert list(tmp_path.iterdir()) == [path]


def test_every_file_in_the_way_is_named(tmp_path: Path) -> None:
    made = init(tmp_path)
    before = [path.read_bytes() for path in made]
    with pytest.raises(InputError) as refusal:
        init(tmp_path)
    assert [issue.place.file for issue in refusal.value.issues] == [path.name for path in made]
    assert [path.read_bytes() for path in made] == before


def test_a_folder_with_other_tables_is_refused(tmp_path: Path) -> None:
    """The new workbooks could not be read beside them."""
    for name in ("люди.xlsx", "Занятость.csv"):
        folder = tmp_path / name.partition(".")[0]
        folder.mkdir()
        (folder / name).write_text("моё")
        (folder / "заметки.txt").write_text("моё")
        with pytest.raises(InputError, match=f"другие таблицы: {name}"):
            init(folder)
        assert len(list(folder.iterdir())) == 2
