"""The individual route of one mentee as a sheet: events, meetings, requests without an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from matchmaker.io.printed_book import PrintedBook
from matchmaker.io.route_words import RouteWords, hours, request, term, topic, until
from matchmaker.messages import study_routes as say
from matchmaker.study.record import RouteRecord

MOST_SHEETS = 60
"""For so many mentees each has a sheet; for more all stand on one."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']+")


def route_sheets(book: PrintedBook, words: RouteWords) -> None:
    """Add the routes: a sheet for each mentee, or one long sheet if they are many."""
    routes = sorted(words.routes.routes, key=lambda one: (words.name(one.person), one.person))
    columns = [
        (say.DAY(), 12),
        (say.UNTIL(), 12),
        (say.KIND(), 24),
        (say.EVENT(), 56),
        (say.VENUE(), 26),
        (say.HOURS(), 8),
        (say.ANSWERED(), 34),
    ]
    if len(routes) > MOST_SHEETS:
        rows = [
            [words.name(route.person), words.school(route.person), words.mentors(route), *row]
            for route in routes
            for row in _rows(words, route)
        ]
        people = [(say.PERSON(), 30), (say.SCHOOL(), 26), (say.MENTOR(), 30)]
        book.sheet(say.ONE(), [*people, *columns], rows, empty=say.NO_ROUTES())
        return
    for number, route in enumerate(routes, start=1):
        title = _sheet_name(number, words.name(route.person))
        book.sheet(title, columns, list(_rows(words, route)), note=_head(words, route))


def _head(words: RouteWords, route: RouteRecord) -> str:
    """Whose route it is, with whom, for how long and how many hours."""
    lines = [
        say.HEAD(name=words.name(route.person), school=words.school(route.person)),
        say.HEAD_MENTOR(names=words.mentors(route)),
    ]
    if stretch := term(route.starts, route.ends):
        lines.append(say.HEAD_TERM(term=stretch))
    lines.append(say.HEAD_HOURS(hours=hours(route.hours, route.hours_known)))
    return "\n".join(lines)


def _rows(words: RouteWords, route: RouteRecord) -> Iterator[list[Any]]:
    """Events and meetings by date, then requests that no event answers."""
    dated: list[tuple[date, str, list[Any]]] = []
    asked = {one.topic for one in route.requests}
    for offer in words.events(route.events):
        answers = ", ".join(topic(one) for one in offer.topics if one in asked)
        row = [offer.starts, until(offer), say.VISIT(), offer.title, offer.venue or ""]
        dated.append((offer.starts, "", [*row, offer.hours or "", answers]))
    for meeting in route.meetings:
        clock = f"{meeting.starts}–{meeting.ends}"
        dated.append((meeting.day, clock, [meeting.day, "", say.MEETING(), clock, "", "", ""]))
    for _, _, row in sorted(dated, key=lambda one: one[:2]):
        yield row
    reasons = {
        left.what: "\n".join(reason.words for reason in left.reasons)
        for left in words.left_of[route.person]
    }
    for one in route.requests:
        if not one.answered_by:
            yield ["", "", say.OPEN(), reasons[one.topic], "", "", request(one)]


def _sheet_name(number: int, name: str) -> str:
    """A number and a name that a workbook takes."""
    return f"{number} {_FORBIDDEN.sub(' ', name)}"[:31].strip()
