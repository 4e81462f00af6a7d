"""Files as curators make them, and one small municipality."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from matchmaker.domain import (
    About,
    Category,
    Decision,
    DecisionKind,
    Distance,
    LinkKind,
    LinkState,
    Mentee,
    MenteeCategory,
    Mentor,
    Municipality,
    Person,
    School,
    SchoolLink,
    SchoolProfile,
    Team,
    Technology,
    Topic,
    Willing,
)
from matchmaker.errors import InputError, Issue
from matchmaker.io import read

Tables = dict[str, list[list[Any]]]


@pytest.fixture
def tables() -> Tables:
    """The smallest municipality, as the cells of its sheets."""
    return {
        "Сведения": [["Муниципалитет", "Отчётная дата"], ["Заречный район", "01.09.2025"]],
        "Организации": [
            ["ID организации", "Организация"],
            ["ш1", "МБОУ СОШ № 1"],
            ["ш2", "МБОУ «Лицей, филиал № 2»"],
        ],
        "Педагоги": [
            ["ID", "ФИО", "Организация"],
            ["п1", "Ромашкина Вера Павловна", "ш1"],
            ["п2", "Ветров Илья Олегович", "МБОУ СОШ № 1"],
        ],
        "Наставники": [["Наставник", "Мест"], ["п1", 2]],
        "Наставляемые": [["Наставляемый"], ["Ветров Илья Олегович"]],
    }


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Writes sheets of cells as a workbook and says where it is."""

    def write(sheets: Tables, name: str = "таблицы.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
            for title, rows in sheets.items():
                page = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    page.write_row(number, 0, row)
        return path

    return write


@pytest.fixture
def problems() -> Callable[[Path], list[Issue]]:
    """Reads tables that must be refused and gives every issue."""

    def refused(path: Path) -> list[Issue]:
        with pytest.raises(InputError) as caught:
            read(path)
        return list(caught.value.issues)

    return refused


@pytest.fixture
def municipality() -> Municipality:
    """A few people with something in every kind of column."""
    return Municipality.build(
        [
            About(name="Заречный район", reference_date=date(2025, 9, 1), fictional=True),
            School(
                id="201",
                name="МБОУ СОШ № 201",
                latitude=55.75,
                low_results=True,
                shifts=frozenset({"1", "2"}),
            ),
            School(id="007", name="Школа «Заря»", rural=False),
            School(id="а,б", name="Итого", pay_budget=10**18),
            Person(
                id="п1",
                name="Ромашкина Вера Павловна",
                school="201",
                category=Category.HIGHEST,
                subjects=frozenset({"физика", "химия, биология"}),
                born=date(1969, 2, 28),
                attests=frozenset({"а,б", "007"}),
            ),
            Person(
                id="п2",
                name="Ветров Илья Олегович",
                school="007",
                experience=27,
                load_hours=18.5,
                class_teacher=False,
            ),
            Person(name="=cmd|' /C calc'!A0", school="а,б"),
            Mentor(
                person="п1", willing=Willing.YES, places=2, subject=3, trained_on=date(1899, 5, 6)
            ),
            Mentor(person="п2", willing=Willing.NO),
            Mentee(
                person="=cmd|' /C calc'!A0",
                category=MenteeCategory.YOUNG,
                requests=frozenset({Topic.ICT, Topic.LEGAL}),
                needed_subject="- ",
            ),
            Decision(kind=DecisionKind.PIN, mentor="п1", mentee="=cmd|' /C calc'!A0"),
            Distance(start="201", end="007", kilometres=0.1 + 0.2),
            Team(team="1", mentor="п1"),
            Team(team="1", mentor="п2"),
            SchoolProfile(
                school="201",
                consent=Willing.YES,
                legal_entity="0000000201",
                social_index=48.5,
                pupils=0,
                special_needs=0.1 + 0.2,
                non_native=100,
                risk_profile=frozenset({"кадры", "язык, родной и неродной"}),
                strengths=frozenset({"- "}),
                technologies=frozenset(Technology),
                remote=False,
            ),
            SchoolProfile(school="а,б"),
            SchoolLink(
                helping="а,б",
                helped="201",
                kind=LinkKind.COOPERATION,
                number="=1+1",
                starts=date(2025, 9, 1),
            ),
            SchoolLink(helping="007", helped="201", kind=LinkKind.PARTNERSHIP, state=LinkState.PIN),
        ]
    )
