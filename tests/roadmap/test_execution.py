"""How plans are carried out as of a day: marks, states, shares."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker import engine
from matchmaker.domain.events import Event, Mark, Shift
from matchmaker.domain.schools import School
from matchmaker.errors import InputError
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.roadmap.derive import derive_plan
from matchmaker.roadmap.execution import Part, Position, State, Status
from matchmaker.roadmap.rows import read_plans
from tests.roadmap.plans import head, roadmap, row

SITES = "Размещение итогов на официальных сайтах УО, ОО"


def day(text: str) -> date:
    return date.fromisoformat(text)


def status(on: str, *rows: Any, **facts: Any) -> Status:
    return engine.status(roadmap(*rows, **facts), day(on))


def states(on: str, *rows: Any, **facts: Any) -> list[str]:
    return [position.state.value for position in status(on, *rows, **facts).positions]


def done(number: str, dates: str, on: str | None = None, **facts: Any) -> Event:
    usual = {"mark": Mark.DONE, "done_on": day(on) if on else None, "document": "приказ № 1"}
    return row(number, "Семинар", dates, **(usual | facts))


# ---- what the day makes of a row without a mark ----------------------------------------------


@pytest.mark.parametrize(
    ("on", "dates", "expected"),
    [
        ("2025-09-30", "октябрь 2025", "ahead"),
        ("2025-10-01", "октябрь 2025", "due"),
        ("2025-10-31", "октябрь 2025", "due"),
        ("2025-11-01", "октябрь 2025", "overdue"),
        ("2025-09-15", "до 20.10.2025", "due"),
        ("2025-10-20", "до 20.10.2025", "due"),
        ("2025-10-21", "до 20.10.2025", "overdue"),
        ("2026-06-30", "постоянно", "background"),
        ("2026-06-30", "ежедневно", "background"),
        ("2025-10-01", "по отдельному графику", "undated"),
        ("2025-10-01", "31 сентября", "undated"),
        ("2025-10-01", None, "undated"),
    ],
)
def test_a_row_without_a_mark_stands_as_the_day_says(
    on: str, dates: str | None, expected: str
) -> None:
    assert states(on, row("1", "Отчёт", dates)) == [expected]


@pytest.mark.parametrize(
    ("shift", "last"),
    # The first of November 2025 is worked by decree; from the second to the fourth nobody works.
    [(None, "2025-11-01"), (Shift.BEFORE, "2025-11-01"), (Shift.AFTER, "2025-11-05")],
)
def test_a_deadline_on_a_day_off_goes_where_the_row_says(shift: Shift | None, last: str) -> None:
    (position,) = status("2025-10-01", row("1", "Отчёт", "до 02.11.2025", shift=shift)).positions
    assert position.ends == day(last)


def test_what_comes_again_is_a_position_each_time() -> None:
    assert states("2025-11-10", row("1", "Сайт", "ежемесячно")) == [
        *["overdue"] * 2, "due", *["ahead"] * 6
    ]  # fmt: skip


def test_without_a_period_what_comes_again_has_no_day() -> None:
    plan = head(starts=None, ends=None)
    assert states("2025-11-10", plan, row("1", "Сайт", "ежемесячно")) == ["undated"]


# ---- marks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", list(Mark))
def test_a_mark_says_how_a_row_stands(mark: Mark) -> None:
    assert states("2025-12-01", done("1", "октябрь 2025", "2025-10-10", mark=mark)) == [mark.value]


def test_late_is_told_apart() -> None:
    rows = (done("1", "до 20.10.2025", "2025-10-21"), done("2", "до 20.10.2025", "2025-10-20"))
    found = status("2025-12-01", *rows)
    assert [position.late for position in found.positions] == [True, False]
    assert found.share.late == 1


def test_lines_of_one_row_mark_its_times() -> None:
    lines = [done("1", "ежемесячно", on) for on in ("2025-09-20", "2025-10-31", "2025-12-05")]
    assert states("2025-12-10", *lines)[:5] == ["done", "done", "overdue", "done", "ahead"]


def test_lines_of_one_row_are_no_rows_twice_for_the_audit() -> None:
    lines = [done("1", "ежемесячно", on) for on in ("2025-09-20", "2025-10-31")]
    assert not {"duplicate", "numbering"} & {f.rule for f in audit_roadmap(roadmap(*lines))}
    twice = [row("1", "Семинар", "ежемесячно"), row("1", "Семинар", "ежемесячно")]
    assert "duplicate" in {f.rule for f in audit_roadmap(roadmap(*twice))}


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [
        ("2024-09-20", ["done", "overdue"]),
        ("2024-10-05", ["done", "overdue"]),  # late, and not a year early
        ("2025-08-30", ["overdue", "done"]),
        ("2025-10-05", ["overdue", "done"]),
    ],
)
def test_a_mark_belongs_to_the_nearest_deadline(done_on: str, expected: list[str]) -> None:
    years = {"starts": date(2024, 1, 1), "ends": date(2025, 12, 31)}
    assert states("2025-12-01", done("1", "К 2 октября ежегодно", done_on), **years) == expected


def test_a_mark_without_a_day_belongs_to_the_last_time_that_is_over() -> None:
    found = status("2025-11-10", done("1", "ежемесячно"))
    assert [p.state.value for p in found.positions][:3] == ["overdue", "done", "due"]
    assert "01.10.2025–31.10.2025" in str(found.warnings[0])
    assert states("2025-09-10", done("1", "октябрь 2025")) == ["done"]


def test_cancelled_without_a_day_cancels_every_time_not_marked() -> None:
    cancelled = done("1", "ежемесячно", mark=Mark.CANCELLED)
    found = status("2025-11-10", done("1", "ежемесячно", "2025-09-05"), cancelled)
    assert [p.state.value for p in found.positions] == ["done", *["cancelled"] * 8]
    assert found.share.counted == 1


def test_the_later_of_two_marks_of_one_time_counts_and_the_other_is_told() -> None:
    partly = done("1", "октябрь 2025", "2025-10-05", mark=Mark.PARTLY)
    found = status("2025-12-01", done("1", "октябрь 2025", "2025-10-25"), partly)
    assert [p.state.value for p in found.positions] == ["done"]
    assert len(found.warnings) == 1


def test_the_background_may_be_marked_again_and_again() -> None:
    first, last = done("1", "постоянно", "2025-10-05"), done("1", "постоянно", "2026-01-05")
    found = status("2026-02-01", first, last)
    assert [(p.state.value, p.done_on) for p in found.positions] == [("done", day("2026-01-05"))]
    assert found.warnings == ()


# ---- publications ----------------------------------------------------------------------------


def published(document: str | None, on: str = "2025-11-20", **facts: Any) -> list[tuple[str, str]]:
    usual = {"result": SITES, "document": document, "mark": Mark.DONE, "done_on": day("2025-10-16")}
    event = row("1", "Слёт", "16.10.2025", **(usual | facts))
    return [(p.part.value, p.state.value) for p in status(on, event).positions]


def test_a_publication_is_shown_by_a_link_for_each_kind_of_sites() -> None:
    link = "https://uo.example.ru/slet"
    event = ("event", "done")
    assert published("приказ") == [event, ("authority", "overdue"), ("schools", "overdue")]
    assert published(link) == [event, ("authority", "done"), ("schools", "overdue")]
    assert published(f"{link}, www.school.example") == [
        event, ("authority", "done"), ("schools", "done")
    ]  # fmt: skip


def test_a_publication_has_ten_working_days_after_the_event() -> None:
    event = row("1", "Слёт", "16.10.2025", responsible="УО, ОО", result=SITES)
    _, authority, schools = status("2025-10-17", event).positions
    assert (authority.opens, authority.ends) == (day("2025-10-17"), day("2025-10-30"))
    assert (authority.part, schools.part) == (Part.AUTHORITY, Part.SCHOOLS)
    assert authority.state is State.DUE
    assert schools.all_schools and not authority.all_schools


def test_what_is_cancelled_is_not_published() -> None:
    assert {state for _, state in published(None, mark=Mark.CANCELLED)} == {"cancelled"}


def test_a_derived_plan_has_its_publications_once() -> None:
    event = row("1", "Слёт", "16.10.2025", responsible="ОО", result=SITES)
    school = School(id="ш1", name="Школа № 1")
    (plan,) = read_plans(roadmap(event, school))
    made = derive_plan(plan, "ш1")
    both = roadmap(head(reference=True), made.head, event, *made.events, school)
    found = engine.status(both, day("2025-10-20"))
    assert [position.part for position in found.positions] == [Part.EVENT, Part.EVENT]
    assert list(found.by_school) == ["Школа № 1"]


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
