"""How much of a plan is carried out: shares, executors, schools; what is doubtful; laws."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker import engine
from matchmaker.domain.events import Event, Mark
from matchmaker.domain.schools import School
from matchmaker.errors import InputError
from matchmaker.roadmap.execution import Position, State
from tests.roadmap.executed import SITES, day, done, states, status
from tests.roadmap.plans import head, roadmap, row

# ---- shares, executors, schools --------------------------------------------------------------

YEAR = (
    done("1", "октябрь 2025", "2025-10-05", responsible="УО, Орлова В.П."),
    done("2", "октябрь 2025", "2025-10-05", mark=Mark.PARTLY, responsible="ОО"),
    row("3", "Отчёт", "ноябрь 2025", responsible="УО"),
    row("4", "Отчёт школы", "март 2026", responsible="Школа № 1"),
    done("5", "октябрь 2025", mark=Mark.CANCELLED),
    row("6", "Сайт", "постоянно", responsible=None),
)


def test_shares_leave_out_what_was_cancelled_and_show_partly_both_ways() -> None:
    found = status("2025-12-01", *YEAR)
    assert (found.share[State.DONE], found.share.counted) == (1, 4)
    assert (found.share.percent, found.share.percent_with_partly) == (25.0, 37.5)
    assert (found.so_far[State.DONE], found.so_far.counted) == (1, 3)


def test_a_share_is_never_rounded_up() -> None:
    rows = [done(str(n), "октябрь 2025", "2025-10-05") for n in range(1, 1500)]
    found = status("2025-12-01", *rows, row("1500", "Отчёт", "октябрь 2025"))
    assert found.share.percent == 99.9


def test_quarters_are_those_of_the_last_days() -> None:
    found = status("2025-12-01", *YEAR)
    assert {key: len(of) for key, of in found.by_quarter.items()} == {
        (2025, 4): 4, (2026, 1): 1, None: 1
    }  # fmt: skip


def test_executors_are_people_bodies_and_nobody() -> None:
    names = [key[1] if key else None for key in status("2025-12-01", *YEAR).by_executor]
    assert names[0] == "Орлова В.П."
    assert {"УО", "ОО"} < set(names)
    assert names[-1] is None


def test_schools_are_those_named_and_all_together() -> None:
    school = School(id="ш1", name="Школа № 1")
    found = status("2025-12-01", *YEAR, school)
    assert {key: [p.number for p in of] for key, of in found.by_school.items()} == {
        None: ["2"], "Школа № 1": ["4"]
    }  # fmt: skip


def test_the_next_ten_working_days() -> None:
    rows = (
        row("1", "А", "до 08.12.2025"),
        row("2", "Б", "до 15.12.2025"),
        row("3", "В", "до 16.12.2025"),
    )
    found = status("2025-12-01", *rows)
    assert found.until == day("2025-12-15")
    assert [position.number for position in found.upcoming] == ["1", "2"]


# ---- doubts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        ({"mark": Mark.DONE, "done_on": day("2025-10-05")}, "Документ"),
        ({"document": "приказ"}, "Отметка"),
        ({"done_on": day("2025-10-05")}, "Отметка"),
        ({"mark": Mark.DONE, "done_on": day("2026-03-05"), "document": "д"}, "Дата выполнения"),
    ],
)
def test_half_a_mark_is_a_warning_with_its_column(facts: dict[str, Any], column: str) -> None:
    (issue,) = status("2025-12-01", row("1", "А", "октябрь 2025", **facts)).warnings
    assert issue.place.column == column
    assert issue.severity == "warning"


def test_a_mark_of_a_day_to_come_does_not_count_yet() -> None:
    late = done("1", "октябрь 2025", "2026-03-05")
    assert states("2025-12-01", late) == ["overdue"]
    assert states("2026-03-05", late) == ["done"]


def test_a_plan_for_comparison_counts_only_if_it_is_named() -> None:
    compared = roadmap(
        head(reference=True), head(id="свой"), done("1", "октябрь 2025", "2025-10-05"),
        row("1", "Б", "май 2026", plan="свой"),
    )  # fmt: skip
    found = engine.status(compared, day("2025-12-01"))
    assert found.plans == ("свой",)
    assert "для сравнения" in str(found.warnings[0])
    named = engine.status(compared, day("2025-12-01"), ["план"])
    assert (named.share.percent, named.warnings) == (100.0, ())
    with pytest.raises(InputError, match="для сравнения"):
        engine.status(roadmap(reference=True), day("2025-12-01"))


def test_a_day_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(InputError, match="2036"):
        status("2036-03-01", row("1", "А", "октябрь 2025"))


def test_computed_days_of_a_year_without_a_decree_are_told() -> None:
    years = {"starts": date(2028, 1, 1), "ends": date(2028, 12, 31)}
    assert status("2028-02-01", row("1", "А", "до 01.11.2028"), **years).preliminary == (2028,)
    assert status("2028-02-01", row("1", "А", "октябрь 2028"), **years).preliminary == ()


# ---- laws ------------------------------------------------------------------------------------

PHRASES = (
    "16.10.2025", "октябрь 2025", "до 2 ноября 2025 г.", "ежемесячно", "ежеквартально", "К 1 октября ежегодно",
    "постоянно", "ежедневно", "по отдельному графику", "31 сентября", None,
)  # fmt: skip
DAYS = st.dates(date(2025, 8, 1), date(2026, 7, 31))
EVENTS = st.lists(
    st.builds(
        lambda dates, mark, on, result: {"dates": dates, "mark": mark, "done_on": on, "result": result},
        st.sampled_from(PHRASES),
        st.none() | st.sampled_from(list(Mark)),
        st.none() | DAYS,
        st.sampled_from([None, SITES]),
    ),
    max_size=6,
)  # fmt: skip


def rows_of(facts: list[dict[str, Any]]) -> list[Event]:
    return [
        row(str(n), f"Дело {n}", one.pop("dates"), **one) for n, one in enumerate(map(dict, facts))
    ]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(EVENTS, DAYS)
def test_every_position_is_in_one_state_and_shares_add_up(
    facts: list[dict[str, Any]], on: date
) -> None:
    found = engine.status(roadmap(*rows_of(facts)), on)
    share = found.share
    assert share.all == len(found.positions) == sum(share[state] for state in State)
    assert sum(len(of) for of in found.by_quarter.values()) == share.all
    assert {one.place for one in found.positions} == set(range(len(facts)))
    assert share[State.OVERDUE] <= len(found.missed) <= share.counted
    if share.counted:
        assert 0 <= (share.percent or 0) <= (share.percent_with_partly or 0) <= 100
    assert engine.status(roadmap(*rows_of(facts)), on).to_json() == found.to_json()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(EVENTS, DAYS, st.integers(1, 200))
def test_a_later_day_makes_nothing_less_overdue_unless_it_was_marked(
    facts: list[dict[str, Any]], on: date, later: int
) -> None:
    plan = roadmap(*rows_of(facts))

    def key(position: Position) -> tuple[int, int, str]:
        return position.place, position.time, position.part

    after = engine.status(plan, on + timedelta(later)).positions
    then = {key(position): position for position in after}
    for position in engine.status(plan, on).positions:
        if position.state is State.OVERDUE:
            marked = then[key(position)]
            new = marked.done_on is not None and marked.done_on > on
            assert marked.state is State.OVERDUE or new
