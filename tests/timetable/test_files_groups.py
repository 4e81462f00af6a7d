"""Members of responsible groups, responsible schools, and people wanted twice, on paper."""

from __future__ import annotations

from matchmaker import engine
from matchmaker.domain import School
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.events import RoadmapPlan
from matchmaker.io.timetable_calendars import calendars
from matchmaker.timetable.record import Timetable
from tests.timetable.small_year import LIMITS, change, roadmap, row, scheduled
from tests.timetable.test_files_workbook import book, table
from tests.timetable.test_invited import level, made

CENTRE = Abbreviation(
    name="МЦН", kind=PartyKind.GROUP, members={"Белкина Людмила Николаевна", "Сорокин А.В."}
)
YEAR = roadmap(
    row("1", "14.03.2022", "МЦН"),
    row("2", "15.03.2022", "Сорокин А.В."),
    row("3", "16.03.2022", "Школа № 2"),
    row("4", "17.03.2022", "МЦН; Сорокин А.В."),
    row("5", "18.03.2022", "Отдел кадров"),
    CENTRE, School(id="t", name="Школа № 2"),
)  # fmt: skip
SORREL = "Сорокин А.В."


def days(files: dict[str, bytes], name: str) -> int:
    return files[f"{name.rstrip(chr(46))}.ics"].count(b"BEGIN:VEVENT")


def test_members_of_a_group_have_its_events_in_their_rows() -> None:
    rows = table(book(scheduled(YEAR)), "По людям")
    found = [(line["Ответственный"], line["№"], line["Как"]) for line in rows]
    assert found == [
        ("Белкина Л.Н.", "1", "в составе МЦН"),
        ("Белкина Л.Н.", "4", "в составе МЦН"),
        (SORREL, "1", "в составе МЦН"),
        (SORREL, "2", "отвечает"),
        (SORREL, "4", "отвечает"),
        ("не назван по имени", "3", ""),
        ("не назван по имени", "5", ""),
    ]


def test_members_have_calendars_and_so_has_a_school_that_is_responsible() -> None:
    files = calendars(scheduled(YEAR), None, "Europe/Moscow")
    assert days(files, "Белкина Л.Н.") == 2
    assert days(files, SORREL) == 3
    assert days(files, "школа t") == 5  # its own, and what concerns all schools


def test_a_school_has_its_rows() -> None:
    rows = table(book(scheduled(YEAR)), "По школам")
    assert [line["№"] for line in rows if line["Организация"] == "t"] == ["3"]


def test_a_new_edition_keeps_them() -> None:
    off = change(ChangeKind.DAY_OFF, "2022-03-16")
    after = engine.reschedule(scheduled(YEAR), YEAR, [off], limits=LIMITS).made.timetable
    assert after.groups == {"МЦН": ("Белкина Л.Н.", SORREL)}
    assert [one.hosts for one in after.events if one.number == "3"] == [("t",)]


# ---- people wanted twice ------------------------------------------------------------------------


def crowded() -> Timetable:
    week = roadmap(
        row("1", "14–16 марта 2022", "Ведущийа А.А.", participants="наставники"),
        row("2", "15–16 марта 2022", "Ведущийб А.А.", plan="Иной", participants="наставники"),
        row("3", "15 марта 2022", "Ведущийв А.А.", plan="Иной", participants="кураторы"),
        RoadmapPlan(id="Иной"),
    )
    return made(week)


def test_the_sheet_of_clashes_says_what_the_level_counts() -> None:
    found = crowded()
    assert level(found, "participants") > 0
    rows = table(book(found), "Накладки")
    total = 0
    for line in rows:
        last = line["По"] or line["Дата"]
        total += line["Людей"] * ((last - line["Дата"]).days + 1)
        assert line["Мероприятия"].count("\n") == 1
    assert total == level(found, "participants")
    assert rows[0]["Кто"] == "участвуют: x, y, z"


def test_nobody_of_them_is_named_outside_the_centre() -> None:
    assert book(crowded(), for_centre=False).sheetnames == ["По датам"]
