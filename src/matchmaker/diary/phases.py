"""From a series to single meetings: acquaintance, trial, planning, regular ones, the last."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from matchmaker.diary.days import Days
from matchmaker.diary.series import Series

TORN = 3
"""A week with fewer open days is no week of its own."""

Phase = Literal["acquaintance", "trial", "planning", "regular", "final"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One meeting that should take place.

    Attributes
    ----------
    number : of regular meetings from 1; 0 for the others.
    window : the days on which it may be: open to everybody, events aside.
    due : the first day of the week in which it is best.
    """

    series: Series
    phase: Phase
    number: int
    window: tuple[date, ...]
    due: date

    @property
    def key(self) -> str:
        """Names the meeting; stable as long as the series is."""
        tail = f"{self.phase}-{self.number}" if self.number else self.phase
        return f"{self.series.key} · {tail}"


def open_days(series: Series, days: Days) -> tuple[date, ...]:
    """The days of the term that are open to everybody of a series."""
    holidays = series.rhythm.holidays
    return tuple(
        on
        for step in range((series.ends - series.starts).days + 1)
        if all(
            days.open(person, on := series.starts + timedelta(step), holidays=holidays)
            for person in series.people
        )
    )


def meetings_of(
    series: Series,
    days: Days,
    turn: int = 0,
    *,
    held: Container[str] = (),
    number: int = 0,
) -> tuple[Wanted, ...]:
    """The meetings of a series in their order.

    Weeks of school holidays are not counted: the windows are «within three weeks of lessons».

    Parameters
    ----------
    turn : the place of the series among those of its mentor. Series that meet every second
        week take turns, so that the mentor's weeks are alike.
    held : phases that the pair has behind it.
    number : of the last regular meeting it has behind it.
    """
    opened = open_days(series, days)
    weeks = _weeks(opened)
    if weeks:
        wanted = _meetings(series, opened, weeks, turn, "planning" in held, number)
    else:
        wanted = iter((Wanted(series, "acquaintance", 0, (), series.starts),))
    return tuple(one for one in wanted if one.phase == "regular" or one.phase not in held)


def _weeks(opened: tuple[date, ...]) -> list[tuple[date, ...]]:
    """The open days week by week; the few days of a torn week stand with the week before it.

    Weeks are counted from the first open day, so that each has all its weekdays: a pair that
    begins on a Tuesday and meets on Mondays is not a week behind.
    """
    weeks: list[tuple[date, ...]] = []
    for _, group in groupby(opened, key=lambda on: (on - opened[0]).days // 7):
        week = tuple(group)
        if weeks and (len(week) < TORN or len(weeks[0]) < TORN):
            weeks[-1] += week
        else:
            weeks.append(week)
    return weeks


def _meetings(
    series: Series,
    opened: tuple[date, ...],
    weeks: list[tuple[date, ...]],
    turn: int,
    begun: bool,
    number: int,
) -> Iterator[Wanted]:
    rhythm = series.rhythm

    def within(first: int, last: int) -> tuple[date, ...]:
        return tuple(on for week in weeks[first:last] for on in week)

    def due(week: int) -> date:
        first = weeks[min(week, len(weeks) - 1)][0]
        return first - timedelta((first - opened[0]).days % 7)

    yield Wanted(series, "acquaintance", 0, opened[: rhythm.first_within], due(0))
    yield Wanted(series, "trial", 0, within(0, rhythm.trial_within), due(1))
    yield Wanted(series, "planning", 0, within(0, rhythm.planning_within), due(2))
    last = len(weeks) - rhythm.final_within
    week = 0 if begun else 3
    while week < last:
        step = 1 if rhythm.weekly_at_first and not begun and week == 3 else rhythm.every
        if 2 * min(step, last - week) < step:
            break  # less than half a period is left: the final meeting is near
        number += 1
        until = min(week + step, last)
        wish = due(min(week + turn % step, until - 1))
        yield Wanted(series, "regular", number, within(week, until), wish)
        week += step
    final = within(max(0, last), len(weeks))
    yield Wanted(series, "final", 0, final, due(max(0, len(weeks) - 2)))
