"""Slips of the pen that read well otherwise: the audit, ``check`` and ``schedule`` tell them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matchmaker import engine
from matchmaker.cli.app import run
from matchmaker.domain import Person, School
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.venues import Venue
from matchmaker.io import write, write_roadmap
from matchmaker.roadmap.audit import audit_roadmap
from tests.engine import small
from tests.timetable.small_year import roadmap, row

HALL = Venue(name="Актовый зал", seats=100)
TOWN = [
    School(id="s", name="Школа № 1"),
    Person(id="a", name="Котова Дарья Игоревна", school="s"),
    Person(id="b", name="Лосева Юлия Денисовна", school="s"),
]
COUNCIL = ListMember(name="Совет", member="Лосева Юлия Денисовна")


def found(*rows: Record, **facts: Any) -> list[tuple[str, str, str]]:
    own: Roadmap = roadmap(row("1", "ноябрь 2021", **facts), *rows)
    names = {"unknown-venue", "unknown-member", "preferred-dates"}
    return [(one.rule, one.words, one.mend) for one in audit_roadmap(own) if one.rule in names]


def test_a_venue_that_the_table_does_not_have_is_told_with_the_nearest() -> None:
    ((rule, words, mend),) = found(HALL, venues={"Актовый зол"})
    assert (rule, mend) == ("unknown-venue", "Возможно, это «Актовый зал»")
    assert "«Актовый зол»" in words
    ((_, _, mend),) = found(HALL, venues={"Бассейн"})
    assert "впишите площадку" in mend


def test_venues_are_free_where_there_is_no_table_of_them() -> None:
    assert found(venues={"Актовый зол"}) == []
    assert found(HALL, venues={"Актовый зал"}) == []


def test_a_member_who_is_not_in_the_tables_though_others_are() -> None:
    wrong = ListMember(name="Совет", member="Котова Даря")
    ((rule, words, mend),) = found(*TOWN, COUNCIL, wrong, participants="Совет")
    assert (rule, mend) == ("unknown-member", "Возможно, это Котова Дарья Игоревна")
    assert "«Котова Даря»" in words and "«Совет»" in words
    assert found(*TOWN, COUNCIL, participants="Совет") == []


def test_a_list_of_strangers_is_a_list_of_strangers() -> None:
    guests = [ListMember(name="Гости", member=f"Гость{n} А.А.") for n in "аб"]
    assert found(*TOWN, *guests, participants="Гости") == []


@pytest.mark.parametrize(
    ("preferred", "said"),
    [
        ("когда-нибудь", "не понятен"),
        ("декабрь 2021", "вне срока «ноябрь 2021»"),
        ("вторая неделя ноября 2021", None),
    ],
)
def test_preferred_dates_must_be_read_and_lie_within_the_dates(
    preferred: str, said: str | None
) -> None:
    rows = found(preferred=preferred)
    assert [rule for rule, _, _ in rows] == (["preferred-dates"] if said else [])
    assert all(said and said in words for _, words, _ in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    town = small.municipality(
        School(id="s", name="Школа № 1"), small.person("a", "s"), small.person("x", "s"),
        small.mentee("a"), small.mentor("x"),
    )  # fmt: skip
    write(town, tmp_path / "таблицы.xlsx")
    own = roadmap(row("1", "март 2022", venues={"Актовый зол"}), HALL)
    write_roadmap(own, tmp_path / "дорожная карта.xlsx")
    return tmp_path


@pytest.mark.parametrize("verb", ["check", "schedule"])
def test_the_verbs_tell_the_cell(
    verb: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["-o", str(folder / "год"), "--seconds", "1"] if verb == "schedule" else []
    run([verb, str(folder), *more])
    said = " ".join(capsys.readouterr().out.split())
    assert "лист «Дорожная карта», строка 2" in said
    assert "«Площадки»" in said and "Возможно, это «Актовый зал»" in said
    assert "Таблицы в порядке" not in said


def test_a_misspelt_plan_is_told_too() -> None:
    own = roadmap(row("1", "март 2022"), row("2", "март 2022", plan="Крата"))
    assert [one.value for one in engine.slips(own)] == ["Крата"]
