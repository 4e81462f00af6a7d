"""Which slots of the usual week are free to all of a series, and how a grain names a slot."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from matchmaker.diary.defaults import Grid
from matchmaker.diary.series import Mode, Series
from matchmaker.diary.week import Week

Slot = tuple[int, int]
"""A weekday from Monday and a slot of the day, both from 0."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A row of days as a row of grains, with room for the road on both sides of each day.

    A day is so long that an item of one day ends further from the next day's than any two
    items of one day are from each other: so «on a later day» is a distance.

    Attributes
    ----------
    road : the longest road of all. Unit: slots one way.
    """

    grid: Grid
    road: int

    @property
    def shown(self) -> int:
        """The slots of a day with the road on both sides."""
        return self.grid.slots + 2 * self.road

    @property
    def day(self) -> int:
        """Grains of a day."""
        return 2 * self.shown

    def grain(self, day: int, slot: int, road: int) -> int:
        """The grain on which a meeting with so long a road begins to hold its people."""
        return day * self.day + self.road + slot - road

    def slot(self, grain: int, road: int) -> Slot:
        """The day and the slot in which the meeting itself begins."""
        day, rest = divmod(grain + road, self.day)
        return day, rest - self.road


def road_slots(series: Series, mode: Mode, grid: Grid) -> int:
    """The longest road of anybody of a series. Unit: slots one way."""
    return max((grid.length(series.road(who, mode)) for who in series.people), default=0)


def free_slots(series: Series, mode: Mode, weeks: Mapping[str, Week], grid: Grid) -> Iterator[Slot]:
    """The slots of a usual week in which everybody is free, the road there and back included."""
    minutes = series.rhythm.minutes
    for weekday in range(7):
        for slot in range(grid.slots):
            begin = grid.begin(slot)
            if begin + minutes <= grid.ends and all(
                weeks[who].free(
                    weekday,
                    begin - series.road(who, mode),
                    begin + minutes + series.road(who, mode),
                )
                for who in series.people
            ):
                yield weekday, slot


def mode_of(
    series: Series, weeks: Mapping[str, Week], grid: Grid, weekdays: Container[int]
) -> Mode | None:
    """In person where the road fits around the lessons, else remotely if all accept it.

    Whoever has no common slot in any way meets as all accept first, and is not placed.

    Parameters
    ----------
    weekdays : those on which the series has open days at all.
    """
    for mode in series.ways:
        if any(weekday in weekdays for weekday, _ in free_slots(series, mode, weeks, grid)):
            return mode
    return series.ways[0] if series.ways else None
