"""Consultations that take hours of every week: what a methodist expects of ``schedule``."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Event, Mark
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine import Scheduled
from matchmaker.errors import InputError
from matchmaker.limits import Limits
from matchmaker.timetable.record import EventRecord, Timetable
from tests.timetable.small_year import change, roadmap, row

IVANOVA, PETROV = "Иванова А.Б.", "Петров В.Г."
MARCH = date(2022, 3, 14), date(2022, 3, 31)
"""Two weeks and four days without a day off."""


def advice(hours: float, people: str = IVANOVA, number: str = "К", **more: object) -> Event:
    facts = {"dates": "в течение года", "participants": None, **more}
    made = row(number, str(facts.pop("dates")), people, **facts)
    return made.model_copy(update={"title": "Консультации", "hours_a_week": hours})


def lesson(number: int | str, dates: str = "март 2022 г.", people: str = IVANOVA) -> Event:
    return row(str(number), dates, people, participants=None, supposed_participants="опрашиваем")


def made(*rows: Record, period: tuple[date, date] = MARCH) -> Scheduled:
    return engine.schedule(roadmap(*rows, period=period), limits=Limits(effort=5))


def days(found: Timetable) -> dict[str, date]:
    return {one.number: one.starts for one in found.events if one.kind == "event"}


def in_week(found: Timetable, first: date) -> int:
    return sum(day.isocalendar()[:2] == first.isocalendar()[:2] for day in days(found).values())


# ---- what a methodist sees -------------------------------------------------------------------


def test_a_week_is_not_filled_with_events() -> None:
    period = date(2022, 3, 14), date(2022, 3, 18)
    rows = [advice(20), *(lesson(n) for n in range(1, 6))]
    assert len(days(made(*rows[1:], period=period).timetable)) == 5
    found = made(*rows, period=period)
    assert found.check.valid
    assert found.timetable.levels[0].value == found.timetable.levels[0].bound == 3
    assert len(days(found.timetable)) == 2
    for one in found.timetable.unplaced:
        assert "«Иванова А.Б.» 20 ч отведено (строки К)" in one.reason
        assert "14.03.2022–18.03.2022" in one.reason
        assert "остаётся 2 дня" in one.reason
    assert "не больше 14 ч" in found.timetable.unplaced[0].mend
    fewer = made(advice(14), *rows[1:], period=period)
    assert len(days(fewer.timetable)) == 3
    assert len(days(made(advice(14.5), *rows[1:], period=period).timetable)) == 2


def test_a_wider_window_helps_as_the_mend_says() -> None:
    rows = [advice(20), *(lesson(n, "третья неделя марта 2022 г.") for n in range(1, 6))]
    found = made(*rows).timetable
    assert len(found.unplaced) == 2  # 15 to 18 March hold two, 21 March one
    first = found.unplaced[0]
    allowed = re.match(r"Разрешите (\d\d\.\d\d\.\d{4}):", first.mend)
    assert allowed is not None
    wider = [
        one.model_copy(update={"dates": allowed[1]}) if one.number == first.number else one
        for one in rows
    ]
    assert len(made(*wider).timetable.unplaced) == 1


def test_published_days_are_moved_as_little_as_can_be() -> None:
    named = ["14.03.2022", "15.03.2022", "17.03.2022", "18.03.2022"]
    rows = [lesson(n, day) for n, day in enumerate(named, 1)]
    assert days(made(*rows).timetable)["4"] == date(2022, 3, 18)
    found = days(made(advice(10), *rows).timetable)
    assert [found[n] for n in "123"] == [date(2022, 3, day) for day in (14, 15, 17)]
    assert found["4"] == date(2022, 3, 21)  # the next working day after its own


def test_another_leader_takes_over() -> None:
    rows = [lesson(n).model_copy(update={"staff": frozenset({PETROV})}) for n in range(1, 4)]
    period = date(2022, 3, 14), date(2022, 3, 18)
    found = made(advice(24), *rows, period=period)
    leaders = Counter(one.people for one in found.timetable.events if one.kind == "event")
    assert leaders == {(IVANOVA,): 1, (PETROV,): 2}


def test_an_event_longer_than_what_any_week_leaves_says_so() -> None:
    course = lesson(1).model_copy(update={"days": 4})
    of = roadmap(advice(8), course, period=MARCH)
    timetable = engine.schedule(of, limits=Limits(effort=5)).timetable
    (missing,) = timetable.unplaced
    assert missing.reason.startswith("в сроке «март 2022 г.» не хватает дней: на неделе")
    mends = engine.explain_event(timetable, of, "1").mends
    assert any("не больше 7 ч" in mend for mend in mends)
    assert days(made(advice(7), course).timetable)


def test_a_blocked_day_names_the_hours() -> None:
    of = roadmap(
        advice(20), *(lesson(n, f"{day}.03.2022") for n, day in ((1, 15), (2, 16), (3, 22))),
        period=MARCH,
    )  # fmt: skip
    timetable = engine.schedule(of, limits=Limits(effort=5)).timetable
    reasons = engine.explain_event(timetable, of, "3")
    names = {one.day: [by.name for by in one.by] for one in reasons.blocked}
    (words,) = names[date(2022, 3, 17)]
    assert "20 ч отведено" in words and "14.03.2022–18.03.2022" in words
    assert date(2022, 3, 23) not in names
    assert all(one.starts.isocalendar()[1] != 11 for one in reasons.others)


# ---- how many days are left ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "days_worked", "left"),
    [([8], 5, 3), ([7], 5, 4), ([7, 0.5], 5, 3), ([3.5, 3.5], 5, 4), ([36], 5, 0),
     ([20], 5, 2), ([20], 4, 1), ([8], 4, 3), ([0.5], 5, 4), ([8], 1, 0), ([9], 4, 3)],
)  # fmt: skip
def test_days_left_of_a_week(hours: list[float], days_worked: int, left: int) -> None:
    period = date(2022, 3, 14), date(2022, 3, 13 + days_worked)
    rows = [advice(some_hours, number=f"К{n}") for n, some_hours in enumerate(hours)]
    found = made(*rows, lesson(1), period=period)
    (week,) = found.program.weeks
    assert week.left == week.budget.most == left
    assert len(days(made(*rows, *map(lesson, range(1, 7)), period=period).timetable)) == left


def test_a_day_off_shortens_the_hours_too() -> None:
    """7 and 8 March 2022 were off: three days, of which 12 hours a week take one whole day."""
    period = date(2022, 3, 7), date(2022, 3, 11)
    (week,) = made(advice(12), lesson(1), period=period).program.weeks
    assert (week.worked, week.left) == (3, 2)


def test_a_group_gives_its_hours_together() -> None:
    group = Abbreviation(
        name="Методисты", kind=PartyKind.GROUP, members=frozenset({IVANOVA, PETROV}), at_once=2
    )
    period = date(2022, 3, 14), date(2022, 3, 18)
    events = [lesson(n, people="Методисты") for n in range(1, 11)]
    assert len(days(made(group, *events, period=period).timetable)) == 10
    found = made(group, advice(36, "Методисты"), *events, period=period)
    assert len(days(found.timetable)) == 5
    assert found.reserved == {"Методисты": 36.0}
    # Naming a member takes the hours of the member, and of the group by one.
    member = made(group, advice(18), *events, lesson("И"), period=period)
    left = {member.program.program.resources[one.budget.resource].key: one.left
            for one in member.program.weeks}  # fmt: skip
    assert left == {f"person:{IVANOVA}": 2, "group:Методисты": 7}
    assert member.reserved == {IVANOVA: 18.0}


def test_windows_of_one_row_in_one_week_reserve_once() -> None:
    found = made(
        advice(8, dates="ежемесячно"), lesson(1), period=(date(2022, 3, 1), date(2022, 5, 31))
    )
    assert len(found.program.spans) > 1
    assert {one.hours for one in found.program.weeks} == {8.0}
    weeks = [one.budget.first for one in found.program.weeks]
    assert len(weeks) == len(set(weeks)) == len(
        {day.isocalendar()[:2] for day in found.program.days}
    )  # fmt: skip


def test_what_is_cancelled_reserves_nothing() -> None:
    found = made(advice(8, mark=Mark.CANCELLED), lesson(1))
    assert found.program.weeks == () and found.reserved == {}


# ---- what cannot be reserved -----------------------------------------------------------------


def problems(*rows: Record) -> list[str]:
    with pytest.raises(InputError) as caught:
        made(*rows)
    return [str(one) for one in caught.value.issues]


def test_all_that_cannot_be_reserved_is_said_at_once() -> None:
    event = lesson(1).model_copy(update={"hours_a_week": 2.0})
    deadline = advice(3, number="2", dates="до 25 марта 2022 г.")
    nobody = advice(4.5, "УО", "3")
    much = [advice(30, number="4"), advice(6.5, number="5")]
    found = problems(event, deadline, nobody, *much)
    assert len(found) == 4
    assert all("столбец «Часов в неделю»" in one for one in found)
    assert "занимает дни целиком «2»" in found[0]
    assert "только крайний срок «3»" in found[1]
    assert "ни человека, ни группы «4,5»" in found[2]
    assert "на Иванова А.Б. приходится 36,5 ч в неделю (строки 4, 5)" in found[3]
    assert "рабочая неделя — 36 ч" in found[3]
    assert made(advice(30, number="4"), advice(6, number="5")).check.valid


# ---- after a change --------------------------------------------------------------------------


def again(of: Roadmap, before: Timetable, *changes: Change, on: date) -> Timetable:
    return engine.reschedule(before, of, changes, on=on, limits=Limits(effort=1)).made.timetable


def test_hours_that_come_later_move_what_is_published_and_leave_what_is_over() -> None:
    events = [lesson(n, f"{day}.03.2022") for n, day in enumerate((14, 15, 16, 17, 18), 1)]
    before = made(*events).timetable
    of = roadmap(advice(20), *events, period=MARCH)
    unrelated = change(ChangeKind.DAY_OFF, "2022-03-31")
    found = again(of, before, unrelated, on=date(2022, 3, 15))
    assert {one.number for one in found.events} == {"К", *"12345"}
    assert found.unplaced == ()
    assert days(found)["1"] == date(2022, 3, 14)
    assert in_week(found, date(2022, 3, 14)) == 2  # the one that is over, and one more
    late = again(of, before, unrelated, on=date(2022, 3, 18))
    assert late.unplaced == ()
    assert in_week(late, date(2022, 3, 14)) == 4  # what is over stays; the last must move


def test_whoever_is_away_owes_the_hours_of_the_other_days() -> None:
    events = [lesson(n, f"{day}.03.2022") for n, day in enumerate((14, 15, 16), 1)]
    of = roadmap(advice(12), *events, period=MARCH)
    before = engine.schedule(of, limits=Limits(effort=5)).timetable
    assert in_week(before, date(2022, 3, 14)) == 3
    away = change(ChangeKind.AWAY, "2022-03-17", "2022-03-18", who=IVANOVA)
    found = again(of, before, away, on=date(2022, 3, 11))
    assert found.status != "infeasible" and found.unplaced == ()
    assert in_week(found, date(2022, 3, 14)) == 2  # of three days 12 / 36 are owed
    whole = change(ChangeKind.AWAY, "2022-03-14", "2022-03-18", who=IVANOVA)
    found = again(of, before, whole, on=date(2022, 3, 11))
    assert found.unplaced == () and in_week(found, date(2022, 3, 14)) == 0


def test_consultations_that_are_called_off_give_their_days_back() -> None:
    week = date(2022, 3, 14), date(2022, 3, 18)
    of = roadmap(advice(20), *(lesson(n) for n in range(1, 4)), period=week)
    before = engine.schedule(of, limits=Limits(effort=5)).timetable
    assert len(before.unplaced) == 1
    found = again(of, before, change(ChangeKind.CANCEL, event="К"), on=date(2022, 3, 14))
    assert found.unplaced == () and len(days(found)) == 3


# ---- always ----------------------------------------------------------------------------------


@some.composite
def _plans(draw: some.DrawFn) -> list[Event]:
    halves = some.integers(1, 24).map(lambda n: n / 2)
    rows = [
        advice(draw(halves), draw(some.sampled_from([IVANOVA, PETROV])), f"К{n}")
        for n in range(draw(some.integers(0, 3)))
    ]
    windows = ["март 2022 г.", "16.03.2022", "17.03.2022", "вторая половина марта 2022 г."]
    for n in range(draw(some.integers(1, 8))):
        event = lesson(
            n, draw(some.sampled_from(windows)), draw(some.sampled_from([IVANOVA, PETROV]))
        )
        facts = {
            "days": draw(some.sampled_from([None, 2, 6])),
            "staff": draw(some.sampled_from([frozenset(), frozenset({PETROV})])),
        }
        rows.append(event.model_copy(update=facts))
    return rows


@settings(max_examples=25, deadline=None)
@given(_plans())
def test_nobody_has_more_than_a_week_holds(rows: list[Event]) -> None:
    """Counted from the file alone: whole days of events, and the hours of all consultations."""
    found = engine.schedule(roadmap(*rows, period=MARCH), limits=Limits(effort=0.3)).timetable
    worked = [date(2022, 3, day) for day in range(14, 32) if date(2022, 3, day).weekday() < 5]
    weeks = Counter(day.isocalendar()[1] for day in worked)
    for person in (IVANOVA, PETROV):
        own = [one for one in found.events if person in one.people]
        hours = sum(Fraction(one.hours_a_week or 0) for one in own)
        for week, length in weeks.items():
            busy = sum(_days_in(one, worked, week) for one in own if one.kind == "event")
            assert busy + hours * length / 36 <= length


def _days_in(event: EventRecord, worked: list[date], week: int) -> int:
    return sum(event.starts <= d <= event.ends and d.isocalendar()[1] == week for d in worked)
