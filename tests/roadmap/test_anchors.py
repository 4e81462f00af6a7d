"""Phrases that only a school's own calendar gives days to."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.roadmap.rows import Row, read_plans
from tests.roadmap.plans import roadmap, row

TERM = DaysKind.TERM


def read(phrase: str, *days: SpecialDays) -> Row:
    (plan,) = read_plans(roadmap(row("1", "Семинар", phrase), *days))
    return plan.rows[0]


def spans(found: Row) -> list[tuple[date | None, date | None]]:
    return [(window.start, window.end) for window in found.windows]


def test_holidays_of_the_school_year_are_supposed_and_said_so() -> None:
    found = read("осенние каникулы")
    assert spans(found) == [(date(2025, 10, 26), date(2025, 11, 4))]
    assert found.dates is not None
    assert "Особые дни" in found.dates.reason


def test_stated_holidays_go_before_supposed_ones() -> None:
    own = SpecialDays(
        kind=DaysKind.SCHOOL_HOLIDAYS, starts=date(2025, 11, 1), ends=date(2025, 11, 9)
    )
    found = read("в дни осенних каникул", own)
    assert spans(found) == [(date(2025, 11, 1), date(2025, 11, 9))]
    assert found.dates is not None
    assert found.dates.reason == ""


def test_terms_by_number_and_every_term() -> None:
    first, second = (
        SpecialDays(kind=TERM, starts=date(2025, 9, 1), ends=date(2025, 12, 28)),
        SpecialDays(kind=TERM, starts=date(2026, 1, 12), ends=date(2026, 5, 26)),
    )
    assert spans(read("во II четверти", first, second)) == [(date(2026, 1, 12), date(2026, 5, 26))]
    assert len(spans(read("каждую четверть", first, second))) == 2


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("зимние каникулы", date(2025, 12, 29)),
        ("весенние каникулы 2026 г.", date(2026, 3, 22)),
        ("осенние каникулы 2025-2026 учебного года", date(2025, 10, 26)),
    ],
)
def test_holidays_by_season_and_year(phrase: str, first: date) -> None:
    assert spans(read(phrase))[0][0] == first


def test_a_year_outside_the_plan_gives_no_days() -> None:
    assert spans(read("осенние каникулы 2030 г.")) == []


def test_camps_are_never_supposed() -> None:
    assert spans(read("в период работы летних школьных лагерей")) == []
