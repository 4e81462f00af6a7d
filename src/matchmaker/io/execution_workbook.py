"""The workbook of the hour of control: what is due now, what is overdue, who, which quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from matchmaker.io import execution_words as words
from matchmaker.io.files import replace_files
from matchmaker.io.printed_book import Columns, PrintedBook
from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.execution import Position, State, Tally
from matchmaker.roadmap.execution.status import AHEAD_DAYS, Status
from matchmaker.roadmap.execution.tally import tally
from matchmaker.text import Text

Column = tuple[Text, int, Callable[[Position], Any]]
"""Header, width in characters, what stands there of a position."""

STATES = (
    State.DONE,
    State.PARTLY,
    State.NOT_DONE,
    State.OVERDUE,
    State.DUE,
    State.AHEAD,
    State.CANCELLED,
    State.BACKGROUND,
    State.UNDATED,
)
"""The states in the order of the columns."""


def write_control(status: Status, out: Path) -> Path:
    """Write «контроль.xlsx» into a folder and say where; what stood there is replaced whole.

    Raises
    ------
    InputError
        if the disk refuses.
    """
    path = out / say.FILE()
    replace_files({path: control_workbook(status)})
    return path


def control_workbook(status: Status) -> bytes:
    """Make the workbook of the hour of control."""
    lines = [words.plans(status), *words.summary(status)]
    top = [
        (say.TITLE(on=f"{status.on:%d.%m.%Y}"), True),
        *((line, False) for line in lines),
        *((line, True) for line in words.preliminary(status)),
    ]
    book = PrintedBook(top)
    note = say.NOW_NOTE(days=AHEAD_DAYS, until=f"{status.until:%d.%m.%Y}")
    book.sheet(
        say.NOW_SHEET(), _headers(POSITION), _rows(_now(status)), note=note, empty=say.NO_NOW()
    )
    over = [
        [(status.on - one.ends).days if one.ends else "", *cells]
        for one, cells in zip(status.missed, _rows(status.missed), strict=True)
    ]
    book.sheet(
        say.MISSED_SHEET(),
        [(say.DAYS_OVER(), 10), *_headers(POSITION)],
        over,
        note=say.MISSED_NOTE(),
        empty=say.NO_MISSED(),
    )
    _executors(book, status)
    _quarters(book, status)
    return book.bytes()


def _now(status: Status) -> list[Position]:
    """What is open, and what ends soon though it is marked in part or not begun."""
    soon = set(status.upcoming)
    return [one for one in status.of(*STATES) if one.state is State.DUE or one in soon]


def _executors(book: PrintedBook, status: Status) -> None:
    """Executors, then organisations: how their positions stand."""
    rows = [
        [words.executor(key), *_numbers(tally(positions))]
        for key, positions in status.by_executor.items()
    ]
    rows += [
        [f"{say.SCHOOL()}: {words.school(key)}", *_numbers(tally(positions))]
        for key, positions in status.by_school.items()
    ]
    headers = [(say.EXECUTOR(), 40), *_number_headers()]
    book.sheet(say.EXECUTORS_SHEET(), headers, rows, note=say.EXECUTORS_NOTE())


def _quarters(book: PrintedBook, status: Status) -> None:
    """Quarters, and all of them together."""
    rows = [
        [words.quarter(key), *_numbers(tally(positions))]
        for key, positions in status.by_quarter.items()
    ]
    rows.append([say.ALL(), *_numbers(status.share)])
    headers = [(say.QUARTER(), 16), *_number_headers()]
    book.sheet(say.QUARTERS_SHEET(), headers, rows, note=say.QUARTERS_NOTE())


def _number_headers() -> Columns:
    return [
        (say.ALL(), 8),
        *((say.STATES[state.value](), 12) for state in STATES),
        (say.LATE_HEAD(), 12),
        (say.COUNTED(), 8),
        (say.PERCENT_DONE(), 12),
        (say.PERCENT_HALF(), 14),
    ]


def _numbers(counts: Tally) -> list[Any]:
    return [
        counts.all,
        *(counts[state] for state in STATES),
        counts.late,
        counts.counted,
        words.number(counts.percent),
        words.number(counts.percent_with_partly),
    ]


def _headers(columns: Sequence[Column]) -> Columns:
    return [(header(), width) for header, width, _ in columns]


def _rows(positions: Iterable[Position]) -> list[list[Any]]:
    return [[cell(position) for _, _, cell in POSITION] for position in positions]


def _schools(position: Position) -> str:
    general = [say.EVERY_SCHOOL()] if position.all_schools else []
    return "\n".join([*position.schools, *general])


POSITION: list[Column] = [
    (say.LAST_DAY, 12, lambda one: one.ends or ""),
    (say.DATES, 24, lambda one: one.when),
    (say.EVENT, 56, lambda one: one.name),
    (say.STATE, 14, words.state),
    (say.EXECUTORS, 30, lambda one: words.executors(one, "\n")),
    (say.SCHOOLS, 22, _schools),
    (say.PLAN_HEAD, 18, lambda one: one.plan),
    (say.NUMBER, 8, lambda one: one.number),
]
