"""What choosing links first and pairs after them reaches, to compare a joint plan with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TwoStep:
    """What links first and pairs after them reach: the baseline of a joint plan."""

    pairs: int
    links: int
    tiers: dict[str, int]
    """Value per tier, by name."""
