"""What holds of the meetings of pairs: phases, rhythm, road, groups, events."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from matchmaker.domain import Distance, Format, Person, Status, Team
from matchmaker.domain.records import Record
from matchmaker.timetable.record import EventRecord, Timetable
from tests.engine import small
from tests.meetings.small_town import all_week, meet, one_pair, school, two_mentees


def test_the_phases_of_a_pair() -> None:
    made = meet(one_pair())
    days = {one.id.rpartition(" · ")[2]: one.day for one in made.record.meetings}
    start = date(2026, 9, 1)
    assert list(days)[:3] == ["acquaintance", "trial", "planning"]
    assert list(days)[-1] == "final"
    assert list(days.values()) == sorted(set(days.values()))
    assert days["acquaintance"] - start <= timedelta(13)
    assert days["trial"] - start <= timedelta(21)
    assert days["planning"] - start <= timedelta(35)
    assert date(2027, 2, 28) - days["final"] <= timedelta(21)


def test_a_pair_keeps_its_weekday_and_time() -> None:
    made = meet(one_pair())
    (series,) = made.record.series
    times = Counter((one.day.weekday(), one.starts) for one in made.record.meetings)
    assert series.weekday is not None
    assert series.time is not None
    assert times[series.weekday, series.time] >= len(made.record.meetings) - 1
    gaps = [
        (later.day - one.day).days
        for one, later in zip(made.record.meetings, made.record.meetings[1:], strict=False)
    ]
    assert gaps[:3] == [7, 7, 7]
    assert gaps.count(14) >= 3


def test_a_mentor_of_two_is_not_in_two_places() -> None:
    made = meet(two_mentees())
    one, other = made.record.series
    assert one.weekday != other.weekday
    assert Counter((m.day, m.starts) for m in made.record.meetings).most_common(1)[0][1] == 1


def test_the_term_is_the_mentees_own() -> None:
    (series,) = meet(one_pair(months=3)).record.series
    assert (series.starts, series.ends) == (date(2026, 9, 1), date(2026, 11, 30))


def test_the_order_may_come_later() -> None:
    made = meet(one_pair(), begins=date(2026, 10, 5))
    assert made.record.meetings[0].day >= date(2026, 10, 5)


def test_nobody_is_asked_to_come_while_away() -> None:
    town = small.municipality(
        small.person("a", status=Status.ABSENT, absent_until=date(2026, 9, 20)),
        small.mentee("a", category="young"),
        small.mentor("m"),
    )
    made = meet(town)
    assert made.record.unplaced == ()
    assert made.record.meetings[0].day > date(2026, 9, 20)


def far(minutes: int, **facts: Any) -> tuple[Record, ...]:
    return (
        school("s"),
        school("t"),
        small.person("a", "t"),
        small.mentee("a", category="young"),
        small.mentor("m", **facts),
        Distance(start="s", end="t", minutes=minutes),
    )


def test_people_of_two_schools_meet_where_the_mentee_is() -> None:
    made = meet(small.municipality(*far(30)))
    (series,) = made.record.series
    assert (series.mode, series.place) == ("in_person", "t")
    assert all(one.starts == "13:30" for one in made.record.meetings)


def test_a_road_too_long_leads_to_remote_meetings() -> None:
    rows = all_week("m", "08:00-15:00")
    (series,) = meet(small.municipality(*far(240)), *rows).record.series
    assert (series.mode, series.place) == ("remote", None)


def test_who_refuses_remote_meetings_is_told_of_the_road() -> None:
    town = small.municipality(*far(240, formats=frozenset({Format.IN_PERSON})))
    made = meet(town, *all_week("m", "08:00-15:00"))
    # A Saturday that is worked instead of another day has no lessons.
    assert all(one.day.weekday() == 5 for one in made.record.meetings)
    (one,) = made.told
    assert (one.reason, one.mend.kind) == ("road", "remote")
    assert "240 мин" in one.words


def test_a_group_meets_together_once_a_month() -> None:
    town = small.municipality(
        small.mentee("a", programme="group"),
        small.mentee("b", programme="group"),
        small.mentor("m", places=3, programmes=frozenset({"group"})),
    )
    made = meet(town)
    (series,) = made.record.series
    assert set(series.mentees) == {"a", "b"}
    assert all(set(one.people) == {"a", "b", "m"} for one in made.record.meetings)
    assert sum(one.phase == "regular" for one in made.record.meetings) <= 6


def test_all_mentors_of_a_team_come() -> None:
    policy = small.policy(
        programme=[
            {
                "name": "group",
                "title": "Группа",
                "months": 3,
                "by_choice": True,
                "group": {"min_mentees": 2, "min_mentors": 2, "max_mentors": 2},
            }
        ]
    )
    chosen = {"places": 3, "programmes": frozenset({"group"})}
    town = small.municipality(
        small.mentee("a", programme="group"),
        small.mentee("b", programme="group"),
        small.mentor("m", **chosen),
        small.mentor("n", **chosen),
        Team(team="Команда", mentor="m"),
        Team(team="Команда", mentor="n"),
    )
    made = meet(town, policy=policy)
    assert all(set(one.people) == {"a", "b", "m", "n"} for one in made.record.meetings)


def events(*rows: EventRecord) -> Timetable:
    return Timetable(
        notice="",
        version="",
        municipality="Городок",
        roadmap="",
        period=(date(2026, 9, 1), date(2027, 5, 31)),
        status="optimal",
        events=rows,
    )


def event(day: date, **facts: object) -> EventRecord:
    plain = {
        "id": "e",
        "plan": "p",
        "number": "1",
        "title": "Семинар",
        "public_title": "Семинар",
        "kind": "event",
        "starts": day,
        "ends": day + timedelta(1),
    }
    return EventRecord.model_validate(plain | facts)


def test_a_leader_whom_the_plan_calls_by_a_short_name_does_not_meet() -> None:
    full = Person(id="m", name="Белкина Людмила Николаевна", school="s")
    mentee = small.mentee("a", category="young")
    town = small.municipality(mentee, small.mentor("m"), full)
    usual = meet(town).record.meetings[4].day
    short = events(event(usual, people=("Белкина Л.Н.",)))
    days = {one.day for one in meet(town, timetable=short).record.meetings}
    assert not days & {usual, usual + timedelta(1)}
    other = Person(id="o", name="Белкина Лариса Ниловна", school="s")
    two = small.municipality(mentee, small.mentor("m"), full, other)
    assert meet(two, timetable=short).record.meetings[4].day == usual


def test_days_of_events_are_not_used() -> None:
    town = one_pair()
    usual = meet(town).record.meetings[4].day
    taking: list[dict[str, Any]] = [
        {"people": ("Человек m",)},
        {"audiences": ("mentors",)},
        {"audiences": ("young",)},
    ]
    for facts in taking:
        made = meet(town, timetable=events(event(usual, **facts)))
        days = {one.day for one in made.record.meetings}
        assert not days & {usual, usual + timedelta(1)}, facts
    leaving: list[dict[str, Any]] = [
        {"kind": "span", "people": ("Человек m",)},
        {"audiences": ("mentors",), "schools": ("x",)},
    ]
    for facts in leaving:
        assert meet(town, timetable=events(event(usual, **facts))).record.meetings[4].day == usual
