"""``roadmap status`` as a methodist uses it: the screen, JSON, the workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

import matchmaker
from matchmaker.domain.events import Mark
from matchmaker.io import write_roadmap
from tests.cli.conftest import Say, refused
from tests.roadmap.plans import head, roadmap, row

KOGALYM = Path(__file__).parents[2] / "scenarios" / "kogalym"
DONE: dict[str, Any] = {"mark": Mark.DONE, "document": "https://uo.example.ru/1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A roadmap of which something is done, something late, something overdue."""
    plan = roadmap(
        head(),
        row("1", "Слёт", "16.10.2025", done_on=date(2025, 10, 16), **DONE),
        row("2", "Приказ", "до 20.10.2025", done_on=date(2025, 10, 27), **DONE),
        row("3", "Отбор", "ноябрь 2025", mark=Mark.PARTLY, responsible="Орлова В.П."),
        row("4", "Отчёт", "ноябрь 2025", responsible="ОО"),
        row("5", "Опрос", "март 2026"),
        row("6", "Сайт", "ежеквартально", done_on=date(2025, 9, 20), **DONE),
        row("6", "Сайт", "ежеквартально", done_on=date(2025, 12, 20), **DONE),
        row("7", "Помощь", "постоянно"),
    )
    write_roadmap(plan, tmp_path / "дорожная карта.xlsx")
    return tmp_path


def test_the_report_says_what_share_is_done_and_what_is_overdue(say: Say, folder: Path) -> None:
    said = say("roadmap", "status", folder, "--on", "2026-03-20")
    assert said.code == 0
    assert "Выполнено 4 из 9 позиций, 44,4 %" in said.out
    assert "за половину: 50 %" in said.out
    assert "Из тех, чей срок прошёл: 4 из 6, 66,6 %" in said.out
    assert "4. Отчёт — ОО" in said.out
    assert "3. Отбор — Орлова В.П. (выполнено частично)" in said.out
    assert "по 03.04.2026: 2" in said.out
    assert "отметка есть, а документа нет «3»" in said.out


def test_the_report_as_data(say: Say, folder: Path) -> None:
    data = say("roadmap", "status", folder, "--on", "20.03.2026", "--json").data
    assert {"on", "positions", "by_executor", "by_school", "by_quarter", "share"} <= set(data)
    assert data["on"] == "2026-03-20"
    assert data["share"]["percent"] == 44.4
    assert data["share"]["late"] == 1
    quarters = {one["quarter"]: one["percent"] for one in data["by_quarter"]}
    assert quarters == {
        "2025-Q3": 100.0, "2025-Q4": 60.0, "2026-Q1": 0.0, "2026-Q2": 0.0, None: None
    }  # fmt: skip
    (warning,) = data["warnings"]
    assert (warning["column"], warning["row"]) == ("Документ", 4)


def test_the_workbook_of_the_hour_of_control(say: Say, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "контроль"
    said = say("roadmap", "status", folder, "--on", "2026-03-20", "-o", out)
    assert "контроль.xlsx" in said.out
    book = openpyxl.load_workbook(out / "контроль.xlsx")
    assert book.sheetnames == ["Сейчас", "Просрочено", "По исполнителям", "По кварталам"]
    cells = [str(cell.value) for line in book["Просрочено"].iter_rows() for cell in line]
    assert "Отчёт" in cells and "Отбор" in cells and "Слёт" not in cells
    first = (out / "контроль.xlsx").read_bytes()
    say("roadmap", "status", folder, "--on", "2026-03-20", "-o", out)
    assert (out / "контроль.xlsx").read_bytes() == first


@pytest.mark.usefixtures("english")
def test_in_english(say: Say, folder: Path) -> None:
    said = say("roadmap", "status", folder, "--on", "2026-03-20")
    assert "4 of 9 positions done, 44.4 %" in said.out


def test_a_shipped_roadmap_and_its_preliminary_years(say: Say) -> None:
    said = say("roadmap", "status", KOGALYM, "--on", "2025-11-05")
    assert "просрочено: 1" in said.out
    assert "ПРЕДВАРИТЕЛЬНЫЙ" in said.out


@pytest.mark.parametrize("on", ["вчера", "2026-02-30", "2026", ""])
def test_a_day_that_is_none_is_refused(on: str, say: Say) -> None:
    refused(say("roadmap", "status", KOGALYM, "--on", on), "2026-03-01")


def test_an_unknown_plan_and_a_year_without_a_calendar_are_refused(say: Say) -> None:
    refused(say("roadmap", "status", KOGALYM, "--on", "2026-03-01", "--plan", "нет"), "нет", "Есть")
    refused(say("roadmap", "status", KOGALYM, "--on", "2050-03-01"), "2050")


def test_from_python(folder: Path) -> None:
    found = matchmaker.status(matchmaker.read_roadmap(folder), date(2026, 3, 20))
    assert found.share.percent == 44.4
