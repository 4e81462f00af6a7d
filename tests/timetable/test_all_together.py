"""Lists, a plan of pairs and hours a week in one timetable, edition after edition.

What must hold is counted from the rows of the tables and the record alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain import Person, School
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.event_reasons import _Standing
from matchmaker.engine.rescheduling import Rescheduled
from matchmaker.timetable import check_placements
from matchmaker.timetable.record import EventRecord, Timetable
from tests.timetable.small_year import LIMITS, PLAN, change, day, row
from tests.timetable.test_invited import PLAN as PAIRS
from tests.timetable.test_invited import POLICY, TOWN
from tests.timetable.test_lists import listed
from tests.timetable.test_reserved_hours import advice

KIM, LIS = "Ким А.О.", "Лис Б.Б."
PERIOD = date(2022, 3, 14), date(2022, 3, 25)
WORKED = [date(2022, 3, n) for n in (14, 15, 16, 17, 18, 21, 22, 23, 24, 25)]
LISTS = [*listed("Команда", KIM, "x"), *listed("Жюри", LIS, "x", "Гость Г.Г.")]
MEMBERS = {"Команда": {KIM, "x"}, "Жюри": {LIS, "x", "Гость Г.Г."}}
PAIRED = {"наставники": {"x", "y", "z"}, "наставляемые": {"a", "b", "c"}}


def year(*rows: Record) -> Roadmap:
    head = RoadmapPlan(id=PLAN, starts=PERIOD[0], ends=PERIOD[1])
    people = [School(id="t", name="Школа № 2"), Person(id="x", name="Человек x", school="t")]
    return Roadmap.build([head, *people, *LISTS, *rows])


def made(of: Roadmap) -> Timetable:
    return engine.schedule(
        of, municipality=TOWN, plan=PAIRS, policy=POLICY, limits=LIMITS
    ).timetable


def again(of: Roadmap, before: Timetable, on: date, *changes: Change) -> Rescheduled:
    return engine.reschedule(before, of, changes, on=on, limits=LIMITS)


# ---- counted from the tables ---------------------------------------------------------------------


def faults(
    rows: Sequence[Event], found: Timetable, away: Sequence[tuple[str, date]], on: date
) -> set[str]:
    """Who is in two places, has more than a week holds, is away or is not invited."""
    cells = {one.number or "": one for one in rows}
    events = [one for one in found.events if one.kind == "event"]
    wrong = set()
    for one, other in combinations(events, 2):
        twice = _there(cells, one) & _there(cells, other)
        if twice and set(one.days) & set(other.days):
            wrong.add("twice")
    for person in (KIM, LIS):
        own = [one for one in events if person in one.people]
        gone = {at for who, at in away if who == person}
        if any(gone & set(one.days) for one in own if one.state != "history"):
            wrong.add("away")
        hours = sum(
            Fraction(row.hours_a_week)
            for row in rows
            if row.hours_a_week and person in (row.responsible or "")
        )
        for week in {at.isocalendar()[1] for at in WORKED}:
            there = [at for at in WORKED if at.isocalendar()[1] == week and at not in gone]
            busy = [at for one in own for at in one.days if at in there]
            facts = [at for one in own if one.state == "history" for at in one.days if at in there]
            if len(busy) > len(facts) and len(busy) + hours * len(there) / 36 > len(there):
                wrong.add("budget")
    for event in events:
        cell = cells[event.number].participants or ""
        named = (MEMBERS | PAIRED).items()
        invited = {one for name, people in named if name in cell for one in people}
        if set(event.participants) != {one for one in invited if len(one) == 1}:
            wrong.add("invited")
    if any(not on <= one.starts and one.state == "draft" for one in events):
        wrong.add("past")
    return wrong


def _there(cells: dict[str, Event], event: EventRecord) -> set[str]:
    cell = cells[event.number].participants or ""
    return {one for name in MEMBERS if name in cell for one in MEMBERS[name]} | set(event.people)


@some.composite
def _rows(draw: some.DrawFn) -> list[Event]:
    rows = []
    for number in range(1, draw(some.integers(2, 7)) + 1):
        cell = draw(some.sets(some.sampled_from([*MEMBERS, *PAIRED]), max_size=2))
        leader, other = draw(some.permutations([KIM, LIS]))
        facts = {
            "participants": "; ".join(sorted(cell)) or "гости",
            "staff": draw(some.sampled_from([frozenset(), frozenset({other})])),
            "days": draw(some.sampled_from([None, None, 2])),
        }
        dates = draw(some.sampled_from(["март 2022", "15.03.2022", "17.03.2022", "22.03.2022"]))
        rows.append(row(str(number), dates, leader, **facts))
    hours = some.integers(2, 40).map(lambda n: n / 2)
    rows += [
        advice(draw(hours), who, f"К{who[0]}")
        for who in draw(some.sets(some.sampled_from([KIM, LIS])))
    ]
    return rows


def test_who_is_invited_is_known_once_an_event_has_a_day() -> None:
    of = year(
        row("1", "17.03.2022", KIM, participants="наставники", pinned=True),
        row("2", "17.03.2022", KIM, participants="наставники", pinned=True),
    )
    first = made(of)
    (missing,) = first.unplaced
    other = "2" if missing.number == "1" else "1"
    off = change(ChangeKind.CANCEL, event=other)
    second = again(of, first, date(2022, 3, 15), off).made.timetable
    invited = {event.number: set(event.participants) for event in second.events}
    assert invited == {missing.number: set(PAIRED["наставники"])}


@settings(max_examples=25, deadline=None)
@given(_rows(), some.sampled_from([KIM, LIS]), some.sampled_from(WORKED[3:]))
def test_three_editions_keep_people_hours_and_the_invited(
    rows: list[Event], who: str, gone: date
) -> None:
    of = year(*rows)
    first = made(of)
    assert faults(rows, first, (), PERIOD[0]) == set()
    off = change(ChangeKind.DAY_OFF, "2022-03-17")
    second = again(of, first, date(2022, 3, 15), off).made
    closed = [(one, date(2022, 3, 17)) for one in (KIM, LIS)]
    assert second.check.valid
    assert faults(rows, second.timetable, [], date(2022, 3, 15)) == set()
    leave = change(ChangeKind.AWAY, gone.isoformat(), who=who)
    third = again(of, second.timetable, date(2022, 3, 17), leave).made
    assert third.check.valid
    assert faults(rows, third.timetable, [(who, gone)], date(2022, 3, 17)) == set()
    for later in (second.timetable, third.timetable):
        assert faults(rows, later, closed, PERIOD[0]) <= {"past", "budget"}
        assert later.tables == first.tables


@settings(max_examples=25, deadline=None)
@given(_rows(), some.data())
def test_whatever_the_tables_show_spoiled_the_checker_refuses(
    rows: list[Event], data: some.DataObject
) -> None:
    of = year(*rows)
    good = made(of)
    events = [one for one in good.events if one.kind == "event"]
    assume(len(events) > 1)
    one = data.draw(some.sampled_from(events))
    start = data.draw(some.sampled_from(WORKED))
    length = (one.ends - one.starts).days
    assume(start + timedelta(length) in WORKED)
    moved = one.model_copy(update={"starts": start, "ends": start + timedelta(length)})
    spoiled = good.model_copy(
        update={"events": tuple(moved if two.id == one.id else two for two in good.events)}
    )
    assert _checked(good, of)
    if faults(rows, spoiled, (), PERIOD[0]):
        assert not _checked(spoiled, of)


@pytest.mark.parametrize(
    ("rows", "moved", "to", "wrong"),
    [
        ([row(str(n), f"{n}.03.2022", KIM, participants="гости") for n in (15, 16, 22)],
         "22", date(2022, 3, 17), "budget"),
        ([row("1", "15.03.2022", "Зуб З.З.", participants="Команда"),
          row("2", "16.03.2022", "Лес Л.Л.", participants="Жюри")],
         "2", date(2022, 3, 15), "twice"),
        ([row("1", "15.03.2022", "Зуб З.З.", participants="Команда"),
          row("2", "16.03.2022", KIM, participants="гости")],
         "2", date(2022, 3, 15), "twice"),
    ],
)  # fmt: skip
def test_a_full_week_and_a_member_in_two_places_are_refused(
    rows: list[Event], moved: str, to: date, wrong: str
) -> None:
    rows = [advice(20, KIM), *rows]
    of = year(*rows)
    good = made(of)
    spoiled = good.model_copy(
        update={
            "events": tuple(
                one.model_copy(update={"starts": to, "ends": to}) if one.number == moved else one
                for one in good.events
            )
        }
    )
    assert faults(rows, good, (), PERIOD[0]) == set() and _checked(good, of)
    assert faults(rows, spoiled, (), PERIOD[0]) == {wrong} and not _checked(spoiled, of)


def _checked(found: Timetable, of: Roadmap) -> bool:
    standing = _Standing(found, of)
    return check_placements(standing.program, standing.placements).valid


# ---- what a methodist does -----------------------------------------------------------------------


def test_consultations_moved_by_order_take_their_hours_along() -> None:
    """From 22 March on the hours bind another week; the events that stood there give way."""
    rows = [
        advice(20, KIM, dates="с 14.03.2022 по 18.03.2022"),
        *(row(str(n), f"{n}.03.2022", KIM, participants="гости") for n in (21, 22, 23)),
    ]
    of = year(*rows)
    first = made(of)
    assert [one.starts.day for one in first.events if one.kind == "event"] == [21, 22, 23]
    order = Change(kind=ChangeKind.MOVE, event="К", day=date(2022, 3, 21))
    second = again(of, first, date(2022, 3, 14), order).made
    in_week = [
        one for one in second.timetable.events if one.kind == "event" and one.starts.day > 20
    ]
    assert len(in_week) == 2
    third = again(of, second.timetable, date(2022, 3, 15)).made
    assert [(e.id, e.starts) for e in third.timetable.events] == [
        (e.id, e.starts) for e in second.timetable.events
    ]
    assert third.told == ()


@pytest.mark.parametrize("staff", [frozenset(), frozenset({LIS})])
def test_a_member_of_a_list_who_is_away_leads_nothing(staff: frozenset[str]) -> None:
    rows = [
        row("1", "16.03.2022", "Зуб З.З.", participants="Команда"),
        row("2", "17.03.2022", KIM, participants="гости", staff=staff),
    ]
    of = year(*rows)
    first = made(of)
    leave = change(ChangeKind.AWAY, "2022-03-17", who=KIM)
    second = again(of, first, date(2022, 3, 15), leave).made.timetable
    (led,) = [one for one in second.events if one.number == "2"]
    assert led.starts != date(2022, 3, 17) or led.people == (LIS,)
    assert day(second, "1") == date(2022, 3, 16)


def test_a_participant_who_is_away_moves_nothing() -> None:
    of = year(row("1", "16.03.2022", "Зуб З.З.", participants="Жюри"))
    first = made(of)
    for who in ("Гость Г.Г.", "Человек x"):
        leave = change(ChangeKind.AWAY, "2022-03-16", who=who)
        assert day(again(of, first, date(2022, 3, 15), leave).made.timetable, "1").day == 16


def test_a_refused_day_names_the_list_or_the_hours() -> None:
    rows = [
        advice(20, KIM),
        row("1", "15.03.2022", KIM, participants="гости"),
        row("2", "16.03.2022", KIM, participants="гости"),
        row("3", "17.03.2022", LIS, participants="Команда"),
        row("4", "22.03.2022", "Зуб З.З.", participants="Жюри"),
    ]
    of = year(*rows)
    found = made(of)
    by = {one.day.day: one.by for one in engine.explain_event(found, of, "4").blocked}
    assert [(one.name, one.who) for one in by[17]] == [("3", ("Жюри; Команда",))]
    # Kim is of the team, so neither of his events may be on its day; his week is full besides.
    found = made(year(*rows, row("5", "24.03.2022", KIM, participants="гости")))
    reasons = engine.explain_event(
        found, year(*rows, row("5", "24.03.2022", KIM, participants="гости")), "5"
    )
    words = {one.day.day: [other.name for other in one.by] for one in reasons.blocked}
    assert any("20 ч отведено" in name for name in words[18])
    assert "3" in words[17]


def test_history_has_used_its_week_up_in_edition_after_edition() -> None:
    rows = [
        advice(20, KIM),
        *(row(str(n), f"{n}.03.2022", KIM, participants="Команда") for n in (14, 15)),
        row("3", "март 2022", KIM, participants="гости"),
    ]
    of = year(*rows)
    second = again(of, made(of), date(2022, 3, 16)).made.timetable
    new = year(*rows, row("4", "март 2022", KIM, participants="гости"))
    third = again(new, second, date(2022, 3, 17)).made
    assert third.check.valid and third.timetable.unplaced == ()
    days = sorted(one.starts.day for one in third.timetable.events if one.kind == "event")
    assert days[:2] == [14, 15] and days[2] > 20
    states = {one.number: one.state for one in third.timetable.events}
    assert states["14"] == states["15"] == "history" and states["4"] == "draft"
    then = {one.id: one.participants for one in second.events}
    now = {one.id: one.participants for one in third.timetable.events}
    assert then.items() <= now.items()
