"""Days off and quarantines of a school, in plans of the whole municipality."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.schools import School
from matchmaker.engine import Rescheduled
from matchmaker.io import write_roadmap
from tests.cli.conftest import Say, say
from tests.timetable.small_year import LIMITS, change, day, roadmap, row, scheduled

__all__ = ["say"]

TOWN: tuple[Record, ...] = (
    School(id="ш1", name="МБОУ СОШ № 1"),
    School(id="ш2", name="МБОУ СОШ № 2"),
    School(id="ш22", name="МБОУ СОШ № 22"),
    row("1", "16.03.2022", "МБОУ СОШ № 2", participants="молодые педагоги"),
    row("2", "16.03.2022", "Васильков П.И.", participants="наставники МБОУ СОШ № 2"),
    row("3", "16.03.2022", "ш2; Клеверов Ю.О.", participants="студенты"),
    row("4", "16.03.2022", "МБОУ СОШ № 22", participants="кураторы"),
    row("5", "16.03.2022", "Полынина Ж.Щ.", participants="Совет"),
    row("6", "16.03.2022", "Лопухова А.А.", participants="методисты; МБОУ СОШ № 2"),
    ListMember(name="Совет", member="Котова Дарья Игоревна", school="ш2"),
    ListMember(name="Совет", member="Лосева Юлия Денисовна", school="ш1"),
    ListMember(name="Совет", member="Орлова Кира Марковна", school="МБОУ СОШ № 2"),
)
MARCH_16 = date(2022, 3, 16)


def again(of: Roadmap, *changes: Change) -> Rescheduled:
    on = date(2022, 3, 10)
    return engine.reschedule(scheduled(of), of, changes, on=on, limits=LIMITS)


@pytest.mark.parametrize("who", ["МБОУ СОШ № 2", "ш2"])
@pytest.mark.parametrize("kind", [ChangeKind.QUARANTINE, ChangeKind.DAY_OFF])
def test_a_school_that_is_away_takes_what_it_leads_and_what_is_only_for_it(
    who: str, kind: ChangeKind
) -> None:
    of = roadmap(*TOWN)
    found = again(of, change(kind, "2022-03-14", "2022-03-18", who=who))
    assert {one.event.number for one in found.made.changes} == {"1", "2", "3"}
    for number in ("1", "2", "3"):
        assert not date(2022, 3, 14) <= day(found.made.timetable, number) <= date(2022, 3, 18)


def test_who_of_a_school_will_be_missing_elsewhere_is_said() -> None:
    of = roadmap(*TOWN)
    found = again(of, change(ChangeKind.QUARANTINE, "2022-03-16", who="ш2"))
    assert [(one.event.number, one.school, one.count) for one in found.made.missing] == [
        ("5", "МБОУ СОШ № 2", 2)
    ]
    later = again(of, change(ChangeKind.QUARANTINE, "2022-03-21", who="ш2"))
    assert later.made.missing == ()


def test_special_days_of_a_school_are_kept_free_from_the_beginning() -> None:
    off = SpecialDays(
        who="МБОУ СОШ № 2",
        kind=DaysKind.OFF,
        starts=date(2022, 3, 14),
        ends=date(2022, 3, 18),
    )
    made = scheduled(roadmap(*TOWN, off))
    for number in ("1", "2", "3"):
        assert not date(2022, 3, 14) <= day(made, number) <= date(2022, 3, 18)
    assert [day(made, number) for number in ("4", "5", "6")] == [MARCH_16] * 3
    # Days that the table of special days gets only after publication are kept free as well.
    found = engine.reschedule(
        scheduled(roadmap(*TOWN)), roadmap(*TOWN, off), [], on=date(2022, 3, 10), limits=LIMITS
    )
    assert {one.event.number for one in found.made.changes} == {"1", "2", "3"}


def test_the_screen_the_answer_and_the_workbook_say_who_will_be_missing(
    tmp_path: Path, say: Say
) -> None:
    town, out, then = tmp_path / "town", tmp_path / "out", tmp_path / "then"
    town.mkdir()
    write_roadmap(roadmap(*TOWN), town)
    schools = "".join(f"{one.id};{one.name}\n" for one in roadmap(*TOWN).schools)
    (town / "Организации.csv").write_text("ID организации;Организация\n" + schools, "utf-8")
    assert say("schedule", town, "-o", out).code == 0
    changes = tmp_path / "c.csv"
    changes.write_text("Что;Кто;С;По\nкарантин;МБОУ СОШ № 2;16.03.2022;\n", "utf-8")
    told = say("reschedule", out, town, "--changes", changes, "-o", then)
    assert "5 «Семинар 5» (16.03.2022): в карантине 2 участника мероприятия" in told.out
    data = say("reschedule", out, town, "--changes", changes, "-o", then, "--json").data
    assert [(one["school"], one["count"]) for one in data["missing"]] == [("МБОУ СОШ № 2", 2)]
    book = openpyxl.load_workbook(then / "изменения.xlsx")
    assert book.sheetnames == ["Что изменилось", "Кому сообщить", "Кого не будет"]
    own = [row for row in book["Кому сообщить"].values if row[1] == "МБОУ СОШ № 2"]
    assert own[-1][3] == "состоится в свой день; ваших участников: 2"
    public = " ".join(str(cell) for row in book["Кому сообщить"].values for cell in row)
    assert "карантин" not in public
    assert "карантин" in [row[6] for row in book["Кого не будет"].values]
