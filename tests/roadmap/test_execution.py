"""How plans are carried out as of a day: states, marks, publications."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker import engine
from matchmaker.domain.events import Mark, Shift
from matchmaker.domain.schools import School
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.roadmap.derive import derive_plan
from matchmaker.roadmap.execution import Part, State
from matchmaker.roadmap.rows import read_plans
from tests.roadmap.executed import SITES, day, done, states, status
from tests.roadmap.plans import head, roadmap, row

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
