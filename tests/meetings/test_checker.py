"""The checker finds what a hand may spoil; what the verb writes is sound."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.diary.record import MeetingRecord, Meetings, clock
from matchmaker.timetable.appointments import Appointment, check_appointments
from tests.meetings.small_town import World, meet, two_mentees

TOWN = two_mentees(months=3)
MADE = meet(TOWN)
WORLD = World(TOWN)


def spoiled(at: int, **changes: object) -> Meetings:
    meetings = list(MADE.record.meetings)
    meetings[at] = MeetingRecord.model_validate(meetings[at].model_dump() | changes)
    return MADE.record.model_copy(update={"meetings": tuple(meetings)})


ANY = st.integers(0, len(MADE.record.meetings) - 1)


def test_what_was_made_is_sound() -> None:
    assert WORLD.check(MADE.record) == ()


@settings(deadline=None)
@given(ANY, st.integers(480, 734))
def test_a_meeting_in_a_lesson_is_found(at: int, begin: int) -> None:
    found = WORLD.check(spoiled(at, starts=clock(begin), ends=clock(begin + 45)))
    assert "busy" in {one.kind for one in found}


@settings(deadline=None)
@given(ANY, st.sampled_from([-7, -1, 1, 7, 40, 200]))
def test_a_moved_day_is_found_unless_it_suits_everybody(at: int, step: int) -> None:
    meeting = MADE.record.meetings[at]
    day = meeting.day + timedelta(step)
    (wanted,) = (one for one in WORLD.wanted if one.key == meeting.id)
    mine = [one for one in MADE.record.meetings if one.series == meeting.series]
    others = [one for one in MADE.record.meetings if one.series != meeting.series]
    place = mine.index(meeting)
    in_order = all(one.day < day for one in mine[:place]) and all(
        one.day > day for one in mine[place + 1 :]
    )
    apart = not any(
        one.day == day and one.starts < meeting.ends and meeting.starts < one.ends for one in others
    )
    sound = day in wanted.window and in_order and apart
    assert (WORLD.check(spoiled(at, day=day)) == ()) == sound


@settings(deadline=None)
@given(ANY, ANY)
def test_swapped_days_are_found(one: int, other: int) -> None:
    first, second = MADE.record.meetings[one], MADE.record.meetings[other]
    if first.series != second.series or one == other:
        return
    meetings = list(MADE.record.meetings)
    meetings[one] = first.model_copy(update={"day": second.day})
    meetings[other] = second.model_copy(update={"day": first.day})
    record = MADE.record.model_copy(update={"meetings": tuple(meetings)})
    assert {"order"} <= {clash.kind for clash in WORLD.check(record)}


@settings(deadline=None)
@given(ANY)
def test_a_lost_or_doubled_meeting_is_found(at: int) -> None:
    meetings = list(MADE.record.meetings)
    less = MADE.record.model_copy(update={"meetings": tuple(meetings[:at] + meetings[at + 1 :])})
    assert {one.kind for one in WORLD.check(less)} == {"lost"}
    more = MADE.record.model_copy(update={"meetings": (*meetings, meetings[at])})
    assert {"key", "twice"} <= {one.kind for one in WORLD.check(more)}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"people": ("m",)}, "key"),
        ({"people": ("m", "b", "a")}, "key"),
        ({"place": "t"}, "road"),
        ({"mode": "remote"}, "road"),
        ({"ends": "13:30"}, "length"),
        ({"id": "другая"}, "key"),
    ],
)
def test_other_facts_are_found(changes: dict[str, object], kind: str) -> None:
    assert kind in {one.kind for one in WORLD.check(spoiled(0, **changes))}


def appointment(key: str, starts: int, **facts: object) -> Appointment:
    day = date(2026, 9, 1)
    plain = {"day": day, "ends": starts + 45, "people": ("m",), "window": (day, day)}
    return Appointment(**{"key": key, "starts": starts, **plain, **facts})  # type: ignore[arg-type]


def test_the_road_between_two_places_takes_time() -> None:
    near = [appointment("one", 600), appointment("two", 660, road={"m": 15})]
    far = [appointment("one", 600, road={"m": 15}), appointment("two", 660, road={"m": 15})]
    free, open_day = (lambda *_: True), (lambda *_: True)
    assert check_appointments(near, free, open_day) == ()
    assert [one.kind for one in check_appointments(far, free, open_day)] == ["twice"]
