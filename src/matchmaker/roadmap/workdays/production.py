"""What the law and the decrees make of every day of a year, for a five- or six-day week.

By law (Labour Code): the holidays and where a day off goes that a holiday takes (Article
112), the shorter day before a holiday (Article 95), two or one days off a week (Article 111),
the yearly decree that moves days off (Article 112). A decree moves the days off of a five-day
week; what it says of Saturdays is nothing to those who work on Saturdays. So at a six-day week
Saturdays that a five-day week works by decree are worked as always, the days given for them
are worked too, and a holiday on a Saturday moves nothing: only what is taken from Sundays
counts. That on a six-day week work before a day off may not exceed five hours (Article 95) is
a matter of hours, not of days, and is not shown. A school that does otherwise on such days
(closes with everybody else on 03.11.2025) says so in its special days: that is a setting.

Where no decree is known yet, only the law is applied and the year is preliminary. January's
holidays on a weekend then give nothing, since a decree says where two of them go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.day import Day, DayKind
from matchmaker.roadmap.workdays.transfers import (
    FIRST_YEAR,
    LAST_YEAR,
    Act,
    Decreed,
    Ordered,
    Transfer,
    decrees,
    ordered_days,
)
from matchmaker.text import Text

Week = Literal[5, 6]
"""Days of the work week."""
Status = Literal["official", "preliminary"]

HOLIDAYS: Mapping[tuple[int, int], Text] = {
    **{(1, day): say.NEW_YEAR for day in (1, 2, 3, 4, 5, 6, 8)},
    (1, 7): say.CHRISTMAS,
    (2, 23): say.DEFENDER,
    (3, 8): say.WOMEN,
    (5, 1): say.LABOUR,
    (5, 9): say.VICTORY,
    (6, 12): say.RUSSIA,
    (11, 4): say.UNITY,
}
"""Holidays of Article 112 of the Labour Code: (month, day) → name."""

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class ProductionYear:
    """The working calendar of a year.

    Attributes
    ----------
    days : every day, the first of January first.
    decree : the act that moves days off; nothing while it is not issued.
    transfers : what of the decree concerns this week.
    moved_by_law : days off that a holiday took and Article 112 gives to the next working day.
    orders : non-working days ordered by the President.
    """

    year: int
    week: Week
    days: tuple[Day, ...]
    decree: Act | None
    transfers: tuple[Transfer, ...]
    moved_by_law: tuple[Transfer, ...]
    orders: tuple[Ordered, ...]

    @property
    def status(self) -> Status:
        """Official, or preliminary while there is no decree."""
        return "official" if self.decree else "preliminary"

    def day(self, on: date) -> Day:
        """One day of the year."""
        return self.days[(on - date(self.year, 1, 1)).days]

    @property
    def working_days(self) -> int:
        """How many days are worked."""
        return sum(day.works for day in self.days)

    @property
    def weekday_days_off(self) -> tuple[date, ...]:
        """Days off that are no weekend: of a six-day week from Monday to Saturday."""
        return tuple(
            day.date for day in self.days if not day.works and not is_weekend(day.date, self.week)
        )

    @property
    def working_weekend_days(self) -> tuple[date, ...]:
        """Days of the weekend that are worked."""
        return tuple(day.date for day in self.days if day.works and is_weekend(day.date, self.week))

    @property
    def short_days(self) -> tuple[date, ...]:
        """Days that are an hour shorter."""
        return tuple(day.date for day in self.days if day.kind is DayKind.SHORT)

    def hours(self, months: range) -> int:
        """Norm of hours in these months at forty hours a week.

        It is counted by a five-day week whatever week is worked, as order № 588н of
        13.08.2009 has it. Days ordered non-working are not in it, though they were paid.
        """
        days = production_year(self.year, 5).days
        return sum(
            8 - (day.kind is DayKind.SHORT)
            for day in days
            if day.works and day.date.month in months
        )

    def to_json(self) -> dict[str, Any]:
        """The year as plain data; ``preliminary`` stands with every day."""
        return {
            "year": self.year,
            "week": self.week,
            "status": self.status,
            "decree": _plain(self.decree) if self.decree else None,
            "working_days": self.working_days,
            "weekday_days_off": [day.isoformat() for day in self.weekday_days_off],
            "working_weekend_days": [day.isoformat() for day in self.working_weekend_days],
            "short_days": [day.isoformat() for day in self.short_days],
            "transfers": _moves(self.transfers),
            "moved_by_law": _moves(self.moved_by_law),
            "decree_days": [
                {"from": row.starts.isoformat(), "to": row.ends.isoformat(), **_plain(row.act)}
                for row in self.orders
            ],
            "days": [
                {
                    "date": day.date.isoformat(),
                    "kind": day.kind.value,
                    "name": day.name,
                    "preliminary": day.preliminary,
                }
                for day in self.days
            ],
        }


def is_weekend(on: date, week: Week) -> bool:
    """Whether a day is a weekly day off: Saturday and Sunday, or Sunday alone."""
    return on.isoweekday() > week


def is_holiday(on: date) -> bool:
    """Whether a day is a holiday of Article 112 of the Labour Code."""
    return (on.month, on.day) in HOLIDAYS


@cache
def production_year(year: int, week: Week = 5) -> ProductionYear:
    """The working calendar of a year for a five- or six-day week.

    Raises
    ------
    InputError
        if the year is not among those that are known.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        years = say.YEARS_KNOWN(first=FIRST_YEAR, last=LAST_YEAR, decreed=max(decrees()))
        raise InputError([Issue(Place(), say.YEAR_UNKNOWN(), years, str(year))])
    decreed = decrees().get(year)
    transfers = _concerning(decreed, week)
    by_law = _moved_by_law(year, week, transfers)
    given = {move.given: move.taken for move in (*transfers, *by_law)}
    # A day off taken from a holiday is no working day: the holiday stays.
    worked = {move.taken: move.given for move in transfers if not is_holiday(move.taken)}
    days = tuple(_day(on, week, given, worked, decreed is None) for on in _dates(year))
    orders = dict.fromkeys(order for on, order in ordered_days().items() if on.year == year)
    act = decreed.act if decreed else None
    return ProductionYear(year, week, days, act, transfers, by_law, tuple(orders))


