"""A roadmap on working days: what a methodist expects of ``schedule``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from matchmaker import engine
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.events import Mark, Shift
from matchmaker.domain.records import Record
from matchmaker.domain.venues import Venue
from matchmaker.engine import Scheduled
from matchmaker.io import read_roadmap
from matchmaker.limits import Limits
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.roadmap.windows import Window
from matchmaker.scenarios.year import municipal_year
from matchmaker.timetable.record import EventRecord
from tests.roadmap.plans import roadmap, row

SCENARIOS = Path(__file__).parents[2] / "scenarios"
IVANOVA, PETROV = "Иванова А.Б., методист", "Петров В.Г., методист"


def made(*rows: Record, **facts: Any) -> Scheduled:
    return engine.schedule(roadmap(*rows, **facts), limits=Limits(effort=20))


def day_of(found: Scheduled, number: str) -> date:
    return event_of(found, number).starts


def event_of(found: Scheduled, number: str) -> EventRecord:
    (event,) = [one for one in found.timetable.events if one.number == number]
    return event


# ---- the real plan ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kemerovo() -> Scheduled:
    source = read_roadmap(SCENARIOS / "kemerovo")
    period = Window(date(2021, 9, 1), date(2022, 5, 31))
    return engine.schedule(source, period=period, limits=Limits(effort=100))


def test_published_dates_are_repaired_with_the_least_change(kemerovo: Scheduled) -> None:
    assert kemerovo.check.valid
    assert kemerovo.timetable.unplaced == ()
    moved = {
        one.row.label: kemerovo.program.days[place.start]
        for one, place in zip(kemerovo.program.items, kemerovo.raw.placements, strict=True)
        if place and kemerovo.program.days[place.start] != one.published
    }
    # К2 and К8 off the days of the decree, the closing, and one of each clash.
    assert {"К2", "К8", "К25"} < set(moved)
    assert len(set(moved) & {"К1", "К10"}) == len(set(moved) & {"К13", "К14"}) == 1
    assert len(moved) == 5
    assert moved["К25"] == date(2022, 5, 30)
    changes = {level.name: level for level in kemerovo.timetable.levels}["changes"]
    assert changes.value == changes.bound  # fewer moves are impossible


def test_the_repaired_plan_passes_the_audit(kemerovo: Scheduled) -> None:
    days = {(e.plan, e.number): e for e in kemerovo.timetable.events if e.kind == "event"}
    source = read_roadmap(SCENARIOS / "kemerovo")
    events = tuple(
        event.model_copy(update={"dates": dates(days[event.plan, event.label])})
        if (event.plan, event.label) in days
        else event
        for event in source.events
    )
    found = audit_roadmap(source.model_copy(update={"events": events}))
    errors = {finding.rule for finding in found if finding.severity == "error"}
    assert errors == {"order-before-acts"}  # the head of the plan, not a date


def dates(event: EventRecord) -> str:
    return f"{event.starts:%d.%m.%Y}-{event.ends:%d.%m.%Y}"


@pytest.mark.parametrize("name", ["kogalym", "leninsk-kuznetsky", "leninsk-city"])
def test_every_real_roadmap_schedules(name: str) -> None:
    found = engine.schedule(read_roadmap(SCENARIOS / name), limits=Limits(effort=20))
    assert found.check.valid
    assert {one.reason for one in found.timetable.unplaced} <= {
        "срок не указан",
        "срок «по отдельному графику»: срок даёт отдельный график",
        "срок «(входящий)»: ",
        "срок «(итоговый)»: ",
        "срок «2020-2023» вне периода плана 01.01.2024–31.12.2028",
    }


# ---- one wish or limit at a time -------------------------------------------------------------


def test_a_month_is_a_window_and_people_are_at_one_event_a_day() -> None:
    rows = [row(str(n), "Семинар", "октябрь 2025", responsible=IVANOVA) for n in range(1, 5)]
    found = made(*rows)
    days = [event.starts for event in found.timetable.events]
    assert len(set(days)) == 4
    assert all((day.year, day.month) == (2025, 10) and day.weekday() < 5 for day in days)


def test_more_events_than_days_leaves_some_out_with_a_true_reason() -> None:
    window = "первая неделя октября 2025 г."  # 1, 2, 3 and 6, 7 October are worked
    rows = [row(str(n), "Семинар", window, responsible=IVANOVA) for n in range(1, 8)]
    found = made(*rows)
    assert found.timetable.levels[0].value == found.timetable.levels[0].bound == 2
    assert len(found.timetable.unplaced) == 2
    for one in found.timetable.unplaced:
        assert "Иванова А.Б." in one.reason
        assert "08.10.2025" in one.mend or "30.09.2025" in one.mend


def test_the_mend_applied_works() -> None:
    window = "первая неделя октября 2025 г."
    rows = [row(str(n), "Семинар", window, responsible=IVANOVA) for n in range(1, 7)]
    (left,) = made(*rows).timetable.unplaced
    day = left.mend.split()[-1]
    mended = [
        one if one.number != left.number else one.model_copy(update={"dates": day}) for one in rows
    ]
    assert made(*mended).timetable.unplaced == ()


def test_somebody_else_may_lead() -> None:
    first = row("1", "Семинар", "16.10.2025", responsible=IVANOVA, pinned=True)
    second = row(
        "2", "Вебинар", "16.10.2025", responsible=IVANOVA, pinned=True,
        staff=frozenset({"Петров В.Г."}),
    )  # fmt: skip
    found = made(first, second)
    assert found.timetable.unplaced == ()
    assert event_of(found, "2").people == ("Петров В.Г.",)


def test_venues_with_seats_enough_the_welcome_one_first() -> None:
    places = [
        Venue(name="Зал", seats=100),
        Venue(name="Класс", seats=20),
        Venue(name="Клуб", seats=90, cost=5),
    ]
    where = frozenset(venue.name for venue in places)
    rows = [
        row(str(n), f"Семинар {n}", "16.10.2025", pinned=True, venues=where, attendance=80)
        for n in (1, 2)
    ]
    found = made(*rows, *places)
    assert {event.venue for event in found.timetable.events} == {"Зал", "Клуб"}


def test_a_group_leads_as_many_events_as_it_can() -> None:
    group = Abbreviation(
        name="Методисты центра", kind=PartyKind.GROUP, at_once=1,
        members=frozenset({"Иванова А.Б.", "Петров В.Г."}),
    )  # fmt: skip
    rows = [
        row("1", "Семинар", "16.10.2025", responsible=IVANOVA, pinned=True),
        row("2", "Вебинар", "16.10.2025", responsible=PETROV, pinned=True),
    ]
    assert made(*rows).timetable.unplaced == ()
    assert len(made(*rows, group).timetable.unplaced) == 1


def test_what_follows_comes_after_with_its_lead() -> None:
    rows = [
        row("1", "Семинар", "октябрь 2025", responsible=IVANOVA),
        row(
            "2", "Вебинар", "октябрь 2025", responsible=PETROV, after=frozenset({"1"}), lead_days=5
        ),
    ]
    found = made(*rows)
    first, then = event_of(found, "1"), event_of(found, "2")
    between = found.calendar.working_days(first.ends, then.starts) - 2
    assert between >= 5


def test_an_event_of_several_days_lies_in_one_week() -> None:
    found = made(row("1", "Курс повышения квалификации", "октябрь 2025", days=4))
    event = event_of(found, "1")
    assert (event.ends - event.starts).days == 3


def test_deadlines_move_off_days_off_each_in_its_way() -> None:
    found = made(
        row("1", "Отчёт", "до 16.11.2025"),
        row("2", "Сведения", "до 16.11.2025", shift=Shift.AFTER),
    )
    assert day_of(found, "1") == date(2025, 11, 14)
    assert day_of(found, "2") == date(2025, 11, 17)


def test_the_load_is_spread_over_the_months() -> None:
    rows = [row(str(n), "Семинар", "октябрь – декабрь 2025", responsible=IVANOVA) for n in range(6)]
    months = [event.starts.month for event in made(*rows).timetable.events]
    assert sorted(months) == [10, 10, 11, 11, 12, 12]


def test_preferred_dates_are_kept_where_they_can() -> None:
    found = made(row("1", "Семинар", "октябрь 2025", preferred="вторая половина октября 2025"))
    assert day_of(found, "1") >= date(2025, 10, 16)


def test_local_days_off_and_marks_count() -> None:
    off = SpecialDays(kind=DaysKind.OFF, starts=date(2025, 10, 1), ends=date(2025, 10, 30))
    found = made(
        row("1", "Семинар", "октябрь 2025"),
        row("2", "Вебинар", "октябрь 2025", mark=Mark.DONE),
        off,
    )
    assert [event.number for event in found.timetable.events] == ["1"]
    assert day_of(found, "1") == date(2025, 10, 31)


def test_a_mark_ends_one_time_of_what_comes_again() -> None:
    facts = {"starts": date(2025, 9, 1), "ends": date(2027, 5, 31)}
    marked = row("1", "Форум", "ежегодно, октябрь", mark=Mark.DONE, done_on=date(2025, 10, 20))
    found = made(marked, **facts)
    assert [event.starts.year for event in found.timetable.events] == [2026]


def test_an_event_keeps_its_id_whatever_days_are_planned() -> None:
    year = roadmap(row("1", "Семинар", "ежемесячно"))
    whole = engine.schedule(year, limits=Limits(effort=5)).timetable.events
    late = Window(date(2026, 1, 1), date(2026, 5, 31))
    part = engine.schedule(year, period=late, limits=Limits(effort=5)).timetable.events
    months = {event.id: event.starts.month for event in whole}
    assert all(months[event.id] == event.starts.month for event in part)


def test_a_publication_is_due_ten_working_days_after() -> None:
    found = made(
        row("1", "Фестиваль", "16.10.2025", result="Размещение итогов на сайте УО", pinned=True)
    )
    (task,) = [event for event in found.timetable.events if event.kind == "deadline"]
    assert task.starts == date(2025, 10, 30)


def test_public_titles_do_not_say_for_whom() -> None:
    found = made(
        row("1", "Семинар для педагогов, испытывающих затруднения", "16.10.2025"),
        row("2", "Семинар", "17.10.2025", public_title="Встреча"),
    )
    assert event_of(found, "1").public_title == "Семинар"
    assert event_of(found, "2").public_title == "Встреча"


def test_a_year_of_a_centre_is_valid_and_the_same_each_time() -> None:
    year = municipal_year(np.random.default_rng(1), events=40, staff=6)
    first, second = (engine.schedule(year, limits=Limits(effort=20)) for _ in range(2))
    assert first.check.valid
    assert first.timetable == second.timetable
