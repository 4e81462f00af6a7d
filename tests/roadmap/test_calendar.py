"""The working calendar: law, decrees, arithmetic of working days."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.errors import InputError
from matchmaker.roadmap.workdays import crosscheck, production
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.roadmap.workdays.crosscheck import disagreements
from matchmaker.roadmap.workdays.day import DayKind
from matchmaker.roadmap.workdays.production import Week, is_holiday, is_weekend, production_year
from matchmaker.roadmap.workdays.transfers import Decreed, decrees, ordered_days
from matchmaker.text import speaking

FACTS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "ru_production_calendar_2024_2027.json").read_text("utf-8")
)["years"]
FIVE, SIX = WorkingCalendar(5), WorkingCalendar(6)
YEARS = range(2020, 2036)
PRELIMINARY = range(2028, 2036)
DAYS = st.dates(date(2020, 3, 1), date(2035, 10, 31))


def names(on: date) -> tuple[str, str]:
    return FIVE.day(on).kind.value, FIVE.day(on).name


def all_days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


# The five-day week: law, decrees, facts.


@pytest.mark.parametrize("year", sorted(FACTS))
def test_every_day_is_as_published(year: str) -> None:
    facts = FACTS[year]
    off = set(map(date.fromisoformat, facts["weekday_days_off"]))
    worked = set(map(date.fromisoformat, facts["working_weekend_days"]))
    short = set(map(date.fromisoformat, facts["short_days"]))
    for on in all_days(int(year)):
        works = on in worked if on.isoweekday() > 5 else on not in off
        kind = DayKind.SHORT if on in short else DayKind.WORKING if works else DayKind.OFF
        day = FIVE.day(on)
        assert (day.date, day.kind, day.preliminary) == (on, kind, False)
    plain = production_year(int(year)).to_json()
    assert {key: plain[key] for key in facts} == facts
    assert (
        FIVE.working_days(date(int(year), 1, 1), date(int(year), 12, 31)) == facts["working_days"]
    )


def test_days_off_of_2021_by_order_of_the_president() -> None:
    ordered = [*range(1, 4), 5]
    assert [FIVE.day(date(2021, 11, n)).kind for n in ordered] == [DayKind.OFF] * 4
    assert names(date(2021, 11, 3)) == (
        "off",
        "нерабочий день по указу Президента от 20.10.2021 № 595",
    )
    assert names(date(2021, 11, 4)) == ("off", "День народного единства")
    assert names(date(2021, 11, 5)) == ("off", "перенос с 02.01.2021")
    assert FIVE.day(date(2021, 5, 7)).name.endswith("от 23.04.2021 № 242")
    assert not any(FIVE.is_working(date(2021, 5, n)) for n in range(1, 11))
    assert FIVE.day(date(2021, 10, 29)).kind is DayKind.WORKING


def test_orders_took_29_days_of_2020_and_7_of_2021() -> None:
    # Without the orders the years had 248 and 247 working days.
    assert (production_year(2020).working_days, production_year(2021).working_days) == (219, 240)
    assert FIVE.day(date(2020, 6, 23)).kind is DayKind.WORKING  # no holiday follows, an order does
    assert not FIVE.is_working(date(2020, 6, 24))
    assert not FIVE.is_working(date(2020, 7, 1))


@pytest.mark.parametrize(
    ("year", "hours"), [(2022, 1973), (2023, 1973), (2024, 1979), (2025, 1972), (2026, 1972)]
)
def test_norm_of_hours_of_a_year(year: int, hours: int) -> None:
    assert production_year(year, 5).hours(range(1, 13)) == hours
    assert production_year(year, 6).hours(range(1, 13)) == hours


def test_a_swapped_saturday_has_the_hours_of_its_day() -> None:
    assert names(date(2025, 11, 1)) == ("short", "рабочий день вместо 03.11.2025")
    assert names(date(2024, 11, 2)) == ("short", "рабочий день вместо 30.04.2024")
    assert names(date(2024, 12, 28)) == ("working", "рабочий день вместо 30.12.2024")
    assert names(date(2024, 4, 27)) == ("working", "рабочий день вместо 29.04.2024")
    assert names(date(2025, 11, 3)) == ("off", "перенос с 01.11.2025")
    assert names(date(2026, 6, 11)) == ("short", "накануне праздника")
    assert names(date(2026, 6, 13)) == ("off", "выходной день")
    assert names(date(2026, 6, 15)) == ("working", "")


@pytest.mark.parametrize("year", decrees())
def test_every_transfer_is_sound_and_the_package_has_it(year: int) -> None:
    import holidays

    package = holidays.country_holidays("RU", language="ru", years=year)
    decree = decrees()[year]
    assert decree.act.number and decree.act.signed.year == year - 1
    for move in decree.transfers:
        assert move.taken.year == move.given.year == year
        assert is_weekend(move.taken, 5) and not is_weekend(move.given, 5)
        assert not is_holiday(move.given)
        assert f"{move.taken:%d.%m.%Y}" in package[move.given]


@pytest.mark.parametrize("year", YEARS)
def test_the_two_sources_agree(year: int) -> None:
    assert disagreements(year) == ()


@pytest.mark.parametrize(("year", "count"), [(2020, 29), (2021, 7), (2022, 0)])
def test_only_ordered_days_are_not_in_the_package(
    year: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crosscheck, "ordered_days", dict)
    ours = [found.date for found in disagreements(year)]
    assert len(ours) == count
    assert set(ours) <= set(ordered_days())


def test_a_wrong_table_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = dict(decrees())
    wrong[2026] = Decreed(wrong[2026].act, wrong[2026].transfers[:1])
    monkeypatch.setattr(production, "decrees", lambda: wrong)
    production_year.cache_clear()
    try:
        (found,) = disagreements(2026)
        assert str(found) == "31.12.2026: по таблице рабочий, по пакету нерабочий"
        del wrong[2026]  # a decree that only the package knows
        production_year.cache_clear()
        assert [f.date for f in disagreements(2026)] == [date(2026, 1, 9), date(2026, 12, 31)]
    finally:
        monkeypatch.undo()
        production_year.cache_clear()


# Years without a decree.


@pytest.mark.parametrize("week", [5, 6])
@pytest.mark.parametrize("year", PRELIMINARY)
def test_years_without_a_decree_are_preliminary_in_every_day(year: int, week: Week) -> None:
    calendar = WorkingCalendar(week)
    assert calendar.status(year) == "preliminary"
    assert all(calendar.preliminary(on) and calendar.day(on).preliminary for on in all_days(year))
    plain = production_year(year, week).to_json()
    assert (plain["status"], plain["decree"], plain["transfers"]) == ("preliminary", None, {})
    assert all(day["preliminary"] for day in plain["days"])


def test_in_a_preliminary_year_the_law_still_moves_days_off() -> None:
    assert names(date(2028, 11, 6)) == ("off", "перенос с 04.11.2028")
    assert names(date(2029, 11, 5)) == ("off", "перенос с 04.11.2029")
    assert names(date(2028, 1, 10)) == ("working", "")  # 1, 2 and 8 January wait for the decree
    assert FIVE.day(date(2029, 12, 31)).kind is DayKind.SHORT
    assert not any(FIVE.is_working(on) for on in all_days(2029) if is_holiday(on))


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2036, 1, 1), date(1991, 1, 1)])
def test_a_year_that_is_not_known_is_refused_in_words(on: date) -> None:
    with pytest.raises(InputError, match=r"с 2020 по 2035; по 2027 .*официальные"):
        FIVE.day(on)
    with pytest.raises(InputError):
        FIVE.add_working_days(date(2035, 12, 28), 30)
    with speaking("en"), pytest.raises(InputError, match="official up to 2027"):
        FIVE.is_working(on)


# The six-day week.


def test_six_day_week_knows_nothing_of_swapped_saturdays() -> None:
    for on in (date(2024, 4, 27), date(2024, 11, 2), date(2025, 11, 1), date(2027, 2, 20)):
        assert SIX.day(on).kind is DayKind.WORKING
        assert SIX.day(on).name == ""
    for on in (date(2024, 4, 29), date(2024, 12, 30), date(2025, 11, 3), date(2026, 1, 9)):
        assert SIX.is_working(on)
    assert SIX.day(date(2027, 2, 22)).kind is DayKind.SHORT


def test_six_day_week_keeps_what_is_taken_from_sundays() -> None:
    assert SIX.day(date(2024, 12, 31)).name == "перенос с 07.01.2024"
    assert SIX.day(date(2025, 5, 8)).name == "перенос с 23.02.2025"  # by decree
    assert SIX.day(date(2026, 3, 9)).name == "перенос с 08.03.2026"  # by law
    assert not SIX.is_working(date(2026, 12, 31))


def test_six_day_week_a_holiday_on_saturday_moves_nothing() -> None:
    assert SIX.is_working(date(2026, 5, 11))
    assert not FIVE.is_working(date(2026, 5, 11))
    assert SIX.day(date(2026, 3, 7)).kind is DayKind.SHORT


@pytest.mark.parametrize("year", YEARS)
def test_six_day_week_works_no_weekend_and_takes_no_plain_saturday(year: int) -> None:
    shown = production_year(year, 6)
    assert shown.working_weekend_days == ()
    for on in shown.weekday_days_off:
        assert is_holiday(on) or on in ordered_days() or shown.day(on).name.startswith("перенос")
        if on.isoweekday() == 6 and on not in ordered_days():
            assert is_holiday(on)


# Arithmetic.


@given(on=DAYS, n=st.integers(-40, 40), week=st.sampled_from([5, 6]))
@settings(max_examples=300, deadline=None)
def test_counting_forth_and_back_agree(on: date, n: int, week: Week) -> None:
    calendar = WorkingCalendar(week)
    work = calendar.next_working(on)
    then = calendar.add_working_days(work, n)
    assert calendar.is_working(then)
    assert calendar.add_working_days(then, -n) == work
    assert calendar.working_days(min(work, then), max(work, then)) == abs(n) + 1


@given(on=DAYS, week=st.sampled_from([5, 6]))
@settings(max_examples=200, deadline=None)
def test_neighbouring_working_days(on: date, week: Week) -> None:
    calendar = WorkingCalendar(week)
    before, after = calendar.previous_working(on), calendar.next_working(on)
    assert before <= on <= after
    if calendar.is_working(on):
        assert before == on == after
    else:
        assert calendar.working_days(before, after) == 2
        assert calendar.add_working_days(on, 1) == after
        assert calendar.add_working_days(on, -1) == before
    assert calendar.add_working_days(on, 0) == on


def test_deadlines_around_the_new_year() -> None:
    assert FIVE.next_working(date(2025, 12, 31)) == date(2026, 1, 12)
    assert FIVE.previous_working(date(2026, 1, 11)) == date(2025, 12, 30)
    assert FIVE.add_working_days(date(2026, 1, 1), 5) == date(2026, 1, 16)
    assert FIVE.working_days(date(2026, 2, 2), date(2026, 2, 1)) == 0


def test_names_are_in_the_language_that_is_spoken() -> None:
    with speaking("en"):
        assert FIVE.day(date(2025, 11, 3)).name == "moved from 01.11.2025"
        assert FIVE.day(date(2026, 5, 9)).name == "Victory Day"
        assert FIVE.school_year(2026).holidays[0].name == "autumn holidays"
    assert FIVE.day(date(2026, 5, 9)).name == "День Победы"
