"""What a phrase says before the period of the plan is known."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.roadmap.dates.days import Days, Nothing
from matchmaker.roadmap.windows import Kind, Precision, Recurrence, Window

Named = tuple[str, Days]
"""A reading: what it is called, and its days."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says before a period is known; of several readings the first is chosen."""

    kind: Kind
    readings: tuple[Named, ...] = (("", Nothing()),)
    recurrence: Recurrence | None = None
    precision: Precision = "none"
    time: str | None = None
    reason: str = ""
    reference: bool = False
    duration: tuple[str | None, str | None] | None = None
    extendable: bool = False
    place: str | None = None
    anchor: str | None = None
    within: Window | None = None
