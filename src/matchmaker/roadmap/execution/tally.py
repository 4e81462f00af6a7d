"""How many positions stand how, and what share of them is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from matchmaker.roadmap.execution.positions import Position, State

NOT_COUNTED = {State.CANCELLED, State.BACKGROUND, State.UNDATED}
"""States of which no share is taken: nobody is to do them by a day."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many positions are in each state.

    Attributes
    ----------
    late : how many of those done, in full or partly, were done after their last day.
    """

    states: dict[State, int]
    late: int = 0

    def __getitem__(self, state: State) -> int:
        """How many are in this state."""
        return self.states.get(state, 0)

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.states.values())

    @property
    def counted(self) -> int:
        """Of how many the share is taken: not cancelled, in the background or without a day."""
        return sum(n for state, n in self.states.items() if state not in NOT_COUNTED)

    @property
    def percent(self) -> float | None:
        """The share done in full; nothing if there is nothing to be done."""
        return _percent(2 * self[State.DONE], self.counted)

    @property
    def percent_with_partly(self) -> float | None:
        """The share done if what is partly done counts half."""
        return _percent(2 * self[State.DONE] + self[State.PARTLY], self.counted)

    def to_json(self) -> dict[str, Any]:
        """The numbers as plain data."""
        return {
            **{state.value: self[state] for state in State},
            "late": self.late,
            "counted": self.counted,
            "percent": self.percent,
            "percent_with_partly": self.percent_with_partly,
        }


def tally(positions: Iterable[Position]) -> Tally:
    """Count positions by their states."""
    kept = list(positions)
    return Tally(
        dict(Counter(position.state for position in kept)),
        sum(position.late for position in kept),
    )


def _percent(halves: int, of: int) -> float | None:
    """Tenths of a percent, never rounded up: 100 % is everything."""
    return halves * 500 // of / 10 if of else None
