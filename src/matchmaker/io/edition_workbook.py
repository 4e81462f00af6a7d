"""The workbook of a new edition: what changed, and who must be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matchmaker.io.printed_book import PrintedBook
from matchmaker.io.timetable_notices import notices
from matchmaker.messages import reschedule as say
from matchmaker.messages import timetable_files as schedule_say
from matchmaker.results.change_words import change_words, days_words, told_words, who_words
from matchmaker.results.told import Told
from matchmaker.timetable.disruption import EventChange
from matchmaker.timetable.missing import Missing
from matchmaker.timetable.record import EventRecord, Timetable


def edition_workbook(
    timetable: Timetable,
    changes: Sequence[EventChange],
    told: Sequence[Told],
    missing: Sequence[Missing] = (),
) -> bytes:
    """«Что изменилось» and «Кого не будет» for the centre's own work, «Кому сообщить» for all.

    What people are told has public titles and no reasons.
    """
    title = f"{timetable.municipality}. {say.TITLE()}".strip(". ")
    book = PrintedBook([(title, True), *((words, False) for words in notices(timetable))], title)
    book.sheet(
        say.SHEET_CHANGED(),
        [
            (schedule_say.PLAN(), 16),
            (schedule_say.NUMBER(), 8),
            (schedule_say.EVENT(), 48),
            (say.WHAT(), 44),
            (say.BEFORE_COLUMN(), 24),
            (say.AFTER_COLUMN(), 24),
        ],
        [
            [
                one.event.plan,
                one.event.number,
                one.event.title,
                change_words(one),
                _days(one.before),
                _days(one.after),
            ]
            for one in changes
        ],
        note=schedule_say.FOR_CENTRE(),
        empty=say.NOTHING_CHANGED(),
    )
    book.sheet(
        say.SHEET_TOLD(),
        [
            (say.WHO_KIND(), 14),
            (say.WHO(), 32),
            (schedule_say.EVENT(), 52),
            (say.WHAT(), 44),
            (say.BEFORE_COLUMN(), 24),
            (say.AFTER_COLUMN(), 24),
        ],
        [*_told_rows(told), *map(_school_row, missing)],
        empty=say.NOTHING_CHANGED(),
    )
    if missing:
        _missing(book, missing)
    return book.bytes()


def _told_rows(told: Sequence[Told]) -> list[list[Any]]:
    return [
        [
            say.KINDS[one.kind](),
            who_words(one),
            message.event.public_title,
            told_words(message),
            _days(message.before),
            _days(message.after),
        ]
        for one in told
        for message in one.messages
    ]


def _school_row(one: Missing) -> list[Any]:
    """What a school is told of an event that its people will miss."""
    what, days = say.WITHOUT_YOURS(n=one.count), _days(one.event)
    return [say.KINDS["school"](), one.school, one.event.public_title, what, days, days]


def _missing(book: PrintedBook, missing: Sequence[Missing]) -> None:
    """How many participants of which school will not come, and why."""
    columns = [
        (schedule_say.PLAN(), 16),
        (schedule_say.NUMBER(), 8),
        (schedule_say.EVENT(), 48),
        (say.AFTER_COLUMN(), 24),
        (say.MISSING_SCHOOL(), 32),
        (say.MISSING_COUNT(), 12),
        (say.MISSING_WHY(), 20),
    ]
    rows = [
        [
            *(one.event.plan, one.event.number, one.event.title, _days(one.event)),
            *(one.school, one.count, one.kind.text()),
        ]
        for one in missing
    ]
    book.sheet(say.SHEET_MISSING(), columns, rows, note=schedule_say.FOR_CENTRE())


def _days(event: EventRecord | None) -> str:
    return days_words(event) if event else ""
