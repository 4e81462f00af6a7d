"""Folders: one workbook, or CSV files; and an empty workbook to begin with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matchmaker import text
from matchmaker.domain import TABLES, Municipality
from matchmaker.errors import InputError, Issue
from matchmaker.io import read, write

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]
Refused = Callable[[Path], list[Issue]]


def save_csv(folder: Path, tables: Tables, encoding: str, delimiter: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        lines = (delimiter.join(f'"{cell}"' for cell in row) for row in rows)
        (folder / f"{name}.csv").write_text("\r\n".join(lines), encoding=encoding, newline="")
    return folder


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_csv_of_any_program(
    tables: Tables, workbook: Maker, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    folder = save_csv(tmp_path / "csv", tables, encoding, delimiter)
    assert read(folder) == read(workbook(tables))


def test_commas_without_quotes(tables: Tables, tmp_path: Path) -> None:
    folder = save_csv(tmp_path / "csv", tables, "cp1251", ";")
    (folder / "Наставники.csv").write_bytes("Наставник,Мест\nп1,2\n".encode("cp1251"))
    (folder / "Наставляемые.csv").write_bytes("Наставляемый\nп2\n".encode("cp1251"))
    assert read(folder).mentors[0].places == 2


def test_bad_cells_of_csv(tables: Tables, tmp_path: Path, problems: Refused) -> None:
    tables["Наставники"][1] = ["п1", "много"]
    folder = save_csv(tmp_path / "csv", tables, "cp1251", ";")
    assert str(problems(folder)[0]) == (
        "Наставники.csv, лист «Наставники», строка 2, столбец «Мест»: "
        "нужно целое число «много». Например: 12"
    )


def test_how_csv_is_written(municipality: Municipality, tmp_path: Path) -> None:
    folder = write(municipality, tmp_path / "csv", "csv")
    content = (folder / "Педагоги.csv").read_bytes()
    assert content.startswith("\ufeffвымышленные данные\r\nID;ФИО;".encode())
    assert "\r\n'=cmd|' /C calc'!A0;" in content.decode("utf-8-sig")
    assert ";18,5;" in content.decode()
    assert len(list(folder.iterdir())) == len(TABLES)
    assert write(municipality, folder, "csv") == folder  # the same tables again


def test_negative_numbers_are_not_taken_for_formulas(
    tables: Tables, workbook: Maker, tmp_path: Path
) -> None:
    tables["Организации"][0].append("Долгота")
    tables["Организации"][1].append(-12.5)
    folder = write(read(workbook(tables)), tmp_path / "csv", "csv")
    assert ";-12,5;" in (folder / "Организации.csv").read_text("utf-8-sig")


def test_a_binary_csv(tables: Tables, tmp_path: Path, problems: Refused) -> None:
    folder = save_csv(tmp_path / "csv", tables, "utf-8", ";")
    (folder / "Наставники.csv").write_bytes(bytes(range(256)))
    (folder / "Педагоги.csv").write_text('ФИО\n"' + "я" * 2_000_000)
    wrong = [issue.wrong for issue in problems(folder)]
    assert wrong[0] == "не удалось прочесть текст файла"
    assert wrong[1].startswith("файл CSV не разобрать")


def test_a_folder_with_one_workbook(tables: Tables, workbook: Maker) -> None:
    path = workbook(tables)
    (path.parent / "policy.toml").write_text("")
    (path.parent / "~$таблицы.xlsx").write_text("lock")
    (path.parent / "заметки.csv").write_text("")
    assert read(path.parent) == read(str(path))


def test_two_workbooks(tables: Tables, workbook: Maker, problems: Refused) -> None:
    folder = workbook(tables).parent
    workbook(tables, "ещё.xlsx")
    assert problems(folder)[0].wrong == "в папке несколько книг: ещё.xlsx, таблицы.xlsx"


def test_a_workbook_and_csv(tables: Tables, workbook: Maker, problems: Refused) -> None:
    folder = save_csv(workbook(tables).parent, tables, "utf-8", ";")
    assert "и книга «таблицы.xlsx», и таблицы в отдельных файлах" in problems(folder)[0].wrong


def test_nothing_to_read(tmp_path: Path, problems: Refused) -> None:
    assert "ни книги Excel" in problems(tmp_path)[0].wrong
    assert "не найдены" in problems(tmp_path / "нет.xlsx")[0].wrong
    for name, words in [("а.csv", "только одна таблица"), ("а.docx", "не читаются")]:
        (tmp_path / name).write_text("")
        assert words in problems(tmp_path / name)[0].wrong


def test_a_folder_named_like_a_workbook(tmp_path: Path, problems: Refused) -> None:
    (tmp_path / "т.xlsx").mkdir()
    assert "ни книги Excel" in problems(tmp_path / "т.xlsx")[0].wrong


def test_csv_is_not_put_beside_other_tables(municipality: Municipality, tmp_path: Path) -> None:
    write(municipality, tmp_path / "таблицы.xlsx")
    with pytest.raises(InputError, match=r"другие таблицы: таблицы\.xlsx"):
        write(municipality, tmp_path, "csv")
    with text.speaking("en"):
        write(municipality, tmp_path / "csv", "csv")
    with pytest.raises(InputError, match=r"Teachers\.csv"):
        write(municipality, tmp_path / "csv", "csv")


def test_a_workbook_put_into_a_folder(municipality: Municipality, tmp_path: Path) -> None:
    assert write(municipality, tmp_path).name == "таблицы.xlsx"
    assert read(tmp_path) == municipality


def test_a_place_that_cannot_be_written(municipality: Municipality, tmp_path: Path) -> None:
    (tmp_path / "файл").write_text("")
    with pytest.raises(InputError, match="не записать"):
        write(municipality, tmp_path / "файл" / "т.xlsx")
    shutil.rmtree(tmp_path)
