"""The empty workbook of people to begin with, with example rows on each sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from matchmaker.domain import (
    TABLES,
    About,
    Assessment,
    Category,
    Contest,
    Decision,
    DecisionKind,
    Distance,
    Format,
    LinkKind,
    Mentee,
    MenteeCategory,
    Mentor,
    PastPair,
    Person,
    School,
    SchoolLevel,
    SchoolLink,
    SchoolProfile,
    Team,
    Technology,
    Topic,
    Vote,
    Willing,
)
from matchmaker.domain.busy import Busy, BusyKind, Weekday
from matchmaker.domain.meeting_tables import MEETING_TABLES, MeetingRule
from matchmaker.domain.records import Record
from matchmaker.errors import Issue
from matchmaker.io.layout import Sheet, sheet_of
from matchmaker.messages import io as say
from matchmaker.messages import template as example


def people_sheets() -> list[Sheet]:
    """The sheets of the main workbook: people, schools, and when they can meet."""
    return example_sheets((*TABLES, *MEETING_TABLES), (*_people(), *_meetings()))


def example_sheets(tables: Sequence[type[Record]], examples: Sequence[Record]) -> list[Sheet]:
    """Tables with example rows, marked so that they are never read as data.

    Parameters
    ----------
    examples : rows of these tables, at least one of each, whose first cell is filled in.
    """
    issues: list[Issue] = []
    sheets = []
    for table in tables:
        rows = [row for row in examples if isinstance(row, table)]
        sheet = sheet_of(table, rows, issues)
        marked = tuple((f"{say.EXAMPLE()}{first}", *rest) for first, *rest in sheet.rows)
        sheets.append(replace(sheet, rows=marked))
    return sheets


def _people() -> tuple[Record, ...]:
    """One row of each table, about people who do not exist."""
    school, other = example.SCHOOL(), example.OTHER_SCHOOL()
    mentor, mentee = example.MENTOR(), example.MENTEE()
    return (
        About(name=example.TOWN(), reference_date=date(2025, 9, 1), fictional=True),
        School(
            id=school,
            name=example.SCHOOL_NAME(),
            rural=False,
            shifts=frozenset("12"),
            low_results=True,
        ),
        Person(
            id=mentee,
            name=example.MENTEE_NAME(),
            school=school,
            subjects=frozenset({example.SUBJECT(), example.SECOND_SUBJECT()}),
            levels=frozenset({SchoolLevel.LOWER}),
            category=Category.NONE,
            born=date(2001, 4, 17),
            experience_teaching=8,
            load_hours=18,
        ),
        Mentor(
            person=mentor,
            willing=Willing.YES,
            places=2,
            hours_per_week=2,
            formats=frozenset({Format.IN_PERSON, Format.REMOTE}),
            trained_on=date(2025, 3, 14),
            subject=3,
            methodical=2,
        ),
        Mentee(
            person=mentee,
            category=MenteeCategory.YOUNG,
            main_request=Topic.METHODICAL,
            requests=frozenset({Topic.CLASS_MANAGEMENT}),
            months=9,
        ),
        Assessment(person=mentee, day=date(2025, 9, 10), subject=1, methodical=3),
        Decision(kind=DecisionKind.PIN, mentor=mentor, mentee=mentee, day=date(2025, 9, 5)),
        PastPair(
            school_year="2024/2025",
            mentor=mentor,
            mentee=mentee,
            started=date(2024, 10, 1),
            ended=date(2025, 5, 31),
        ),
        Contest(person=mentor, name=example.CONTEST(), year=2024),
        Distance(start=school, end=other, minutes=25, kilometres=12.5),
        Vote(mentee=mentee, mentor=mentor, by_mentee=Willing.YES, by_mentor=Willing.YES),
        Team(team=example.TEAM(), mentor=mentor),
        SchoolProfile(
            school=school,
            consent=Willing.YES,
            legal_entity=example.LEGAL_ENTITY(),
            social_index=48,
            pupils=640,
            special_needs=7.5,
            non_native=3,
            risk_profile=frozenset({example.RISK()}),
            weak_subjects=frozenset({example.SUBJECT()}),
            strengths=frozenset({example.STRENGTH()}),
            strong_subjects=frozenset({example.SECOND_SUBJECT()}),
            technologies=frozenset({Technology.TUTORING}),
            practices=2,
            helped_at_most=1,
            partners_at_most=2,
            max_minutes=60,
            remote=True,
        ),
        SchoolLink(
            helping=other,
            helped=school,
            kind=LinkKind.COOPERATION,
            starts=date(2025, 9, 1),
            ends=date(2026, 8, 31),
        ),
    )


def _meetings() -> tuple[Record, ...]:
    """A stretch of lessons and how often a programme meets."""
    return (
        Busy(
            person=example.MENTEE(),
            day=Weekday.MONDAY,
            starts=time(8),
            ends=time(12, 30),
            kind=BusyKind.LESSONS,
        ),
        MeetingRule(
            programme=example.PROGRAMME(),
            per_month=2,
            minutes=60,
            first_within=10,
            holidays=False,
        ),
    )
