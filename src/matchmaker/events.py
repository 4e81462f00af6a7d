"""What happens during a run, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Compiled:
    """Candidate pairs were listed and scored."""

    mentees: int
    mentors: int
    pairs: int
    rows: int


@dataclass(frozen=True, slots=True)
class Routed:
    """A solver was chosen, and why."""

    route: str
    reason: str


@dataclass(frozen=True, slots=True)
class Round:
    """All pairs were held against prices once more.

    Attributes
    ----------
    columns : pairs listed so far.
    entering : pairs that the prices still speak for.
    tier : the first tier in which they might gain; nothing if there are none.
    value, bound : of that tier.
    """

    number: int
    columns: int
    entering: int
    tier: str | None = None
    value: int | None = None
    bound: int | None = None


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The run was interrupted and goes on with its best answer so far."""


@dataclass(frozen=True, slots=True)
class TierClosed:
    """One tier was settled."""

    tier: str
    value: int
    bound: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """All pairs of so many mentees, of so many there are, were held against a plan's prices.

    Attributes
    ----------
    look : pairs are looked at once more for each tier that prices do not close.
    """

    mentees: int
    of: int
    look: int = 1


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over."""

    status: str


Event = Compiled | Routed | Round | Interrupted | TierClosed | Checked | Finished
Watch = Callable[[Event], None]


def nobody(event: Event) -> None:
    """Watch nothing."""
