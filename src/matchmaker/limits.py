"""How long and how hard a run may work."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one run.

    Attributes
    ----------
    seconds : wall clock for the solver; nothing: no limit. Only commands set it.
    effort : deterministic work for CP-SAT, the only limit that tests use.
    seed : of solvers that take one.
    """

    seconds: float | None = None
    effort: float | None = None
    seed: int = 0
    started: float = field(default_factory=time.monotonic)

    def part(self, share: float) -> Limits:
        """The limits of a step that may use up so much of the time that remains."""
        if self.seconds is None:
            return self
        left = max(0.0, self.seconds - (time.monotonic() - self.started))
        return Limits(share * left, self.effort, self.seed)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.seconds is not None and time.monotonic() - self.started >= self.seconds

    @property
    def left(self) -> float | None:
        """Seconds that remain, never below a tenth; nothing: no limit."""
        if self.seconds is None:
            return None
        return max(0.1, self.seconds - (time.monotonic() - self.started))
