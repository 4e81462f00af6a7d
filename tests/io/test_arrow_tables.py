"""Parquet and Arrow files: the same tables as in CSV, and what is wrong said as it is there."""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from matchmaker.domain import Category, Municipality
from matchmaker.errors import InputError, Issue
from matchmaker.io import read, write
from matchmaker.io.arrow_tables import read_arrow
from tests.io.test_folders import save_csv

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]
Refused = Callable[[Path], list[Issue]]

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").iterdir())


def save_parquet(folder: Path, tables: Tables) -> Path:
    """Each table as a file of text columns, as a program without types writes them."""
    folder.mkdir(exist_ok=True)
    for name, (titles, *rows) in tables.items():
        columns = [[str(row[at]) for row in rows] for at in range(len(titles))]
        arrays = [pa.array(column, pa.string()) for column in columns]
        parquet.write_table(pa.table(arrays, names=titles), folder / f"{name}.parquet")
    return folder


def save(folder: Path, name: str, **columns: Any) -> None:
    parquet.write_table(pa.table(columns), folder / f"{name}.parquet")


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_scenario_is_the_same_in_parquet(shipped: Path, tmp_path: Path) -> None:
    whole = read(shipped)
    again = read(write(whole, tmp_path, "parquet"))
    assert again == whole
    assert again.fingerprint == whole.fingerprint


def test_columns_of_every_type(
    tables: Tables, workbook: Maker, tmp_path: Path, problems: Refused
) -> None:
    folder = save_parquet(tmp_path / "parquet", tables)
    born = datetime(1969, 5, 1, 12)
    save(
        folder,
        "Педагоги",
        ID=pa.array(["п1", "п2"]).dictionary_encode(),
        ФИО=pa.array(["Ромашкина Вера Павловна", "Ветров Илья Олегович"], pa.large_string()),
        Организация=pa.array(["ш1", b"\xd1\x881".decode()], pa.string()).cast(pa.binary()),
        Предметы=pa.array([["физика", "труд, технология"], None], pa.list_(pa.string())),
        Смена=pa.array([[1, 2], []], pa.list_(pa.int8())),
        Возраст=pa.array([None, 31], pa.uint8()),
        Нагрузка=pa.array([18.5, None], pa.float32()),
        **{
            "Дата рождения": pa.array([born, None], pa.timestamp("ns")),
            "Кл. рук.": pa.array([True, None]),
            "Стаж, мес.": pa.array([Decimal("66.00"), None], pa.decimal128(9, 2)),
            "Отсутствует до": pa.array([date(2026, 1, 1), None], pa.date32()),
            "Категория": pa.array(["высшая", None]),
            "Методический день": pa.nulls(2),
        },
    )
    vera, ilya = read(folder).people
    assert vera.subjects == {"физика", "труд, технология"}
    assert vera.shifts == {"1", "2"}
    assert (vera.born, vera.absent_until) == (date(1969, 5, 1), date(2026, 1, 1))
    assert (vera.load_hours, vera.class_teacher, vera.experience_teaching) == (18.5, True, 66)
    assert vera.category is Category.HIGHEST
    assert (ilya.age, ilya.subjects, ilya.shifts) == (31, frozenset(), frozenset())
    assert (vera.source.file, vera.source.sheet, vera.source.row) == (
        "Педагоги.parquet",
        "Педагоги",
        2,
    )
    save(folder, "Наставники", Наставник=["п1"], Мест=pa.array([40]))
    assert str(problems(folder)[0]) == (
        "Наставники.parquet, лист «Наставники», строка 2, столбец «Мест»: "
        "слишком большое число «40». Нужно не больше 20"
    )
    save(folder, "Наставники", Наставник=["п1"], Мест=pa.array([timedelta(days=1)]))
    assert problems(folder)[0].wrong == "это время суток, а не значение столбца"


def test_files_of_pandas(tables: Tables, workbook: Maker, tmp_path: Path) -> None:
    for name, (titles, *rows) in tables.items():
        frame = pd.DataFrame(rows, columns=pd.Index(titles))
        frame.to_parquet(tmp_path / f"{name}.parquet", index=False)
        frame.to_feather(tmp_path / f"{name}.feather")
    parquets, feathers = tmp_path / "parquet", tmp_path / "feather"
    for folder in (parquets, feathers):
        folder.mkdir()
        for file in tmp_path.glob(f"*.{folder.name}"):
            if file.is_file():
                file.rename(folder / file.name)
    assert read(parquets) == read(feathers) == read(workbook(tables))


