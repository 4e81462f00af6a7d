"""A clock for the phases of a run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Phases:
    """Seconds by phase, on the wall and of the processor.

    Attributes
    ----------
    wall, cpu : by phase, in the order in which they were first entered. Unit: seconds.
    """

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.cpu: dict[str, float] = {}

    @contextmanager
    def __call__(self, phase: str) -> Iterator[None]:
        """Count what happens inside for this phase, whether it succeeds or not."""
        wall, cpu = time.monotonic(), time.process_time()
        try:
            yield
        finally:
            self.add(phase, time.monotonic() - wall, time.process_time() - cpu)

    def add(self, phase: str, wall: float, cpu: float) -> None:
        """Count so much more; what is less than nothing after all is nothing."""
        self.wall[phase] = max(0.0, self.wall.get(phase, 0.0) + wall)
        self.cpu[phase] = max(0.0, self.cpu.get(phase, 0.0) + cpu)
