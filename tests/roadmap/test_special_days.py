"""Weeks and special days of schools, bodies and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from matchmaker.domain.days import DaysKind, WorkWeek
from matchmaker.domain.people import Person
from matchmaker.errors import InputError
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.roadmap.workdays.day import DayKind
from tests.roadmap.tables import of_tables, special


def kinds(calendar: WorkingCalendar, days: Iterable[str]) -> list[str]:
    return [calendar.day(date.fromisoformat(day)).kind.value for day in days]


def test_special_days_of_everybody_a_school_and_a_person() -> None:
    calendars = of_tables(
        special(DaysKind.OFF, "2026-09-10", name="День города"),
        special(DaysKind.WORKING, "2026-09-10", who="школа №  1"),
        special(DaysKind.OFF, "2026-09-14", "2026-09-16", who="s1"),
        special(DaysKind.WORKING, "2026-09-15", who="Иванова Анна"),
        special(DaysKind.SHORT, "2026-09-17", "2026-09-20", who="p1", name="Совет"),
        special(DaysKind.OFF, "2026-09-17", who="Методический центр"),
    )
    days = ("2026-09-10", "2026-09-14", "2026-09-15", "2026-09-17", "2026-09-19")
    assert kinds(calendars.of(), days) == ["off", "working", "working", "working", "off"]
    assert kinds(calendars.of("s1"), days) == ["working", "off", "off", "working", "off"]
    assert kinds(calendars.of("p1"), days) == ["working", "off", "working", "short", "off"]
    assert kinds(calendars.of("p2"), days) == kinds(calendars.of(), days)
    assert kinds(calendars.of("методический центр"), days)[3] == "off"
    assert calendars.of("p1").day(date(2026, 9, 17)).name == "Совет"
    assert calendars.of().day(date(2026, 9, 10)).name == "День города"
    assert calendars.of("s1").day(date(2026, 9, 14)).name == "выходные"
    assert calendars.of("s1") is calendars.of("Школа № 1")


def test_the_shorter_stretch_goes_before_the_longer() -> None:
    rows = (
        special(DaysKind.WORKING, "2026-07-08"),
        special(DaysKind.OFF, "2026-07-01", "2026-07-31"),
    )
    for layer in (rows, rows[::-1]):
        calendar = WorkingCalendar(5, (layer,))
        assert calendar.working_days(date(2026, 7, 1), date(2026, 7, 31)) == 1


def test_a_local_row_does_not_hide_that_the_year_is_preliminary() -> None:
    calendar = WorkingCalendar(5, ((special(DaysKind.OFF, "2028-03-13", name="{x}"),),))
    day = calendar.day(date(2028, 3, 13))
    assert (day.kind, day.name, day.preliminary) == (DayKind.OFF, "{x}", True)


def test_a_working_row_leaves_the_day_before_a_holiday_short() -> None:
    calendar = WorkingCalendar(5, ((special(DaysKind.WORKING, "2026-06-08", "2026-06-13"),),))
    assert calendar.day(date(2026, 6, 11)).kind is DayKind.SHORT
    assert calendar.day(date(2026, 6, 13)).kind is DayKind.WORKING


def test_a_six_day_school_may_close_with_everybody_else() -> None:
    calendars = of_tables(WorkWeek(who="s1", days=6), special(DaysKind.OFF, "2025-11-03", who="s1"))
    assert calendars.of("s1").is_working(date(2025, 11, 1))
    assert not calendars.of("s1").is_working(date(2025, 11, 3))


def test_weeks_of_schools_people_and_bodies() -> None:
    calendars = of_tables(
        WorkWeek(who="Школа № 1", days=6),
        WorkWeek(who="p2", days=6),
        WorkWeek(who="Управление образования", days=5),
    )
    assert calendars.of("s1").week == calendars.of("p1").week == calendars.of("p2").week == 6
    assert calendars.of("s2").week == calendars.of("управление образования").week == 5
    assert calendars.of().week == calendars.of("кто-то ещё").week == 5


def test_two_weeks_of_the_same_and_unclear_names_are_refused_together() -> None:
    with pytest.raises(InputError) as refused:
        of_tables(
            Person(name="Иванова Анна", school="s2"),
            WorkWeek(who="s1", days=6),
            WorkWeek(who="Школа № 1", days=5),
            special(DaysKind.OFF, "2026-09-10", who="Иванова Анна"),
        )
    assert [issue.value for issue in refused.value.issues] == ["Школа № 1", "Иванова Анна"]
    assert refused.value.issues[0].place.column == "Кто"
    namesakes = of_tables(Person(name="Иванова Анна", school="s2"))
    assert namesakes.of("p1").week == 5
    with pytest.raises(InputError, match="несколько"):
        namesakes.of("Иванова Анна")
