"""Calendars of a timetable for telephones (.ics): the city's, each person's, each school's.

They hold only what everybody may know: public title, days, venue. An event has the same UID in
all of them and in all editions, and what a new edition changes is told as in all calendars
(:mod:`matchmaker.io.calendar_editions`).

Telephones show the days of all-day events as they are, so no VTIMEZONE is needed; the zone is
only said for calendars that ask for one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from matchmaker.domain.town import check_town
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.calendar_editions import CANCELLED, CONFIRMED, Editions, Line, stamp
from matchmaker.io.file_names import distinct_names
from matchmaker.io.one_line import one_line
from matchmaker.io.records import TIMETABLE
from matchmaker.io.timetable_notices import notices
from matchmaker.messages import timetable_files as say
from matchmaker.results.timetable_order import by_date, first_day
from matchmaker.timetable.record import EventRecord, Timetable

if TYPE_CHECKING:
    import icalendar

STATUS = {"history": CONFIRMED, "published": CONFIRMED, "draft": "TENTATIVE"}
ONE_DAY = timedelta(1)

Shown = frozenset[str]
"""The events that a calendar shows, by ID."""


def calendars(timetable: Timetable, before: Timetable | None, zone: str) -> dict[str, bytes]:
    """Make a calendar of the whole city, of each school named, and of each person.

    People are those responsible, by name or as members of a group, and those known to take
    part, by ID. Schools are those that an event concerns and those responsible for one.

    Parameters
    ----------
    before : the timetable people have; what is changed or gone is told from it.
    zone : IANA name of the time zone.

    Returns
    -------
    dict
        What each file holds, by its name; the city's is first. A school's has what concerns
        all schools too.

    Raises
    ------
    InputError
        for an unknown zone, a former timetable of another municipality, or changed events
        without a higher edition.
    """
    _check(timetable, before, zone)
    readers = list(_readers(timetable, before))
    names = distinct_names(reader.file for reader in readers)
    # A thousand participants come to the same few sets of events.
    made: dict[tuple[str, Shown, Shown], bytes] = {}
    found: dict[str, bytes] = {}
    for name, reader in zip(names, readers, strict=True):
        key = reader.title, reader.shown(timetable), reader.shown(before)
        if key not in made:
            made[key] = _calendar(timetable, before, zone, reader)
        found[f"{name}.ics"] = made[key]
    return found


def _check(timetable: Timetable, before: Timetable | None, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError([Issue(Place(), say.ZONE(), say.ZONE_MEND(), zone)]) from error
    if before:
        check_town(timetable.municipality, {TIMETABLE.file: before.municipality})


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose calendar it is: everybody's, if neither a school nor a person is given.

    Attributes
    ----------
    groups : to which the person belongs.
    """

    file: str
    title: str
    school: str | None = None
    person: str | None = None
    groups: frozenset[str] = frozenset()

    def concerns(self, event: EventRecord) -> bool:
        """Whether an event stands in it."""
        if self.school is not None:
            return not event.schools or self.school in (*event.schools, *event.hosts)
        own = self.person in (*event.people, *event.participants)
        return self.person is None or own or not self.groups.isdisjoint(event.bodies)

    def shown(self, timetable: Timetable | None) -> Shown:
        """The events that stand in it."""
        events = timetable.events if timetable else ()
        return frozenset(event.id for event in events if self.concerns(event))


def _readers(timetable: Timetable, before: Timetable | None) -> Iterator[_Reader]:
    """Everybody who has a calendar: also who had events before, to see them cancelled."""
    town = timetable.municipality
    events = (*timetable.events, *(before.events if before else ()))
    yield _Reader(say.CITY_FILE(), say.CITY_CALENDAR(name=town))
    for school in sorted({one for event in events for one in (*event.schools, *event.hosts)}):
        title = say.SCHOOL_CALENDAR(name=town, school=school)
        yield _Reader(say.SCHOOL_FILE(school=school), title, school=school)
    groups: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for person in (*event.people, *event.participants):
            groups[person] |= set()
    for edition in filter(None, (timetable, before)):
        for group, members in edition.groups.items():
            for person in members:
                groups[person].add(group)
    for person, own in sorted(groups.items()):
        # Only the file is named after them: what a telephone shows may be seen by others.
        title = say.OWN_CALENDAR(name=town)
        yield _Reader(person, title, person=person, groups=frozenset(own))


def _calendar(timetable: Timetable, before: Timetable | None, zone: str, reader: _Reader) -> bytes:
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Matchmaker//Timetable//RU")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):  # the standard's, and what most programs read
        calendar.add(name, one_line(reader.title))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, one_line(". ".join(notices(timetable))))
    calendar.add("x-wr-timezone", zone)
    now = {event.id: event for event in timetable.events if reader.concerns(event)}
    then = {event.id: event for event in before.events if reader.concerns(event)} if before else {}
    editions = Editions(timetable.edition, before.edition if before else None)
    for line in sorted(editions.lines(now, then, _same), key=lambda line: by_date(line.what)):
        calendar.add_component(_entry(timetable, line))
    content: bytes = calendar.to_ical()
    return content


def _same(event: EventRecord, former: EventRecord) -> bool:
    """Whether a calendar shows nothing new."""

    def shown(one: EventRecord) -> tuple[object, ...]:
        status = STATUS[one.state]
        return one.public_title, first_day(one), one.ends, one.kind, one.venue, one.plan, status

    return shown(event) == shown(former)


def _entry(timetable: Timetable, line: Line[EventRecord]) -> icalendar.Event:
    import icalendar

    event, entry = line.what, icalendar.Event()
    status = CANCELLED if line.gone else STATUS[event.state]
    stamp(entry, _uid(timetable, event), timetable.period[0], line.sequence, status)
    entry.add("summary", one_line(event.public_title))
    entry.add("dtstart", first_day(event))
    entry.add("dtend", event.ends + ONE_DAY)
    # Only an event takes the day; what runs for months must not show people as busy.
    entry.add("transp", "OPAQUE" if event.kind == "event" else "TRANSPARENT")
    if event.venue:
        entry.add("location", one_line(event.venue))
    return entry


def _uid(timetable: Timetable, event: EventRecord) -> str:
    """The same in all editions, and no other municipality or plan has it."""
    facts = "\0".join((timetable.municipality, event.plan, event.id))
    return f"{hashlib.sha256(facts.encode()).hexdigest()[:40]}@matchmaker.local"
