"""The tables «Занятость» and «Встречи»: read beside the others, and no part of them."""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

import matchmaker as mm
from matchmaker.diary.days import days_of
from matchmaker.diary.phases import meetings_of
from matchmaker.diary.series import series_of
from matchmaker.diary.week import weeks_of
from matchmaker.domain.busy import Busy, BusyKind, Weekday, weekdays_in
from matchmaker.domain.meeting_tables import MeetingRule, MeetingTables
from matchmaker.engine import meeting_inputs
from matchmaker.errors import InputError
from matchmaker.io.meeting_files import read_meeting_tables
from tests.engine import small
from tests.meetings.small_town import POLICY, all_week, busy, meet, one_pair


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The tables of a pair, with lessons and a rhythm beside them."""
    path = mm.write(one_pair(), tmp_path / "таблицы.xlsx")
    book = openpyxl.load_workbook(path)
    lessons = book.create_sheet("Занятость")
    lessons.append(["ФИО", "День", "С", "До", "Чем занят"])
    lessons.append(["Человек a", "пн", time(8, 30), "12.15", "уроки"])
    lessons.append(["m", "Вторник", "9:00", "10-45", "другое"])
    rhythm = book.create_sheet("Встречи")
    rhythm.append(["Программа", "Встреч в месяц", "Минут", "Знакомство, рабочих дней"])
    rhythm.append(["pair", 4, 60, 5])
    book.save(path)
    return path


def test_both_are_read_beside_the_tables(workbook: Path) -> None:
    tables = read_meeting_tables(workbook)
    assert tables.busy == (
        busy("Человек a", Weekday.MONDAY, "08:30", "12:15"),
        busy("m", Weekday.TUESDAY, "09:00", "10:45", kind=BusyKind.OTHER),
    )
    assert tables.rules == (MeetingRule(programme="pair", per_month=4, minutes=60, first_within=5),)
    assert {row.person for row in tables.resolved(mm.read(workbook), ["pair"]).busy} == {"a", "m"}


def test_neither_touches_the_fingerprint(workbook: Path) -> None:
    assert mm.read(workbook).fingerprint == one_pair().fingerprint
    assert mm.read(workbook).warnings == ()


def test_csv_files_are_read_too(tmp_path: Path) -> None:
    mm.write(one_pair(), tmp_path, form="csv")
    (tmp_path / "Занятость.csv").write_text("Педагог;День недели;С;До\nm;ср;08:00;10:00\n", "utf-8")
    assert read_meeting_tables(tmp_path).busy == (busy("m", Weekday.WEDNESDAY, "08:00", "10:00"),)
    assert mm.read(tmp_path).fingerprint == one_pair().fingerprint


def test_no_tables_are_no_problem(tmp_path: Path) -> None:
    mm.write(one_pair(), tmp_path / "таблицы.xlsx")
    assert read_meeting_tables(tmp_path) == MeetingTables()


def test_every_problem_is_named_with_its_cell(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["Занятость"].append(["m", "пн", "12:00", "11:00"])
    book["Занятость"].append(["m", "навсегда", "8 утра", "11:00"])
    book["Встречи"].append(["pair", 9])
    book.save(workbook)
    with pytest.raises(InputError) as error:
        meeting_inputs(workbook)
    said = str(error.value)
    assert "лист «Занятость», строка 4" in said.replace("Лист", "лист")
    for words in ("кончается раньше", "нужно время «8 утра»", "навсегда"):
        assert words in said


def test_strangers_and_unknown_programmes_are_named_together() -> None:
    tables = MeetingTables.build(
        [busy("кто-то", Weekday.MONDAY, "08:00", "09:00"), MeetingRule(programme="нет такой")]
    )
    with pytest.raises(InputError) as error:
        tables.resolved(one_pair(), ["pair"])
    assert len(error.value.issues) == 2


def test_a_programme_has_one_rhythm() -> None:
    with pytest.raises(InputError, match="дважды"):
        MeetingTables.build([MeetingRule(programme="pair"), MeetingRule(programme="pair")])


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("среда", (Weekday.WEDNESDAY,)),
        ("вт, чт", (Weekday.TUESDAY, Weekday.THURSDAY)),
        ("понедельник и пятница", (Weekday.MONDAY, Weekday.FRIDAY)),
        ("Sat", (Weekday.SATURDAY,)),
        ("по договорённости", None),
    ],
)
def test_weekdays_in_words(words: str, days: tuple[Weekday, ...] | None) -> None:
    assert weekdays_in(words) == days


def week_of(rows: list[Busy], **facts: Any) -> tuple[tuple[tuple[int, int], ...], ...]:
    town = small.municipality(
        small.person("m", **facts), small.mentee("a", category="young"), small.mentor("m")
    )
    return weeks_of(town, rows)[0]["m"].busy


def test_lessons_are_supposed_by_the_shift_until_they_are_stated() -> None:
    first, second = (480, 780), (810, 1110)
    assert week_of([])[0] == (first,)
    assert week_of([], shifts=frozenset("2"))[0] == (second,)
    assert week_of([], shifts=frozenset("12"))[0] == (first, second)
    stated = [busy("m", Weekday.TUESDAY, "09:00", "10:00")]
    assert week_of(stated)[:2] == ((), ((540, 600),))
    other = [busy("m", Weekday.TUESDAY, "14:00", "15:00", kind=BusyKind.OTHER)]
    assert week_of(other)[:2] == ((first,), (first, (840, 900)))


def test_the_methodical_day_has_no_lessons() -> None:
    assert week_of([], methodical_day="вторник")[1] == ()


def test_an_unclear_methodical_day_is_a_warning() -> None:
    town = small.municipality(
        small.person("m", methodical_day="когда как"),
        small.mentee("a", category="young"),
        small.mentor("m"),
    )
    (warning,) = meet(town).warnings
    assert (warning.severity, warning.value) == ("warning", "когда как")


def test_a_rhythm_of_its_own() -> None:
    town = one_pair()
    monthly = meet(town, MeetingRule(programme="pair", per_month=1, minutes=90, first_within=1))
    usual = meet(town)
    assert len(monthly.record.meetings) < len(usual.record.meetings)
    assert {one.minutes for one in monthly.record.series} == {90}
    assert str(monthly.record.meetings[0].day) == "2026-09-01"


@pytest.mark.parametrize(("per_month", "weeks"), [(1, 4), (2, 2), (3, 1), (4, 1)])
def test_a_month_is_four_weeks_of_lessons_as_the_column_says(per_month: int, weeks: int) -> None:
    town = one_pair()
    rule = MeetingRule(programme="pair", per_month=per_month)
    (series,) = series_of(town, POLICY, mm.match(town, POLICY).record, [rule])
    wanted = meetings_of(series, days_of(town))
    regular = [one for one in wanted if one.phase == "regular"]
    first = wanted[0].window[0]
    spans = [{(on - first).days // 7 for on in one.window} for one in regular[1:-1]]
    # A week torn by holidays stands with the one before it.
    assert spans and {len(span) for span in spans} <= {weeks, weeks + 1}
    assert all(one.window[-1] < other.window[0] for one, other in pairwise(regular))
    note = MeetingRule.columns()["per_month"].note
    assert note and "Недели каникул не считаются" in note()


def test_holidays_only_where_they_are_allowed() -> None:
    autumn = {f"2026-10-{day}" for day in range(26, 32)} | {"2026-11-02", "2026-11-03"}
    weekly = {"per_month": 4, "programme": "pair"}
    rules = MeetingRule(**weekly), MeetingRule(**weekly, holidays=True)
    met = [{str(m.day) for m in meet(one_pair(), rule).record.meetings} for rule in rules]
    assert not met[0] & autumn
    assert met[1] & autumn


def test_stated_lessons_are_kept_free() -> None:
    rows = [*all_week("a", "08:00-12:00", "13:00-18:00"), *all_week("m", "08:00-11:00")]
    made = meet(one_pair(), *rows)
    assert made.record.unplaced == ()
    assert {one.starts for one in made.record.meetings} <= {"12:00", "12:15"}
