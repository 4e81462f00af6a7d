"""A school's plan made of the municipal one, and the two compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matchmaker import engine
from matchmaker.domain.days import DaysKind, SpecialDays, WorkWeek
from matchmaker.domain.events import Event
from matchmaker.domain.people import Person
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.schools import OrganisationKind, School
from matchmaker.io import read_roadmap
from matchmaker.roadmap.addressed import addressed
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.roadmap.derive import SchoolPlan, derive_plan
from matchmaker.roadmap.rows import read_plans
from tests.roadmap.plans import found, head, roadmap, row, rows_of

SCHOOL = School(id="ш205", name="Школа № 205", curator="п7")
GARDEN = School(id="д12", name="Детский сад № 12", kind=OrganisationKind.KINDERGARTEN)
PEOPLE = (
    Person(id="п1", name="Орлова Вера Павловна", school="ш205", position="директор"),
    Person(id="п7", name="Ким Анна Олеговна", school="ш205", position="учитель"),
)
ROWS = (
    row("1", "Приказ о наставничестве", "до 20.10.2025", responsible="ОО"),
    row("2", "Сайт управления", "октябрь 2025", responsible="УО"),
    row("3", "Сопровождение молодых педагогов", "ежегодно, сентябрь-октябрь", responsible="УО, ОО"),
    row("4", "Занятия воспитателей", "ноябрь 2025", responsible="ДОУ"),
    row("5", "Отбор наставников", "октябрь 2025", responsible="Директор, куратор"),
    row("6", "Площадка", "16.10.2025", responsible="УО", participants="не менее 5 ОО"),
    row(
        "7",
        "Фестиваль",
        "16.10.2025",
        responsible="ОО",
        result="Размещение итогов на официальных сайтах УО, ОО",
    ),
)


def municipal(*more: Any) -> Roadmap:
    return roadmap(*ROWS, SCHOOL, GARDEN, *PEOPLE, *more)


def derived(school: str = "ш205", lead: int = 0) -> SchoolPlan:
    (plan,) = read_plans(municipal())
    return derive_plan(plan, school, lead=lead)


def together(made: SchoolPlan, **changes: Any) -> Roadmap:
    """The school's plan beside the municipal one, with changes to its rows by number."""
    own = [event.model_copy(update=changes.get(f"row{event.number}", {})) for event in made.events]
    return roadmap(
        head(reference=True),
        made.head,
        *ROWS,
        *(event for event in own if event.number not in changes.get("drop", ())),
    )


def test_rows_are_those_addressed_to_schools() -> None:
    (plan,) = read_plans(municipal())
    assert [r.label for r in addressed(plan, "ш205")] == ["1", "3", "5", "6", "7"]
    assert [r.label for r in addressed(plan, "Детский сад № 12")] == ["1", "3", "4", "5", "6", "7"]


def test_every_row_names_its_municipal_row_and_keeps_its_dates() -> None:
    made = derived()
    kept = [(event.parent, event.dates) for event in made.events]
    assert kept[:4] == [
        ("1", "до 20.10.2025"),
        ("3", "ежегодно, сентябрь-октябрь"),
        ("5", "октябрь 2025"),
        ("6", "16.10.2025"),
    ]
    assert made.head.parent == "план"
    assert made.head.school == "ш205"


def test_executors_are_the_schools_own_by_name_where_known() -> None:
    who = {event.parent: event.responsible for event in derived().events}
    assert who["1"] == "Орлова Вера Павловна, директор, Ким Анна Олеговна, куратор наставничества"
    assert who["5"] == "Директор, куратор"
    assert who["3"] == "заместитель директора по УВР, Ким Анна Олеговна, куратор наставничества"


def test_a_publication_is_a_row_ten_working_days_after_the_event() -> None:
    made = derived()
    (task,) = [event for event in made.events if "сайте организации" in event.title]
    assert task.dates == "до 30.10.2025"
    assert made.publications == 1


def test_fixed_deadlines_may_come_earlier() -> None:
    (first, *_) = derived(lead=5).events
    assert first.dates == "до 13.10.2025"


def test_days_of_a_year_without_a_decree_are_said_to_be_preliminary() -> None:
    fest = row("1", "Слёт", "16.10.2028", responsible="ОО", result="Размещение на сайтах ОО")
    plan = roadmap(fest, SCHOOL, starts=date(2028, 1, 1), ends=date(2028, 12, 31))
    assert derive_plan(read_plans(plan)[0], "ш205").preliminary == {2028}


def test_the_plan_as_derived_agrees_with_its_parent() -> None:
    plan = together(derived(lead=3))
    for rule in ("missing-row", "later-deadline", "wider-period", "unknown-row", "school-undated"):
        assert found(plan, rule) == []


