"""What the state has decided about single years: moved days off and non-working days.

The facts stand in ``transfers.toml``. Non-working days of 2020 and 2021 are those ordered for
the whole country; regions could add to them. Of 2020 the list rests on the five orders named
there (29 days of work of a five-day week) and on published production calendars, not on the
orders' own pages.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

FIRST_YEAR, LAST_YEAR = 2020, 2035
"""The years a calendar can be asked about; after the last decree they are preliminary."""


@dataclass(frozen=True, slots=True)
class Act:
    """A decree or an order: its number and the day it was signed."""

    number: str
    signed: date


@dataclass(frozen=True, slots=True)
class Transfer:
    """A day off taken from one day and given to another."""

    taken: date
    given: date


@dataclass(frozen=True, slots=True)
class Ordered:
    """Non-working days with pay, both ends included, by order of the President."""

    act: Act
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Decreed:
    """The decree of the government for a year and the days off it moves."""

    act: Act
    transfers: tuple[Transfer, ...]


@cache
def decrees() -> dict[int, Decreed]:
    """The decrees that are known, by year."""
    return {
        row["year"]: Decreed(
            Act(row["number"], row["signed"]),
            tuple(Transfer(move["from"], move["to"]) for move in row["transfers"]),
        )
        for row in _facts()["year"]
    }


@cache
def ordered_days() -> dict[date, Ordered]:
    """Every day that an order of the President covers."""
    found: dict[date, Ordered] = {}
    for row in _facts()["order"]:
        order = Ordered(Act(row["number"], row["signed"]), row["starts"], row["ends"])
        for step in range((order.ends - order.starts).days + 1):
            found[order.starts + timedelta(step)] = order
    return found


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("transfers.toml").read_text("utf-8"))
