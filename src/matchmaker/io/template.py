"""The empty workbook to begin with: one example row on each sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
from matchmaker.domain.records import Record
from matchmaker.errors import Issue
from matchmaker.io.layout import Sheet, sheet_of
from matchmaker.messages import io as say


def example_sheets() -> list[Sheet]:
    """Every table with one example row, marked so that it is never read as data."""
    sheets = []
    issues: list[Issue] = []
    for table in TABLES:
        sheet = sheet_of(table, [_examples()[table]], issues)
        (row,) = sheet.rows
        sheets.append(replace(sheet, rows=((f"{say.EXAMPLE()}{row[0]}", *row[1:]),)))
    return sheets


def _examples() -> dict[type[Record], Record]:
    """One row of each table, about people who do not exist."""
    school, other = say.EXAMPLE_SCHOOL(), say.EXAMPLE_OTHER_SCHOOL()
    mentor, mentee = say.EXAMPLE_MENTOR(), say.EXAMPLE_MENTEE()
    rows: tuple[Record, ...] = (
        About(name=say.EXAMPLE_TOWN(), reference_date=date(2025, 9, 1), fictional=True),
        School(
            id=school,
            name=say.EXAMPLE_SCHOOL_NAME(),
            rural=False,
            shifts=frozenset("12"),
            low_results=True,
        ),
        Person(
            id=mentee,
            name=say.EXAMPLE_NAME(),
            school=school,
            subjects=frozenset({say.EXAMPLE_SUBJECT(), say.EXAMPLE_SECOND_SUBJECT()}),
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
        Contest(person=mentor, name=say.EXAMPLE_CONTEST(), year=2024),
        Distance(start=school, end=other, minutes=25, kilometres=12.5),
        Vote(mentee=mentee, mentor=mentor, by_mentee=Willing.YES, by_mentor=Willing.YES),
        Team(team=say.EXAMPLE_TEAM(), mentor=mentor),
        SchoolProfile(
            school=school,
            consent=Willing.YES,
            legal_entity=say.EXAMPLE_LEGAL_ENTITY(),
            social_index=48,
            pupils=640,
            special_needs=7.5,
            non_native=3,
            risk_profile=frozenset({say.EXAMPLE_RISK()}),
            weak_subjects=frozenset({say.EXAMPLE_SUBJECT()}),
            strengths=frozenset({say.EXAMPLE_STRENGTH()}),
            strong_subjects=frozenset({say.EXAMPLE_SECOND_SUBJECT()}),
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
    return {type(row): row for row in rows}
