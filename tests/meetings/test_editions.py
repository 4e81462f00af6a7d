"""A new edition of meetings: what was is kept to the letter, and little of the rest changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import matchmaker as mm
from matchmaker.diary.check import violations
from matchmaker.diary.days import Days, days_of
from matchmaker.diary.defaults import Grid
from matchmaker.diary.edition_check import edition_violations
from matchmaker.diary.former import Former
from matchmaker.diary.phases import Wanted
from matchmaker.diary.record import MeetingRecord, Meetings, clock
from matchmaker.diary.week import Week, weeks_of
from matchmaker.domain import Municipality, Status
from matchmaker.domain.busy import Busy, Weekday
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.decisions import Decision, DecisionKind
from matchmaker.domain.meeting_tables import MeetingRule, MeetingTables
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.meeting_plan import MeetingPlan
from matchmaker.errors import InputError
from tests.engine import small
from tests.meetings.small_town import POLICY, all_week, busy, meet, one_pair, school, two_mentees

ON = date(2026, 10, 14)
DAYS = tuple(Weekday)[:5]
PLACE = ("day", "starts", "ends")


def places(meetings: Iterable[MeetingRecord]) -> dict[str, tuple[object, ...]]:
    return {one.id: tuple(getattr(one, name) for name in PLACE) for one in meetings}


def held(record: Meetings, on: date) -> list[MeetingRecord]:
    return [one for one in record.meetings if one.day < on]


def two_schools() -> Municipality:
    """A pair at each of two schools."""
    return small.municipality(
        school("s"),
        school("t"),
        small.person("a", "s"),
        small.person("m", "s"),
        small.person("b", "t"),
        small.person("n", "t"),
        small.mentee("a", category="young"),
        small.mentee("b", category="young"),
        small.mentor("m"),
        small.mentor("n"),
        Decision(mentor="m", mentee="a", kind=DecisionKind.PIN),
        Decision(mentor="n", mentee="b", kind=DecisionKind.PIN),
    )


# ---- nothing has changed --------------------------------------------------------------------


@settings(deadline=None, max_examples=15)
@given(
    st.booleans(),
    st.integers(0, 200),
    st.integers(2, 4),
    st.lists(st.tuples(st.sampled_from("abm"), st.sampled_from(DAYS)), max_size=4),
)
def test_made_again_without_a_change_it_is_the_same(
    pair: bool, step: int, per_month: int, taken: list[tuple[str, Weekday]]
) -> None:
    town = one_pair(months=6) if pair else two_mentees(months=6)
    people = "am" if pair else "abm"
    rows = [busy(who, day, "12:00", "17:30") for who, day in taken if who in people]
    rule = MeetingRule(programme="pair", per_month=per_month)
    first = meet(town, *rows, rule)
    on = date(2026, 9, 1) + timedelta(min(step, 170))
    again = meet(town, *rows, rule, before=first.record, on=on)
    assert again.record.meetings == first.record.meetings
    assert [one.weekday for one in again.record.series] == [
        one.weekday for one in first.record.series
    ]
    assert (again.record.edition, again.record.since) == (1, on)
    assert again.changes == ()
    assert again.whom_to_tell() == {}
    assert calendars(again) == calendars(first)


def calendars(made: MeetingPlan) -> dict[str, bytes]:
    return {name: text for name, text in made.papers().items() if name.endswith(".ics")}


def test_the_day_is_that_of_the_edition_before_or_the_first() -> None:
    town = one_pair(months=3)
    first = meet(town).record
    second = meet(town, before=first).record
    assert (second.edition, second.since) == (1, date(2026, 9, 1))
    third = meet(town, before=second, on=ON).record
    assert meet(town, before=third).record.since == ON


def test_a_file_of_the_first_version_is_edition_0() -> None:
    town = two_mentees(months=3)
    first = meet(town).record
    plain = first.model_dump(mode="json")
    for name in ("edition", "since"):
        del plain[name]
    for series in plain["series"]:
        del series["rhythm"], series["asked"]
    old = Meetings.model_validate(plain)
    assert old.edition == 0
    again = meet(town, before=old, on=ON)
    assert again.record.meetings == first.meetings
    assert again.changes == ()


# ---- somebody is busy -----------------------------------------------------------------------


@settings(deadline=None, max_examples=25)
@given(
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from("abm"), st.sampled_from(DAYS), st.integers(32, 66), st.integers(2, 24)
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 80),
)
def test_what_could_stay_stays(
    pair: bool, drawn: list[tuple[str, Weekday, int, int]], step: int
) -> None:
    town = one_pair(months=3) if pair else two_mentees(months=3)
    people = "am" if pair else "abm"
    lessons = [row for who in people for row in all_week(who, "08:00-13:00")]
    more = [
        busy(who, day, clock(15 * at), clock(15 * min(72, at + length)))
        for who, day, at, length in drawn
        if who in people
    ]
    first = meet(town, *lessons).record
    on = date(2026, 9, 1) + timedelta(step)
    made = meet(town, *lessons, *more, before=first, on=on)
    record = made.record
    assert held(record, on) == held(first, on)
    assert all(level.value == level.bound for level in record.levels)
    weeks = weeks_of(town, MeetingTables.build([*lessons, *more]).busy)[0]
    cannot = {
        one.id
        for one in first.meetings
        if one.day >= on
        and not all(
            weeks[who].free(one.day.weekday(), *(_minutes(at) for at in (one.starts, one.ends)))
            for who in one.people
        )
    }
    then, now = places(first.meetings), places(record.meetings)
    changed = {key for key in then if now.get(key) != then[key]}
    assert changed >= cannot
    assert changed == {one.meeting.id for one in made.changes if one.before}
    # Who was moved though nothing of the tables says so made room for another meeting.
    former = Former(first, on)
    world = _world(town, [*lessons, *more], former)
    for key in changed - cannot:
        assert now.get(key), "what could stay has lost its place"
        back = next(one for one in first.meetings if one.id == key)
        others = tuple(one for one in record.meetings if one.id != key)
        spoiled = record.model_copy(update={"meetings": (*others, back)})
        assert violations(spoiled, *world, on)


def _minutes(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:])


World = tuple[list[Wanted], dict[str, Week], Days, Grid]


def _world(town: Municipality, rows: list[Busy], former: Former) -> World:
    from matchmaker.diary.plans import planned
    from matchmaker.diary.series import series_of

    tables = MeetingTables.build(rows).resolved(town, POLICY.programme)
    weeks, days, grid = weeks_of(town, tables.busy)[0], days_of(town), Grid()
    plan = mm.match(town, POLICY).record
    series = series_of(town, POLICY, plan, tables.rules, begun=former.begun)
    plans = planned(series, weeks, days, grid, former)
    return [one for plan in plans for one in plan.meetings], weeks, days, grid


def test_history_stays_though_the_tables_say_otherwise() -> None:
    town = one_pair(months=3)
    first = meet(town).record
    made = meet(town, *all_week("m", "08:00-18:00"), before=first, on=ON)
    assert [one for one in made.record.meetings if one.day.weekday() < 5] == held(first, ON)
    (series,) = made.record.series
    lost = sum(len(one.meetings) for one in made.record.unplaced)
    assert series.wanted == len(made.record.meetings) + lost
    assert {one.what for one in made.changes} <= {"moved", "cancelled"}


def test_a_weekday_that_is_taken_moves_only_that_pair_and_the_weekly_time() -> None:
    town = two_mentees(months=3)
    first = meet(town).record
    one, other = first.series
    assert one.weekday is not None
    made = meet(
        town, busy(one.mentees[0], DAYS[one.weekday], "08:00", "18:00"), before=first, on=ON
    )
    assert {change.meeting.series for change in made.changes} == {one.id}
    assert {change.what for change in made.changes} == {"moved"}
    assert set(made.whom_to_tell()) == {*one.mentors, *one.mentees}
    now = {series.id: series for series in made.record.series}
    assert (now[other.id].weekday, now[other.id].time) == (other.weekday, other.time)
    assert now[one.id].weekday != one.weekday
    late = [m for m in made.record.meetings if m.series == one.id and m.day >= ON]
    assert {m.day.weekday() for m in late} == {now[one.id].weekday}


# ---- days that are closed, people who are away ----------------------------------------------


@pytest.mark.parametrize("last", [ON, ON + timedelta(6), ON + timedelta(20)])
def test_a_quarantine_moves_exactly_whom_it_concerns(last: date) -> None:
    town = two_schools()
    first = meet(town).record
    start = next(one.day for one in first.meetings if one.day >= ON and "a" in one.people)
    last = start + (last - ON)
    row = SpecialDays(who="s", kind=DaysKind.OFF, starts=start, ends=last, name="карантин")
    roadmap = Roadmap(days=(row,))
    made = meet(town, before=first, on=ON, roadmap=roadmap)
    concerned = {one.id for one in first.meetings if "a" in one.people and start <= one.day <= last}
    assert concerned
    assert {change.meeting.id for change in made.changes} == concerned
    assert set(made.whom_to_tell()) == {"a", "m"}
    if last == start:
        assert {change.what for change in made.changes} == {"moved"}


def test_a_day_cancelled_by_cold_moves_what_stood_on_it() -> None:
    town = two_schools()
    first = meet(town).record
    cold = next(one.day for one in first.meetings if one.day >= ON)
    roadmap = Roadmap(days=(SpecialDays(kind=DaysKind.OFF, starts=cold, name="мороз"),))
    made = meet(town, before=first, on=ON, roadmap=roadmap)
    assert {change.meeting.id for change in made.changes} == {
        one.id for one in first.meetings if one.day == cold
    }
    assert {change.what for change in made.changes} == {"moved"}


def test_a_mentor_who_is_ill_comes_later() -> None:
    town = one_pair()
    first = meet(town).record
    gone = next(one.day for one in first.meetings if one.day >= ON)
    back = gone + timedelta(3)
    ill = town.model_copy(
        update={
            "people": tuple(
                one.model_copy(update={"status": Status.ABSENT, "absent_until": back})
                if one.id == "m"
                else one
                for one in town.people
            )
        }
    )
    plan = mm.match(town, POLICY).record
    made = mm.meetings(ill, POLICY, plan, before=first, on=ON)
    assert made.violations == ()
    assert held(made.record, ON) == held(first, ON)
    assert not [one for one in made.record.meetings if ON <= one.day <= back]
    later = {key: at for key, at in places(first.meetings).items() if at[0] > back}  # type: ignore[operator]
    now = places(made.record.meetings)
    assert all(now[key] == at for key, at in later.items())
    (change,) = made.changes
    assert change.what == "moved"
    assert change.before and change.before.day == gone


# ---- other pairs, another rhythm ------------------------------------------------------------


def pairs(*pinned: tuple[str, str]) -> Municipality:
    return small.municipality(
        small.mentee("a", category="young"),
        small.mentor("m"),
        small.mentor("n"),
        *(Decision(mentor=m, mentee=a, kind=DecisionKind.PIN) for m, a in pinned),
    )


def test_a_pair_that_is_gone_is_cancelled_and_a_new_one_begins() -> None:
    first = meet(pairs(("m", "a")))
    made = meet(pairs(("n", "a")), before=first.record, on=ON)
    old, new = sorted(made.record.series, key=lambda one: one.starts)
    assert (old.mentors, new.mentors) == (("m",), ("n",))
    assert (new.starts, old.ends) == (ON, ON - timedelta(1))
    mine = [one for one in made.record.meetings if one.series == new.id]
    assert [one.phase for one in mine][:3] == ["acquaintance", "trial", "planning"]
    assert mine[-1].phase == "final"
    assert min(one.day for one in mine) >= ON
    assert len(mine) == new.wanted
    gone = [one for one in first.record.meetings if one.day >= ON]
    assert len(made.changed("cancelled")) == len(gone)
    assert len(made.changed("added")) == len(mine)
    assert {who: len(told) for who, told in made.whom_to_tell().items()} == {
        "a": len(gone) + len(mine),
        "m": len(gone),
        "n": len(mine),
    }
    # The next edition knows that the first pair has ended, and cancels nothing again.
    third = meet(pairs(("n", "a")), before=made.record)
    assert third.changes == ()
    assert third.record.meetings == made.record.meetings
    assert "calendars/m.ics" in third.papers()
    back = meet(pairs(("m", "a")), before=made.record, on=ON + timedelta(28))
    numbers = [one.number for one in back.record.meetings if one.series == old.id and one.number]
    assert len(numbers) == len(set(numbers))


def test_papers_can_be_made_though_a_mentor_is_in_no_table_any_more() -> None:
    first = meet(pairs(("m", "a"))).record
    town = small.municipality(small.mentee("a", category="young"), small.mentor("n"))
    made = meet(town, before=first, on=ON)
    assert held(made.record, ON) == held(first, ON)
    papers = made.papers()
    assert {"calendars/m.ics", "calendars/n.ics"} <= papers.keys()


def test_a_pair_that_could_not_meet_begins_when_it_can() -> None:
    town = one_pair()
    first = meet(town, *all_week("m", "08:00-18:00"), busy("m", Weekday.SATURDAY, "08:00", "18:00"))
    assert first.record.meetings == ()
    made = meet(town, before=first.record, on=ON)
    assert [one.phase for one in made.record.meetings][:3] == ["acquaintance", "trial", "planning"]
    assert made.record.meetings[0].day >= ON
    assert made.record.series[0].ends == first.record.series[0].ends


def test_another_rhythm_goes_on_from_the_last_number() -> None:
    town = one_pair()
    first = meet(town).record
    made = meet(town, MeetingRule(programme="pair", per_month=4), before=first, on=ON)
    numbers = [one.number for one in made.record.meetings if one.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > sum(one.number > 0 for one in first.meetings)
    assert [one.phase for one in made.record.meetings if not one.number] == [
        "acquaintance",
        "trial",
        "planning",
        "final",
    ]


def test_longer_meetings_keep_their_time() -> None:
    town = one_pair()
    first = meet(town).record
    made = meet(town, MeetingRule(programme="pair", minutes=60), before=first, on=ON)
    assert {(one.id, one.day, one.starts) for one in made.record.meetings} == {
        (one.id, one.day, one.starts) for one in first.meetings
    }
    assert {one.what for one in made.changes} == {"moved"}


# ---- the checker ----------------------------------------------------------------------------


def test_the_checker_finds_what_a_hand_may_spoil() -> None:
    town = two_mentees(months=3)
    first = meet(town).record
    row = busy("a", DAYS[first.series[0].weekday or 0], "08:00", "18:00")
    made = meet(town, row, before=first, on=ON)
    record, told = made.record, made.whom_to_tell()

    def kinds(after: Meetings, said: object = told) -> set[str]:
        return {one.kind for one in edition_violations(first, after, said, ON)}  # type: ignore[arg-type]

    def spoiled(at: int, **facts: object) -> Meetings:
        rows = list(record.meetings)
        rows[at] = rows[at].model_copy(update=facts)
        return record.model_copy(update={"meetings": tuple(rows)})

    assert kinds(record) == set()
    assert "history" in kinds(spoiled(0, starts="09:00"))
    assert "past" in kinds(spoiled(-1, id="новая", day=ON - timedelta(1)))
    assert kinds(spoiled(-1, starts="09:00")) == {"told"}
    assert kinds(record, {}) == {"told"}
    assert kinds(record, {**told, "чужой": told["a"]}) == {"told"}
    assert kinds(record.model_copy(update={"edition": 0})) == {"edition"}


# ---- what does not fit ----------------------------------------------------------------------


def test_a_day_without_former_meetings_is_refused() -> None:
    with pytest.raises(InputError, match="--before"):
        meet(one_pair(), on=ON)


@pytest.mark.parametrize(
    ("facts", "on", "words"),
    [
        ({"municipality": "Другой"}, ON, "другого муниципалитета"),
        ({"kind": "interviews"}, ON, "собеседования"),
        ({"zone": "Asia/Tomsk"}, ON, "в другом часовом поясе"),
        ({}, date(2030, 1, 1), "уже закончились"),
        ({"since": date(2026, 11, 1)}, ON, "раньше менять нельзя"),
    ],
)
def test_former_meetings_that_do_not_fit_are_refused(
    facts: dict[str, object], on: date, words: str
) -> None:
    town = one_pair()
    first = meet(town).record.model_copy(update=facts)
    with pytest.raises(InputError, match=words):
        meet(town, before=first, on=on, zone="Europe/Moscow")
