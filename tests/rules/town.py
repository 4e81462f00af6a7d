"""A small town with one of everything: teams, remote pairs, gaps, several terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from matchmaker.domain import (
    Category,
    Format,
    Mentee,
    Mentor,
    OrganisationKind,
    Person,
    School,
    SchoolLevel,
    Status,
    Topic,
    Verdict,
    Willing,
)
from matchmaker.pairs import Roster
from matchmaker.sides import Ledger, Side
from matchmaker.units import MenteeUnit, MentorUnit

DAY = date(2026, 9, 1)
SEPTEMBER = 2026 * 12 + 8
"""The month of the reference date, counted from year 0."""

SCHOOLS = (
    School(id="s1", name="Школа № 201", settlement="Город", district="Север"),
    School(
        id="s2",
        name="Школа № 202",
        settlement="Город",
        district="Юг",
        low_results=True,
        outside_limit=1,
    ),
    School(
        id="s3",
        name="Школа № 203",
        settlement="Село",
        district="Юг",
        stably_high=True,
        pay_budget=5000,
    ),
    School(id="s4", name="Школа № 204"),
    School(id="s5", name="Школа № 205", settlement="Хутор", district="Восток"),
    School(
        id="u",
        name="Педагогический колледж",
        kind=OrganisationKind.COLLEGE,
        agreement="12",
        agreement_from=date(2026, 1, 1),
        agreement_to=date(2026, 12, 31),
    ),
    School(id="x", name="Технопарк", kind=OrganisationKind.PARTNER),
)

MINUTES = {
    ("s1", "s2"): 20,
    ("s1", "s3"): 60,
    ("s2", "s3"): 100,
    ("s1", "u"): 35,
    ("s1", "s5"): 300,
}


def travel(start: str, end: str) -> int | None:
    """Minutes as the table says; school 4 has none."""
    if start == end:
        return 0
    return MINUTES.get((start, end), MINUTES.get((end, start)))


def person(key: str, school: str = "s1", **facts: Any) -> Person:
    """A person called by the key."""
    return Person(id=key, name=f"Человек {key}", school=school, **facts)


def topics(**levels: int) -> tuple[int, ...]:
    """Levels in the order of the topics; 0 for those not named."""
    return tuple(levels.get(topic.value, 0) for topic in Topic)


def mentee(
    key: str,
    school: str = "s1",
    *,
    programme: str = "young",
    person_facts: Mapping[str, Any] | None = None,
    first: int = SEPTEMBER,
    months: int = 9,
    unit: Mapping[str, Any] | None = None,
    **facts: Any,
) -> MenteeUnit:
    """A mentee in a programme; ``unit`` replaces what the encoder would derive."""
    who = person(key, school, **(person_facts or {}))
    derived: dict[str, Any] = {
        "key": f"{key} / {programme}",
        "person": who,
        "school": next(s for s in SCHOOLS if s.id == school),
        "mentee": Mentee(person=key, programme=programme or None, **facts),
        "programme": programme,
        "age": who.age,
        "deficits": topics(),
        "first_month": first,
        "last_month": first + months - 1,
        "hours": 60,
        "remote": False,
        "young": True,
        "taught": tuple(sorted(who.subjects)) or ("учитель",),
    }
    return MenteeUnit(**derived | dict(unit or {}))


def mentor(
    key: str,
    school: str = "s1",
    *,
    person_facts: Mapping[str, Any] | None = None,
    wins: int = 0,
    **facts: Any,
) -> MentorUnit:
    """A mentor who leads alone."""
    who = person(key, school, **(person_facts or {}))
    row = Mentor(person=key, **{"willing": Willing.YES, **facts})
    return MentorUnit(
        key=key,
        person=who,
        school=next(s for s in SCHOOLS if s.id == school),
        mentor=row,
        age=who.age,
        competencies=row.levels,
        wins=wins,
        taught=tuple(sorted(who.subjects)) or ("учитель",),
        serves=frozenset({"young", "request"}),
    )


def team(key: str, *members: MentorUnit) -> MentorUnit:
    """Mentors who lead together, the first of them as lead."""
    lead = members[0]
    return MentorUnit(
        key=key,
        person=lead.person,
        school=lead.school,
        mentor=lead.mentor,
        age=lead.age,
        competencies=tuple(map(max, *(m.competencies for m in members))),
        wins=max(m.wins for m in members),
        taught=lead.taught,
        serves=frozenset({"group"}),
        members=members,
    )


def roster(
    mentees: list[MenteeUnit],
    mentors: list[MentorUnit],
    ledgers: Mapping[str, Mapping[tuple[int, int], int]] | None = None,
    people: tuple[tuple[Person, int | None], ...] = (),
) -> Roster:
    """A roster of these units, over the schools and roads of the town."""
    return Roster(
        mentee=Side(mentees),
        mentor=Side(mentors),
        reference_date=DAY,
        ledgers={
            name: Ledger.of(entries, len(mentors)) for name, entries in (ledgers or {}).items()
        },
        travel=travel,
        people=people,
        schools={school.id: school for school in SCHOOLS},
        partners=frozenset({("s1", "s2"), ("s2", "s1")}),
    )


def town() -> Roster:
    """Nine mentees in four programmes and nine mentors, two teams among them."""
    maths = {"subjects": {"математика"}, "age": 24, "experience_teaching": 6}
    mentees = [
        mentee(
            "a",
            person_facts=maths | {"levels": {SchoolLevel.LOWER}, "shifts": {"1"}},
            main_request=Topic.METHODICAL,
            requests={Topic.ICT},
            unit={"deficits": topics(methodical=3, ict=2)},
        ),
        mentee(
            "b",
            "s2",
            person_facts={"age": 36, "experience_teaching": 20, "shifts": {"2"}},
            mentors=2,
            format=Format.REMOTE,
            unit={"remote": True},
            priority=True,
        ),
        mentee(
            "c",
            "s3",
            person_facts=maths | {"other_support": True},
            first=SEPTEMBER + 5,
            months=4,
            interview=Verdict.DECLINED,
        ),
        mentee("d", "s4", person_facts={"age": 33}, programme="request", months=3),
        mentee("d", "s4", person_facts={"age": 33}, programme="young", first=SEPTEMBER + 3),
        mentee(
            "e",
            person_facts={"status": Status.ABSENT, "absent_until": date(2026, 9, 20)},
            programme="group",
            interview=Verdict.ADMITTED,
            target_school="s3",
            finished_school="s2",
        ),
        mentee(
            "f",
            "s5",
            person_facts={"status": Status.ABSENT, "age": 30},
            programme="group",
            mentors=3,
            declined=True,
        ),
        mentee(
            "h",
            "s3",
            person_facts={"position": "директор", "experience_teaching": 200},
            format=Format.IN_PERSON,
        ),
        mentee("n", "s2", programme="", months=1, unit={"hours": 0}),
    ]
    singles = [
        mentor(
            "k",
            person_facts={
                "subjects": {"математика", "физика"},
                "age": 45,
                "experience_teaching": 240,
                "load_hours": 18.5,
                "levels": {SchoolLevel.LOWER},
                "shifts": {"1"},
                "category": Category.HIGHEST,
            },
            places=2,
            hours_per_week=2.3,
            methodical=3,
            ict=1,
            trained_on=date(2025, 3, 1),
            consent_351_8=date(2026, 8, 20),
            interview=Verdict.ADMITTED,
            pay=3000,
            wins=2,
        ),
        mentor(
            "l",
            "s2",
            person_facts={
                "position": "директор",
                "load_hours": 9.0,
                "experience_teaching": 300,
                "shifts": {"1"},
            },
            kind="head",
            formats={Format.IN_PERSON},
            places=1,
            reserved=1,
            max_minutes=30,
        ),
        mentor(
            "m",
            "s3",
            person_facts={
                "position": "заместитель директора",
                "age": 28,
                "experience_teaching": 30,
                "load_hours": 30.0,
                "class_teacher": True,
                "category": Category.NONE,
                "levels": {SchoolLevel.PRIMARY},
            },
            willing=Willing.UNKNOWN,
            hours_per_week=1,
            pay=2000,
            psych_ped=2,
            wins=1,
            interview=Verdict.TALK,
        ),
        mentor(
            "o",
            "u",
            person_facts={"attests": {"s1"}, "status": Status.LEAVING},
            formats={Format.REMOTE, Format.IN_PERSON},
            in_job_function=True,
            places=9,
        ),
        mentor("q", "x", person_facts={"experience_teaching": 40}, kind="partner"),
        mentor("d", "s4", person_facts={"age": 33, "load_hours": 24.0}, trained_by="курс"),
        mentor(
            "r",
            "s3",
            person_facts={"position": "директор", "category": Category.FIRST},
            willing=Willing.NO,
            pay=1500,
            places=0,
        ),
    ]
    k, l_, m, *_ = singles
    mentors = [*singles, team("t1", k, m), team("t2", m, l_, singles[5])]
    ledgers: dict[str, dict[tuple[int, int], int]] = {
        "pin": {(0, 0): 2, (0, 7): 2, (1, 1): 5, (1, 8): 5},
        "forbid": {(0, 1): 1},
        "keep": {(2, 2): 1},
        "former": {(0, 1): 1, (3, 2): 1},
        "unfinished": {(1, 0): 1, (2, 2): 1},
        "prefer": {(3, 0): 1, (3, 2): 1},
        "avoid": {(3, 1): 1, (3, 2): 1},
        "vote_mentee": {(0, 0): 1, (0, 2): 1, (1, 0): -1},
        "vote_mentor": {(0, 0): 1, (1, 0): 1},
    }
    everyone = {u.person.id: (u.person, u.age) for u in mentees}
    everyone |= {u.person.id: (u.person, u.age) for u in singles}
    people = tuple(everyone[key] for key in sorted(everyone))
    return roster(mentees, mentors, ledgers, people)
