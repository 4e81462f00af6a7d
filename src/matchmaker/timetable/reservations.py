"""Which rows reserve hours of every week, and of whom; what cannot be reserved is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from matchmaker.domain.events import Mark
from matchmaker.errors import InputError, Issue
from matchmaker.messages import reservations as say
from matchmaker.timetable.holdings import Holdings
from matchmaker.timetable.occurrences import Occurrence, Reservation
from matchmaker.timetable.reserved_weeks import WEEK, hours_words, reserved_weeks, row_of
from matchmaker.timetable.write import resource_name


def reservations_of(
    spans: Sequence[Occurrence],
    events: Iterable[Occurrence],
    deadlines: Iterable[Occurrence],
    holdings: Holdings,
    days: Sequence[date],
) -> tuple[Reservation, ...]:
    """The hours that rows reserve: of everybody responsible by name, and of their groups.

    Raises
    ------
    InputError
        with every row that has hours and goes on in no week, or names nobody who could give
        them, and everybody who would have more hours than a week has.
    """
    found = tuple(_reservations(spans, holdings, days))
    issues = [
        *_misplaced(events, say.OF_EVENT(), say.OF_EVENT_MEND()),
        *_misplaced(deadlines, say.OF_DEADLINE(), say.OF_DEADLINE_MEND()),
        *_misplaced(
            (one for one in spans if one.row.event.hours_a_week and not holdings.reserved(one)),
            say.OF_NOBODY(),
            say.OF_NOBODY_MEND(),
        ),
        *_too_many(found, holdings, days),
    ]
    if issues:
        raise InputError(issues)
    return found


def _reservations(
    spans: Iterable[Occurrence], holdings: Holdings, days: Sequence[date]
) -> Iterator[Reservation]:
    for one in spans:
        event, window = one.row.event, one.window
        if event.hours_a_week is None or event.mark is Mark.CANCELLED:
            continue
        if window.start is None or window.end is None:
            continue
        first, end = bisect_left(days, window.start), bisect_right(days, window.end)
        if first < end:
            for resource, named in sorted(holdings.reserved(one).items()):
                yield Reservation(one, resource, named, event.hours_a_week, first, end)


def _misplaced(rows: Iterable[Occurrence], wrong: str, mend: str) -> Iterator[Issue]:
    """Rows whose hours cannot be reserved, each once."""
    for one in {row_of(one): one for one in rows}.values():
        hours = one.row.event.hours_a_week
        if hours is not None:
            yield Issue(one.row.event.at("hours_a_week"), wrong, mend, hours_words(hours))


def _too_many(
    found: Sequence[Reservation], holdings: Holdings, days: Sequence[date]
) -> Iterator[Issue]:
    """People and groups who would have more hours than a week has, each once."""
    told: set[int] = set()
    for week in reserved_weeks(days, found, holdings.capacities):
        resource = week.budget.resource
        most = WEEK * holdings.capacities[resource]
        if week.hours > most and resource not in told:
            told.add(resource)
            largest = max(week.reservations, key=lambda one: one.hours)
            wrong = say.TOO_MANY(
                who=resource_name(holdings.resources[resource].key),
                hours=hours_words(week.hours),
                rows=week.rows,
                most=most,
            )
            place = largest.of.row.event.at("hours_a_week")
            yield Issue(place, wrong, say.TOO_MANY_MEND(), hours_words(largest.hours))
