"""Meetings: the program costs what the official table says, and the hard rows hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.meeting import (
    Meeting,
    MeetingProblem,
    Place,
    compile_meetings,
    places_of,
    read_meetings,
    run_meetings,
    score_meetings,
)
from matchmaker.errors import InputError
from matchmaker.events import nobody
from matchmaker.limits import Limits
from matchmaker.timetable import check_placements
from tests.timetable.programs import partial

FIFTY = (
    Path(__file__).parents[2]
    / "benchmarks"
    / "data"
    / "meeting"
    / "50meetings-160timegrains-5rooms.xlsx"
)


def _problem(rng: np.random.Generator) -> MeetingProblem:
    meetings = []
    for number in range(9):
        people = rng.permutation(8)[: rng.integers(2, 7)].tolist()
        cut = int(rng.integers(1, len(people) + 1))
        meetings.append(
            Meeting(
                f"m{number}",
                int(rng.integers(1, 5)),
                frozenset(people[:cut]),
                frozenset(people[cut:]),
            )
        )
    names = tuple(f"p{k}" for k in range(8))
    return MeetingProblem((0,) * 12 + (1,) * 10, (8, 5, 6), names, tuple(meetings))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_costs_equal_the_official_score(seed: int) -> None:
    problem = _problem(np.random.default_rng(seed))
    board = partial(compile_meetings(problem), seed)
    placed = [item for item in range(len(problem.meetings)) if board.placed(item)]
    # The official score knows no meeting without a place, so those left out leave the problem.
    problem = replace(problem, meetings=tuple(problem.meetings[item] for item in placed))
    placements = [place for place in board.placements() if place is not None]
    program = compile_meetings(problem)
    assert check_placements(program, placements).valid
    costs = program.costs(placements)
    score = score_meetings(problem, places_of(problem, placements))
    assert (score.hard, score.medium, score.soft) == (0, -costs["medium"], -costs["soft"])


def test_every_hard_row_is_counted() -> None:
    one = Meeting("one", 3, frozenset({0, 1}), frozenset({2}))
    two = Meeting("two", 2, frozenset({1}), frozenset({0}))
    problem = MeetingProblem((0,) * 4 + (1,) * 4, (2, 9), ("a", "b", "c"), (one, two))
    # Room too small by 1; two days: 1; one room and one required person for 2 grains: 4.
    assert score_meetings(problem, [Place(2, 0), Place(2, 0)]).hard == -6
    # Ends beyond the last grain: the index it would end at.
    assert score_meetings(problem, [Place(0, 1), Place(7, 1)]).hard == -8


def test_what_fits_nowhere_is_put_where_it_does_least_harm() -> None:
    big = Meeting("big", 2, frozenset(range(3)), frozenset())
    problem = MeetingProblem((0,) * 2, (2,), ("a", "b", "c"), (big, big))
    places = places_of(problem, [None, None])
    assert places == (Place(0, 0), Place(0, 0))
    assert score_meetings(problem, places).hard == -(1 + 1 + 2 + 6)


def test_fifty_meetings_break_no_hard_row() -> None:
    found = run_meetings(FIFTY, Limits(effort=1.5), nobody)
    assert len(found.places) == 50 and len(found.problem.day) == 160
    assert found.score.hard == 0
    assert found.score.medium == -found.raw.costs["medium"]
    assert found.score.soft == -found.raw.costs["soft"]


def _book(path: Path, **changed: object) -> Path:
    sheets: dict[str, Any] = {
        "Configuration": [["Overlapping meetings", 10]],
        "Days": [["Day", "Start", "End", "Lunch"], ["Mon", "08:00", "14:00", "12:00"]],
        "Rooms": [["Name", "Capacity"], ["R", 5]],
        "Persons": [["Full name"], ["Ann"], ["Bob"]],
        "Meetings": [["Topic"], ["Talk", "", 30, "", "", "Ann", "Bob"]],
    } | changed
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def test_a_workbook_is_read(tmp_path: Path) -> None:
    problem = read_meetings(_book(tmp_path / "m.xlsx"))
    assert problem.day == (0,) * 20
    assert problem.meetings == (Meeting("Talk", 2, frozenset({0}), frozenset({1})),)


@pytest.mark.parametrize(
    ("sheet", "rows", "wrong"),
    [
        ("Rooms", [["Name", "Capacity"], ["R", "many"]], "many"),
        ("Rooms", [["Name", "Capacity"]], "Rooms"),
        ("Days", [["Day"], ["Mon", "early", "14:00", "12:00"]], "early"),
        ("Meetings", [["Topic"], ["Talk", "", 20, "", "", "Ann", ""]], "20"),
        ("Meetings", [["Topic"], ["Talk", "", 30, "", "", "Eve", ""]], "Eve"),
        ("Meetings", [["Topic"], ["Talk", "", 30, "", "", "Ann", "Ann"]], "Ann"),
        ("Configuration", [["Overlapping meetings", 99]], "99"),
    ],
)
def test_what_is_wrong_in_a_workbook_is_named(
    tmp_path: Path, sheet: str, rows: list[list[object]], wrong: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_meetings(_book(tmp_path / "m.xlsx", **{sheet: rows}))
    assert wrong in str(caught.value) and sheet in str(caught.value)
