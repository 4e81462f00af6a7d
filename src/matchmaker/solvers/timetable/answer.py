"""What a scheduler hands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matchmaker.solvers.timetable.prechecks import Misfit
from matchmaker.timetable import Placements


@dataclass(frozen=True, slots=True)
class LevelResult:
    """How far one level was settled.

    Attributes
    ----------
    bound : nothing costs less with the earlier levels as they are; nothing: not known.
    seconds : spent on this level. They differ from run to run and belong in no plan file.
    """

    name: str
    value: int
    bound: int | None
    seconds: float

    @property
    def optimal(self) -> bool:
        """Whether nothing better exists, with the earlier levels as they are."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class TimetableRaw:
    """A timetable that keeps all limits, what it costs, and what is proven.

    Attributes
    ----------
    levels : from the first, what stays unplaced, to the last.
    misfits : what arithmetic alone says cannot all be placed.
    """

    placements: Placements
    levels: tuple[LevelResult, ...]
    status: Literal["optimal", "feasible"]
    misfits: tuple[Misfit, ...] = ()

    @property
    def costs(self) -> dict[str, int]:
        """The value of each level by its name."""
        return {level.name: level.value for level in self.levels}
