"""The workbook of a timetable: by date, person, school and month; clashes; what is unplaced.

The centre's has the titles of the plan, who is responsible and what stands in the way. What
leaves the centre has one sheet: days, public titles, venues; and not the dates in the words of
the plan, since those may say for whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from matchmaker.io.printed_book import Columns, PrintedBook
from matchmaker.io.timetable_notices import notices, period
from matchmaker.messages import timetable_files as say
from matchmaker.messages.calendar import WEEKDAYS
from matchmaker.results import timetable_load as load
from matchmaker.results.timetable_order import by_date, first_day, natural
from matchmaker.text import Text
from matchmaker.timetable.record import EventRecord, Timetable

MOST_NAMED = 300
"""So many participants are named in a cell; their number stands beside it."""

Column = tuple[Text, int, Callable[[EventRecord], Any]]
"""Header, width in characters, what stands there of an event."""


def timetable_workbook(timetable: Timetable, for_centre: bool = True) -> bytes:
    """Make the workbook of a timetable, for the centre or for everybody."""
    top = [
        (say.TITLE(name=timetable.municipality), True),
        (period(timetable), False),
        *((words, True) for words in notices(timetable)),
        *([(say.FOR_CENTRE(), True)] if for_centre else []),
    ]
    book = PrintedBook(top)
    columns = [*DAYS, *CENTRE, *END] if for_centre else [*DAYS, *PUBLIC, *END]
    rows = [_cells(event, columns) for event in sorted(timetable.events, key=by_date)]
    book.sheet(say.BY_DATE(), _headers(columns), rows, empty=say.NO_EVENTS())
    if for_centre:
        _people(book, timetable)
        _schools(book, timetable)
        _months(book, timetable)
        _clashes(book, timetable)
        _unplaced(book, timetable)
    return book.bytes()


def _people(book: PrintedBook, timetable: Timetable) -> None:
    """Everybody's events and hours a week, own and of a group; last those of nobody by name."""
    columns = [*DAYS, *CENTRE, HOURS, *END]
    own, of_groups = load.by_person(timetable), load.in_groups(timetable)
    rows: list[list[Any]] = []
    for person in sorted(own.keys() | of_groups.keys()):
        events = [(event, say.OWN()) for event in own.get(person, ())]
        events += [(event, say.IN_GROUP(name=name)) for event, name in of_groups.get(person, ())]
        events.sort(key=lambda one: by_date(one[0]))
        rows += [[person, role, *_cells(event, columns)] for event, role in events]
    for event in sorted(timetable.events, key=by_date):
        if not event.people and timetable.groups.keys().isdisjoint(event.bodies):
            rows.append([say.NOBODY(), "", *_cells(event, columns)])
    headers = [(say.PERSON(), 28), (say.ROLE(), 18), *_headers(columns)]
    book.sheet(say.BY_PERSON(), headers, rows, empty=say.NO_EVENTS())


def _schools(book: PrintedBook, timetable: Timetable) -> None:
    """The events of every school named, be it as responsible, after what concerns all."""
    columns = [*DAYS, *CENTRE, *END]
    events = sorted(timetable.events, key=by_date)
    rows = [[say.EVERY_SCHOOL(), *_cells(event, columns)] for event in events if not event.schools]
    concerned = {event.id: {*event.schools, *event.hosts} for event in events}
    for school in sorted(set().union(*concerned.values()), key=natural):
        rows += [
            [school, *_cells(event, columns)] for event in events if school in concerned[event.id]
        ]
    headers = [(say.SCHOOL(), 18), *_headers(columns)]
    book.sheet(say.BY_SCHOOL(), headers, rows, empty=say.NO_EVENTS())


def _months(book: PrintedBook, timetable: Timetable) -> None:
    """How many events each person has in each month."""
    people = {
        person: [event for event in events if event.kind != "span"]
        for person, events in load.by_person(timetable).items()
    }
    touched = {
        month for events in people.values() for one in events for month in load.months_of(one)
    }
    months = sorted(touched.union(load.months(*timetable.period)))
    headers = [
        (say.PERSON(), 30),
        *((f"{month:02}.{year}", 8) for year, month in months),
        (say.TOTAL(), 8),
    ]
    rows = []
    for person, events in people.items():
        counts = [sum(month in load.months_of(one) for one in events) for month in months]
        rows.append([person, *(count or "" for count in counts), len(events)])
    shaded = range(1, len(months) + 1)
    book.sheet(
        say.BY_MONTH(), headers, rows, note=say.COUNTED(), empty=say.NO_PEOPLE(), shaded=shaded
    )


