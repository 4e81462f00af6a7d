"""A few schools of every sort, as the rosters of each kind of plan about schools."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker.domain import (
    About,
    Distance,
    LinkKind,
    LinkState,
    Mentee,
    Mentor,
    Municipality,
    OrganisationKind,
    Person,
    School,
    SchoolLink,
    SchoolProfile,
    Technology,
    Willing,
)
from matchmaker.domain.records import Record
from matchmaker.pairs import Roster
from matchmaker.policy import Kind, Policy
from matchmaker.program.encode_schools import encode_schools

HIGH = ("h1", "h2", "h3", "h4", "h5")
"""Schools with high results; h2 is resilient."""
ASKING = ("a1", "a2", "a3")


def school(key: str, **facts: Any) -> School:
    return School(id=key, name=f"Школа {key}", **facts)


def profile(key: str, **facts: Any) -> SchoolProfile:
    return SchoolProfile(school=key, **{"consent": Willing.YES, **facts})


def link(
    helping: str,
    helped: str,
    kind: LinkKind = LinkKind.COOPERATION,
    state: LinkState = LinkState.IN_FORCE,
    **facts: Any,
) -> SchoolLink:
    return SchoolLink(helping=helping, helped=helped, kind=kind, state=state, **facts)


ROWS: tuple[Record, ...] = (
    school("h1", stably_high=True, district="Север", rural=False),
    school("h2", resilient=True, hard_context=True, district="Юг", rural=True),
    school("h3", stably_high=True, district="Юг", rural=True),
    school("h4", stably_high=True, rural=False),
    school("h5", stably_high=True, district="Север"),
    school("a1", low_results=True, district="Север", rural=True),
    school("a2", hard_context=True, district="Восток", rural=False),
    school("a3", low_results=True),
    school("b", district="Север", rural=False),
    School(id="k", name="Детский сад k", kind=OrganisationKind.KINDERGARTEN),
    School(id="u", name="Колледж u", kind=OrganisationKind.COLLEGE, agreement="1"),
    profile(
        "h1",
        legal_entity="4200 АБ",
        social_index=60,
        pupils=800,
        special_needs=3,
        non_native=2,
        strengths={"кадры", "Учебная  мотивация"},
        strong_subjects={"математика", "физика"},
        technologies={Technology.TUTORING, Technology.COACHING},
        practices=4,
        max_minutes=30,
    ),
    profile(
        "h2",
        legal_entity="43",
        social_index=40.3,
        pupils=150,
        special_needs=12.3,
        non_native=8,
        strengths={"Школьный климат"},
        technologies={Technology.MENTORING},
        practices=0,
        helped_at_most=1,
        partners_at_most=1,
        remote=True,
    ),
    profile(
        "h3",
        strengths={"кадры", "учебная мотивация"},
        strong_subjects={"Математика", "физика"},
        technologies={Technology.TUTORING},
        pupils=700,
    ),
    profile("h4", consent=Willing.NO, strengths={"оснащение"}, practices=2),
    profile("h5", consent=Willing.UNKNOWN, technologies={Technology.COACHING}, practices=9),
    profile(
        "a1",
        legal_entity="44",
        social_index=25.3,
        pupils=120,
        special_needs=7.3,
        non_native=20,
        risk_profile={"КАДРЫ", "школьный климат", "оснащение"},
        weak_subjects={"математика", "химия"},
        helpers_wanted=3,
    ),
    profile("a2", risk_profile={"режим дня"}, weak_subjects={"география"}, legal_entity="45"),
    profile("b", legal_entity=" 4200 аб", remote=False),
    link("h1", "a1"),
    link("h3", "a3", starts=date(2027, 1, 1)),
    link("h2", "a2", state=LinkState.PIN),
    link("h3", "a2", state=LinkState.FORBID),
    link("h2", "h1", LinkKind.PARTNERSHIP),
    link("h3", "h2", LinkKind.PARTNERSHIP, LinkState.PIN),
    link("h5", "h1", LinkKind.PARTNERSHIP, LinkState.FORBID),
    Distance(start="h1", end="a1", minutes=20),
    Distance(start="h1", end="h3", minutes=40),
    Distance(start="h2", end="a1", minutes=100),
    Distance(start="h3", end="h5", minutes=15),
    Distance(start="h4", end="a3", minutes=200),
)


def municipality(*rows: Record) -> Municipality:
    """A municipality of these rows, by default of all of them, and of two people."""
    schools = rows or ROWS
    home = next(row.id for row in schools if isinstance(row, School))
    return Municipality.build(
        [
            About(name="Городок", reference_date=date(2026, 9, 1)),
            *(Person(id=key, name=f"Человек {key}", school=home) for key in "xy"),
            Mentee(person="x"),
            Mentor(person="y"),
            *schools,
        ]
    )


def network(kind: Kind, *rows: Record) -> Roster:
    """The schools laid out for one kind of plan."""
    return encode_schools(municipality(*rows), Policy(), kind)
