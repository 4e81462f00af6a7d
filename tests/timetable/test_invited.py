"""Kinds of participants as people: what a plan of pairs adds to a timetable."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import matchmaker as mm
from matchmaker import engine
from matchmaker.diary.attendance import event_days
from matchmaker.domain import Assessment, Municipality, Person, School, Topic
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.events import RoadmapPlan
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.errors import InputError
from matchmaker.io.timetable_calendars import calendars
from matchmaker.limits import Limits
from matchmaker.roadmap.rows import read_plans
from matchmaker.timetable.record import Timetable
from matchmaker.timetable.weights import weights
from tests.engine import small
from tests.timetable.small_year import LIMITS, change, day, roadmap, row

POLICY = small.policy()
WEEK = (date(2022, 3, 14), date(2022, 3, 18))


def town(*rows: Record) -> Municipality:
    """Three pairs, a mentee and a mentor without one, in a school in need and another."""
    schools = [School(id="s", name="Школа № 1", low_results=True), School(id="t", name="Школа № 2")]
    people = [
        *(small.person(key, "s" if key in "ax" else "t") for key in ("a", "b", "c", "x", "y", "z")),
        small.person("n", "t"),
    ]
    mentees = [
        small.mentee("a", category="young", main_request=Topic.PARENTS),
        small.mentee("b", category="young", requests={Topic.PARENTS, Topic.ICT}),
        small.mentee("c", category="young"),
    ]
    mentors = [small.mentor(key) for key in ("x", "y", "z")]
    spare = small.mentor("n", willing="no")
    return small.municipality(*schools, *people, *mentees, *mentors, spare, *rows)


TOWN = town()
PLAN = mm.match(TOWN, POLICY).record


def made(of: Roadmap, tables: Municipality = TOWN, **options: Any) -> Timetable:
    return engine.schedule(
        of, municipality=tables, plan=PLAN, policy=POLICY, limits=LIMITS, **options
    ).timetable


def event(number: str, cell: str, **more: Any) -> Record:
    own = f"Ведущий{'абвгде'[int(number)]} А.А."
    return row(number, "март 2022", own, participants=cell, **more)


def invited(cell: str, *rows: Record, tables: Municipality = TOWN, **more: Any) -> set[str]:
    (found,) = made(roadmap(event("1", cell, **more), *rows), tables).events
    return set(found.participants)


# ---- who is invited ------------------------------------------------------------------------------


def test_mentors_and_mentees_are_those_of_the_plan() -> None:
    assert invited("наставники") == {"x", "y", "z"}  # not n, who has no pair
    assert invited("наставляемые") == {"a", "b", "c"}


def test_an_event_that_answers_requests_is_for_those_who_have_them() -> None:
    assert invited("наставляемые", topics={Topic.PARENTS}) == {"a", "b"}
    assert invited("молодые педагоги", topics={Topic.ICT}) == {"b"}
    assert invited("наставники", topics={Topic.ICT}) == {"x", "y", "z"}


def test_what_monitoring_found_is_a_request_too() -> None:
    measured = town(Assessment(person="c", ict=3))
    assert invited("наставляемые", topics={Topic.ICT}, tables=measured) == {"b", "c"}


@pytest.mark.parametrize("words", ["школ с НОР", "школ с низкими результатами", "ШНОР"])
def test_words_narrow_to_schools_with_low_results(words: str) -> None:
    assert invited(f"наставники {words}") == {"x"}
    assert invited(f"наставляемые {words}") == {"a"}
    assert invited("наставники ССУ") == set()


def test_the_schools_of_an_event_or_a_plan_are_whose_people_come() -> None:
    assert invited("наставники Школы № 1, Школа № 1") == {"x"}
    own = RoadmapPlan(id="Карта", school="t", starts=WEEK[0], ends=WEEK[1])
    assert invited("наставники", own) == {"y", "z"}


def test_people_of_lists_come_besides() -> None:
    members = [ListMember(name="Жюри", member=one) for one in ("n", "Гость Г.Г.")]
    assert invited("Жюри", *members) == set()  # a roadmap without tables knows no IDs
    people = [Person(id="n", name="Человек n", school="t")]
    assert invited("Жюри; наставники", *members, *people) == {"n", "x", "y", "z"}
    assert invited("Жюри", *members, *people) == {"n"}


# ---- what it is worth ----------------------------------------------------------------------------

MONTH = roadmap(
    event("1", "наставники"), event("2", "молодые педагоги"),
    row("3", "март 2022", "Ведущийж А.А.", plan="Другой план", participants="наставники"),
    RoadmapPlan(id="Другой план", starts=WEEK[0], ends=WEEK[1]),
    period=WEEK,
)  # fmt: skip


def level(found: Timetable, name: str) -> int:
    return next(one.value for one in found.levels if one.name == name)


def test_people_wanted_at_two_events_keep_plans_apart() -> None:
    one_day = (WEEK[0], WEEK[0])
    crowded = roadmap(
        event("1", "наставники"),
        row("3", "март 2022", "Ведущийж А.А.", plan="Другой план", participants="наставники"),
        RoadmapPlan(id="Другой план", starts=WEEK[0], ends=WEEK[0]),
        period=one_day,
    )
    found = made(crowded)
    assert found.unplaced == ()  # a wish, no limit: kinds of two plans may be other people
    assert level(found, "participants") == 3
    reasons = engine.explain_event(found, crowded, "Карта / 1")
    assert [(one.plan, people) for one, people in reasons.shared] == [("Другой план", 3)]
    free = made(MONTH)
    assert level(free, "participants") == 0
    mentors = [one.starts for one in free.events if one.audiences == ("mentors",)]
    assert len(set(mentors)) == 2


def test_without_a_plan_there_is_no_such_level() -> None:
    found = engine.schedule(MONTH, municipality=TOWN, limits=LIMITS).timetable
    assert "participants" not in [one.name for one in found.levels]
    assert all(one.participants == () for one in found.events)
    assert found.tables is None


def test_the_same_plan_gives_the_same_timetable() -> None:
    assert made(MONTH) == made(MONTH)


# ---- what is made of it --------------------------------------------------------------------------


def test_meetings_keep_off_the_days_of_those_invited_only() -> None:
    found = made(roadmap(event("1", "наставляемые", topics={Topic.ICT})))
    assert set(event_days(TOWN, POLICY, found)) == {"b"}
    kinds = engine.schedule(
        roadmap(event("1", "наставляемые", topics={Topic.ICT})), municipality=TOWN, limits=LIMITS
    ).timetable
    assert set(event_days(TOWN, POLICY, kinds)) == {"a", "b", "c"}


def test_an_event_that_concerns_nobody_takes_no_days_and_one_of_a_council_those_of_the_young() -> (
    None
):
    nobody = made(roadmap(event("1", "наставники ССУ")))
    assert event_days(TOWN, POLICY, nobody) == {}
    council = made(roadmap(event("1", "совет молодых педагогов, наставники ШНОР")))
    assert set(event_days(TOWN, POLICY, council)) == {"a", "b", "c", "x"}


def test_meetings_follow_those_invited_to_another_day_and_move_no_other() -> None:
    october = date(2026, 10, 1), date(2026, 10, 30)
    of = roadmap(
        row("1", "13.10.2026", "Ведущийб А.А.", participants="наставники ШНОР"), period=october
    )
    before = made(of)
    first = mm.meetings(TOWN, POLICY, PLAN, timetable=before)
    assert first.violations == ()
    (theirs,) = [one.id for one in first.record.series if "x" in one.mentors]
    coming = [one.day for one in first.record.meetings if one.series == theirs]
    on = next(one for one in coming if october[0] < one <= october[1])
    move = change(ChangeKind.MOVE, event="1", day=on)
    after = engine.reschedule(before, of, [move], on=date(2026, 10, 1), limits=LIMITS).made
    second = mm.meetings(
        TOWN, POLICY, PLAN, timetable=after.timetable, before=first.record, on=date(2026, 10, 1)
    )
    assert second.violations == ()
    then = {one.id: one for one in first.record.meetings}
    moved = [one for one in second.record.meetings if one != then[one.id]]
    assert {one.series for one in moved} == {theirs}
    assert on not in {one.day for one in second.record.meetings if one.series == theirs}
    assert len(second.changes) == len(moved)


def test_changes_weigh_by_the_people_invited_and_the_wish_is_kept() -> None:
    of = roadmap(
        row("1", "17.03.2022", "Ведущийб А.А.", participants="наставники"),
        row("2", "16.03.2022", "Ведущийж А.А.", plan="Другой план", participants="наставники"),
        RoadmapPlan(id="Другой план", starts=WEEK[0], ends=WEEK[1]),
    )
    before = made(of)
    assert set(weights(read_plans(of), before).values()) == {3}
    off = change(ChangeKind.DAY_OFF, "2022-03-17")
    again = engine.reschedule(before, of, [off], limits=LIMITS)
    after = again.made.timetable
    # The 16th and the 18th are as near, but on the 16th the mentors are elsewhere.
    assert day(after, "1") == date(2022, 3, 18)
    assert level(after, "participants") == 0
    assert after.tables == before.tables
    then = {one.id: one.participants for one in before.events}
    assert {one.id: one.participants for one in after.events} == then


def test_everybody_invited_has_a_calendar_that_says_no_names() -> None:
    found = made(MONTH)
    files = calendars(found, None, "Europe/Moscow")
    assert {f"{key}.ics" for key in "abcxyz"} <= set(files)
    assert files["x.ics"].count(b"BEGIN:VEVENT") == 2
    assert files["a.ics"].count(b"BEGIN:VEVENT") == 1
    assert files["x.ics"] == files["y.ics"]
    assert "Человек".encode() not in b"".join(files.values())


# ---- what is wrong -------------------------------------------------------------------------------


def test_a_plan_of_schools_or_of_another_municipality_is_refused() -> None:
    for facts, words in (({"kind": "platform"}, "нет пар"), ({"municipality": "Иной"}, "другого")):
        with pytest.raises(InputError) as error:
            engine.schedule(MONTH, municipality=TOWN, plan=PLAN.model_copy(update=facts))
        assert words in str(error.value)
    with pytest.raises(InputError, match="без таблиц"):
        engine.schedule(MONTH, municipality="Городок", plan=PLAN, limits=Limits(effort=1))
