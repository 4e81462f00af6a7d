"""The board offers exactly the places that the checker accepts, at the prices wishes name."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.timetable import Board, Placement, Points, TimeProgram, check_placements
from tests.timetable.programs import partial, program

SEEDS = st.integers(0, 2**32 - 1)


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_free_places_are_those_that_keep_every_limit(seed: int) -> None:
    one = program(seed, items=5, horizon=9)
    board = partial(one, seed + 1)
    for item in range(len(one.items)):
        if board.placed(item):
            board.take(item)
        rows = board.free(item).tolist()
        there = list(board.placements())
        for start, row in zip(board.starts[item].tolist(), rows, strict=True):
            for chosen, free in zip(board.chosen[item], row, strict=True):
                there[item] = Placement(start, chosen)
                assert check_placements(one, there).valid == free


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_a_table_says_what_an_item_adds(seed: int) -> None:
    one = program(seed, items=5, horizon=12)
    board = partial(one, seed + 1)
    for item in range(len(one.items)):
        if board.placed(item):
            board.take(item)
        _hold_against_costs(one, board, item)


def _hold_against_costs(one: TimeProgram, board: Board, item: int) -> None:
    starts = board.starts[item]
    without = list(board.placements())
    for level in one.levels:
        for term in level.terms:
            if item not in term.concerns(one):
                continue
            before = term.cost(one, without)
            added = [
                [
                    term.cost(one, _with(without, item, Placement(start, chosen))) - before
                    for chosen in board.chosen[item]
                ]
                for start in starts.tolist()
            ]
            wanted = np.array(added, np.int64).reshape(len(starts), len(board.chosen[item]))
            _same(term.table(board, item, starts), wanted)
            for row in range(len(starts)):
                _same(term.table(board, item, starts[row : row + 1]), wanted[row : row + 1])


def _with(
    placements: list[Placement | None], item: int, placement: Placement
) -> list[Placement | None]:
    return [*placements[:item], placement, *placements[item + 1 :]]


def _same(table: Points, wanted: Points) -> None:
    if wanted.size:
        assert (np.broadcast_to(table, wanted.shape) == wanted).all()
        assert (wanted >= 0).all()


def test_what_no_term_concerns_costs_nothing() -> None:
    one = program(3, items=4)
    empty: list[Placement | None] = [None] * 4
    assert list(one.costs(empty).values())[1:] == [0, 0]


@pytest.mark.parametrize("seed", range(5))
def test_a_board_read_and_made_again_is_the_same(seed: int) -> None:
    one = program(seed, items=6, horizon=12)
    board = partial(one, seed)
    again = Board(one, board.placements())
    assert again.placements() == board.placements() == board.placements(board.copy())
