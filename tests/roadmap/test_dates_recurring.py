"""What comes again, and what may be read in several ways.

The plan is that of one school year: September 2025 to May 2026.
"""

from __future__ import annotations

import pytest

from matchmaker.roadmap.windows import Kind
from tests.roadmap.phrases import facts, read, windows

PLAN = "2025/26"

IN_EACH_UNIT = {
    "не реже 1 раза в квартал": "quarterly times=1 at_least",
    "1 раз в квартал": "quarterly times=1",
    "раз в квартал": "quarterly times=1",
    "каждый квартал": "quarterly",
    "ежеквартально": "quarterly",
    "ЕЖЕКВАРТАЛЬНО": "quarterly",
    "ежеквартально, по графику": "quarterly",
    "по кварталам": "quarterly",
    "ежеквартально в течение года": "quarterly",
    "в течение года, ежеквартально": "quarterly",
    "в течение года (1 раз в квартал)": "quarterly times=1",
    "ежеквартально (отчёт)": "quarterly",
}

IN_EACH_YEAR = {
    "2 раза в год": "yearly times=2",
    "два раза в год": "yearly times=2",
    "дважды в год": "yearly times=2",
    "2 р/год": "yearly times=2",
    "2-х раз в год": "yearly times=2",
    "не менее двух раз в год": "yearly times=2 at_least",
    "не реже 2 раз в год": "yearly times=2 at_least",
    "не более 2 раз в год": "yearly times=2 at_most",
    "не чаще 2-х раз в год": "yearly times=2 at_most",
    "3-4 раза в год": "yearly times=3 at_least",
    "ежегодно": "yearly",
    "каждый год": "yearly",
    "раз в год": "yearly times=1",
    "ежегодно, не менее 2 раз": "yearly times=2 at_least",
    "ежегодно, по графику": "yearly",
}

DAYS_OF_THE_YEAR = {
    "ежегодно, IV квартал": ("2025-10/2025-12", "yearly months=10,11,12"),
    "ежегодно в IV квартале": ("2025-10/2025-12", "yearly months=10,11,12"),
    "ежегодно (октябрь)": ("2025-10", "yearly months=10"),
    "октябрь (ежегодно)": ("2025-10", "yearly months=10"),
    "октябрь": ("2025-10", "yearly months=10"),
    "каждый октябрь": ("2025-10", "yearly months=10"),
    "каждый год в октябре": ("2025-10", "yearly months=10"),
    "1 раз в год (октябрь)": ("2025-10", "yearly months=10 times=1"),
    "2 раза в год (октябрь, апрель)": ("2025-10 2026-04", "yearly months=10,4 times=2"),
    "2 раза в год: октябрь, апрель": ("2025-10 2026-04", "yearly months=10,4 times=2"),
    "октябрь, апрель": ("2025-10 2026-04", "yearly months=10,4"),
    "октябрь, апрель ежегодно": ("2025-10 2026-04", "yearly months=10,4"),
    "октябрь и апрель": ("2025-10 2026-04", "yearly months=10,4"),
    "октябрь-ноябрь": ("2025-10/2025-11", "yearly months=10,11"),
    "ежегодно, в октябре – ноябре": ("2025-10/2025-11", "yearly months=10,11"),
    "II, IV квартал": ("2025-10/2025-12 2026-04/2026-05", "yearly months=4,5,6,10,11,12"),
    "октябрь текущего года": ("2025-10", "yearly months=10"),
    "25 октября": ("2025-10-25", "yearly months=10 day=25"),
    "25.10": ("2025-10-25", "yearly months=10 day=25"),
    "ежегодно 25 октября": ("2025-10-25", "yearly months=10 day=25"),
    "25–27 октября": ("2025-10-25/2025-10-27", "yearly months=10"),
    "ежегодно, в период с 25 по 27 октября": ("2025-10-25/2025-10-27", "yearly months=10"),
    "с 25.10 по 27.10": ("2025-10-25/2025-10-27", "yearly months=10"),
    "5 октября, День учителя": ("2025-10-05", "yearly months=10 day=5"),
    "в День учителя": ("2025-10-05", "yearly months=10 day=5"),
    "День матери": ("2025-11-30", "yearly months=11 weekday=SU nth=-1"),
    "последний четверг октября": ("2025-10-30", "yearly months=10 weekday=TH nth=-1"),
    "ежегодно, последний четверг октября": ("2025-10-30", "yearly months=10 weekday=TH nth=-1"),
    "III декада октября": ("2025-10-21/2025-10-31", "yearly months=10 nth=3"),
    "октябрь, III декада": ("2025-10-21/2025-10-31", "yearly months=10 nth=3"),
    "1-2 неделя октября": ("2025-10-01/2025-10-14", "yearly months=10"),
    "29 февраля": ("", "yearly months=2 day=29"),
    "по результатам диагностики, октябрь": ("2025-10", "yearly months=10"),
    "два раза в год – декабрь, май": ("2025-12 2026-05", "yearly months=12,5 times=2"),
    "сентябрь 2025, далее ежегодно": ("2025-09", "yearly months=9"),
}

