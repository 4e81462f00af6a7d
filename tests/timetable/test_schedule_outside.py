"""Rows whose dates lie outside the plan or the days to be planned do not vanish."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.cli.schedule import report, summary
from matchmaker.domain.events import Mark
from matchmaker.errors import InputError
from matchmaker.limits import Limits
from matchmaker.roadmap.windows import Window
from tests.roadmap.plans import roadmap, row

LIMITS = Limits(effort=5)
AUTUMN = Window(date(2025, 9, 1), date(2025, 12, 31))


def test_a_row_outside_its_plan_is_listed_with_what_to_edit() -> None:
    of = roadmap(
        row("1", "Семинар", "октябрь 2025"),
        row("2", "Форум", "первая половина ноября 2024"),
        row("3", "Отчёт", "до 1 ноября 2024"),
        row("4", "Слёт", "2 ноября 2024", mark=Mark.DONE),
    )
    made = engine.schedule(of, limits=LIMITS)
    missing = {one.number: one for one in made.timetable.unplaced}
    assert sorted(missing) == ["2", "3"]
    assert "вне периода плана 01.09.2025–31.05.2026" in missing["2"].reason
    assert "«Срок»" in missing["2"].mend
    assert made.program.outside == ()


def test_rows_that_a_period_leaves_out_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    of = roadmap(
        row("1", "Семинар", "октябрь 2025"),
        row("2", "Форум", "март 2026"),
        row("3", "Отчёт", "до 1 апреля 2026"),
        row("4", "Школа", "ежемесячно"),  # some of its times are there
    )
    made = engine.schedule(of, period=AUTUMN, limits=LIMITS)
    assert summary(made, 0.0)["outside"] == 2
    report(made)
    assert "Строк вне расставляемого периода: 2 (2, 3)" in capsys.readouterr().out


def test_a_period_with_nothing_in_it_is_refused() -> None:
    of = roadmap(row("1", "Семинар", "октябрь 2025"))
    with pytest.raises(InputError, match=r"Планы идут 01\.09\.2025–31\.05\.2026"):
        engine.schedule(of, period=Window(date(2030, 1, 1), date(2031, 12, 31)), limits=LIMITS)
