"""How much of a search has been used up, by the clock or by a count of rounds."""

from __future__ import annotations

from matchmaker.limits import Limits

ROUNDS = 200
"""Rounds of the search for a unit of effort: about a second with some fifty items."""
EFFORT = 20.0
"""Units of effort if nothing limits the search."""


class Allowance:
    """A share of what is allowed: of the seconds that are left, else of a count of rounds.

    Parameters
    ----------
    share : of the whole run.
    rest : how much of the whole run is not yet used up.
    """

    def __init__(self, limits: Limits, share: float, rest: float = 1.0) -> None:
        self._limits, self._used, self.progress = limits, 0, 0.0
        self._begin = limits.left
        self._seconds = None if limits.left is None else limits.left * share / rest
        effort = limits.effort
        if effort is None and self._seconds is None:
            effort = EFFORT
        self._rounds = None if effort is None else effort * ROUNDS * share

    def next(self) -> bool:
        """Begin another round, if there is one."""
        if self._rounds is not None:
            self.progress = max(self.progress, self._used / self._rounds)
        if self._begin is not None and self._seconds is not None:
            gone = self._begin - (self._limits.left or 0.0)
            self.progress = 1.0 if self._limits.over else max(self.progress, gone / self._seconds)
        self._used += 1
        return self.progress < 1.0
