"""Workbooks of plans about schools: who may read what, and that nothing is lost."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import combinations

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.domain import LinkKind, School, Willing
from matchmaker.domain.records import Record
from matchmaker.engine import partner, scenario_policy, two_step
from matchmaker.io.plan_workbooks import director_workbook, methodist_workbook
from matchmaker.io.policy_file import default_policy
from matchmaker.io.school_workbooks import curator_workbook, partners_workbook
from matchmaker.messages import school_workbooks as say
from matchmaker.policy import SCHOOL_KINDS, Kind
from matchmaker.results.plan import Plan
from matchmaker.scenarios import generate
from matchmaker.text import speaking
from tests.rules import network
from tests.rules.network import link, profile, school

PRIVATE = re.compile(
    r"балл|риск|запрос|результат|сложные|резильент|участник проекта|ведущая|куратор|спрош|"
    r"слаб|сильн|НОР|ССУ|дефицит|цен[аы]\b|points|risk|asks|result|curator",
    re.IGNORECASE,
)
SHEETS = {
    "cooperation": (["Связи", "Школы"], "Связи"),
    "partnership": (["Связи", "Школы"], "Связи"),
    "platform": (["Сетевая площадка"], "Сетевая площадка"),
    "joint": (["Связи", "Школы"], "Связи"),
}


@cache
def plan_of(kind: Kind) -> Plan:
    """A plan about an invented town of twenty schools."""
    town = generate("leninsk-city")
    return partner(town.municipality, scenario_policy(town), kind=kind)


def small(kind: Kind, *rows: Record) -> Plan:
    return partner(network.municipality(*rows), kind=kind)


def sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each sheet below its header, and the header first."""
    book = openpyxl.load_workbook(BytesIO(content))
    found = {}
    for sheet in book:
        rows = [row for row in sheet.iter_rows(values_only=True) if any(row)]
        top = next(n for n, row in enumerate(rows) if len([cell for cell in row if cell]) > 1)
        found[sheet.title] = rows[top:]
    return found


