"""Whatever is spoiled in a valid timetable, the checker says what and where."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matchmaker.timetable import (
    After,
    Budget,
    Item,
    Need,
    Placement,
    Resource,
    TimeProgram,
    check_placements,
)
from matchmaker.timetable.board import Board

ROOMS = 3
TEACHER = 3


@st.composite
def timetables(draw: st.DrawFn) -> tuple[TimeProgram, list[Placement]]:
    """Items one after the other, all with one teacher, each in one of three rooms."""
    lengths = draw(st.lists(st.integers(1, 3), min_size=2, max_size=5))
    items = tuple(
        Item(
            f"item{k}",
            length,
            np.arange(40, dtype=np.int32),
            (TEACHER,),
            (Need(tuple(range(ROOMS)), draw(st.integers(1, 2))),),
        )
        for k, length in enumerate(lengths)
    )
    resources = tuple(Resource(f"resource{k}") for k in range(ROOMS + 1))
    afters = (After(0, 1, 1, 6),)
    program, board = TimeProgram(45, items, resources, afters), None
    board = Board(program)
    grain = 0
    for at, item in enumerate(items):
        grain += draw(st.integers(1, 4))
        board.place(at, grain, draw(st.integers(0, len(board.chosen[at]) - 1)))
        grain += item.duration
    placements = [one for one in board.placements() if one is not None]
    assert check_placements(program, placements).valid
    return program, placements


def kinds(program: TimeProgram, placements: list[Placement]) -> set[str]:
    return {violation.kind for violation in check_placements(program, placements).violations}


EXAMPLES = settings(max_examples=40, deadline=None)


@EXAMPLES
@given(timetables(), st.data())
def test_moved_onto_another(made: tuple[TimeProgram, list[Placement]], data: st.DataObject) -> None:
    program, placements = made
    one, other = data.draw(st.permutations(range(len(placements))))[:2]
    placements[one] = replace(placements[one], start=placements[other].start)
    assert "capacity" in kinds(program, placements)


@EXAMPLES
@given(timetables(), st.data())
def test_moved_where_it_may_not_begin(
    made: tuple[TimeProgram, list[Placement]], data: st.DataObject
) -> None:
    program, placements = made
    at = data.draw(st.integers(0, len(placements) - 1))
    start = data.draw(st.one_of(st.integers(40, 60), st.integers(-5, -1)))
    placements[at] = replace(placements[at], start=start)
    assert "start" in kinds(program, placements)


@EXAMPLES
@given(timetables(), st.data())
def test_wrong_resources(made: tuple[TimeProgram, list[Placement]], data: st.DataObject) -> None:
    program, placements = made
    at = data.draw(st.integers(0, len(placements) - 1))
    chosen = placements[at].chosen[0]
    spoiled = data.draw(
        st.sampled_from(
            [
                ((),),  # nothing for a need
                (),  # no need at all
                (chosen[:-1],),  # one dropped
                ((*chosen[:-1], TEACHER),),  # one that is no candidate
                ((*chosen, (chosen[0] + 1) % ROOMS),),  # one too many
                (chosen[:1] * len(chosen) * 2,),  # one twice
            ]
        )
    )
    assume(spoiled != placements[at].chosen)
    placements[at] = replace(placements[at], chosen=spoiled)
    assert "choice" in kinds(program, placements)


@EXAMPLES
@given(timetables(), st.integers(0, 40))
def test_broken_order(made: tuple[TimeProgram, list[Placement]], start: int) -> None:
    program, placements = made
    lag = start - placements[0].start - program.items[0].duration
    placements[1] = replace(placements[1], start=start)
    assert ("after" in kinds(program, placements)) == (not 1 <= lag <= 6)


@EXAMPLES
@given(timetables(), st.data())
def test_more_than_a_budget_gives(
    made: tuple[TimeProgram, list[Placement]], data: st.DataObject
) -> None:
    program, placements = made
    first = data.draw(st.integers(0, 44))
    end = data.draw(st.integers(first + 1, 45))
    taken = {
        at: len(set(range(one.start, one.start + item.duration)) & set(range(first, end)))
        for at, (item, one) in enumerate(zip(program.items, placements, strict=True))
    }
    whole = sum(taken.values())
    enough = replace(program, budgets=(Budget(TEACHER, first, end, whole),))
    assert check_placements(enough, placements).valid
    assume(whole)
    less = replace(program, budgets=(Budget(TEACHER, first, end, whole - 1),))
    (violation,) = check_placements(less, placements).violations
    assert (violation.kind, violation.resource, violation.budget) == ("budget", TEACHER, 0)
    assert set(violation.items) == {at for at, grains in taken.items() if grains}


def test_too_short_an_answer() -> None:
    program = TimeProgram(3, (Item("a", 1, np.arange(3, dtype=np.int32)),))
    assert kinds(program, []) == {"length"}
