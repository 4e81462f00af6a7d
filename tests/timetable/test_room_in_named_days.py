"""A term of named days that is longer than the event: any day in it will do."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.cli.schedule import report
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.engine import Scheduled
from matchmaker.limits import Limits
from tests.roadmap.plans import roadmap, row

IVANOVA = "Иванова А.Б., методист"
TERM = "с 6 по 17 октября 2025"


def made(*rows: object) -> Scheduled:
    return engine.schedule(roadmap(*rows), limits=Limits(effort=10))  # type: ignore[arg-type]


def moves(found: Scheduled) -> int:
    return {level.name: level.value for level in found.timetable.levels}["changes"]


def test_ten_events_of_a_day_share_ten_days_at_no_cost() -> None:
    rows = [row(str(n), "Тренинг", TERM, days=1, responsible=IVANOVA) for n in range(10)]
    found = made(*rows)
    days = sorted(event.starts for event in found.timetable.events)
    assert len(set(days)) == 10
    assert (days[0], days[-1]) == (date(2025, 10, 6), date(2025, 10, 17))
    assert moves(found) == 0


def test_what_does_not_fit_lies_next_to_it_and_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [row(str(n), "Тренинг", TERM, days=1, responsible=IVANOVA) for n in range(11)]
    found = made(*rows)
    (out,) = {e.starts for e in found.timetable.events} - {
        date(2025, 10, day) for day in range(6, 18)
    }
    assert out in {date(2025, 10, 3), date(2025, 10, 20)}
    assert moves(found) == 2  # a point for the move, one for the day
    report(found)
    assert f"06.10.2025–17.10.2025 → {out:%d.%m.%Y}" in capsys.readouterr().out


def test_two_days_lie_within_their_term_whole() -> None:
    off = SpecialDays(kind=DaysKind.OFF, starts=date(2025, 10, 6), ends=date(2025, 10, 15))
    found = made(row("1", "Семинар", TERM, days=2, responsible=IVANOVA), off)
    (event,) = found.timetable.events
    assert (event.starts, event.ends) == (date(2025, 10, 16), date(2025, 10, 17))
    assert moves(found) == 0


def test_as_many_days_as_are_named_stay_on_them() -> None:
    found = made(row("1", "Семинар", "с 6 по 8 октября 2025", days=3, responsible=IVANOVA))
    (event,) = found.timetable.events
    assert (event.starts, event.ends) == (date(2025, 10, 6), date(2025, 10, 8))
