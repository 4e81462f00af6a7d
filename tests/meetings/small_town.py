"""Pairs of a few people, made by hand, and their meetings."""

from __future__ import annotations

from datetime import time
from typing import Any

import matchmaker as mm
from matchmaker.diary.check import violations
from matchmaker.diary.days import Days, days_of
from matchmaker.diary.defaults import Grid
from matchmaker.diary.phases import Wanted
from matchmaker.diary.plans import planned
from matchmaker.diary.record import Meetings
from matchmaker.diary.series import series_of
from matchmaker.diary.week import Week, weeks_of
from matchmaker.domain import Municipality, School
from matchmaker.domain.busy import Busy, Weekday
from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.records import Record
from matchmaker.engine.meeting_plan import MeetingPlan
from matchmaker.policy import Policy
from matchmaker.timetable.appointments import Clash
from tests.engine import small

EASY = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)

POLICY = small.policy(
    programme=[
        {"name": "pair", "title": "Пара", "categories": ["young"], "months": 6},
        {
            "name": "group",
            "title": "Группа",
            "by_choice": True,
            "months": 6,
            "group": {"min_mentees": 2},
        },
    ]
)


def school(key: str, **facts: Any) -> School:
    return School(id=key, name=f"Школа {key}", **facts)


def busy(person: str, day: Weekday, starts: str, ends: str, **facts: Any) -> Busy:
    return Busy(
        person=person,
        day=day,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        **facts,
    )


def all_week(person: str, *stretches: str, **facts: Any) -> list[Busy]:
    """The same stretches from Monday to Friday: ``"08:00-13:00"``."""
    return [
        busy(person, day, *stretch.split("-"), **facts) for day in EASY for stretch in stretches
    ]


def one_pair(**facts: Any) -> Municipality:
    return small.municipality(small.mentee("a", category="young", **facts), small.mentor("m"))


def two_mentees(**facts: Any) -> Municipality:
    return small.municipality(
        small.mentee("a", category="young", **facts),
        small.mentee("b", category="young", **facts),
        small.mentor("m", places=2),
    )


def meet(town: Municipality, *rows: Record, policy: Policy = POLICY, **options: Any) -> MeetingPlan:
    """The meetings of the best plan."""
    plan = mm.match(town, policy).record
    made = mm.meetings(town, policy, plan, tables=MeetingTables.build(rows), **options)
    assert made.violations == ()
    return made


class World:
    """What the checker needs, read from the tables anew."""

    def __init__(self, town: Municipality, *rows: Record, policy: Policy = POLICY) -> None:
        plan = mm.match(town, policy).record
        tables = MeetingTables.build(rows).resolved(town, policy.programme)
        self.grid = Grid()
        self.weeks: dict[str, Week] = weeks_of(town, tables.busy)[0]
        self.days: Days = days_of(town)
        series = series_of(town, policy, plan, tables.rules)
        self.plans = planned(series, self.weeks, self.days, self.grid)
        self.wanted: list[Wanted] = [one for plan in self.plans for one in plan.meetings]

    def check(self, record: Meetings) -> tuple[Clash, ...]:
        return violations(record, self.wanted, self.weeks, self.days, self.grid)