def _dates(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(step) for step in range((date(year + 1, 1, 1) - first).days)]


def _concerning(decreed: Decreed | None, week: Week) -> tuple[Transfer, ...]:
    """What of a decree concerns a week: days taken from its own days off."""
    moves = decreed.transfers if decreed else ()
    return tuple(move for move in moves if is_weekend(move.taken, week))


def _moved_by_law(year: int, week: Week, transfers: tuple[Transfer, ...]) -> tuple[Transfer, ...]:
    """Days off on holidays outside January that no decree moves: to the next working day."""
    by_decree = {move.taken for move in transfers}
    given = {move.given for move in transfers}
    moved: list[Transfer] = []
    for month, day in HOLIDAYS:
        holiday = date(year, month, day)
        if month == 1 or not is_weekend(holiday, week) or holiday in by_decree:
            continue
        to = holiday + ONE_DAY
        while is_weekend(to, week) or is_holiday(to) or to in given:
            to += ONE_DAY
        given.add(to)
        moved.append(Transfer(holiday, to))
    return tuple(moved)


def _day(
    on: date,
    week: Week,
    given: Mapping[date, date],
    worked: Mapping[date, date],
    preliminary: bool,
) -> Day:
    """One day, by the first of these that says something of it."""

    def made(kind: DayKind, why: Text, **facts: str) -> Day:
        return Day(on, kind, why, tuple(facts.items()), preliminary)

    if is_holiday(on):
        return made(DayKind.OFF, HOLIDAYS[on.month, on.day])
    if on in given:
        return made(DayKind.OFF, say.MOVED, day=dotted(given[on]))
    if is_weekend(on, week) and on not in worked:
        return made(DayKind.OFF, say.WEEKEND)
    if on in ordered_days():
        act = ordered_days()[on].act
        return made(DayKind.OFF, say.ORDERED, day=dotted(act.signed), number=act.number)
    # A weekend day that is worked has the hours of the day it was swapped with.
    short = is_holiday(worked.get(on, on) + ONE_DAY)
    kind = DayKind.SHORT if short else DayKind.WORKING
    if on in worked:
        return made(kind, say.INSTEAD, day=dotted(worked[on]))
    return made(kind, say.EVE if short else say.PLAIN)


def dotted(on: date) -> str:
    """A day as documents write it: 01.11.2025."""
    return f"{on:%d.%m.%Y}"


def _moves(transfers: tuple[Transfer, ...]) -> dict[str, str]:
    return {move.taken.isoformat(): move.given.isoformat() for move in transfers}


def _plain(act: Act) -> dict[str, str]:
    return {"number": act.number, "signed": act.signed.isoformat()}
