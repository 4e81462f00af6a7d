"""Profiles of schools and their agreements: percents, defaults, and what cannot be."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from matchmaker.domain import (
    LinkKind,
    LinkState,
    Municipality,
    SchoolLink,
    SchoolProfile,
    Technology,
    Willing,
)
from matchmaker.errors import Issue
from matchmaker.io import read, write

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]
Refused = Callable[[Path], list[Issue]]
PROFILES, LINKS = "Паспорта школ", "Договоры школ"
NON_NATIVE = "Обучающиеся, для которых русский язык не является родным, %"


def link(**facts: Any) -> SchoolLink:
    return SchoolLink(helping="ш1", helped="ш2", **{"kind": LinkKind.COOPERATION, **facts})


def places(issues: list[Issue]) -> list[tuple[str, int | None, str]]:
    return [(issue.place.sheet, issue.place.row, issue.place.column) for issue in issues]


def test_neither_table_must_be_there(tables: Tables, workbook: Maker) -> None:
    whole = read(workbook(tables))
    assert whole.profiles == whole.links == ()
    assert whole.profile == {key: SchoolProfile(school=key) for key in ("ш1", "ш2")}
    assert whole.profile["ш1"].consent is Willing.UNKNOWN
    assert whole.profile["ш1"].helpers_wanted == 1


def test_a_profile_is_known_by_its_school(tables: Tables, workbook: Maker) -> None:
    tables[PROFILES] = [
        ["Школа", "Согласие директора", "ИНН", "ИСБШ", "Сильные стороны", "Технологии"],
        ["МБОУ СОШ № 1", "да", 4200000201, "48,5", "кадры; оснащение", "Коучинг, тьюторство"],
    ]
    found = read(workbook(tables)).profile["ш1"]
    assert (found.consent, found.legal_entity, found.social_index) == (
        Willing.YES,
        "4200000201",
        48.5,
    )
    assert found.strengths == {"кадры", "оснащение"}
    assert found.technologies == {Technology.COACHING, Technology.TUTORING}


@pytest.fixture
def percents(tables: Tables, tmp_path: Path) -> Path:
    """A workbook with percents written in six ways."""
    path = tmp_path / "таблицы.xlsx"
    tables["Организации"] += [[f"ш{number}", f"Школа {number}"] for number in range(3, 7)]
    with xlsxwriter.Workbook(path) as book:
        for title, rows in tables.items():
            page = book.add_worksheet(title)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        page = book.add_worksheet(PROFILES)
        page.write_row(0, 0, ["Организация", "Обучающиеся с ОВЗ, %"])
        shown: list[tuple[object, str]] = [
            (0.12, "0%"),  # as Excel's button makes it
            (0.12, '0.0%_)"доля"'),
            (12, '0"%"'),  # a sign that is only painted
            (12, "General"),
            ("12 %", "@"),
            ("12,0%", "0%"),
        ]
        for number, (held, form) in enumerate(shown, start=1):
            page.write(number, 0, f"ш{number}")
            page.write(number, 1, held, book.add_format({"num_format": form}))
    return path


def test_percents_are_read_as_they_are_shown(percents: Path) -> None:
    assert [profile.special_needs for profile in read(percents).profiles] == [12.0] * 6


def test_less_than_one_percent_stays_so(tables: Tables, workbook: Maker) -> None:
    tables[PROFILES] = [["Организация", NON_NATIVE], ["ш1", 0.5]]
    assert read(workbook(tables)).profile["ш1"].non_native == 0.5


def test_percents_of_an_opendocument(tables: Tables, tmp_path: Path) -> None:
    cells: Tables = {
        **tables,
        PROFILES: [["Организация", "Обучающиеся с ОВЗ, %"], ["ш1", 0.12], ["ш2", 0.12]],
    }

    def cell(value: object) -> str:
        if isinstance(value, float):
            return f'<table:table-cell office:value-type="percentage" office:value="{value}"/>'
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    sheets = "".join(
        f'<table:table table:name="{title}">'
        + "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for title, rows in cells.items()
    )
    path = tmp_path / "таблицы.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
            f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    assert [profile.special_needs for profile in read(path).profiles] == [12.0, 12.0]


def test_shares_beyond_100_are_refused(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables[PROFILES] = [
        ["Организация", NON_NATIVE, "ИСБШ", "Обучающихся", "Нужно школ-партнёров"],
        ["ш1", "120 %", 101, -1, 0],
        ["ш2", "много", "", "", ""],
    ]
    assert places(problems(workbook(tables))) == [
        (PROFILES, 2, "ИСБШ"),
        (PROFILES, 2, "Обучающихся"),
        (PROFILES, 2, NON_NATIVE),
        (PROFILES, 2, "Нужно школ-партнёров"),
        (PROFILES, 3, NON_NATIVE),
    ]


def test_what_cannot_be_is_named_all_at_once(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    tables[PROFILES] = [["Организация"], ["ш1"], ["МБОУ СОШ № 1"]]
    tables[LINKS] = [
        ["Школа-партнёр", "Школа-участник", "Вид договора", "Действует с", "Действует по"],
        ["ш1", "МБОУ СОШ № 1", "сотрудничество"],
        ["ш1", "ш2", "партнёрские отношения", "01.09.2026", "01.09.2025"],
        ["ш1", "ш9", "сотрудничество"],
        ["ш1", "ш2", "дружба"],
        ["ш1", "ш2", ""],
    ]
    assert places(problems(workbook(tables))) == [
        (LINKS, 5, "Вид договора"),
        (LINKS, 6, "Вид договора"),
        (LINKS, 4, "Школа-участник"),
        (PROFILES, 3, "Организация"),
        (LINKS, 3, "Действует по"),
        (LINKS, 2, "Школа-участник"),
    ]


def test_what_should_not_be_is_a_warning(tables: Tables, workbook: Maker) -> None:
    tables[LINKS] = [
        ["Школа-партнёр", "Школа-участник", "Вид договора", "Состояние", "Действует по"],
        ["ш1", "ш2", "партнёрские отношения", "закрепить"],
        ["ш2", "ш1", "партнёрские отношения", "запретить"],
        ["ш1", "ш2", "сотрудничество", "закрепить"],
        ["ш2", "ш1", "сотрудничество", "запретить"],  # the other way round is another matter
        ["ш1", "ш2", "сотрудничество", "действует", "31.08.2025"],
        ["ш1", "ш2", "сотрудничество", "завершён", "31.08.2025"],
    ]
    warnings = list(read(workbook(tables)).warnings)
    assert {issue.severity for issue in warnings} == {"warning"}
    assert places(warnings) == [(LINKS, 2, "Состояние"), (LINKS, 6, "Действует по")]
    assert "строка 3" in warnings[0].right


def test_columns_that_moved_are_said_to_be_elsewhere(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    tables["Организации"][0].append("Рисковый профиль")
    (issue,) = problems(workbook(tables))
    assert PROFILES in issue.right


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({}, True),
        ({"starts": date(2025, 9, 1), "ends": date(2025, 9, 1)}, True),
        ({"starts": date(2025, 9, 2)}, False),
        ({"ends": date(2025, 8, 31)}, False),
        *(({"state": state}, state is LinkState.IN_FORCE) for state in LinkState),
    ],
)
def test_when_an_agreement_is_in_force(facts: dict[str, Any], holds: bool) -> None:
    assert link(**facts).in_force(date(2025, 9, 1)) is holds


def test_the_folder_of_csv_holds_both(municipality: Municipality, tmp_path: Path) -> None:
    folder = write(municipality, tmp_path / "т", "csv")
    assert {f"{PROFILES}.csv", f"{LINKS}.csv"} <= {file.name for file in folder.iterdir()}
    again = read(folder)
    assert (again.profiles, again.links) == (municipality.profiles, municipality.links)
