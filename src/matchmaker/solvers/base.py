"""What a solver is: arrays in, an answer with its proof out; no people, no rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from matchmaker.events import Event
from matchmaker.limits import Limits
from matchmaker.program.answer import Raw
from matchmaker.program.program import Program

Watch = Callable[[Event], None]


class Solver(Protocol):
    """One way to choose pairs."""

    name: str

    def objections(self, program: Program) -> tuple[str, ...]:
        """Why this solver cannot read the program, in words; empty if it can."""
        ...

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Choose pairs, tier by tier."""
        ...
