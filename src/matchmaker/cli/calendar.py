"""``matchmaker calendar``: working, shortened and free days of a year, transfers, hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import calendar as say

if TYPE_CHECKING:
    from matchmaker.roadmap.workdays.day import Day
    from matchmaker.roadmap.workdays.production import ProductionYear

ABREAST = 3
"""Months beside each other."""
CELL = 4
"""Width of a day. Unit: characters."""
QUARTERS = ("I", "II", "III", "IV")


def command(
    year: Annotated[int, typer.Argument(metavar="YEAR", help=say.YEAR())],
    week: Annotated[int, typer.Option("--week", help=say.WEEK())] = 5,
    json: Json = False,
) -> int:
    """Show the calendar; a warning stands above it where its two sources disagree."""
    from matchmaker.engine import calendar
    from matchmaker.roadmap.workdays.crosscheck import disagreements

    shown = calendar(year, week)
    doubts = disagreements(year)
    if json:
        render.data(shown.to_json() | {"disagreements": [doubt.to_json() for doubt in doubts]})
        return 0
    if doubts:
        render.note("\n".join([say.DISAGREE(), *(f"  {doubt}" for doubt in doubts)]))
    status = say.OFFICIAL() if shown.decree else say.PRELIMINARY()
    render.line(say.TITLE(year=year, week=say.WEEKS[week](), status=status))
    render.line(say.LEGEND())
    for text in (*_grid(shown), ""):
        render.line(text)
    _totals(shown)
    for text in _lists(shown):
        render.line(text)
    return 0


def _grid(year: ProductionYear) -> Iterator[str]:
    months = [_month(year, month) for month in range(1, 13)]
    for row in range(0, 12, ABREAST):
        yield ""
        for texts in zip(*months[row : row + ABREAST], strict=True):
            if text := "  ".join(texts).rstrip():
                yield text


def _month(year: ProductionYear, month: int) -> list[str]:
    """A month as lines of equal width, always as many of them."""
    days = [day for day in year.days if day.date.month == month]
    cells = [" " * CELL] * days[0].date.weekday() + [_cell(day) for day in days]
    heads = [f"{name():>3} " for name in say.WEEKDAYS]
    weeks = ["".join(cells[first : first + 7]) for first in range(0, 42, 7)]
    return [text.ljust(7 * CELL) for text in (say.MONTHS[month - 1](), "".join(heads), *weeks)]


def _cell(day: Day) -> str:
    if not day.works:
        return f"[{day.date.day:>2}]"
    return f"{day.date.day:>3}" + ("*" if day.kind.value == "short" else " ")


def _totals(year: ProductionYear) -> None:
    quarters = [
        (say.QUARTER(name=name), range(3 * n + 1, 3 * n + 4)) for n, name in enumerate(QUARTERS)
    ]
    rows = []
    for name, months in (*quarters, (say.WHOLE_YEAR(), range(1, 13))):
        days = [day for day in year.days if day.date.month in months]
        worked = sum(day.works for day in days)
        short = sum(day.kind.value == "short" for day in days)
        rows.append((name, len(days), worked, short, len(days) - worked, year.hours(months)))
    columns = (
        say.COLUMN_PERIOD(),
        say.COLUMN_DAYS(),
        say.COLUMN_WORKING(),
        say.COLUMN_SHORT(),
        say.COLUMN_OFF(),
        say.COLUMN_HOURS(),
    )
    render.table(columns, rows)
    if year.week == 6:
        render.line(say.HOURS_BY_FIVE())


def _lists(year: ProductionYear) -> Iterator[str]:
    if year.decree:
        yield say.TRANSFERS(day=_long(year.decree.signed), number=year.decree.number)
        for move in year.transfers:
            yield f"  {say.TRANSFER(taken=_short(move.taken), given=_short(move.given))}"
    else:
        yield say.TO_COME()
    if year.moved_by_law:
        yield say.MOVED_BY_LAW()
        for move in year.moved_by_law:
            yield f"  {say.TRANSFER(taken=_short(move.taken), given=_short(move.given))}"
    yield say.WORKING_WEEKENDS(days=_listed(year.working_weekend_days))
    yield say.SHORT_DAYS(days=_listed(year.short_days))
    if year.orders:
        yield say.ORDERS()
    for row in year.orders:
        act = {"day": _long(row.act.signed), "number": row.act.number}
        yield f"  {say.ORDER(starts=_short(row.starts), ends=_short(row.ends), **act)}"


def _listed(days: Iterable[date]) -> str:
    return ", ".join(map(_short, days)) or say.NONE()


def _short(day: date) -> str:
    return f"{say.WEEKDAYS[day.weekday()]()} {day:%d.%m}"


def _long(day: date) -> str:
    return f"{day:%d.%m.%Y}"