def _clashes(book: PrintedBook, timetable: Timetable) -> None:
    """Who leads several events on one day, and who is wanted at two."""
    rows = [
        [clash.person, "", *_stretch(clash.starts, clash.ends), _named(clash.events)]
        for clash in load.clashes(timetable)
    ]
    rows += [
        [
            say.TAKING_PART(people=_listed(one.people)),
            len(one.people),
            *_stretch(one.starts, one.ends),
            _named(one.events),
        ]
        for one in load.wanted_twice(timetable)
    ]
    headers = [(say.WHO(), 30), (say.PEOPLE(), 9), *_headers(DAYS), (say.EVENTS(), 90)]
    book.sheet(say.CLASHES(), headers, rows, empty=say.NO_CLASHES())


def _named(events: Iterable[EventRecord]) -> str:
    """Events with their plans, one under the other."""
    return "\n".join(
        say.EVENT_OF_PLAN(title=event.title, plan=event.plan, number=event.number)
        for event in events
    )


def _listed(people: Sequence[str]) -> str:
    """The first of many; a cell holds no more than some thirty thousand letters."""
    return ", ".join(people[:MOST_NAMED]) + (" …" if len(people) > MOST_NAMED else "")


def _unplaced(book: PrintedBook, timetable: Timetable) -> None:
    """Rows of plans without a day, why, and what would help."""
    rows = [
        [row.title, row.verbatim or "", row.reason, row.mend, row.plan, row.number]
        for row in sorted(
            timetable.unplaced, key=lambda row: (natural(row.plan), natural(row.number), row.id)
        )
    ]
    headers = [
        (say.EVENT(), 48),
        (say.VERBATIM(), 24),
        (say.REASON(), 44),
        (say.MEND(), 44),
        (say.PLAN(), 16),
        (say.NUMBER(), 7),
    ]
    book.sheet(say.UNPLACED(), headers, rows, empty=say.NO_UNPLACED())


def _headers(columns: Sequence[Column]) -> Columns:
    return [(header(), width) for header, width, _ in columns]


def _cells(event: EventRecord, columns: Iterable[Column]) -> list[Any]:
    return [cell(event) for _, _, cell in columns]


def _participants(event: EventRecord) -> Any:
    """How many take part, or who decides it where there are too few places."""
    if event.limited is not None:
        return say.LIMITED(places=event.places, people=event.limited)
    return len(event.participants) or ""


def _stretch(first: date, last: date) -> list[Any]:
    """First day, its day of the week, last day if it is another."""
    return [first, WEEKDAYS[first.weekday()](), last if last != first else ""]


def _cell_of_stretch(n: int) -> Callable[[EventRecord], Any]:
    return lambda event: _stretch(first_day(event), event.ends)[n]


DAYS: list[Column] = [
    (say.DAY, 12, _cell_of_stretch(0)),
    (say.WEEKDAY, 7, _cell_of_stretch(1)),
    (say.UNTIL, 12, _cell_of_stretch(2)),
]
CENTRE: list[Column] = [
    (say.VERBATIM, 22, lambda event: event.verbatim or ""),
    (say.KIND, 14, lambda event: say.KINDS[event.kind]()),
    (say.EVENT, 52, lambda event: event.title),
    (say.VENUE, 24, lambda event: event.venue or ""),
    (say.RESPONSIBLE, 30, lambda event: "\n".join((*event.people, *event.bodies))),
    (say.PARTICIPANTS, 26, _participants),
]
PUBLIC: list[Column] = [
    (say.KIND, 14, lambda event: say.KINDS[event.kind]()),
    (say.EVENT, 70, lambda event: event.public_title),
    (say.VENUE, 30, lambda event: event.venue or ""),
]
HOURS: Column = (say.HOURS_A_WEEK, 10, lambda event: event.hours_a_week or "")
END: list[Column] = [
    (say.PLAN, 16, lambda event: event.plan),
    (say.NUMBER, 8, lambda event: event.number),
    (say.STATE, 12, lambda event: say.STATES[event.state]()),
]
