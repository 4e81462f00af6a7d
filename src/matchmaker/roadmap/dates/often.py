"""How often something comes again, before the period of the plan is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.roadmap.dates.days import OfYear
from matchmaker.roadmap.dates.spots import Spot
from matchmaker.roadmap.windows import Precision, Recurrence


class Unit(str):
    """``day``, ``week``, ``month``, ``quarter``, ``half``, ``year``, ``school year``, ``term``."""

    __slots__ = ()


class Bound(str):
    """``least`` or ``most``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Often:
    """How often: the recurrence, and its windows in a year if the year alone gives them.

    Attributes
    ----------
    spots : days of the year that it names itself: «каждый октябрь».
    excluded : the windows if «до 5 числа» does not include the 5th, where that is disputed.
    every_nth : the windows if «каждый второй вторник» is every other Tuesday of the year.
    """

    recurrence: Recurrence
    of_year: OfYear | None
    precision: Precision
    interval: int = 1
    spots: tuple[Spot, ...] = ()
    excluded: OfYear | None = None
    every_nth: OfYear | None = None


@dataclass(frozen=True, slots=True)
class ByDay:
    """A day of the month by which something is due, and whether «by» may leave it out."""

    day: int
    disputed: bool


def recurrence_of(spots: Iterable[Spot], interval: int = 1) -> Recurrence:
    """The yearly recurrence of days of the year."""
    kept = list(spots)
    months = tuple(dict.fromkeys(month for spot in kept for month in spot.months))
    (only, *more) = kept
    if only.unit == "year" and only.vague is None:
        return Recurrence("yearly", interval)
    if more:
        return Recurrence("yearly", interval, months)
    if only.weekday is not None:
        return Recurrence("yearly", interval, months, (only.weekday[0],), nth=only.weekday[1])
    day = only.first[1] if only.first == only.last else None
    return Recurrence("yearly", interval, months, nth=only.nth, day=day)