def test_a_folder_may_mix_forms(tables: Tables, workbook: Maker, tmp_path: Path) -> None:
    large = {name: tables.pop(name) for name in ("Педагоги", "Наставляемые")}
    folder = save_csv(tmp_path / "т", tables, "utf-8", ";")
    assert read(save_parquet(folder, large)) == read(workbook({**tables, **large}))


def test_one_table_twice(tables: Tables, tmp_path: Path, problems: Refused) -> None:
    folder = save_csv(tmp_path / "т", tables, "utf-8", ";")
    save_parquet(folder, {"Наставники": tables["Наставники"]})
    assert problems(folder)[0].wrong == "эта таблица уже есть на листе «Наставники»"


CELLS = st.sampled_from(
    [
        "",
        "-",
        "п1",
        "п2",
        "п9",
        "ш1",
        "да",
        "нет",
        "много",
        "1,5",
        "40",
        "-1",
        "2 г. 3 мес.",
        "32.13.1980",
        "01.09.2025",
        "высшая",
        "отличная",
        "Итого",
        "вакансия",
        "'-",
        "ИКТ; ОВЗ",
    ]
)
HEADERS = {
    "Педагоги": ["ID", "ФИО", "Организация", "Возраст", "Стаж", "Категория", "Дата рождения"],
    "Наставники": [
        "Наставник",
        "Мест",
        "Форматы",
        "Готов участвовать",
        "ИКТ",
        "Обучен как наставник",
    ],
    "Наставляемые": ["Наставляемый", "Основной запрос", "Другие запросы", "Срок, мес.", "Начало"],
    "Решения": ["Решение", "Наставник", "Наставляемый", "Дата"],
}


def cells_of(titles: list[str]) -> st.SearchStrategy[list[list[str]]]:
    row = st.lists(CELLS, min_size=len(titles), max_size=len(titles))
    return st.lists(row, max_size=4)


spoiled = st.fixed_dictionaries({name: cells_of(titles) for name, titles in HEADERS.items()})


def answer(folder: Path) -> Municipality | list[Issue]:
    """What is read, or what is said instead, but for the kind of file."""
    try:
        return read(folder)
    except InputError as error:
        return [
            replace(issue, place=replace(issue.place, file=Path(issue.place.file).stem))
            for issue in error.issues
        ]


@settings(max_examples=60, deadline=None, database=None)
@given(rows=spoiled)
def test_spoiled_cells_are_told_as_of_csv(rows: dict[str, list[list[str]]]) -> None:
    tables: Tables = {
        "Сведения": [["Муниципалитет", "Отчётная дата"], ["Заречный район", "01.09.2025"]],
        "Организации": [["ID организации", "Организация"], ["ш1", "МБОУ СОШ № 1"]],
    }
    for name, titles in HEADERS.items():
        tables[name] = [titles, *rows[name]]
    tables["Педагоги"].append(["п1", "Ромашкина Вера Павловна", "ш1", "", "", "", ""])
    tables["Педагоги"].append(["п2", "Ветров Илья Олегович", "ш1", "", "", "", ""])
    tables["Наставники"].append(["п1", "2", "", "", "", ""])
    tables["Наставляемые"].append(["п2", "", "", "", ""])
    with tempfile.TemporaryDirectory() as folder:
        csv = save_csv(Path(folder) / "т", tables, "utf-8", ";")
        said = answer(csv)
        for file in csv.iterdir():
            file.unlink()
        assert answer(save_parquet(csv, tables)) == said


