"""Interviews and introductions as a program: first talk to a person, then introduce them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from matchmaker.diary.interviews import Hours, Talk
from matchmaker.diary.record import MeetingRecord, clock, minutes_of
from matchmaker.diary.slots import Axis
from matchmaker.timetable import Item, Level, Placements, Resource, TimeProgram
from matchmaker.timetable.appointments import Appointment, Clash, check_appointments
from matchmaker.timetable.wishes import StartCost


def talk_program(talks: Sequence[Talk], hours: Hours) -> tuple[TimeProgram, Axis]:
    """The choice of a time for every talk.

    One level: the earlier the better, so that there is time for a second talk. Introductions
    have days of their own after those of the interviews.
    """
    people = sorted({who for talk in talks for who in talk.people})
    position = {who: at for at, who in enumerate(people)}
    axis = Axis(hours.grid, 0)
    items, early = [], []
    for at, talk in enumerate(talks):
        found = hours.times(talk)
        items.append(
            Item(
                talk.key,
                hours.grid.length(talk.minutes),
                np.array([axis.grain(day, slot, 0) for day, slot in found], np.int32),
                tuple(position[who] for who in talk.people),
            )
        )
        early.append(StartCost(at, np.array([day for day, _ in found], np.int32)))
    days = (hours.period[1] - hours.period[0]).days + 1
    resources = tuple(Resource(who) for who in people)
    levels = (Level("early", tuple(early)),)
    return TimeProgram(days * axis.day, tuple(items), resources, (), levels), axis


def talk_records(
    talks: Sequence[Talk], placements: Placements, axis: Axis, hours: Hours
) -> list[MeetingRecord]:
    """The placed talks in the order of time."""
    records = []
    for talk, placement in zip(talks, placements, strict=True):
        if placement is None:
            continue
        day, slot = axis.slot(placement.start, 0)
        begin = hours.grid.begin(slot)
        records.append(
            MeetingRecord.model_validate(
                {
                    "id": talk.key,
                    "series": talk.key,
                    "phase": talk.phase,
                    "number": 0,
                    "day": hours.period[0] + timedelta(day),
                    "starts": clock(begin),
                    "ends": clock(begin + talk.minutes),
                    "people": talk.people,
                    "mode": "in_person",
                    "place": talk.place,
                    "joins_remotely": talk.remote,
                }
            )
        )
    return sorted(records, key=lambda one: (one.day, one.starts, one.id))


def talk_violations(
    records: Sequence[MeetingRecord], talks: Sequence[Talk], hours: Hours
) -> tuple[Clash, ...]:
    """Everything that is wrong with the written talks."""
    asked = {talk.key: talk for talk in talks}
    appointments = [
        Appointment(
            key=one.id,
            day=one.day,
            starts=minutes_of(one.starts),
            ends=minutes_of(one.ends),
            people=asked[one.id].people,
            window=hours.period,
        )
        for one in records
        if one.id in asked
    ]
    stray = [Clash("key", (one.id,)) for one in records if one.id not in asked]
    held = {one.id: one.day for one in records}
    early = [
        Clash("order", (first.key, then.key), first.people[0])
        for then in talks
        if then.phase == "introduction" and then.key in held
        for first in talks
        if first.phase == "interview"
        and first.key in held
        and first.people[0] in then.people
        and held[first.key] >= held[then.key]
    ]
    clashes = check_appointments(
        appointments,
        lambda who, on, starts, ends: hours.weeks[who].free(on.weekday(), starts, ends),
        lambda who, on: hours.days.usable(who, on, holidays=False),
    )
    return (*stray, *early, *clashes)
