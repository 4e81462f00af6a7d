"""Tasks that workers of tests are given."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matchmaker.messages import workers as say
from matchmaker.workers import threads

Floats = npt.NDArray[np.float64]


def weighed(at: int, table: Floats) -> float:
    return float(table[at].sum())


def told(at: int) -> tuple[str, int, str | None]:
    return say.BOTH(), threads(), os.environ.get("OMP_NUM_THREADS")


def process(at: int, *given: object) -> int:
    return os.getpid()


def dies_once(at: int, table: Floats, mark: str) -> float:
    """Kill the worker the first time anybody comes to item 3."""
    if at == 3 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return weighed(at, table)


def always_dies(at: int) -> int:
    if at == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return at


def wrong(at: int) -> int:
    raise ValueError(f"item {at}")