BY_A_DAY_OF_THE_YEAR = {
    "ежегодно, до 20 сентября": ("<=2025-09-20", "yearly months=9 day=20"),
    "до 20 сентября, ежегодно": ("<=2025-09-20", "yearly months=9 day=20"),
    "ежегодно в срок до 20 сентября": ("<=2025-09-20", "yearly months=9 day=20"),
    "ежегодно не позднее 20 сентября": ("<=2025-09-20", "yearly months=9 day=20"),
    "до 20.09": ("<=2025-09-20", "yearly months=9 day=20"),
    "к 20 сентября": ("<=2025-09-20", "yearly months=9 day=20"),
    "до 20 сентября, до 20 января": ("<=2025-09-20 <=2026-01-20", "yearly months=9,1"),
    "до 20 января года, следующего за отчётным": ("<=2026-01-20", "yearly months=1 day=20"),
    "ко Дню учителя": ("<=2025-10-05", "yearly months=10 day=5"),
    "к Новому году": ("<=2025-12-31", "yearly months=12 day=31"),
    "до конца декабря": ("<=2025-12-31", "yearly months=12 day=-1"),
    "до конца года": ("<=2025-12-31", "yearly months=12 day=-1"),
}

BY_WEEKDAYS = {
    # phrase: the first days, how many, the recurrence
    "каждый вторник": ("2025-09-02 2025-09-09", 39, "weekly weekday=TU"),
    "еженедельно по вторникам": ("2025-09-02 2025-09-09", 39, "weekly weekday=TU"),
    "еженедельно (вторник)": ("2025-09-02 2025-09-09", 39, "weekly weekday=TU"),
    "по вторникам и четвергам": ("2025-09-02 2025-09-04", 78, "weekly weekday=TU,TH"),
    "по вт., чт.": ("2025-09-02 2025-09-04", 78, "weekly weekday=TU,TH"),
    "каждый вторник в 15:00": ("2025-09-02 2025-09-09", 39, "weekly weekday=TU time=15:00"),
    "по вторникам, 15.00": ("2025-09-02 2025-09-09", 39, "weekly weekday=TU time=15:00"),
    "второй вторник месяца": ("2025-09-09 2025-10-14", 9, "monthly weekday=TU nth=2"),
    "каждый второй вторник месяца": ("2025-09-09 2025-10-14", 9, "monthly weekday=TU nth=2"),
    "ежемесячно, второй вторник": ("2025-09-09 2025-10-14", 9, "monthly weekday=TU nth=2"),
    "последняя пятница каждого месяца": ("2025-09-26 2025-10-31", 9, "monthly weekday=FR nth=-1"),
    "15 числа каждого месяца": ("2025-09-15 2025-10-15", 9, "monthly day=15"),
    "до конца месяца": ("<=2025-09-30 <=2025-10-31", 9, "monthly day=-1"),
    "до конца квартала": ("<=2025-09-30 <=2025-12-31", 3, "quarterly"),
    "конец месяца": ("2025-09-21/2025-09-30 2025-10-21/2025-10-31", 9, "monthly"),
    "ежемесячно, последняя неделя": ("2025-09-24/2025-09-30 2025-10-25/2025-10-31", 9, "monthly nth=-1"),
    "31 числа каждого месяца": ("2025-10-31 2025-12-31", 5, "monthly day=31"),
    "ежемесячно до 5 числа": ("<=2025-09-05 <=2025-10-05", 9, "monthly day=5"),
    "до 5-го числа каждого месяца": ("<=2025-09-05 <=2025-10-05", 9, "monthly day=5"),
    "ежемесячно не позднее 5 числа": ("<=2025-09-05 <=2025-10-05", 9, "monthly day=5"),
    "ежеквартально до 10 числа месяца, следующего за отчетным": (
        "<=2025-10-10 <=2026-01-10", 3, "quarterly months=1,4,7,10 day=10"),
    "первая неделя месяца": ("2025-09-01/2025-09-07 2025-10-01/2025-10-07", 9, "monthly nth=1"),
    "в конце каждого месяца": ("2025-09-21/2025-09-30 2025-10-21/2025-10-31", 9, "monthly"),
    "ежемесячно": ("2025-09 2025-10", 9, "monthly"),
    "1 раз в месяц": ("2025-09 2025-10", 9, "monthly times=1"),
    "ежемесячно с октября по апрель": ("2025-10 2025-11", 7, "monthly months=10,11,12,1,2,3,4"),
    "ежемесячно, с 01.10.2025 по 30.04.2026": ("2025-10 2025-11", 7, "monthly"),
    "ежемесячно с марта 2026 года": ("2026-03 2026-04", 3, "monthly"),
    "еженедельно": ("2025-09-01/2025-09-07 2025-09-08/2025-09-14", 39, "weekly"),
    "ежедневно": ("2025-09-01 2025-09-02", 273, "daily"),
}  # fmt: skip

