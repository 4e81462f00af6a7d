"""The workbooks of routes: the methodist's, and the lists of participants that may be passed on.

The methodist's names requests and says why somebody stays without. The lists have the names of
those who come, public titles, days and venues, and nothing of why anybody comes.
"""

from __future__ import annotations

from typing import Any

from matchmaker.domain import Municipality
from matchmaker.io.printed_book import Columns, PrintedBook
from matchmaker.io.route_sheets import route_sheets
from matchmaker.io.route_words import RouteWords, dated, hours, request, term, topic, until, what
from matchmaker.messages import study_routes as say
from matchmaker.study.record import Routes


def route_workbook(routes: Routes, municipality: Municipality) -> bytes:
    """Make the methodist's workbook: routes, events, courses, who stays without, every person."""
    words = RouteWords(routes, municipality)
    title = say.TITLE(name=routes.municipality)
    book = PrintedBook(words.top(title, say.PRIVATE(), *routes.remarks), title)
    _all(book, words)
    _participants(book, words)
    _courses(book, words)
    _left(book, words)
    _offers(book, words)
    route_sheets(book, words)
    return book.bytes()


def lists_workbook(routes: Routes, municipality: Municipality) -> bytes:
    """Make the lists of participants: who comes to which event, and the plan of courses."""
    words = RouteWords(routes, municipality)
    title = say.LISTS_TITLE(name=routes.municipality)
    book = PrintedBook(words.top(title), title)
    _participants(book, words)
    _courses(book, words)
    return book.bytes()


def _all(book: PrintedBook, words: RouteWords) -> None:
    """Every mentee with requests, events, hours and what is without an event."""
    columns: Columns = [
        (say.PERSON(), 30),
        (say.SCHOOL(), 24),
        (say.MENTOR(), 28),
        (say.TERM(), 24),
        (say.REQUESTS(), 34),
        (say.EVENT(), 60),
        (say.HOURS(), 11),
        (say.WITHOUT(), 30),
    ]
    rows = [
        [
            words.name(route.person),
            words.school(route.person),
            words.mentors(route),
            term(route.starts, route.ends),
            "\n".join(map(request, route.requests)),
            "\n".join(map(dated, words.events(route.events))),
            hours(route.hours, route.hours_known),
            "\n".join(topic(one.topic) for one in route.requests if not one.answered_by),
        ]
        for route in words.routes.routes
    ]
    rows.sort(key=lambda row: row[:2])
    book.sheet(say.ALL(), columns, rows, empty=say.NO_ROUTES())


def _participants(book: PrintedBook, words: RouteWords) -> None:
    """Who comes to which event: names, and nothing of why."""
    columns: Columns = [
        (say.DAY(), 12),
        (say.UNTIL(), 12),
        (say.EVENT(), 60),
        (say.VENUE(), 28),
        (say.PARTICIPANT(), 34),
        (say.SCHOOL(), 30),
    ]
    rows: list[list[Any]] = []
    for offer in sorted(words.routes.offers, key=lambda one: (one.starts, one.id)):
        head = [offer.starts, until(offer), offer.public_title, offer.venue or ""]
        people = sorted((words.name(one), words.school(one)) for one in offer.people)
        rows += [[*head, *person] for person in people]
    book.sheet(say.EVENTS(), columns, rows, empty=say.NO_ROUTES())


def _courses(book: PrintedBook, words: RouteWords) -> None:
    """The plan by which mentors and curators go through courses."""
    columns: Columns = [
        (say.PARTICIPANT(), 34),
        (say.SCHOOL(), 28),
        (say.ROLE(), 16),
        (say.PROGRAMME(), 34),
        (say.EVENT(), 50),
        (say.DAY(), 12),
        (say.UNTIL(), 12),
        (say.VENUE(), 26),
        (say.HOURS(), 8),
    ]
    rows = [
        [
            words.name(one.person),
            words.school(one.person),
            ", ".join(what(role) for role in one.roles),
            offer.programme or "",
            offer.public_title,
            offer.starts,
            until(offer),
            offer.venue or "",
            offer.hours or "",
        ]
        for one in words.routes.training
        for offer in words.events(one.events)
    ]
    rows.sort(key=lambda row: (row[5], row[4], row[0], row[1]))
    book.sheet(say.COURSES(), columns, rows, empty=say.NO_COURSES())


def _left(book: PrintedBook, words: RouteWords) -> None:
    """Requests without an event and people without a course, and why."""
    columns: Columns = [
        (say.PARTICIPANT(), 32),
        (say.SCHOOL(), 28),
        (say.KIND(), 30),
        (say.WHY(), 90),
    ]
    rows = [
        [
            words.name(left.person),
            words.school(left.person),
            say.MAIN(topic=what(left.what)) if left.main else what(left.what),
            "\n".join(reason.words for reason in left.reasons),
        ]
        for left in words.routes.left
    ]
    rows.sort()
    book.sheet(say.LEFT(), columns, rows, empty=say.NO_LEFT())


def _offers(book: PrintedBook, words: RouteWords) -> None:
    """What each event answers, whether that is only proposed, and how many seats are left."""
    columns: Columns = [
        (say.DAY(), 12),
        (say.EVENT(), 56),
        (say.PROGRAMME(), 28),
        (say.ANSWERED(), 36),
        (say.ORIGIN(), 22),
        (say.HOURS(), 8),
        (say.SEATS(), 8),
        (say.TAKEN(), 8),
    ]
    rows = [
        [
            offer.starts,
            offer.title,
            offer.programme or "",
            ", ".join(what(one) for one in (*offer.topics, *offer.trains)),
            (say.BY_WORDS if offer.proposed else say.BY_TABLE)(),
            offer.hours or "",
            "" if offer.seats is None else offer.seats,
            len(offer.people),
        ]
        for offer in sorted(words.routes.offers, key=lambda one: (one.starts, one.id))
    ]
    book.sheet(say.OFFERS(), columns, rows, empty=say.NO_ROUTES())
