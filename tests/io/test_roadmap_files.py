"""The roadmap as files: a workbook of its own, sheets of the main one, CSV files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker import text
from matchmaker.domain import Municipality
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays, WorkWeek
from matchmaker.domain.events import Demand, Event, RoadmapPlan, Shift, YearEnd
from matchmaker.domain.roadmap import ROADMAP_TABLES, Roadmap
from matchmaker.errors import InputError
from matchmaker.io import read, read_roadmap, write, write_roadmap

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]


@pytest.fixture
def roadmap() -> Roadmap:
    return Roadmap.build(
        [
            RoadmapPlan(
                id="Карта",
                title="Дорожная карта",
                order_date=date(2023, 12, 29),
                newest_act=date(2020, 5, 29),
                starts=date(2024, 1, 1),
                ends=date(2028, 12, 31),
                school_year_end=YearEnd.PEOPLE,
                inclusive=False,
            ),
            RoadmapPlan(id="Школа № 1", school="ш1", parent="Карта"),
            Event(plan="Карта", number="1.10", title="Итого: отчёт", dates="11.10.2021"),
            Event(
                plan="Карта",
                number="2.",
                section="Раздел I",
                title="=Конкурс «Учитель года»",
                dates="29.04. 2022",
                responsible="УО/МБУ «ИМЦ»,ОО",
                participants="молодые педагоги",
                supposed_participants="наставники",
                result="Справка",
                demand=Demand.SPANS,
                after=frozenset({"1.10"}),
                lead_days=3,
                shift=Shift.AFTER,
                line="12",
            ),
            Abbreviation(name="МНЦ", same_as="МЦН", meaning="центр наставничества"),
            Abbreviation(name="Совет", kind=PartyKind.GROUP, members=frozenset({"Белкина Л.Н."})),
            WorkWeek(who="ш1", days=6),
            SpecialDays(kind=DaysKind.EXAMS, starts=date(2025, 5, 26), name="ОГЭ"),
            SpecialDays(
                who="любая школа", kind=DaysKind.OFF, starts=date(2025, 1, 1), ends=date(2025, 1, 8)
            ),
        ]
    )


@pytest.mark.parametrize("language", text.LANGUAGES)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_written_is_read(
    roadmap: Roadmap, tmp_path: Path, form: str, language: text.Language
) -> None:
    with text.speaking(language):
        where = write_roadmap(roadmap, tmp_path, form)
    again = read_roadmap(tmp_path)
    assert again == roadmap
    assert again.fingerprint == roadmap.fingerprint
    assert [event.title for event in again.events] == [event.title for event in roadmap.events]
    if form == "xlsx":
        assert where.name == ("дорожная карта.xlsx" if language == "ru" else "roadmap.xlsx")
        assert read_roadmap(where) == roadmap
    else:
        assert len(list(tmp_path.glob("*.csv"))) == len(ROADMAP_TABLES)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=25, deadline=None, database=None)
@given(titles=st.lists(WORDS, min_size=1, max_size=5), dates=WORDS)
def test_any_words_survive(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], dates: str
) -> None:
    events = [Event(plan="П", title=f"я{title}", dates=dates or None) for title in titles]
    roadmap = Roadmap.build([RoadmapPlan(id="П"), *events])
    for form in ("xlsx", "csv"):
        folder = tmp_path_factory.mktemp("слова")
        write_roadmap(roadmap, folder, form)
        assert read_roadmap(folder).events == roadmap.events


def test_the_same_roadmap_gives_the_same_bytes(roadmap: Roadmap, tmp_path: Path) -> None:
    files = [write_roadmap(roadmap, tmp_path / name) for name in ("а.xlsx", "б.xlsx")]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_date_cell_is_the_text_that_was_typed(workbook: Maker) -> None:
    path = workbook(
        {
            "Дорожная карта": [
                ["План", "Мероприятие", "Срок"],
                ["П", "Презентация", date(2021, 10, 11)],
                ["П", "Праздник", "29.04. 2022"],
                ["П", "Год", 2024],
            ]
        }
    )
    dates = [event.dates for event in read_roadmap(path).events]
    assert dates == ["11.10.2021", "29.04. 2022", "2024"]


def test_a_date_elsewhere_is_still_refused(workbook: Maker) -> None:
    rows = [["План", "Номер", "Мероприятие"], ["П", date(2021, 2, 1), "Презентация"]]
    with pytest.raises(InputError, match=r"столбец «Номер».*превратила это в дату"):
        read_roadmap(workbook({"Дорожная карта": rows}))


def test_the_municipality_beside(
    roadmap: Roadmap, tables: Tables, workbook: Maker, tmp_path: Path
) -> None:
    path = workbook(tables)
    alone = read(path)
    for form in ("xlsx", "csv"):
        where = write_roadmap(roadmap, tmp_path, form)
        assert read(tmp_path) == alone
        assert read(tmp_path).fingerprint == alone.fingerprint
        assert not read(tmp_path).warnings
        found = read_roadmap(tmp_path)
        assert [school.id for school in found.schools] == ["ш1", "ш2"]
        assert found.people[0].name == "Ромашкина Вера Павловна"
        assert found.events == roadmap.events
        assert not found.warnings
        for file in [where] if form == "xlsx" else where.glob("*.csv"):
            file.unlink()


def test_a_municipality_in_csv_beside(
    municipality: Municipality, roadmap: Roadmap, tmp_path: Path
) -> None:
    write(municipality, tmp_path, "csv")
    write_roadmap(roadmap, tmp_path, "csv")
    assert read(tmp_path) == municipality
    assert read_roadmap(tmp_path).schools == municipality.schools
    write(municipality, tmp_path, "csv")  # the roadmap is no obstacle


def test_sheets_of_the_main_workbook(tables: Tables, workbook: Maker) -> None:
    alone = read(workbook(tables))
    tables["Дорожная карта"] = [["План", "Мероприятие"], ["П", "Конкурс"]]
    tables["Сокращения"] = []
    path = workbook(tables)
    assert read(path) == alone
    assert not read(path).warnings
    for where in (path, path.parent):
        found = read_roadmap(where)
        assert [event.title for event in found.events] == ["Конкурс"]
        assert len(found.schools) == 2
        assert [issue.value for issue in found.warnings] == ["П"]  # no head of the plan


def test_no_roadmap(tables: Tables, workbook: Maker, tmp_path: Path) -> None:
    workbook(tables)
    with pytest.raises(InputError, match=r"нет дорожной карты.*matchmaker roadmap import"):
        read_roadmap(tmp_path)
    with pytest.raises(InputError, match="не найдены"):
        read_roadmap(tmp_path / "нет.xlsx")
    write_roadmap(Roadmap(), tmp_path)
    with pytest.raises(InputError, match="ни плана, ни мероприятия"):
        read_roadmap(tmp_path)


def test_two_roadmaps(roadmap: Roadmap, tmp_path: Path) -> None:
    path = write_roadmap(roadmap, tmp_path)
    with pytest.raises(InputError, match="другие таблицы: дорожная карта"):
        write_roadmap(roadmap, tmp_path, "csv")
    shutil.copy(path, tmp_path / "roadmap.xlsx")
    with pytest.raises(InputError, match=r"нескольких местах: roadmap\.xlsx, дорожная карта\.xlsx"):
        read_roadmap(tmp_path)


def test_every_problem_at_once(workbook: Maker) -> None:
    path = workbook(
        {
            "Планы": [["План", "Дата приказа", "Цвет"], ["П", "вчера", ""], ["П", "", ""]],
            "Дорожная карта": [
                ["План", "Номер", "Мероприятие", "После", "Занятость"],
                ["П", "1", "", "", "не знаю"],
            ],
        },
        "дорожная карта.xlsx",
    )
    with pytest.raises(InputError) as refusal:
        read_roadmap(path.parent)
    said = [str(issue) for issue in refusal.value.issues]
    assert any("лист «Планы», строка 2, столбец «Дата приказа»" in one for one in said)
    assert any("строка 2, столбец «Мероприятие»: ячейка не заполнена" in one for one in said)
    assert any("столбец «Занятость»" in one and "занимает день" in one for one in said)
    assert any("неизвестный столбец" in one for one in said)


def test_how_it_looks(roadmap: Roadmap, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_roadmap(roadmap, tmp_path))
    assert [page.title for page in book] == [table.sheet.ru for table in ROADMAP_TABLES]
    page = book["Дорожная карта"]
    assert page.data_validations.dataValidation
    assert "Как в документе" in page["E1"].comment.text
