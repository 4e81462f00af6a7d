"""The workbook, read back by another library."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl  # type: ignore[import-untyped]

from matchmaker.io.timetable_workbook import timetable_workbook
from matchmaker.text import speaking
from matchmaker.timetable.record import Timetable
from tests.timetable.invented import AUDIENCE, PEOPLE, event, invented, timetable

Facts = dict[str, Any]

SHEETS = ["По датам", "По людям", "По школам", "По месяцам", "Накладки", "Без срока"]
FIRST, SECOND = PEOPLE[:2]


def book(of: Timetable, for_centre: bool = True) -> Any:
    return openpyxl.load_workbook(BytesIO(timetable_workbook(of, for_centre)))


def table(workbook: Any, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by header; the header is the row above the frozen edge."""
    page = workbook[sheet]
    top = page.freeze_panes
    assert isinstance(top, str)
    head = int(top[1:]) - 1
    lines = list(page.iter_rows(min_row=head, values_only=True))
    headers = [str(word) for word in lines[0]]
    return [dict(zip(headers, line, strict=True)) for line in lines[1:]]


def heads(workbook: Any, sheet: str) -> list[str]:
    return [str(row[0]) for row in workbook[sheet].iter_rows(max_row=7, values_only=True) if row[0]]


def test_sheets_and_banners() -> None:
    found = book(invented(30, preliminary=(2027, 2035)))
    assert found.sheetnames == SHEETS
    for sheet in SHEETS:
        words = heads(found, sheet)
        assert "Проект. Решение принимает руководитель" in words
        assert "Вымышленные данные" in words
        assert "Календарь 2027 года ПРЕДВАРИТЕЛЬНЫЙ: дни могут измениться" in words
        assert "Только для работы центра" in words
        page = found[sheet]
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToHeight == 0
        assert page.print_title_rows


def test_real_data_have_no_banner() -> None:
    words = heads(book(timetable(event(), fictional=False)), "По датам")
    assert "Вымышленные данные" not in words
    assert not any("ПРЕДВАРИТЕЛЬНЫЙ" in line for line in words)


def test_dates_are_dates_and_the_words_of_the_plan_stand_beside() -> None:
    one = event(
        7,
        ends=date(2026, 10, 16),
        venue="Дом творчества",
        people=(FIRST,),
        bodies=("Центр",),
        state="published",
    )
    (row,) = table(book(timetable(one)), "По датам")
    assert row == {
        "Дата": datetime(2026, 10, 14),
        "День": "ср",
        "По": datetime(2026, 10, 16),
        "Срок по плану": "октябрь",
        "Вид": "мероприятие",
        "Мероприятие": one.title,
        "Место": "Дом творчества",
        "Ответственные": f"{FIRST}\nЦентр",
        "Участники": "",
        "План": one.plan,
        "№": "7",
        "Состояние": "объявлено",
    }


def test_rows_stand_by_date_and_numbers_as_people_count() -> None:
    later = date(2026, 12, 1)
    events = [event(10), event(9), event(1, starts=later, ends=later)]
    rows = table(book(timetable(*events)), "По датам")
    assert [row["№"] for row in rows] == ["9", "10", "1"]


def test_by_person_and_by_school() -> None:
    found = book(
        timetable(
            event(1, people=(FIRST, SECOND), schools=("202", "201")),
            event(2, people=(FIRST,)),
            event(3, bodies=("Центр",)),
        )
    )
    people = [(row["Ответственный"], row["№"]) for row in table(found, "По людям")]
    assert people == [(SECOND, "1"), (FIRST, "1"), (FIRST, "2"), ("не назван по имени", "3")]
    schools = [(row["Организация"], row["№"]) for row in table(found, "По школам")]
    assert schools == [
        ("все организации", "2"),
        ("все организации", "3"),
        ("201", "1"),
        ("202", "1"),
    ]


