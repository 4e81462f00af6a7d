"""Terms, school holidays and exams, stated and supposed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.domain.days import DaysKind
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from tests.roadmap.tables import of_tables, special

FIVE, SIX = WorkingCalendar(5), WorkingCalendar(6)


def test_what_is_supposed_of_a_school_year_is_marked() -> None:
    year = FIVE.school_year(2026)
    assert year.supposed and all(span.supposed for span in (*year.terms, *year.holidays))
    assert (year.opens, SIX.school_year(2024).opens) == (date(2026, 9, 1), date(2024, 9, 2))
    assert FIVE.school_year(2029).opens == date(2029, 9, 3)
    assert SIX.school_year(2029).opens == date(2029, 9, 1)
    assert [(span.starts, span.ends) for span in year.terms] == [
        (date(2026, 9, 1), date(2026, 10, 25)),
        (date(2026, 11, 5), date(2026, 12, 28)),
        (date(2027, 1, 9), date(2027, 3, 21)),
        (date(2027, 3, 31), date(2027, 5, 26)),
    ]
    assert year.exams[0].starts == date(2027, 5, 20)
    assert FIVE.school_year(2027) != year


@given(on=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_day_is_of_a_term_or_of_the_holidays(on: date) -> None:
    year = FIVE.school_year(on.year if on.month >= 9 else on.year - 1)
    terms = sum(on in term for term in year.terms)
    free = FIVE.school_holidays(on)
    assert terms + (free is not None) == (0 if date(on.year, 9, 1) <= on < year.opens else 1)


def test_holidays_are_the_gaps_between_stated_terms() -> None:
    rows = (
        special(DaysKind.TERM, "2026-09-01", "2026-11-20", name="I триместр"),
        special(DaysKind.TERM, "2026-11-30", "2027-02-19"),
        special(DaysKind.TERM, "2027-03-01", "2027-05-28"),
    )
    calendar = WorkingCalendar(5, (rows,))
    year = calendar.school_year(2026)
    assert [(span.starts, span.ends) for span in year.holidays] == [
        (date(2026, 11, 21), date(2026, 11, 29)),
        (date(2027, 2, 20), date(2027, 2, 28)),
        (date(2027, 5, 29), date(2027, 8, 31)),
    ]
    assert year.terms[0].name == "I триместр"
    assert not any(span.supposed for span in (*year.terms, *year.holidays))
    assert year.supposed  # the exams
    assert calendar.school_holidays(date(2026, 10, 30)) is None
    assert calendar.is_working(date(2026, 11, 25))  # staff work on school holidays
    assert calendar.school_year(2027).terms == FIVE.school_year(2027).terms


def test_a_first_term_alone_does_not_make_a_summer_of_the_rest() -> None:
    rows = (special(DaysKind.TERM, "2026-09-01", "2026-10-25"),)
    (summer,) = WorkingCalendar(5, (rows,)).school_year(2026).holidays
    assert (summer.starts, summer.supposed) == (date(2027, 5, 27), True)


def test_stated_holidays_make_supposed_terms_and_leave_the_summer() -> None:
    rows = (
        special(DaysKind.SCHOOL_HOLIDAYS, "2026-12-28", "2027-01-10"),
        special(DaysKind.SCHOOL_HOLIDAYS, "2026-10-31", "2026-11-08"),
    )
    year = WorkingCalendar(5, (rows,)).school_year(2026)
    assert [span.supposed for span in year.holidays] == [False, False, True]
    assert [(span.starts, span.ends) for span in year.terms] == [
        (date(2026, 9, 1), date(2026, 10, 30)),
        (date(2026, 11, 9), date(2026, 12, 27)),
        (date(2027, 1, 11), date(2027, 5, 26)),
    ]
    assert all(span.supposed for span in year.terms)


def test_own_terms_stand_in_place_of_those_of_the_municipality() -> None:
    calendars = of_tables(
        special(DaysKind.SCHOOL_HOLIDAYS, "2026-10-26", "2026-11-03"),
        special(DaysKind.SCHOOL_HOLIDAYS, "2026-10-05", "2026-10-11", who="s1"),
        special(DaysKind.EXAMS, "2027-05-24", "2027-07-02", who="s1"),
        special(DaysKind.CAMPS, "2027-06-01", "2027-06-21", who="s1", name="Смена"),
    )
    assert calendars.of("p2").school_holidays(date(2026, 10, 28)) is not None
    assert calendars.of("p1").school_holidays(date(2026, 10, 28)) is None
    assert calendars.of("p1").school_holidays(date(2026, 10, 8)) is not None
    year = calendars.of("s1").school_year(2026)
    assert [span.supposed for span in year.exams] == [False]
    assert [span.name for span in year.camps] == ["Смена"]
