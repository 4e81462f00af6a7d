"""Small things that a reader stumbles over: quotes, names said twice, files not told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker import engine
from matchmaker.cli import render
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.events import Event
from matchmaker.domain.participants import ListMember
from matchmaker.domain.venues import Venue
from matchmaker.messages import timetable_files as say
from matchmaker.text import nested
from tests.timetable.small_year import LIMITS, change, roadmap, row, scheduled


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("«Конкурс «Дебют»»", "«Конкурс „Дебют“»"),
        ("«Дебют» и «Урок»", "«Дебют» и «Урок»"),
        ("«««Дебют»»»", "«„„Дебют““»"),
        ("««Дебют»", "««Дебют»"),
        ("»Дебют«", "»Дебют«"),
    ],
)
def test_quotes_within_quotes_are_of_the_other_kind(words: str, right: str) -> None:
    assert nested(words) == right


@given(st.text(st.sampled_from("«»а ")))
def test_only_quotes_change(words: str) -> None:
    plain = nested(words).replace("„", "«").replace("“", "»")
    assert plain == words
    assert nested(nested(words)) == nested(words)


def test_a_title_in_quotes_is_quoted_within_them() -> None:
    from matchmaker.messages.schedule import MOVED

    said = MOVED(row="1", title="Конкурс «Дебют»", before="1", after="2")
    assert "«Конкурс „Дебют“»" in said
    assert say.EVENT_OF_PLAN(title="«Дебют»", plan="П", number=1) == "«Дебют» (П, № 1)"


def test_a_council_that_is_a_list_is_named_once() -> None:
    name = "Совет молодых педагогов"
    day = "14.03.2022"
    own = roadmap(
        row("1", day, "Ведущийа А.А.", participants=name),
        row("2", day, "Ведущийб А.А.", participants=name),
        ListMember(name=name, member="Член А.А."),
        period=(change(ChangeKind.DAY_OFF, "2022-03-14").starts,) * 2,  # type: ignore[arg-type]
    )
    (left,) = scheduled(own).unplaced
    assert left.reason.lower().count(name.lower()) == 1


def test_a_closed_venue_is_named_once() -> None:
    own = roadmap(row("1", "14.03.2022", venues={"Зал"}), Venue(name="Зал", seats=9))
    before = scheduled(own)
    closed = change(ChangeKind.CLOSED, "2022-03-01", "2022-03-31", event=None, who="Зал")
    after = engine.reschedule(before, own, [closed], limits=LIMITS).made.timetable
    reasons = " ".join(one.reason for one in after.unplaced)
    assert reasons.count("Зал") == 1


def test_all_files_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["a.json", "b.svg", "план.xlsx", "calendars/x.ics", "calendars/y.ics"]
    render.written(tmp_path, [tmp_path / name for name in names])
    said = capsys.readouterr().out.strip()
    assert said.endswith(": план.xlsx, a.json, b.svg, календари: 2 файла")
    assert said.startswith(f"Записано: папка {tmp_path}")


def test_the_note_of_venues_names_one_separator() -> None:
    note = Event.columns()["venues"].note
    assert note and "запят" not in note()
