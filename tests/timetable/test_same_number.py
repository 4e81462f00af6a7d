"""Two rows with one number: each event has an ID of its own, wherever it is named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from matchmaker import engine
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.events import Mark
from matchmaker.errors import InputError
from matchmaker.io.timetable_json import read_timetable
from tests.timetable.small_year import LIMITS, change, day, roadmap, row, scheduled

DAY = date(2022, 3, 10)
LATER = date(2022, 3, 25)
TWICE = roadmap(row("3", "16.03.2022"), row("3", "23.03.2022"), row("4", "24.03.2022"))


def test_each_event_has_an_id_of_its_own_and_the_file_can_be_read(tmp_path: Path) -> None:
    made = scheduled(TWICE)
    assert len({event.id for event in made.events}) == 3
    file = tmp_path / "timetable.json"
    file.write_text(json.dumps(made.model_dump(mode="json")), "utf-8")
    assert read_timetable(file) == made


def test_a_number_of_two_rows_names_neither_and_what_to_write_is_told() -> None:
    made = scheduled(TWICE)
    with pytest.raises(InputError, match=r"одно из: .+ / 3; .+ / 3 \(2\)"):
        engine.explain_event(made, TWICE, "3")
    assert engine.explain_event(made, TWICE, "3 (2)").event.id.endswith(" / 3 (2)")


def test_an_order_for_one_of_them_leaves_the_other() -> None:
    move = change(ChangeKind.MOVE, event="3 (2)", day=LATER)
    found = engine.reschedule(scheduled(TWICE), TWICE, [move], limits=LIMITS, on=DAY)
    assert str(day(found.made.timetable, "3")) == "2022-03-16"
    assert str(day(found.made.timetable, "3 (2)")) == "2022-03-25"
    vague = change(ChangeKind.MOVE, event="3", day=LATER)
    with pytest.raises(InputError, match=r"3 \(2\)"):
        engine.reschedule(scheduled(TWICE), TWICE, [vague], limits=LIMITS, on=DAY)


def test_a_mark_on_one_of_them_is_not_a_mark_on_the_other() -> None:
    marked = roadmap(
        row("3", "16.03.2022", mark=Mark.DONE, done_on=date(2022, 3, 16)), row("3", "23.03.2022")
    )
    move = change(ChangeKind.MOVE, event="3 (2)", day=LATER)
    again = engine.reschedule(scheduled(TWICE), marked, [move], limits=LIMITS, on=DAY)
    assert str(day(again.made.timetable, "3 (2)")) == "2022-03-25"
