"""Whatever the prices: no plan beats the bound, and the face holds all plans that attain it."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.pairs import Bools
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.program import Program
from tests.solvers.random_programs import programs


def on_face(program: Program, face: Face, chosen: Bools) -> bool:
    loads = program.loads(chosen)
    plain = program.bundle < 0
    if (chosen & plain & ~face.free & ~face.taken).any() or (face.taken & plain & ~chosen).any():
        return False
    for row in range(len(program.rows)):
        within = face.low[row] <= loads[row] <= face.high[row]
        if not within and not (face.zero[row] and loads[row] == 0):
            return False
        if program.bundled[row] and loads[row] > 0:
            mine = program.bundle_pairs[row]
            if (chosen[mine] & ~face.free[mine] & ~face.taken[mine]).any():
                return False
            if (face.taken[mine] & ~chosen[mine]).any():
                return False
    return True


@settings(max_examples=300, deadline=None)
@given(programs(largest=8), st.data())
def test_bounds_hold_and_faces_keep_what_attains_them(
    program: Program, data: st.DataObject
) -> None:
    plans = [
        plan
        for bits in product((False, True), repeat=program.pairs)
        if program.allowed(plan := np.array(bits, dtype=np.bool_))
    ]
    face = Face.whole(program)
    for tier in range(1, 4):
        assert all(on_face(program, face, plan) for plan in plans)
        prices = np.array(
            data.draw(
                st.lists(st.integers(-3, 3), min_size=len(program.rows), max_size=len(program.rows))
            ),
            dtype=np.int64,
        )
        prices[program.bundled] = 0
        judgement = judge(program, face, tier, Prices(prices, 2))
        values = [2 * program.values(plan)[tier] for plan in plans]
        assert max(values) <= judgement.bound
        attaining = [p for p, v in zip(plans, values, strict=True) if v == judgement.bound]
        if not attaining:
            return
        assert [on_face(program, judgement.face, plan) for plan in plans] == [
            v == judgement.bound for v in values
        ]
        plans, face = attaining, judgement.face