@pytest.mark.parametrize(
    ("rule", "rows", "changes"),
    [
        ("missing-row", (), {"drop": ("2",)}),
        ("later-deadline", ("1",), {"row1": {"dates": "до 27.10.2025"}}),
        ("later-deadline", ("3",), {"row3": {"dates": "октябрь – ноябрь 2025"}}),
        ("wider-period", ("3",), {"row3": {"dates": "сентябрь – октябрь 2025"}}),
        ("unknown-row", ("1",), {"row1": {"parent": "99"}}),
        ("school-undated", ("1",), {"row1": {"dates": None}}),
    ],
)
def test_what_differs_from_the_parent_is_found(
    rule: str, rows: tuple[str, ...], changes: dict[str, Any]
) -> None:
    assert rows_of(found(together(derived(), **changes), rule)) == {rows}


def test_a_plan_for_comparison_is_not_audited_itself() -> None:
    plan = roadmap(row("1", "А", "31 сентября"), reference=True)
    assert found(plan, "unclear-date") == []


# ---- whom a row is addressed to -------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "concerned"),
    [
        ("образовательные организации", "ш205 д12"),
        ("Руководители ОУ", "ш205 д12"),
        ("все школы города", "ш205"),
        ("общеобразовательные организации", "ш205"),
        ("Школа № 205, УО", "ш205"),
        ("детские сады", "д12"),
        ("СОШ № 5", ""),  # another one
        ("Школа № 20", ""),
        ("слушатели школы молодого педагога", ""),
        ("наставляемые", ""),
    ],
)
def test_participants_name_organisations_in_many_words(words: str, concerned: str) -> None:
    (plan,) = read_plans(
        roadmap(row("1", "Отчёт", "октябрь 2025", participants=words), SCHOOL, GARDEN)
    )
    found = [one for one in ("ш205", "д12") if addressed(plan, one)]
    assert " ".join(found) == concerned


def test_a_kindergarten_has_no_deputy_of_a_school() -> None:
    who = {event.parent: event.responsible for event in derived("д12").events}
    assert who["1"] == "заведующий, куратор наставничества"
    assert who["4"] == "старший воспитатель"


# ---- windows inside the municipal ones ------------------------------------------------------


def audited(*rows: Any, lead: int = 0) -> tuple[SchoolPlan, set[str]]:
    """A plan made of these rows, and what the audit has against it."""
    (plan,) = read_plans(roadmap(*rows, SCHOOL, *PEOPLE))
    made = derive_plan(plan, "ш205", lead=lead)
    both = roadmap(head(reference=True), made.head, *rows, *made.events, SCHOOL, *PEOPLE)
    return made, {finding.rule for finding in audit_roadmap(both)} - {"ambiguous-date", "load"}


def test_a_publication_stays_within_the_plan() -> None:
    made, rules = audited(
        row("1", "Фестиваль", "28.05.2026", responsible="ОО", result="Размещение на сайтах ОО")
    )
    assert made.events[1].dates == "до 29.05.2026"  # the last working day of the plan
    assert rules == set()


def test_a_deadline_is_not_brought_forward_before_the_plan() -> None:
    made, rules = audited(row("1", "Отчёт", "до 05.09.2025", responsible="ОО"), lead=10)
    assert made.events[0].dates == "до 01.09.2025"
    assert rules == set()


def test_what_follows_what_is_kept_under_new_numbers() -> None:
    made, rules = audited(
        row("1", "Сайт", "октябрь 2025", responsible="УО"),
        row("2", "Опрос", "13.10.2025", responsible="ОО"),
        row("3", "Семинар", "23.10.2025", responsible="ОО", after=frozenset({"2"}), lead_days=2),
    )
    assert [(e.number, e.after, e.lead_days) for e in made.events] == [
        ("1", frozenset(), None),
        ("2", frozenset({"1"}), 2),
    ]
    assert rules == set()


def test_rows_of_one_number_or_one_title_are_told_apart() -> None:
    made, rules = audited(
        row("1", "Отбор", "октябрь 2025", responsible="ОО", section="А"),
        row("1", "Сбор", "март 2026", responsible="ОО", section="Б"),
        Event(plan="план", title="Семинар", dates="13.10.2025", responsible="ОО"),
        Event(plan="план", title="Семинар", dates="13.11.2025", responsible="ОО"),
    )
    assert len(made.events) == 4
    assert rules == set()


def test_weeks_and_days_of_other_schools_stay_where_they_are(tmp_path: Path) -> None:
    other = School(id="ш206", name="Школа № 206")
    weeks = [WorkWeek(who=one.name, days=6) for one in (SCHOOL, other)]
    weeks.append(WorkWeek(who="Орлова В.П.", days=6))
    off = [
        SpecialDays(kind=DaysKind.OFF, who=one, starts=date(2025, 11, 5)) for one in ("ш206", None)
    ]
    own = roadmap(*ROWS, head(), SCHOOL, other, *PEOPLE, *weeks, *off)
    engine.derive(own, "ш205", tmp_path / "школа")
    made = read_roadmap(tmp_path / "школа")
    assert [one.who for one in made.weeks] == ["ш205", "Орлова В.П."]
    assert [one.who for one in made.days] == [None]
    (plan,) = [one for one in made.plans if one.school]
    assert plan.id.endswith(": Школа № 205")
    about_school = [
        f for f in audit_roadmap(made) if f.rule == "unknown-owner" and "ш205" in f.words
    ]
    assert not about_school
