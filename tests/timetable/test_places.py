"""Events with fewer places than people: who goes is not known until routes say it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matchmaker import engine
from matchmaker.cli.schedule import report, summary
from matchmaker.diary.attendance import event_days
from matchmaker.domain import Person, School
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.venues import Venue
from matchmaker.io.timetable_calendars import calendars
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.timetable.record import EventRecord, Timetable
from tests.timetable.small_year import LIMITS, change, roadmap, row, scheduled
from tests.timetable.test_files_workbook import book, table
from tests.timetable.test_invited import PLAN, POLICY, TOWN, level, made

HALL, ROOM = Venue(name="Зал", seats=3), Venue(name="Кабинет", seats=2)
LIST = [ListMember(name="Жюри", member=f"Судья{n} А.А.") for n in "абв"]


def only(found: Timetable) -> EventRecord:
    (event,) = found.events
    return event


def one(*rows: Record, participants: str = "наставники", **more: Any) -> EventRecord:
    return only(made(roadmap(row("1", "март 2022", participants=participants, **more), *rows)))


@pytest.mark.parametrize(
    ("facts", "places", "limited"),
    [
        ({"attendance": 2}, 2, 3),
        ({"attendance": 3}, 3, None),
        ({"venues": {"Кабинет"}}, 2, 3),
        ({"venues": {"Зал"}}, 3, None),
        ({"venues": {"Зал"}, "attendance": 2}, 2, 3),
        ({"venues": {"Клуб"}}, None, None),
        ({}, None, None),
    ],
)
def test_places_are_those_of_the_row_and_of_the_venue(
    facts: dict[str, Any], places: int | None, limited: int | None
) -> None:
    found = one(HALL, ROOM, **facts)
    assert (found.places, found.limited) == (places, limited)
    assert found.participants == (() if limited else ("x", "y", "z"))


def test_the_venue_that_was_chosen_counts() -> None:
    dear = Venue(name="Зал", seats=3, cost=5)
    found = one(dear, ROOM, venues={"Зал", "Кабинет"})
    assert (found.venue, found.places, found.limited) == ("Кабинет", 2, 3)
    assert found.participants == ()


def test_those_whom_a_list_names_go_if_there_is_a_place_for_each() -> None:
    people = [School(id="t", name="Школа № 2"), Person(id="n", name="Человек n", school="t")]
    member = ListMember(name="Жюри", member="n")
    found = one(member, *people, participants="Жюри; наставники", attendance=2)
    assert (found.participants, found.limited) == (("n",), 4)


MONTH = roadmap(
    row("1", "14.03.2022", "Ведущийа А.А.", participants="наставники", attendance=2),
    row("2", "14.03.2022", "Ведущийб А.А.", participants="наставляемые"),
)


def test_nobody_is_invited_to_what_has_not_places_enough() -> None:
    found = made(MONTH)
    files = calendars(found, None, "Europe/Moscow")
    assert "x.ics" not in files and "a.ics" in files
    assert level(found, "participants") == 0
    days = event_days(TOWN, POLICY, found)
    assert "x" not in days and "a" in days


def test_meetings_know_the_places_of_a_timetable_without_a_plan_too() -> None:
    days = event_days(TOWN, POLICY, scheduled(MONTH))
    assert "x" not in days and "a" in days


def test_a_new_edition_keeps_what_is_limited() -> None:
    before = made(MONTH)
    off = change(ChangeKind.DAY_OFF, "2022-03-14")
    after = engine.reschedule(before, MONTH, [off], limits=LIMITS).made.timetable
    assert {e.number: (e.places, e.limited, e.participants) for e in after.events} == {
        e.number: (e.places, e.limited, e.participants) for e in before.events
    }


SAID = "мест 2, приглашать можно из 3: кто идёт, решает `matchmaker routes`"


def test_screen_json_and_workbook_say_who_decides(capsys: pytest.CaptureFixture[str]) -> None:
    found = engine.schedule(MONTH, municipality=TOWN, plan=PLAN, policy=POLICY, limits=LIMITS)
    report(found)
    assert f"1 «Семинар 1»: {SAID}" in capsys.readouterr().out
    assert summary(found, 0.0)["limited"] == {"Карта / 1": {"places": 2, "people": 3}}
    cells = {line["№"]: line["Участники"] for line in table(book(found.timetable), "По датам")}
    assert cells["1"] == SAID and cells["2"] != SAID
    assert "Участники" not in table(book(found.timetable, for_centre=False), "По датам")[0]


# ---- a list that is too long ---------------------------------------------------------------------


def too_long(**facts: Any) -> Roadmap:
    return roadmap(row("1", "март 2022", participants="Жюри", **facts), ROOM, *LIST)


@pytest.mark.parametrize("facts", [{"attendance": 2}, {"venues": {"Кабинет"}}])
def test_a_list_longer_than_the_places_is_an_error(facts: dict[str, Any]) -> None:
    (found,) = [one for one in audit_roadmap(too_long(**facts)) if one.severity == "error"]
    assert found.rows == ("1",)
    assert "людей 3" in found.words and "мест 2" in found.words
    assert not [one for one in audit_roadmap(too_long(attendance=3)) if one.severity == "error"]


def test_schedule_warns_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from matchmaker.cli.app import run
    from matchmaker.io import write_roadmap

    write_roadmap(too_long(attendance=2), tmp_path / "дорожная карта.xlsx")
    assert run(["schedule", str(tmp_path), "-o", str(tmp_path / "год"), "--seconds", "2"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "«Число участников»" in said and "людей 3" in said and "строка 2" in said
