"""Lists of participants: which event wants which list, and what is wrong with a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from matchmaker.domain import Person, School
from matchmaker.domain.abbreviations import Abbreviation
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.errors import InputError
from matchmaker.io import read_roadmap, write_roadmap
from matchmaker.roadmap.participants import Participants
from matchmaker.roadmap.rows import read_plans
from tests.roadmap.plans import found, roadmap, row, rows_of

COUNCIL = "Совет молодых педагогов"
SCHOOLS = (School(id="ш1", name="Школа № 1"), School(id="ш2", name="Школа № 2"))


def on_council(*people: str, **facts: object) -> list[Record]:
    return [ListMember(name=COUNCIL, member=one, **facts) for one in people]


def of(cell: str, *rows: Record, **facts: object) -> Participants:
    """Who takes part in an event of these words."""
    event = row("1", "Встреча", "16.10.2025", participants=cell, **facts)
    (plan,) = read_plans(roadmap(event, *rows))
    return plan.rows[0].participants


# ---- which lists -------------------------------------------------------------------------------


def test_a_list_stands_for_its_kind_where_the_cell_says_nothing_else() -> None:
    who = of("Совет молодых педагогов", *on_council("Иванова А.Б.", "Петров Виктор Ильич"))
    assert [one.name for one in who.lists] == [COUNCIL]
    assert {one.name for one in who.members} == {"Иванова А.Б.", "Петров В.И."}
    assert who.kinds == frozenset()
    assert not who.supposed


def test_kinds_beside_a_list_hold_too() -> None:
    assert of("Совет молодых педагогов, наставники", *on_council("Иванова А.Б.")).kinds == {
        "mentors"
    }


def test_without_the_list_a_council_is_a_kind_as_before() -> None:
    assert of("Совет молодых педагогов").kinds == {"council"}


@pytest.mark.parametrize("cell", ["команда 1, Команда 12", "Команда 12; команда 1"])
def test_several_lists_in_one_cell_by_whole_words(cell: str) -> None:
    lists = [ListMember(name=f"Команда {n}", count=n) for n in (1, 2, 12)]
    who = of(cell, *lists)
    assert {one.name for one in who.lists} == {"Команда 1", "Команда 12"}
    assert who.listed == 13


def test_the_longer_name_goes_before_the_shorter() -> None:
    lists = [ListMember(name="Совет", count=3), *on_council("Иванова А.Б.")]
    assert [one.name for one in of(COUNCIL, *lists).lists] == [COUNCIL]


def test_supposed_participants_may_be_a_list() -> None:
    who = of("", *on_council("Иванова А.Б."), supposed_participants=COUNCIL)
    assert [one.name for one in who.lists] == [COUNCIL]
    assert who.supposed


def test_a_list_has_other_names_by_the_sheet_of_abbreviations() -> None:
    other = Abbreviation(name="СМП", same_as=COUNCIL)
    assert [one.name for one in of("СМП", other, *on_council("Иванова А.Б.")).lists] == [COUNCIL]


def test_members_are_people_of_the_tables_by_id_name_or_initials() -> None:
    people = [
        Person(id="п1", name="Иванова Анна Борисовна", school="ш1"),
        Person(id="п2", name="Петров Виктор Ильич", school="ш1"),
        Person(id="п3", name="Ким Алла Олеговна", school="ш2"),
    ]
    members = on_council("п1", "Петров Виктор Ильич", "Ким А.О.", "Чужая В.В.")
    who = of(COUNCIL, *SCHOOLS, *people, *members)
    assert {(one.key, one.known) for one in who.members} == {
        ("п1", True),
        ("п2", True),
        ("п3", True),
        ("Чужая В.В.", False),
    }


def test_an_organisation_tells_namesakes_apart() -> None:
    people = [Person(id=f"п{n}", name="Иванова Анна Борисовна", school=f"ш{n}") for n in (1, 2)]
    members = on_council("Иванова Анна Борисовна", school="Школа № 2")
    assert {one.key for one in of(COUNCIL, *SCHOOLS, *people, *members).members} == {"п2"}


def test_words_narrow_participants_to_schools_in_need() -> None:
    assert of("наставники школ с НОР").contexts == {"low_results"}
    assert of("педагоги ШНОР и ССУ").contexts == {"low_results", "hard_context"}
    assert of("молодые педагоги, проводящие уроки").contexts == frozenset()


# ---- what is wrong -----------------------------------------------------------------------------


def wrong(*rows: Record) -> str:
    with pytest.raises(InputError) as error:
        roadmap(row("1", "Встреча", "16.10.2025", participants=COUNCIL), *rows)
    return str(error.value)


def test_a_row_names_a_member_or_a_number() -> None:
    assert "ни участника, ни числа" in wrong(ListMember(name=COUNCIL))
    assert "и участник, и число" in wrong(*on_council("Иванова А.Б.", count=3))


def test_the_same_member_twice_is_an_error_by_whatever_name() -> None:
    person = Person(id="п1", name="Иванова Анна Борисовна", school="ш1")
    again = on_council("п1", "Иванова Анна Борисовна")
    assert "дважды" in wrong(*SCHOOLS, person, *again)


def test_namesakes_and_unknown_organisations_are_told() -> None:
    people = [Person(id=f"п{n}", name="Иванова Анна Борисовна", school=f"ш{n}") for n in (1, 2)]
    assert "ID вместо ФИО" in wrong(*SCHOOLS, *people, *on_council("Иванова Анна Борисовна"))
    assert "такой организации нет" in wrong(*SCHOOLS, *on_council("Ким А.О.", school="Школа № 9"))


def test_lists_are_written_and_read_again(tmp_path: Path) -> None:
    own = roadmap(
        row("1", "Встреча", "16.10.2025", participants=COUNCIL),
        *on_council("Иванова А.Б.", school="Школа № 1"),
        ListMember(name="Студенты", count=25),
    )
    for form in ("xlsx", "csv"):
        folder = tmp_path / form
        folder.mkdir()
        write_roadmap(own, folder, form)
        assert read_roadmap(folder) == own
        assert read_roadmap(folder).fingerprint == own.fingerprint


# ---- the audit ---------------------------------------------------------------------------------


def test_an_unused_list_is_a_warning() -> None:
    plan = roadmap(
        row("1", "Встреча", "16.10.2025", participants=COUNCIL),
        *on_council("Иванова А.Б."),
        ListMember(name="Студенты колледжа", count=25),
    )
    (warning,) = found(plan, "unused-list")
    assert "Студенты колледжа" in warning.words


def test_who_leads_while_wanted_as_a_member_is_told() -> None:
    day = "16.10.2025"
    plan = roadmap(
        row("1", "Встреча", day, responsible="Ким А.О., методист"),
        row("2", "Заседание", day, participants=COUNCIL),
        *on_council("Ким Алла Олеговна"),
    )
    (warning,) = found(plan, "possible-clash")
    assert f"Ким А.О. — участник из списка «{COUNCIL}»" in warning.words


def test_clashes_of_lists_are_told() -> None:
    day = "16.10.2025"
    team = [ListMember(name="Команда", member=one) for one in ("Ким А.О.", "Лис Б.Б.")]
    others = [ListMember(name="Жюри", member=one) for one in ("Ким А.О.", "Волк В.В.")]
    guests = ListMember(name="Гости", count=10)
    plan = roadmap(
        row("1", "Встреча", day, participants="Команда"),
        row("2", "Семинар", day, participants="Жюри"),
        row("3", "Форум", day, participants="Гости"),
        row("4", "Праздник", day, participants="молодые педагоги"),
        row("5", "Заседание", day, participants=COUNCIL),
        *team, *others, guests, *on_council("Осина О.О."),
    )  # fmt: skip
    assert rows_of(found(plan, "participants-clash")) == {("1", "2"), ("4", "5")}
