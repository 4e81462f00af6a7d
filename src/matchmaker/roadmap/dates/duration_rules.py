"""The rules of the grammar for how long something lasts, which is no date."""

from __future__ import annotations

from typing import Any

from lark import Token, Transformer, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates.meaning import Meaning
from matchmaker.roadmap.dates.often import Bound, Unit
from matchmaker.roadmap.dates.spots import UnclearError
from matchmaker.roadmap.windows import Kind

Length = tuple[str | None, str | None]
"""Shortest and longest, as ISO durations."""

_SIZES = {
    "day": (1, "D"), "week": (1, "W"), "month": (1, "M"), "half": (6, "M"), "year": (1, "Y"),
}  # fmt: skip
_MOST_YEARS = 15
"""More is no duration of anything in a plan: «26 год» is a year without its century."""


@v_args(inline=True)
class DurationRules(Transformer[Token, Any]):
    """From three months to a year, no more than ten days."""

    def duration(self, length: Length, *more: Token) -> Meaning:
        """«От 3 месяцев до 1 года, может быть продлена»."""
        return Meaning(Kind.DURATION, duration=length, extendable=bool(more))

    def amount(self, count: int, unit: Unit) -> str:
        """«3 месяца»."""
        return _iso(count, unit)

    def months_long(self, count: int, word: Token) -> str:
        """«3 месяца»; «9 месяц» is the ninth one of some year."""
        if word == "месяц" and count % 10 != 1:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return _iso(count, Unit("month"))

    def length_between(self, least: str, most: str) -> Length:
        """«От 3 месяцев до 1 года»."""
        return least, most

    def length_counts(self, least: int, most: str) -> Length:
        """«3–5 дней»."""
        return f"P{least}{most[-1]}", most

    def length_bound(self, bound: Bound, amount: str) -> Length:
        """«Не более 10 дней»."""
        return (amount, None) if bound == "least" else (None, amount)

    def length_most(self, amount: str) -> Length:
        """«До 1 года»."""
        return None, amount

    def length_week(self, _: Token) -> Length:
        """«В течение недели»."""
        return "P1W", "P1W"

    def length_exact(self, amount: str) -> Length:
        """«3 месяца», «в течение 3 дней»."""
        return amount, amount


def _iso(count: int, unit: Unit) -> str:
    if unit not in _SIZES or (unit == "year" and count > _MOST_YEARS):
        raise UnclearError(say.NOT_UNDERSTOOD())
    size, letter = _SIZES[unit]
    return f"P{count * size}{letter}"
