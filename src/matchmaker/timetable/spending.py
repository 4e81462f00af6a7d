"""What is left of every budget as items come and go, in arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.timetable.program import Ints, TimeProgram

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Concern:
    """The budgets that an item may draw on.

    Attributes
    ----------
    budgets : their positions.
    drawn : a row for each of them, a column for each choice: whether that choice draws on it.
    covered : a row for each start, a column for each of them: how many grains it would take.
    """

    budgets: Ints
    drawn: Bools
    covered: Ints


class Spending:
    """What is left of the budgets of a program.

    Parameters
    ----------
    uses : of each item, for each of its choices, all resources it then uses.
    """

    def __init__(self, program: TimeProgram, uses: list[list[Ints]]) -> None:
        budgets = program.budgets
        self._concerns: dict[int, _Concern] = {}
        if not budgets:
            return
        self._first = np.array([budget.first for budget in budgets], np.int64)
        self._end = np.array([budget.end for budget in budgets], np.int64)
        self._left = np.array([budget.most for budget in budgets], np.int64)
        self._duration = [item.duration for item in program.items]
        resource = np.array([budget.resource for budget in budgets], np.int64)
        every = np.arange(len(budgets))
        reach = np.zeros(len(budgets), np.int64)
        found: list[tuple[int, Bools, Ints]] = []
        for at, item in enumerate(program.items):
            drawn = np.array([np.isin(resource, used) for used in uses[at]], np.bool_).T
            covered = self._covered(every, item.starts.astype(np.int64)[:, None], item.duration)
            if drawn.any() and covered.any():
                found.append((at, drawn, covered))
                reach += drawn.any(axis=1) * covered.max(axis=0)
        scarce = reach > self._left  # the others suffice wherever all items go
        for at, drawn, covered in found:
            mine = np.flatnonzero(scarce & drawn.any(axis=1) & covered.any(axis=0))
            if len(mine):
                self._concerns[at] = _Concern(mine, drawn[mine], covered[:, mine])

    def _covered(self, budgets: Ints, start: Ints | int, duration: int) -> Ints:
        last = np.minimum(self._end[budgets], start + duration)
        return np.asarray(np.maximum(last - np.maximum(self._first[budgets], start), 0))

    def load(self, item: int, choice: int, start: int, by: int) -> None:
        """Take from the budgets what an item needs at a place, or give it back."""
        if item in self._concerns:
            mine = self._concerns[item]
            taken = self._covered(mine.budgets, start, self._duration[item])
            self._left[mine.budgets] -= by * taken * mine.drawn[:, choice]

    def within(self, item: int, free: Bools) -> Bools:
        """Those of the free places, starts by choices, for which the budgets suffice."""
        if item not in self._concerns:
            return free
        mine = self._concerns[item]
        tight = mine.covered > np.maximum(self._left[mine.budgets], 0)
        return np.asarray(free & ~(tight @ mine.drawn))