SEVERAL_READINGS = {
    "первая неделя октября 2025": ("2025-10-01/2025-10-07", "2025-10-01/2025-10-05"),
    "последняя неделя октября 2025": ("2025-10-25/2025-10-31", "2025-10-27/2025-10-31"),
    "начало октября 2025": ("2025-10-01/2025-10-10", "2025-10"),
    "I полугодие 2026 г.": ("2026-01/2026-06", "2026-09/2026-12"),
    "декабрь – январь 2026": ("2025-12/2026-01", "2026-12/2027-01"),
    "октябрь, февраль 2026": ("2025-10 2026-02", "2026-02 2026-10"),
    "зимой 2025": ("2025-12/2026-02", "2024-12/2025-02"),
    "до 15 сентября 2025": ("<=2025-09-15", "<=2025-09-14"),
    "к сентябрю 2025 г.": ("<=2025-09-30", "<=2025-08-31"),
    "2025/2026 учебный год": ("2025-09-01/2026-05-31", "2025-09-01/2026-08-31"),
    "не позднее 15 сентября 2025": (),
    "до 15 сентября 2025 включительно": (),
    "до конца сентября 2025": (),
    "2025-2027 гг.": (),
    "зима 2025-2026": (),
    "октябрь, 2025-2026 уч. год": (),
    "в течение 2025-2027 годов": (),
}


@pytest.mark.parametrize("phrase", IN_EACH_UNIT)
def test_quarters(phrase: str) -> None:
    found = read(phrase, PLAN)
    assert found.kind is Kind.RECURRING
    assert found.windows == windows("2025-09 2025-10/2025-12 2026-01/2026-03 2026-04/2026-05")
    assert facts(found.recurrence) == IN_EACH_UNIT[phrase]


@pytest.mark.parametrize("phrase", IN_EACH_YEAR)
def test_years(phrase: str) -> None:
    found = read(phrase, PLAN)
    calendar, school = found.readings
    assert calendar.windows == found.windows == windows("2025-09/2025-12 2026-01/2026-05")
    assert school.windows == windows("2025-09/2026-05")
    assert facts(found.recurrence) == IN_EACH_YEAR[phrase]


YEARLY = DAYS_OF_THE_YEAR | BY_A_DAY_OF_THE_YEAR


@pytest.mark.parametrize("phrase", YEARLY)
def test_once_a_year(phrase: str) -> None:
    found = read(phrase, PLAN)
    assert found.kind is Kind.RECURRING
    assert (found.windows, facts(found.recurrence)) == (
        windows(YEARLY[phrase][0]),
        YEARLY[phrase][1],
    )
    without = read(phrase)
    assert without.recurrence == found.recurrence
    assert without.windows == () or "2025" in phrase


@pytest.mark.parametrize("phrase", BY_WEEKDAYS)
def test_every_month_week_and_day(phrase: str) -> None:
    first, number, recurrence = BY_WEEKDAYS[phrase]
    found = read(phrase, PLAN)
    assert found.windows[:2] == windows(first)
    assert (len(found.windows), facts(found.recurrence)) == (number, recurrence)


@pytest.mark.parametrize("phrase", SEVERAL_READINGS)
def test_readings(phrase: str) -> None:
    found = read(phrase)
    assert [reading.windows for reading in found.readings] == [
        windows(days) for days in SEVERAL_READINGS[phrase]
    ]


def test_the_settings_choose_among_readings() -> None:
    assert read("до 15.09.2025", inclusive=False).windows == windows("<=2025-09-14")
    assert read("до 5 числа", PLAN, inclusive=False).windows[0] == windows("<=2025-09-04")[0]
    assert read("не позднее 15.09.2025", inclusive=False).windows == windows("<=2025-09-15")
    assert read("до 15.09.2025 (включительно)", inclusive=False).windows == windows("<=2025-09-15")
    people = read("2025/2026 уч. год", school_year_end=(8, 31))
    assert people.windows == windows("2025-09-01/2026-08-31")
    assert people.readings[1].windows == windows("2025-09-01/2026-05-31")
    assert len(read("2025/2026 уч. год", school_year_end=(6, 25)).readings) == 3
    assert read("до конца 2025/2026 уч. года", school_year_end=(8, 31)).windows == windows(
        "<=2026-08-31"
    )


def test_every_second_weekday_may_be_of_the_month_or_every_other() -> None:
    of_month, every_other = read("каждый второй вторник", PLAN).readings
    assert of_month.windows[:2] == windows("2025-09-09 2025-10-14")
    assert every_other.windows[:3] == windows("2025-09-09 2025-09-23 2025-10-07")
    assert read("каждый второй вторник месяца", PLAN).readings == ()


def test_times_of_day() -> None:
    for phrase in ("05.11.2025 в 15.00", "05.11.2025, 15-00", "05.11.2025 (15:00)",
                   "5 ноября 2025 г. в 15 ч. 00 мин.", "05.11.2025 с 15:00 до 16:30"):  # fmt: skip
        assert (read(phrase).time, read(phrase).windows) == ("15:00", windows("2025-11-05"))
