"""The empty workbook of a roadmap to begin with, with example rows on each sheet."""

from __future__ import annotations

from datetime import date

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays, WorkWeek
from matchmaker.domain.events import Demand, Event, RoadmapPlan, Shift
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import ROADMAP_TABLES
from matchmaker.domain.topics import Topic
from matchmaker.domain.venues import Venue
from matchmaker.io.layout import Sheet
from matchmaker.io.template import example_sheets
from matchmaker.messages import template as example


def roadmap_sheets() -> list[Sheet]:
    """The sheets of the workbook of a roadmap."""
    return example_sheets(ROADMAP_TABLES, (*_plan(), *_beside()))


def _plan() -> tuple[Record, ...]:
    """The head of a plan, an event that takes a day and a deadline after it."""
    plan = example.PLAN()
    return (
        RoadmapPlan(
            id=plan,
            title=example.PLAN_TITLE(),
            order_date=date(2025, 8, 28),
            starts=date(2025, 9, 1),
            ends=date(2026, 8, 31),
        ),
        Event(
            plan=plan,
            number="1",
            section=example.SECTION(),
            title=example.SEMINAR(),
            dates=example.SEMINAR_DATES(),
            responsible=example.METHODIST(),
            participants=example.YOUNG(),
            result=example.SEMINAR_RESULT(),
            demand=Demand.OCCUPIES,
            days=1,
            venues=frozenset({example.VENUE()}),
            attendance=20,
            staff=frozenset({example.STAFF()}),
            preferred=example.SEMINAR_PREFERRED(),
            public_title=example.SEMINAR_PUBLIC(),
            topics=frozenset({Topic.METHODICAL}),
            hours=6,
        ),
        Event(
            plan=plan,
            number="2",
            section=example.SECTION(),
            title=example.REPORT(),
            dates=example.REPORT_DATES(),
            responsible=example.CENTRE(),
            result=example.REPORT_RESULT(),
            demand=Demand.SPANS,
            after=frozenset({"1"}),
            lead_days=5,
            shift=Shift.BEFORE,
        ),
    )


def _beside() -> tuple[Record, ...]:
    """What a plan is read with: abbreviations, weeks, special days, venues, lists."""
    return (
        Abbreviation(
            name=example.CENTRE(),
            meaning=example.CENTRE_NAME(),
            kind=PartyKind.GROUP,
            at_once=1,
            members=frozenset({example.METHODIST(), example.STAFF()}),
        ),
        WorkWeek(who=example.SCHOOL_NAME(), days=6),
        SpecialDays(
            who=example.SCHOOL_NAME(),
            kind=DaysKind.SCHOOL_HOLIDAYS,
            starts=date(2025, 10, 27),
            ends=date(2025, 11, 4),
            name=example.HOLIDAYS(),
        ),
        Venue(name=example.VENUE(), seats=40, cost=0),
        ListMember(name=example.COUNCIL(), member=example.COUNCILLOR()),
    )
