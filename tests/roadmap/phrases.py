"""A short notation for windows and recurrences, so that tables of phrases can be read.

Windows stand one after another: ``2024-10`` is the whole month, ``2024`` the whole year,
``2021-11/2022-05`` goes from the first day to the last, ``<=2024-01-31`` is a deadline,
``2028-07-01/`` has no end. ``Y-10 of 2024..2028`` is the same of every year, and there ``Y+1``
is the year after.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from matchmaker.roadmap.dates import Conventions, read_dates
from matchmaker.roadmap.windows import DatePhrase, Recurrence, Window


def _period(start: str, end: str) -> Window:
    return Window(date.fromisoformat(start), date.fromisoformat(end))


PLANS: dict[str, Window | None] = {
    "LKO": _period("2024-01-01", "2028-12-31"),
    "LKO programme": _period("2024-01-01", "2028-06-30"),
    "LKG": _period("2020-01-01", "2021-12-31"),
    "KOG": _period("2025-03-20", "2028-12-31"),
    "KEM project": _period("2021-09-01", "2022-05-31"),
    "KEM": _period("2021-01-01", "2023-12-31"),
    "2025/26": _period("2025-09-01", "2026-05-31"),
    "SUR": None,
    "": None,
}
"""Periods of the plans from which the phrases come; none is known of SUR."""


def read(text: str, plan: str = "", **conventions: object) -> DatePhrase:
    return read_dates(text, PLANS[plan], Conventions(**conventions))  # type: ignore[arg-type]


def windows(short: str) -> tuple[Window, ...]:
    """The windows of the short notation."""
    pattern, _, years = short.partition(" of ")
    if not years:
        return tuple(_window(one) for one in pattern.split())
    first, _, last = years.partition("..")
    return tuple(
        _window(one.replace("Y+1", str(year + 1)).replace("Y", str(year)))
        for year in range(int(first), int(last or first) + 1)
        for one in pattern.split()
    )


def facts(recurrence: Recurrence | None) -> str:
    """A recurrence in one line: ``yearly months=9,10 times=2``."""
    if recurrence is None:
        return ""
    known = {name: value for name, value in recurrence.to_json().items() if value is not True}
    said = [name for name, value in recurrence.to_json().items() if value is True]
    freq = known.pop("freq")
    if known.get("interval") == 1:
        del known["interval"]
    shown = (
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in known.items()
    )
    return " ".join([freq, *shown, *said])


def _window(one: str) -> Window:
    if one.startswith("<="):
        return Window(None, _day(one[2:], last=True))
    first, slash, last = one.partition("/")
    return Window(
        _day(first, last=False),
        _day(last if slash else first, last=True) if last or not slash else None,
    )


def _day(short: str, *, last: bool) -> date:
    parts = [int(part) for part in short.split("-")]
    year, month, day = [*parts, *([12, 0] if last else [1, 1])[len(parts) - 1 :]]
    return date(year, month, day or monthrange(year, month)[1])
