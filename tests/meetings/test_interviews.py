"""Interviews before there are pairs, and the tables of the second match."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

import matchmaker as mm
from matchmaker.diary.interviews import first_half_of_september
from matchmaker.domain import Municipality, Verdict, Willing
from tests.cli.conftest import Say, say
from tests.engine import small
from tests.meetings.small_town import POLICY, all_week, school

__all__ = ["say"]


def town(*more: object, **facts: object) -> Municipality:
    plain = {"curator": "k"} | facts
    return small.municipality(
        school("s", **plain),
        small.person("k", position="заместитель директора"),
        small.person("p", position="педагог-психолог"),
        small.mentee("a", category="young"),
        small.mentee("b", category="young"),
        small.mentor("m", places=2),
        *more,  # type: ignore[arg-type]
    )


def test_everybody_is_talked_to_and_then_introduced() -> None:
    made = mm.interviews(town(), POLICY)
    assert made.violations == ()
    assert made.told == ()
    talks = {one.id: one for one in made.record.meetings}
    assert set(talks) == {"interview · a", "interview · b", "introduction · s"}
    assert talks["interview · a"].people == ("a", "k", "p")
    assert set(talks["introduction · s"].people) == {"a", "b", "m", "k"}
    days = [one.day for one in talks.values()]
    assert all(date(2026, 9, 1) <= day <= date(2026, 9, 15) for day in days)
    assert talks["introduction · s"].day == max(days)
    assert talks["introduction · s"].day > talks["interview · b"].day


def test_mentors_are_interviewed_if_asked() -> None:
    ids = {one.id for one in mm.interviews(town(), POLICY, mentors=True).record.meetings}
    assert "interview · m" in ids


def test_who_has_a_verdict_is_not_asked_again() -> None:
    first = town()
    done = first.model_copy(
        update={
            "mentees": tuple(
                row.model_copy(update={"interview": Verdict.ADMITTED}) for row in first.mentees
            )
        }
    )
    phases = [one.phase for one in mm.interviews(done, POLICY).record.meetings]
    assert phases == ["introduction"]


def test_what_is_missing_is_said() -> None:
    def reasons(**facts: object) -> set[str]:
        return {one.reason for one in mm.interviews(town(**facts), POLICY).told}

    assert reasons(curator=None) == {"no_curator"}
    without = small.municipality(
        school("s", curator="k"),
        small.person("k"),
        small.person("f", "t"),
        school("t"),
        small.mentee("a", category="young"),
        small.mentor("m"),
    )
    assert {one.reason for one in mm.interviews(without, POLICY).told} == {"no_psychologist"}
    made = mm.interviews(without, POLICY, psychologists=["Человек f"])
    assert made.told == ()
    assert made.record.meetings[0].joins_remotely == ("f",)


def test_who_cannot_come_is_named() -> None:
    from matchmaker.domain.meeting_tables import MeetingTables

    tables = MeetingTables.build(all_week("b", "08:00-18:00"))
    made = mm.interviews(town(), POLICY, tables=tables)
    assert {(one.people, one.reason) for one in made.told} == {
        (("b", "k", "p"), "no_common_time"),
        (("b",), "no_common_time"),
    }


@pytest.mark.parametrize(
    ("after", "first", "last"),
    [
        (date(2026, 8, 20), date(2026, 9, 1), date(2026, 9, 15)),
        (date(2026, 9, 7), date(2026, 9, 7), date(2026, 9, 15)),
        (date(2026, 9, 16), date(2027, 9, 1), date(2027, 9, 15)),
    ],
)
def test_the_first_half_of_september(after: date, first: date, last: date) -> None:
    assert first_half_of_september(after) == (first, last)


def test_verdicts_and_votes_feed_the_second_match(say: Say, tmp_path: Path) -> None:
    source = tmp_path / "town"
    source.mkdir()
    mm.write(town(), source / "таблицы.xlsx")
    mm.write_policy(POLICY, source / "policy.toml")
    said = say("meetings", source, "--interviews", "-o", tmp_path / "out")
    assert (said.code, said.err) == (0, "")
    second = tmp_path / "out" / "второй подбор"
    assert say("check", second).code == 0
    book = openpyxl.load_workbook(second / "таблицы.xlsx")
    votes = book["Голоса"]
    rows = [[cell.value for cell in row] for row in votes.iter_rows()]
    head = next(n for n, row in enumerate(rows) if "Голос наставника" in row)
    assert {tuple(row[:2]) for row in rows[head + 1 :] if row[0]} == {("a", "m"), ("b", "m")}
    for n in range(head + 2, len(rows) + 1):
        votes.cell(n, rows[head].index("Голос наставника") + 1, "да")
    mentees = book["Наставляемые"]
    names = [[cell.value for cell in row] for row in mentees.iter_rows()]
    at = next(n for n, row in enumerate(names) if "Итог собеседования" in row)
    mentees.cell(at + 2, names[at].index("Итог собеседования") + 1, "не рекомендован")
    book.save(second / "таблицы.xlsx")
    read = mm.read(second)
    assert {vote.by_mentor for vote in read.votes} == {Willing.YES}
    assert [row.interview for row in read.mentees] == [Verdict.DECLINED, None]
    assert say("match", second, "-o", tmp_path / "again").code == 0