def test_hours_a_week_stand_beside_the_events_of_a_person() -> None:
    advice = event(1, people=(FIRST,), kind="span", ends=date(2027, 5, 31), hours_a_week=7.5)
    of = timetable(advice, event(2, people=(FIRST,)))
    hours = {row["№"]: row["Часов в неделю"] for row in table(book(of), "По людям")}
    assert hours == {"1": 7.5, "2": ""}
    assert "Часов в неделю" not in table(book(of, for_centre=False), "По датам")[0]


def test_load_by_month() -> None:
    """An event over the end of a month is in both and counts once; a span loads nobody."""
    both: Facts = {"starts": date(2026, 10, 30), "ends": date(2026, 11, 2)}
    due: Facts = {"starts": date(2026, 9, 1), "ends": date(2026, 11, 9), "kind": "deadline"}
    long: Facts = {"starts": date(2026, 9, 1), "ends": date(2027, 5, 31), "kind": "span"}
    events = [event(n, people=(FIRST,), **facts) for n, facts in enumerate((both, due, long))]
    found = book(timetable(*events))
    (row,) = table(found, "По месяцам")
    assert {month: n for month, n in row.items() if n} == {
        "Ответственный": FIRST,
        "10.2026": 1,
        "11.2026": 2,
        "Всего": 2,
    }
    assert len(row) == 14
    assert list(found["По месяцам"].conditional_formatting)


def test_clashes_are_days_of_two_events_of_one_person() -> None:
    week = {"starts": date(2026, 10, 12), "ends": date(2026, 10, 16)}
    middle = {"starts": date(2026, 10, 14), "ends": date(2026, 10, 15)}
    found = book(
        timetable(
            event(1, people=(FIRST,), **week),
            event(2, people=(FIRST, SECOND), **middle),
            event(3, people=(FIRST,), kind="span", **week),
            event(4, people=(SECOND,), kind="deadline", **middle),
        )
    )
    (row,) = table(found, "Накладки")
    assert (row["Кто"], row["Дата"], row["По"]) == (
        FIRST,
        datetime(2026, 10, 14),
        datetime(2026, 10, 15),
    )
    assert row["Мероприятия"].count("\n") == 1


def test_an_empty_sheet_says_so() -> None:
    found = book(timetable(event()))
    said = {sheet: next(iter(table(found, sheet)[0].values())) for sheet in SHEETS[3:]}
    assert said == {
        "По месяцам": "Ответственные по имени не названы",
        "Накладки": "Накладок нет: ни у кого нет двух мероприятий в один день",
        "Без срока": "Даты есть у всех мероприятий",
    }


def test_unplaced_rows_have_a_reason_and_a_mend() -> None:
    rows = table(book(invented(3)), "Без срока")
    assert [row["№"] for row in rows] == ["9.9", "9.10"]
    assert all(row["Почему"] and row["Что поможет"] for row in rows)


def test_what_leaves_the_centre_has_no_people_and_no_audience() -> None:
    now = invented(60)
    found = book(now, for_centre=False)
    assert found.sheetnames == ["По датам"]
    text = "\n".join(
        str(cell) for row in found["По датам"].iter_rows(values_only=True) for cell in row
    )
    for words in (AUDIENCE, "для категории", "Только для", "в течение года", *PEOPLE):
        assert words not in text
    assert now.events[0].public_title in text


def test_a_title_is_never_a_formula() -> None:
    (row,) = table(book(timetable(event(title="=1+1"))), "По датам")
    assert row["Мероприятие"] == "=1+1"


def test_the_same_timetable_gives_the_same_bytes() -> None:
    now = invented(40)
    turned = now.model_copy(update={"events": now.events[::-1], "unplaced": now.unplaced[::-1]})
    assert timetable_workbook(now) == timetable_workbook(turned)


def test_english() -> None:
    with speaking("en"):
        found = book(timetable(event()))
        (row,) = table(found, "By date")
    assert row["Day"] == "We"
    assert row["State"] == "draft"
