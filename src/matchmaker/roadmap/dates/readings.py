"""The readings of stretches of the calendar: what «2020–2021», «в начале мая» may mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence
from matchmaker.roadmap.dates.days import Days
from matchmaker.roadmap.dates.meaning import Named
from matchmaker.roadmap.dates.spots import (
    Conventions,
    Spot,
    Spots,
    UnclearError,
    months_spot,
    part_spot,
    school_year_spot,
)
from matchmaker.roadmap.windows import Precision

DaysOf = Callable[[Spot], Days]
"""How a spot becomes days: once, or every year."""


def dated(spots: Spots, conventions: Conventions) -> tuple[Named, ...]:
    """Readings of spots of which at least one has a year."""
    filled = _with_years(spots)
    readings = [(name, recurrence.fixed(one, conventions)) for name, one in filled]
    if len(readings) > 1 or len(spots) > 1:
        return tuple(readings)
    return _of_one(spots[0], conventions)


def vague(spot: Spot, days: DaysOf) -> tuple[Named, ...]:
    """Readings of halves, winters and of «в начале», which say less than they seem to."""
    year = spot.year
    if spot.unit == "half" and spot.years == 0 and spot.first in {(1, 1), (7, 1)}:
        school = (
            months_spot(9, 12, "half", year)
            if spot.first[0] == 1
            else Spot((1, 1), (5, 31), "half", None if year is None else year + 1, school=True)
        )
        return (say.CALENDAR_HALVES(), days(spot)), (say.SCHOOL_HALVES(), days(school))
    if spot.week is not None:
        return (say.BY_DAYS(), days(spot)), (say.BY_WEEKS(), days(replace(spot, from_monday=True)))
    if spot.turned and year is not None:
        later = replace(spot, year=year + 1)
        return (say.YEAR_OF_END(), days(spot)), (say.YEAR_OF_START(), days(later))
    if end_of_any_year(spot):
        school = edge_of_school_year(spot)
        return (say.CALENDAR_YEARS(), days(spot)), (say.SCHOOL_YEARS(), days(school))
    if spot.vague is not None:
        first, last, years = spot.vague
        late = 0 if year is None else int(spot.first < first)
        start = None if year is None else year - late
        whole = replace(spot, first=first, last=last, years=years, year=start, vague=None)
        return (say.NARROW(), days(spot)), (say.WHOLE(), days(whole))
    if spot.unit == "quarter" and spot.first == (12, 1):
        earlier = replace(spot, year=None if year is None else year - 1)
        return (say.WINTER_INTO(), days(spot)), (say.WINTER_FROM(), days(earlier))
    return (("", days(spot)),)


def end_of_any_year(spot: Spot) -> bool:
    """Whether the words are «в начале года», «в конце года» and do not say of which year."""
    return spot.unit == "year" and spot.vague is not None and spot.year is None and not spot.school


def edge_of_school_year(spot: Spot) -> Spot:
    """The same part of the school year."""
    which = {1: "begin", 12: "end"}.get(spot.first[0], "middle")
    return part_spot(school_year_spot(None), which)


def finest(spots: Spots) -> Precision:
    """The smallest unit in which any of them was said."""
    order: Sequence[Precision] = ("day", "week", "month", "quarter", "half", "year")
    return min((spot.unit for spot in spots), key=order.index)


def year_apart(spots: Spots) -> Spots:
    """Join a year to what a comma parts from it: «октябрь, 2025 г.», «2025 год, октябрь»."""
    years = [spot for spot in spots if spot.unit == "year" and spot.vague is None]
    others = [spot for spot in spots if spot not in years]
    if not years or not others:
        return spots
    apart = spots == (*others, *years) or spots == (years[0], *others)
    if not apart or any(spot.year is not None for spot in others):
        raise UnclearError(say.NOT_UNDERSTOOD())
    if any(one.years == 1 and not one.school for one in years):  # perhaps a school year
        raise UnclearError(say.WHOSE_YEARS())
    return tuple(spot_in for one in years for spot_in in _in_years(others, one))


def _in_years(spots: list[Spot], stretch: Spot) -> list[Spot]:
    """Spots without a year in each year of a stretch, or in each of its school years."""
    if stretch.year is None:
        raise UnclearError(say.NOT_UNDERSTOOD())
    starts = range(stretch.year, stretch.year + stretch.years + (0 if stretch.school else 1))
    late = {spot: int(stretch.school and spot.first < stretch.first) for spot in spots}
    return [replace(spot, year=year + late[spot]) for year in starts for spot in spots]


def _of_one(spot: Spot, conventions: Conventions) -> tuple[Named, ...]:
    """The readings of one spot with a year."""

    def days(one: Spot) -> Days:
        return recurrence.fixed([one], conventions)

    if spot.school:
        chosen = conventions.school_year_end
        ends = sorted({(5, 31), (8, 31), chosen}, key=lambda end: (end != chosen, end))
        return tuple(
            (
                say.SCHOOL_YEAR_TO(month=end[0], day=end[1]),
                recurrence.fixed([spot], replace(conventions, school_year_end=end)),
            )
            for end in ends
        )
    if spot.unit == "year" and spot.years == 1:
        school = school_year_spot(spot.year)
        return (say.CALENDAR_YEARS(), days(spot)), (say.SCHOOL_YEARS(), days(school))
    return vague(spot, days)


def _with_years(spots: Spots) -> list[tuple[str, Spots]]:
    """Years for those of a list that lack one: in order, and all in the same year.

    «октябрь, февраль 2026» may be October 2025 or 2026; «октябрь 2025, февраль» goes on.
    """
    if all(spot.year is not None for spot in spots):
        return [("", spots)]
    if spots[-1].year is None:
        return [("", _going_on(spots))]
    ordered = _going_back(spots)
    same = tuple(replace(spot, year=spot.year or spots[-1].year) for spot in spots)
    if ordered == same:
        return [("", same)]
    return [(say.IN_ORDER(), ordered), (say.SAME_YEAR(), same)]


def _going_on(spots: Spots) -> Spots:
    """Each spot without a year comes after the one before it."""
    filled: list[Spot] = []
    for spot in spots:
        year = spot.year
        if year is None:
            before = filled[-1] if filled else None
            if before is None or before.year is None:
                raise UnclearError(say.NOT_UNDERSTOOD())
            year = before.year + int(spot.first < before.first)
        filled.append(replace(spot, year=year))
    return tuple(filled)


def _going_back(spots: Spots) -> Spots:
    """Each spot without a year comes before the one after it."""
    ordered = [spots[-1]]
    for spot in reversed(spots[:-1]):
        after = ordered[0]
        year = spot.year
        if year is None and after.year is not None:
            year = after.year - int(spot.first > after.first)
        ordered.insert(0, replace(spot, year=year))
    return tuple(ordered)
