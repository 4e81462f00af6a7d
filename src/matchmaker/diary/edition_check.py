"""The checker of new editions of meetings: two records and who is told; it asks no solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from matchmaker.diary.changes import MeetingChange
from matchmaker.diary.record import MeetingRecord, Meetings
from matchmaker.timetable.appointments import Clash

Line = tuple[object, ...]
"""A meeting as it stands in the diary of one person."""


def edition_violations(
    before: Meetings,
    after: Meetings,
    told: Mapping[str, Sequence[MeetingChange]],
    on: date,
) -> tuple[Clash, ...]:
    """Hold a new edition, and what people are told of it, against the former one.

    Parameters
    ----------
    told : of each person what is new, gone or different.
    on : what was before this day must be as it was, and nothing else may be there.
    """
    return (*_history(before, after, on), *_told(before, after, told))


def _history(before: Meetings, after: Meetings, on: date) -> Iterator[Clash]:
    then = {one.id: one for one in before.meetings if one.day < on}
    now = {one.id: one for one in after.meetings}
    for key, meeting in then.items():
        if now.get(key) != meeting:
            yield Clash("history", (key,))
    for key, meeting in now.items():
        if meeting.day < on and key not in then:
            yield Clash("past", (key,))
    if after.edition <= before.edition:
        yield Clash("edition", ())


def _told(
    before: Meetings, after: Meetings, told: Mapping[str, Sequence[MeetingChange]]
) -> Iterator[Clash]:
    """Every line that is gone from a diary or new in it is told to its person, and no other."""
    then, now = _lines(before), _lines(after)
    lost, gained = then - now, now - then
    said_lost, said_gained = set(), set()
    for person, changes in told.items():
        for change in changes:
            if change.before:
                said_lost.add(_line(person, change.before))
            if change.after:
                said_gained.add(_line(person, change.after))
    for line in sorted(lost ^ said_lost | gained ^ said_gained, key=str):
        yield Clash("told", (str(line[1]),), str(line[0]))


def _lines(record: Meetings) -> set[Line]:
    return {_line(person, one) for one in record.meetings for person in one.people}


def _line(person: str, one: MeetingRecord) -> Line:
    return person, one.id, one.day, one.starts, one.ends, one.mode, one.place
