"""Rounds of a run by columns, told as they come."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from matchmaker.messages import rounds as say

if TYPE_CHECKING:
    from matchmaker.events import Event


class Rounds:
    """What is said of each round, with the time that may remain once there is a trend."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """``tell`` prints a line."""
        self._tell = tell
        self._seen: list[tuple[float, int]] = []

    def watch(self, event: Event) -> None:
        """Tell a round; other events are not told."""
        from matchmaker.events import Interrupted, Round

        if isinstance(event, Interrupted):
            self._tell(say.INTERRUPTED())
        if not isinstance(event, Round):
            return
        self._seen.append((time.monotonic(), event.entering))
        if event.tier is None or event.value is None or event.bound is None:
            self._tell(say.LAST_ROUND(number=event.number, columns=event.columns))
            return
        gap = (event.bound - event.value) / max(1, abs(event.value), abs(event.bound))
        told = say.ROUND(
            number=event.number,
            columns=event.columns,
            entering=event.entering,
            tier=event.tier,
            value=event.value,
            bound=event.bound,
            gap="<0.01" if 0 < gap < 0.0001 else f"{100 * gap:.2f}",
        )
        self._tell(told + _remaining(seconds_left(self._seen)))


def seconds_left(seen: Sequence[tuple[float, int]]) -> float | None:
    """How long a run may still take, if pairs that enter grow fewer as they have so far.

    Parameters
    ----------
    seen : when each round ended, and how many pairs were still to enter.

    Returns
    -------
    Nothing, if there is no trend yet: fewer than two rounds, or no fewer pairs than before.
    """
    if len(seen) < 2:
        return None
    (begun, most), (now, fewer) = seen[0], seen[-1]
    if not 0 < fewer < most:
        return None
    falls = math.log(most / fewer) / (len(seen) - 1)
    rounds = math.ceil(math.log(fewer) / falls) + 1
    return rounds * (now - begun) / (len(seen) - 1)


def _remaining(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return say.SECONDS_LEFT(n=max(1, round(seconds)))
    return say.MINUTES_LEFT(n=round(seconds / 60))
