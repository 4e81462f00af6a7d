"""Calendars of meetings, one file for each person, which say when and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from matchmaker.diary.record import minutes_of
from matchmaker.io.calendar_editions import CANCELLED, CONFIRMED, Editions, Line, stamp
from matchmaker.io.one_line import one_line
from matchmaker.messages import meetings as say

if TYPE_CHECKING:
    from icalendar import Event, Timezone

    from matchmaker.diary.record import MeetingRecord, Meetings


def calendars(record: Meetings, before: Meetings | None = None) -> dict[str, bytes]:
    """The calendar of everybody who meets, or met before, by the name of its file.

    An event is called «Встреча пары»: neither with whom, nor why, nor in which programme. Its
    UID stays as long as the meeting does, so a calendar that is read again replaces it.

    Parameters
    ----------
    before : the edition people have; what is changed or gone is told from it.
    """
    from icalendar import Calendar

    if record.period is None:
        return {}
    editions = Editions(record.edition, before.edition if before else None)
    now, then = _diaries(record), _diaries(before) if before else {}
    files: dict[str, bytes] = {}
    zone = ZoneInfo(record.zone)
    rules = _rules(zone, record.period)
    for person in sorted(now.keys() | then.keys()):
        lines = editions.lines(now.get(person, {}), then.get(person, {}), _same)
        calendar = Calendar()
        calendar.add("prodid", "-//Matchmaker//meetings//")
        calendar.add("version", "2.0")
        for name in ("name", "x-wr-calname"):  # the standard's, and what most programs read
            calendar.add(name, one_line(say.CALENDAR(name=record.municipality)))
        calendar.add_component(rules)
        for line in sorted(lines, key=lambda line: _time(line.what)):
            calendar.add_component(_event(record, line, zone))
        files[_free_name(person, files)] = calendar.to_ical()
    return files


def _diaries(record: Meetings) -> dict[str, dict[str, MeetingRecord]]:
    """The meetings of each person by their IDs."""
    mine: dict[str, dict[str, MeetingRecord]] = defaultdict(dict)
    for meeting in record.meetings:
        for person in meeting.people:
            mine[person][meeting.id] = meeting
    return mine


def _same(meeting: MeetingRecord, former: MeetingRecord) -> bool:
    """Whether a calendar shows nothing new."""
    return _time(meeting) == _time(former)


def _time(meeting: MeetingRecord) -> tuple[date, str, str, str]:
    return meeting.day, meeting.starts, meeting.ends, meeting.id


def _event(record: Meetings, line: Line[MeetingRecord], zone: ZoneInfo) -> Event:
    from icalendar import Event

    event, meeting = Event(), line.what
    named = f"{record.municipality} {meeting.id}"
    uid = f"{hashlib.sha256(named.encode()).hexdigest()[:32]}@matchmaker"
    assert record.period is not None
    status = CANCELLED if line.gone else CONFIRMED
    stamp(event, uid, record.period[0], line.sequence, status)
    for name, clock in (("dtstart", meeting.starts), ("dtend", meeting.ends)):
        hours, minutes = divmod(minutes_of(clock), 60)
        day = meeting.day
        event.add(name, datetime(day.year, day.month, day.day, hours, minutes, tzinfo=zone))
    pair = record.kind == "pairs"
    event.add("summary", say.SUMMARY() if pair else say.SUMMARY_BEFORE())
    return event


def _rules(zone: ZoneInfo, period: tuple[date, date]) -> Timezone:
    """What a calendar has to know of its zone: whole years around the meetings."""
    from icalendar import Timezone

    first, last = date(period[0].year, 1, 1), date(period[1].year + 1, 1, 1)
    rules = Timezone.from_tzinfo(zone, zone.key, first, last)
    rules.pop("comment", None)  # a remark of the library, in its own language
    return rules


def _free_name(person: str, taken: dict[str, bytes]) -> str:
    """A file called after a person's ID, with a number where two would be called alike."""
    stem = re.sub(r"[^\w-]+", "_", person).strip("_") or "_"
    known = {name.lower() for name in taken}
    names = (f"{stem}{tail}.ics" for tail in ("", *(f"-{n}" for n in range(2, len(taken) + 3))))
    return next(name for name in names if name.lower() not in known)