def texts(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


@pytest.mark.parametrize("kind", SCHOOL_KINDS)
def test_the_public_workbook_tells_nothing_private(kind: Kind) -> None:
    plan = plan_of(kind)
    content = partners_workbook(plan)
    assert not PRIVATE.search(texts(content))
    assert list(sheets(content)) == SHEETS[kind][0]


@pytest.mark.parametrize("kind", SCHOOL_KINDS)
def test_every_link_stands_once(kind: Kind) -> None:
    plan = plan_of(kind)
    for content in (partners_workbook(plan), curator_workbook(plan)):
        _, *rows = sheets(content)[SHEETS[kind][1]]
        shown = []
        for row in rows:
            names = [name for name in plan.municipality.school if f"№ {name[1:]}»" in str(row[1:3])]
            shown.append(tuple(sorted(names)))
        stated = [tuple(sorted(set(line.everyone) - {"platform"})) for line in plan.record.links]
        assert shown == stated
        assert [row[0] for row in rows] == list(range(1, len(stated) + 1))


@pytest.mark.parametrize("kind", SCHOOL_KINDS)
def test_the_curator_reads_every_rule(kind: Kind) -> None:
    plan = plan_of(kind)
    text = texts(curator_workbook(plan))
    assert text.startswith(say.FOR_CURATOR())
    for line in plan.record.links:
        for helped, helping in combinations(line.everyone, 2):
            assert all(one.words in text for one in plan.rules(helped, helping, plan.schools))


def test_the_curator_reads_marks_requests_and_reasons() -> None:
    plan = small("cooperation")
    content = curator_workbook(plan)
    text = texts(content)
    for words in (
        "низкие образовательные результаты",
        "сложные социальные условия, резильентная",
        "стабильно высокие результаты",
        "Запрос: КАДРЫ, оснащение, школьный климат, математика, химия",
        "Опыт: Учебная  мотивация, кадры, математика, физика",
        "единственная школа-партнёр: Школа",
    ):
        assert words in text
    (one,) = plan.record.unlinked
    assert [row[-1] for row in sheets(content)[say.UNLINKED()][1:]] == [one.words]
    asked = {str(row[1]).split("\n")[0]: row[-1] for row in sheets(content)[say.TO_ASK()][1:]}
    assert asked == {"Школа h5": say.ASK_COULD_HELP(), "Школа a3": say.ASK_WITHOUT()}


def test_schools_without_a_link_are_not_in_the_public_workbook() -> None:
    plan = small("cooperation")
    assert [one.mentee for one in plan.record.unlinked] == ["a3"]
    assert "Школа a3" not in texts(partners_workbook(plan))


def test_an_agreement_in_force_is_named_by_its_number() -> None:
    rows = (
        school("h", stably_high=True, district="Север", settlement="с. Сухово"),
        school("a", low_results=True),
        profile("h"),
        profile("a"),
        link("h", "a", number="12/С"),
        link("h", "a", LinkKind.PARTNERSHIP, number="99"),
    )
    content = partners_workbook(small("cooperation", *rows))
    _, (_, partner_, participant, kind, state, *_) = sheets(content)[say.LINKS()]
    assert (partner_, participant) == ("Школа h\nСевер, с. Сухово", "Школа a")
    assert (kind, state) == ("сотрудничество", "действует, № 12/С")


def test_a_group_stands_in_one_row_with_all_its_members() -> None:
    rows = [
        row
        for key in "abc"
        for row in (
            school(key, stably_high=True),
            profile(key, strengths={f"тема {key}"}),
        )
    ]
    policy = default_policy()
    book = policy.partnership.model_copy(update={"largest_group": 3})
    made = policy.model_copy(update={"partnership": book})
    there = network.municipality(*rows)
    record = partner(there, made, kind="partnership").record
    group = record.links[0].model_copy(
        update={"mentee": "a", "mentor": "b + c", "mentors": ("b", "c")}
    )
    plan = Plan(record.model_copy(update={"links": (group,)}), there)
    _, row = sheets(partners_workbook(plan))[say.LINKS()]
    assert row[1] == "Школа a\nШкола b\nШкола c"
    assert "тема a, тема b" in str(row[-1])
    assert "Школа b\nШкола c" in texts(curator_workbook(plan))


def test_a_link_of_a_joint_plan_names_its_pairs() -> None:
    plan = plan_of("joint")
    _, *rows = sheets(partners_workbook(plan))[say.LINKS()]
    people = {person.id: person.school for person in plan.municipality.people}
    across = [
        pair
        for pair in plan.record.pairs
        if people[pair.mentee.split(" / ")[0]] != people.get(pair.mentor)
    ]
    named = [re.match(r"(\d+) пар", str(row[-1])) for row in rows]
    assert sum(int(match[1]) for match in named if match) == len(across) > 0


def test_a_joint_plan_has_the_papers_of_its_people_too() -> None:
    plan = plan_of("joint")
    director, methodist = sheets(director_workbook(plan)), sheets(methodist_workbook(plan))
    assert len(director["Пары"]) == len(methodist["Методисту"]) == len(plan.record.pairs) + 1
    assert len(director["Без наставника"]) == len(plan.record.unpaired) + 1


def test_a_joint_plan_stands_beside_two_steps() -> None:
    plan = plan_of("joint")
    assert say.COMPARED() not in sheets(curator_workbook(plan))
    steps = two_step(plan)
    _, links, pairs, *tiers = sheets(curator_workbook(plan, steps))[say.COMPARED()]
    assert links[1:] == (steps.links, len(plan.record.links))
    assert pairs[1:] == (steps.pairs, len(plan.record.pairs))
    assert [tier[2] for tier in tiers] == [tier.value for tier in plan.record.tiers]


def test_conflicts_are_named_to_the_curator() -> None:
    plan = small("platform")
    assert plan.status == "infeasible"
    shown = [row[1] for row in sheets(curator_workbook(plan))[say.CONFLICTS()][1:]]
    assert shown == ["\n".join(conflict.musts) for conflict in plan.record.conflicts]


def test_no_links_at_all() -> None:
    rows = (school("h", stably_high=True), school("a", low_results=True))
    kinds: list[Kind] = ["cooperation", "partnership"]
    for kind in kinds:
        plan = small(kind, *rows, profile("h", consent=Willing.NO), profile("a"))
        assert not plan.record.links
        assert "Записей нет" in texts(partners_workbook(plan))
        assert "Записей нет" in texts(curator_workbook(plan))


def test_names_are_text_whatever_they_begin_with() -> None:
    rows = (
        School(id="h", name='=HYPERLINK("http://x")', stably_high=True),
        School(id="a", name='+МБОУ "Лицей"', low_results=True),
        profile("h"),
        profile("a"),
    )
    plan = small("cooperation", *rows)
    for content in (partners_workbook(plan), curator_workbook(plan)):
        book = openpyxl.load_workbook(BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert '=HYPERLINK("http://x")' in {cell.value for cell in cells}
        assert all(cell.data_type in "sn" and not cell.hyperlink for cell in cells)


@pytest.mark.parametrize("kind", SCHOOL_KINDS)
def test_the_same_plan_gives_the_same_bytes(kind: Kind) -> None:
    plan = plan_of(kind)
    again = Plan(plan.record, plan.municipality)
    assert partners_workbook(plan) == partners_workbook(again)
    assert curator_workbook(plan) == curator_workbook(again)


def test_the_workbooks_speak_english() -> None:
    with speaking("en"):
        plan = small("cooperation")
        public, curator = partners_workbook(plan), curator_workbook(plan)
    assert list(sheets(public)) == ["Links", "Schools"]
    assert sheets(public)["Links"][0][1:3] == ("Partner school", "Participating school")
    assert not PRIVATE.search(texts(public).replace("Школа", ""))
    assert texts(curator).startswith("For the curator only")
    assert "low results" in texts(curator)
