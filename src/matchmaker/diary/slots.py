"""Which slots of the usual week are free to all of a series, and how a grain names a slot."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
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
    """Where in a usual week a meeting can begin: all are free, the road there and back included."""
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


def ways_of(
    series: Series, weeks: Mapping[str, Week], grid: Grid, meetings: Sequence[Container[int]]
) -> tuple[Mode | None, tuple[Slot, ...]]:
    """How a series meets, and where in the week: in person where the road fits, else remotely.

    Of the ways that all accept the one is taken in which most meetings find a time, the first
    of equals.

    Parameters
    ----------
    meetings : of each, the weekdays on which it may be.
    """
    best: tuple[int, Mode | None, tuple[Slot, ...]] = (-1, None, ())
    for mode in series.ways:
        free = tuple(free_slots(series, mode, weeks, grid))
        days = {weekday for weekday, _ in free}
        found = sum(any(day in weekdays for day in days) for weekdays in meetings)
        if found > best[0]:
            best = found, mode, free
    return best[1:]
