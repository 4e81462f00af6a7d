"""Workbooks as they come: titles above, notes below, mistakes inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker import text
from matchmaker.domain import TABLES, Category
from matchmaker.errors import InputError, Issue
from matchmaker.io import read
from matchmaker.io.book import MUNICIPALITY
from matchmaker.io.numbers import Raw
from matchmaker.io.sheets import Grid, assemble

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]
Refused = Callable[[Path], list[Issue]]


def test_the_smallest_municipality(tables: Tables, workbook: Maker) -> None:
    whole = read(workbook(tables))
    assert whole.mentees[0].person == "п2"
    assert whole.people[0].school == whole.people[1].school == "ш1"
    assert whole.warnings == ()


def test_titles_numbering_totals_and_blanks_are_skipped(tables: Tables, workbook: Maker) -> None:
    tables["Педагоги"] = [
        ["Приложение 2 к письму управления образования"],
        [],
        ["Список педагогов, ОО № 1"],
        ["№ п/п", "Ф.И.О.  педагога", "Место\nработы", "Стаж (лет)", "КК", "ДАТА РОЖДЕНИЯ"],
        [1, 2, 3, 4, 5, 6],
        [1, "Ромашкина\xa0Вера  Павловна", "ш1", 5.5, "Высшая", date(1969, 5, 1)],
        [],
        [2, "Ветров Илья Олегович", "мбоу сош № 1", "2 г. 3 мес.", "—", 33000],
        ["", "вакансия", "ш1"],
        ["Итого", 2],
        ["Пример: Ветров", "", ""],
    ]
    tables["Наставники"][1] = ["Ромашкина Вера Павловна", 2]
    whole = read(workbook(tables))
    vera = whole.find_person("Ромашкина Вера Павловна")
    assert vera is not None
    assert (vera.experience_teaching, vera.category) == (66, Category.HIGHEST)
    assert (vera.born, vera.source.row) == (date(1969, 5, 1), 6)
    assert len(whole.people) == 2
    (warning,) = whole.warnings
    assert (warning.severity, warning.place.row) == ("warning", 9)


def test_cells_merged_down_are_written_out(tables: Tables, workbook: Maker) -> None:
    path = workbook(tables)
    book = openpyxl.load_workbook(path)
    book["Педагоги"].merge_cells("C2:C3")
    book.save(path)
    assert [person.school for person in read(path).people] == ["ш1", "ш1"]


def test_every_bad_cell_is_named(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables["Педагоги"] = [
        [
            "ФИО",
            "Организация",
            "Возраст",
            "Дата рождения",
            "Категория",
            "Кл. рук.",
            "Нагрузка",
            "Общий стаж, мес.",
            "Смена",
        ],
        [
            "Ромашкина Вера Павловна",
            "ш1",
            5.5,
            "32.13.1980",
            "отличная",
            "иногда",
            "много",
            "менее года",
            1.2,
        ],
        ["Ветров Илья Олегович", "ш1", 140, "", "", "", 99, -1],
        ["Я", "", "", "", "", ""],
    ]
    tables["Наставники"][1] = ["Ромашкина Вера Павловна", "два"]
    found = [
        (issue.place.sheet, issue.place.row, issue.place.column, issue.value)
        for issue in problems(workbook(tables))
    ]
    assert found == [
        ("Педагоги", 2, "Возраст", "5,5"),
        ("Педагоги", 2, "Дата рождения", "32.13.1980"),
        ("Педагоги", 2, "Категория", "отличная"),
        ("Педагоги", 2, "Кл. рук.", "иногда"),
        ("Педагоги", 2, "Нагрузка", "много"),
        ("Педагоги", 2, "Общий стаж, мес.", "менее года"),
        ("Педагоги", 2, "Смена", "1,2"),
        ("Педагоги", 3, "Возраст", "140"),
        ("Педагоги", 3, "Общий стаж, мес.", "-1"),
        ("Педагоги", 3, "Нагрузка", "99"),
        ("Педагоги", 4, "ФИО", "Я"),
        ("Педагоги", 4, "Организация", ""),
        ("Наставники", 2, "Мест", "два"),
    ]


def test_words_in_both_languages(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables["Наставники"][1] = ["п1", 40]
    path = workbook(tables)
    assert str(problems(path)[0]) == (
        "таблицы.xlsx, лист «Наставники», строка 2, столбец «Мест»: "
        "слишком большое число «40». Нужно не больше 20"
    )
    with text.speaking("en"):
        assert problems(path)[0].right == "At most 20 is allowed"


def test_problems_of_cells_and_between_tables_come_together(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    tables["Организации"][0].append("Широта")
    tables["Организации"][1].append("на севере")  # the school itself is still known
    tables["Педагоги"][2][2] = "ш9"
    tables["Наставляемые"].append(["п7"])
    wrong = [(issue.place.row, issue.place.column) for issue in problems(workbook(tables))]
    assert wrong == [(2, "Широта"), (3, "Организация"), (3, "Наставляемый")]


def test_a_broken_row_is_still_known_to_others(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    tables["Педагоги"][1][2] = ""
    (issue,) = problems(workbook(tables))
    assert str(issue.place) == "таблицы.xlsx, лист «Педагоги», строка 2, столбец «Организация»"


def test_headers_that_are_wrong(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables["Педагоги"] = [
        ["ФИО", "Ф.И.О.", "Организацыя", "Организация", "Мест", "Телефон", ""],
        ["Ромашкина Вера Павловна", "", "", "ш1", "", "", "заметка"],
    ]
    del tables["Наставляемые"][0]
    issues = problems(workbook(tables))
    assert [(issue.place.column, issue.wrong, issue.right) for issue in issues[:5]] == [
        ("Ф.И.О.", "столбец уже есть под заголовком «ФИО»", "Оставьте один из двух"),
        (
            "Организацыя",
            "неизвестный столбец",
            "Возможно, это «Организация»; иначе удалите столбец",
        ),
        (
            "Мест",
            "неизвестный столбец",
            "Такой столбец есть на листе «Наставники»; здесь удалите его",
        ),
        ("Телефон", "неизвестный столбец", "Удалите столбец: лишние сведения не хранятся"),
        (
            "",
            "у столбца G есть значения, но нет заголовка",
            "Дайте столбцу заголовок или удалите его",
        ),
    ]
    assert issues[5].place.sheet == "Наставляемые"
    assert issues[5].wrong == "не найдена строка заголовков"


def test_missing_columns_sheets_and_rows(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    del tables["Наставники"]
    tables["Педагоги"] = [["ФИО", "Предмет"], ["Ромашкина Вера Павловна", "физика"]]
    tables["Сведения"] = [tables["Сведения"][0]]
    assert [(issue.place.column, issue.wrong) for issue in problems(workbook(tables))] == [
        ("Организация", "нет обязательного столбца"),
        ("", "нет обязательного листа «Наставники»"),
        ("", "на листе нет ни одной строки с данными"),
    ]


def test_two_rows_about_the_municipality(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    tables["Сведения"].append(["Другой район", "01.09.2025"])
    (issue,) = problems(workbook(tables))
    assert (issue.place.row, issue.wrong) == (3, "на листе должна быть одна строка")


def test_sheets_nobody_knows(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables["Памятка"] = [["Заполняйте без сокращений"]]
    tables["Черновик"] = [[]]
    (warning,) = read(workbook(tables)).warnings
    assert (warning.place.sheet, warning.severity) == ("Памятка", "warning")
    tables["Педагоги 2"] = [["ФИО"]]
    tables["Teachers"] = tables["Педагоги"]
    wrong = [issue.wrong for issue in problems(workbook(tables))]
    assert wrong == ["неизвестный лист", "эта таблица уже есть на листе «Педагоги»"]


def test_years_or_months_is_asked_once(tables: Tables, workbook: Maker, problems: Refused) -> None:
    tables["Педагоги"] = [
        [*row, cell] for row, cell in zip(tables["Педагоги"], ["Стаж", 12, 15], strict=True)
    ]
    (issue,) = problems(workbook(tables))
    assert issue.place.row == 2
    assert issue.right == "Назовите столбец «Стаж, мес.» или «Стаж, лет»"
    tables["Педагоги"][0][3] = "Стаж, лет"
    assert read(workbook(tables)).person["п1"].experience_teaching == 144


def test_a_formula_error_is_not_an_empty_cell(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    path = workbook(tables)
    book = openpyxl.load_workbook(path)
    book["Наставники"]["B2"] = "#N/A"
    book["Наставники"]["B2"].data_type = "e"
    book.save(path)
    (issue,) = problems(path)
    assert (issue.place.row, issue.place.column, issue.value) == (2, "Мест", "#N/A")


def test_an_english_workbook(tables: Tables, workbook: Maker) -> None:
    path = workbook(
        {
            "ABOUT": [["Municipality", "Reference date"], ["Zarechny", "01.09.2025"]],
            "organisations": [["Organisation ID", "Organisation"], ["s1", "School no. 1"]],
            "Teachers": [
                ["ID", "Full name", "Organisation", "Teaching experience, years"],
                ["t1", "Vera Romashkina", "s1", 5],
                ["t2", "Ilya Vetrov", "School no. 1", 1],
            ],
            "Mentors": [["Mentor", "Willing"], ["t1", "yes"]],
            "Mentees": [["Mentee", "Main request"], ["Ilya Vetrov", "law and rules"]],
        }
    )
    assert read(path).person["t1"].experience_teaching == 60


RAW = st.one_of(
    st.text(max_size=6),
    st.floats(),
    st.integers(-10, 10**6),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(["", "-", "да", "ш1", "п1", "п2", "ФИО", "ID", "Итого", "2 г. 3 мес."]),
)


@settings(max_examples=60, deadline=None, database=None)
@given(data=st.data(), garbage=st.lists(st.lists(RAW, max_size=30), max_size=3))
def test_whatever_stands_there_is_read_or_refused_in_words(
    data: st.DataObject, garbage: list[list[Raw]]
) -> None:
    grids = []
    for table in TABLES:
        titles: list[Raw] = [column.title() for column in table.columns().values()]
        row = st.lists(RAW, min_size=len(titles), max_size=len(titles))
        rows = data.draw(st.lists(row, max_size=2)) if data.draw(st.booleans()) else garbage
        grids.append(Grid("т.xlsx", table.sheet(), [titles, *rows]))
    said = ["something"]
    try:
        assemble(grids, "т.xlsx", MUNICIPALITY)
    except InputError as refusal:
        said = [str(issue) for issue in refusal.issues]
    assert said
    assert all(said)
