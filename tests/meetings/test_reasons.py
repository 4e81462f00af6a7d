"""Why meetings have no time is true, and what is offered instead helps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.diary.record import UnplacedMeetings, clock, minutes_of
from matchmaker.diary.week import weeks_of
from matchmaker.domain import DecisionKind, Municipality
from matchmaker.domain.busy import Busy, Weekday
from matchmaker.domain.decisions import Decision
from matchmaker.domain.meeting_tables import MeetingRule, MeetingTables
from matchmaker.engine.meeting_plan import MeetingPlan
from tests.engine import small
from tests.meetings.small_town import POLICY, all_week, busy, meet, one_pair, two_mentees

DAYS = tuple(Weekday)


def stated(town: Municipality, rows: list[Busy], mend: UnplacedMeetings) -> list[Busy]:
    """The table «Занятость» in which somebody has freed what the mend says."""
    offer = mend.mend
    assert offer.person and offer.weekday is not None and offer.starts and offer.ends
    tables = MeetingTables.build(rows).resolved(town, POLICY.programme)
    weeks = weeks_of(town, tables.busy)[0]
    freed = weeks[offer.person].without(
        offer.weekday, minutes_of(offer.starts), minutes_of(offer.ends)
    )
    own = [
        busy(offer.person, DAYS[day], clock(first), clock(last))
        for day, spans in enumerate(freed.busy)
        for first, last in spans
    ]
    return [*(row for row in rows if row.person != offer.person), *own]


def placed(made: MeetingPlan) -> int:
    return len(made.record.meetings)


def common(town: Municipality, rows: list[Busy], people: tuple[str, ...]) -> set[tuple[int, int]]:
    """Quarters of an hour at which 45 minutes are free to all, found by brute force."""
    tables = MeetingTables.build(rows).resolved(town, POLICY.programme)
    weeks = weeks_of(town, tables.busy)[0]
    return {
        (day, begin)
        for day in range(5)
        for begin in range(480, 1036, 15)
        if all(weeks[who].free(day, begin, begin + 45) for who in people)
    }


stretch = st.tuples(st.integers(32, 68), st.integers(4, 40)).map(
    lambda at: f"{clock(at[0] * 15)}-{clock(min(72, at[0] + at[1]) * 15)}"
)


@settings(deadline=None, max_examples=40)
@given(st.lists(stretch, min_size=1, max_size=3), st.lists(stretch, min_size=1, max_size=3))
def test_a_reason_is_given_exactly_where_no_time_is_common(
    one: list[str], other: list[str]
) -> None:
    town = one_pair(months=2)
    rows = [*all_week("a", *one), *all_week("m", *other)]
    weekend = [
        busy(who, day, "08:00", "18:00")
        for who in "am"
        for day in (Weekday.SATURDAY, Weekday.SUNDAY)
    ]
    made = meet(town, *rows, *weekend)
    free = common(town, rows, ("a", "m"))
    assert (placed(made) == 0) == (not free)
    for told in made.record.unplaced:
        if free:
            continue
        assert told.reason == "no_common_time"
        if told.mend.kind == "free":
            after = meet(town, *stated(town, [*rows, *weekend], told))
            assert placed(after) > placed(made)


@settings(deadline=None, max_examples=25)
@given(st.integers(32, 66), st.integers(3, 9), st.sampled_from(DAYS[:5]))
def test_what_other_meetings_take_is_told_and_mended(at: int, length: int, day: Weekday) -> None:
    """Two mentees and one short stretch of the week that suits all."""
    town = two_mentees(months=2)
    last = min(72, at + length)
    rows = [busy(who, other, "08:00", "18:00") for who in "abm" for other in DAYS if other != day]
    rows += [busy(who, day, "08:00", clock(at * 15)) for who in "abm" if at > 32]
    rows += [busy(who, day, clock(last * 15), "18:00") for who in "abm" if last < 72]
    weekly = MeetingRule(programme="pair", per_month=4)
    made = meet(town, *rows, weekly)
    both = last - at >= 6
    assert bool(made.record.unplaced) == (not both or bool(placed(made) == 0))
    for told in made.record.unplaced:
        assert told.reason == "taken"
        if told.mend.kind == "free":
            after = meet(town, *stated(town, rows, told), weekly)
            assert placed(after) > placed(made)


@settings(deadline=None, max_examples=25)
@given(
    st.sampled_from([["08:00-18:00"], ["08:00-13:00"], ["12:00-18:00"]]),
    st.integers(32, 66),
    st.integers(3, 6),
    st.sampled_from(DAYS[:5]),
    st.sets(st.integers(0, 99), max_size=25) | st.just(set(range(100))),
)
def test_a_stretch_to_free_is_free_of_other_meetings_and_events(
    taken: list[str], at: int, length: int, day: Weekday, led: set[int]
) -> None:
    """The mentor has a stretch of time a week, two mentees, and events to lead."""
    from tests.meetings.test_rules_of_meetings import event, events

    town = two_mentees(months=2)
    last = min(72, at + length)
    rows = [busy("m", other, "08:00", "18:00") for other in DAYS if other != day]
    rows += [busy("m", day, "08:00", clock(at * 15))] if at > 32 else []
    rows += [busy("m", day, clock(last * 15), "18:00")] if last < 72 else []
    rows += all_week("a", *taken)
    weekly = MeetingRule(programme="pair", per_month=4)
    leads = events(
        *(event(date(2026, 9, 1) + timedelta(n), people=("Человек m",)) for n in sorted(led))
    )
    made = meet(town, *rows, weekly, timetable=leads)
    for told in made.record.unplaced:
        if told.mend.kind == "free":
            after = meet(town, *stated(town, rows, told), weekly, timetable=leads)
            assert placed(after) > placed(made), told


def test_a_term_within_the_school_holidays() -> None:
    town = one_pair(months=2)
    summer = date(2027, 6, 15)
    made = meet(town, begins=summer)
    (told,) = made.record.unplaced
    assert (told.reason, told.mend.kind) == ("no_days", "holidays")
    assert placed(meet(town, holidays=True, begins=summer)) > 0


def test_no_way_of_meeting_that_all_accept() -> None:
    from matchmaker.domain import Format

    town = small.municipality(
        small.mentee("a", category="young", format=Format.REMOTE),
        small.mentor("m", formats=frozenset({Format.IN_PERSON})),
        Decision(mentor="m", mentee="a", kind=DecisionKind.PIN),
    )
    made = meet(town)
    assert {told.reason for told in made.record.unplaced} == {"no_way"}


def test_events_on_every_day_are_told() -> None:
    from tests.meetings.test_rules_of_meetings import event, events

    long = event(date(2026, 9, 1), people=("Человек m",)).model_copy(
        update={"ends": date(2026, 11, 30)}
    )
    made = meet(one_pair(months=3), timetable=events(long))
    assert {told.reason for told in made.record.unplaced} == {"events"}


def test_names_are_for_paper_only() -> None:
    rows = [*all_week("a", "08:00-18:00"), *all_week("m", "08:00-18:00")]
    town = one_pair(months=2)
    made = meet(town, *rows)
    assert any("Человек" in one.words for one in made.told)
    assert not any("Человек" in one.words for one in made.record.unplaced)


@pytest.mark.parametrize("months", [1, 2, 5, 12, 24])
def test_windows_follow_each_other(months: int) -> None:
    made = meet(one_pair(months=months))
    days = [one.day for one in made.record.meetings]
    assert all(one < other for one, other in pairwise(days))
    assert days[-1] < date(2026, 9, 1) + timedelta(31 * months)
