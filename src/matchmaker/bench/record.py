"""What a file of results holds."""

from __future__ import annotations

import math
from typing import Literal

from pydantic import Field, model_validator

from matchmaker.frozen import Frozen
from matchmaker.messages import bench as say

Status = Literal["proved", "answered", "timeout", "refused", "missing", "broke"]
"""``proved``: best, with a proof that was checked; ``answered``: an answer without one; the
others have none: out of time, not tried, not installed, broken down."""

Clock = Literal["wall", "cpu"]

ASIDE = ("explain", "limits")
"""Phases that are in no total: words, which only ours have, and putting a plain answer under all
limits, which is how it is judged."""


class Case(Frozen):
    """One problem of a family."""

    scenario: str
    mentees: int
    mentors: int
    tightness: float | None = None
    correlation: float | None = None
    deficits: int | None = None
    seed: int

    @property
    def pairs(self) -> int:
        """Mentees times mentors."""
        return self.mentees * self.mentors

    @property
    def size(self) -> tuple[object, ...]:
        """All that tells cases of a family apart, the seed aside."""
        shape = self.tightness, self.correlation, self.deficits
        return (self.scenario, self.mentees, self.mentors, *shape)


class Run(Frozen):
    """One solver on one case, in a process of its own."""

    case: Case
    solver: str
    status: Status
    reason: str = ""
    """Why there is no answer."""
    candidates: int | None = None
    """Pairs that the musts allow, where all were listed."""
    columns: int | None = None
    """Pairs that were listed in the end."""
    rounds: int | None = None
    wall: dict[str, float] = Field(default_factory=dict)
    """By phase. Unit: seconds."""
    cpu: dict[str, float] = Field(default_factory=dict)
    """By phase. Unit: seconds of the processor."""
    base_mb: float | None = None
    """Memory before the solver began: libraries and people."""
    peak_mb: float | None = None
    tiers: dict[str, int] = Field(default_factory=dict)
    """Value of each tier, in the order in which they are settled."""
    bounds: dict[str, int | None] = Field(default_factory=dict)
    dropped: int = 0
    """Pairs of a plain answer that other limits did not allow."""
    exact: bool | None = None
    """Of plain methods: whether the one objective they had ranks plans as the tiers do."""

    @model_validator(mode="after")
    def _has_what_it_says(self) -> Run:
        if self.answered and not self.tiers:
            raise ValueError(say.NO_TIERS(solver=self.solver))
        spent = [*self.wall.values(), *self.cpu.values()]
        if not all(seconds >= 0 and math.isfinite(seconds) for seconds in spent):
            raise ValueError(say.NO_TIME(solver=self.solver))
        return self

    @property
    def answered(self) -> bool:
        """Whether there is a plan."""
        return self.status in {"proved", "answered"}

    def seconds(self, clock: Clock) -> float:
        """All phases together but those that are no part of solving."""
        spent = self.wall if clock == "wall" else self.cpu
        return sum(seconds for phase, seconds in spent.items() if phase not in ASIDE)


class Machine(Frozen):
    """Where it was run; no names of hosts or people."""

    cores: int | None
    memory_mb: int | None
    system: str
    processor: str


class Results(Frozen):
    """The runs of one family, finished or not."""

    format: Literal[1] = 1
    """Version of the layout of the file."""
    family: str
    baseline: str
    planned: int
    """So many runs there are to be; fewer stand in a file that was interrupted."""
    versions: dict[str, str | None]
    machine: Machine
    runs: tuple[Run, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether every run took place."""
        return len(self.runs) == self.planned