def test_files_that_cannot_be_read_are_told_together(
    tables: Tables, tmp_path: Path, problems: Refused
) -> None:
    folder = save_parquet(tmp_path / "т", tables)
    whole = (folder / "Педагоги.parquet").read_bytes()
    (folder / "Педагоги.parquet").write_bytes(whole[: len(whole) // 2])
    (folder / "Сведения.parquet").write_bytes(b"")
    (folder / "Организации.parquet").write_text("ID организации;Организация")
    (folder / "Контакты.arrow").write_bytes(whole)
    pair = pa.array([{"имя": "Вера", "мест": 2}])
    save(folder, "Наставники", Наставник=pair, Мест=pa.array([[{"мест": 2}]]), Форматы=["очно"])
    issues = problems(folder)
    assert [(issue.place.file, issue.place.column) for issue in issues] == [
        ("Контакты.arrow", ""),
        ("Наставники.parquet", "Наставник"),
        ("Наставники.parquet", "Мест"),
        ("Организации.parquet", ""),
        ("Педагоги.parquet", ""),
        ("Сведения.parquet", ""),
    ]
    assert issues[1].wrong == "в столбце вложенные данные (struct)"
    assert "повреждён" in issues[0].wrong
    assert not any(str(tmp_path) in str(issue) for issue in issues)


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_damaged_bytes_are_refused_or_read(
    municipality: Municipality, tmp_path: Path, form: str
) -> None:
    folder = write(municipality, tmp_path, form)
    file = folder / f"Педагоги.{form}"
    whole, rng = file.read_bytes(), random.Random(1)
    refused = 0
    for _ in range(100):
        damaged = bytearray(whole)
        for _ in range(rng.choice((1, 5, 50))):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        file.write_bytes(damaged)
        try:
            read_arrow(file, {})
        except InputError:
            refused += 1
    assert refused > 10


def test_values_no_cell_can_hold(tables: Tables, tmp_path: Path, problems: Refused) -> None:
    folder = save_parquet(tmp_path / "т", tables)
    save(
        folder,
        "Наставники",
        Наставник=pa.array([b"\xff\xfe"]),
        Мест=pa.array([10**15], pa.timestamp("s")),
        Форматы=["о\0чно"],
    )
    assert [issue.place.column for issue in problems(folder)] == ["Наставник", "Мест", "Форматы"]


def test_missing_columns_and_no_rows(tables: Tables, tmp_path: Path, problems: Refused) -> None:
    folder = save_parquet(tmp_path / "т", {**tables, "Наставники": [["Наставник"]]})
    save(folder, "Педагоги", ФИО=["Вера"], Телефон=[7])
    assert [(issue.place.column, issue.wrong) for issue in problems(folder)] == [
        ("Телефон", "неизвестный столбец"),
        ("Организация", "нет обязательного столбца"),
    ]
    save_parquet(folder, {"Педагоги": tables["Педагоги"]})
    assert problems(folder)[0].wrong == "нет ни одного наставника"


@pytest.mark.parametrize(
    ("limit", "words"), [("MOST_VALUES", "больше 10 зна"), ("MOST_BYTES", "велик")]
)
def test_a_file_too_large(
    tables: Tables,
    tmp_path: Path,
    problems: Refused,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    words: str,
) -> None:
    folder = save_parquet(tmp_path / "т", tables)
    save(folder, "Педагоги", ФИО=["Ветров"] * 50)  # a few bytes, however many rows
    monkeypatch.setattr(f"matchmaker.io.arrow_tables.{limit}", 10)
    assert words in problems(folder)[0].wrong


def test_without_the_library(
    municipality: Municipality, tmp_path: Path, problems: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(municipality, tmp_path / "т", "parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "matchmaker[parquet]" in str(problems(folder)[0])
    with pytest.raises(InputError, match="нужна библиотека pyarrow"):
        write(municipality, tmp_path / "ещё", "arrow")
    assert not (tmp_path / "ещё").exists()
    assert read(write(municipality, tmp_path / "csv", "csv")) == municipality


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_the_same_bytes_without_traces(
    municipality: Municipality, tmp_path: Path, form: str
) -> None:
    one, two = (write(municipality, tmp_path / name, form) for name in ("1", "2"))
    for file in one.iterdir():
        assert file.read_bytes() == (two / file.name).read_bytes()
        assert b"pandas" not in file.read_bytes()
        assert str(tmp_path).encode() not in file.read_bytes()


def test_how_parquet_is_written(municipality: Municipality, tmp_path: Path) -> None:
    folder = write(municipality, tmp_path, "parquet")
    schema = parquet.read_schema(folder / "Педагоги.parquet")
    kinds = {name: str(schema.field(name).type) for name in schema.names}
    assert kinds["Дата рождения"] == "date32[day]"
    assert kinds["Нагрузка, ч в неделю"] == "double"
    assert kinds["Классный руководитель"] == "bool"
    assert kinds["Педагогический стаж, мес."] == "int64"
    assert kinds["Предметы"] == "list<element: string>"
    assert schema.metadata[b"note"].decode() == "вымышленные данные"


def test_parquet_is_not_put_beside_other_tables(municipality: Municipality, tmp_path: Path) -> None:
    write(municipality, tmp_path, "csv")
    with pytest.raises(InputError, match=r"другие таблицы: .*Педагоги\.csv"):
        write(municipality, tmp_path, "parquet")


def test_a_table_too_long_for_a_sheet(
    municipality: Municipality, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.io.layout.MOST_LINES", 3)
    with pytest.raises(InputError, match=r"не помещаются на лист .*--form parquet"):
        write(municipality, tmp_path / "т.xlsx")
    assert read(write(municipality, tmp_path / "т", "parquet")) == municipality
