"""The written meetings held against the tables anew: nothing of how they were made is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.phases import Wanted
from matchmaker.diary.record import MeetingRecord, Meetings, UnplacedMeetings, minutes_of
from matchmaker.diary.week import Week
from matchmaker.timetable.appointments import Appointment, Clash, check_appointments


def violations(
    record: Meetings,
    wanted: Sequence[Wanted],
    weeks: Mapping[str, Week],
    days: Days,
    grid: Grid,
    on: date = date.min,
) -> tuple[Clash, ...]:
    """Everything that is wrong with the meetings of a plan.

    Parameters
    ----------
    wanted : the meetings that the plan and the programmes ask for.
    on : what was before this day is history, whatever the tables say now.
    """
    coming = [one for one in record.meetings if one.day >= on]
    asked = {one.key: one for one in wanted}
    order = {one.key: at for at, one in enumerate(wanted)}
    appointments: list[Appointment] = []
    clashes: list[Clash] = []
    for meeting in coming:
        want = asked.get(meeting.id)
        if want is None or set(meeting.people) != set(want.series.people) or not want.window:
            clashes.append(Clash("key", (meeting.id,)))
            continue
        series = want.series
        starts, ends = minutes_of(meeting.starts), minutes_of(meeting.ends)
        if ends - starts != series.rhythm.minutes or not grid.starts <= starts < ends <= grid.ends:
            clashes.append(Clash("length", (meeting.id,)))
        if meeting.mode not in series.ways or (
            meeting.place != (series.place if meeting.mode == "in_person" else None)
        ):
            clashes.append(Clash("road", (meeting.id,)))
        if meeting.day not in want.window:
            clashes.append(Clash("window", (meeting.id,)))
        appointments.append(
            Appointment(
                key=meeting.id,
                day=meeting.day,
                starts=starts,
                ends=ends,
                people=series.people,
                window=(want.window[0], want.window[-1]),
                chain=series.key,
                order=order[meeting.id],
                road={who: series.road(who, meeting.mode) for who in series.people},
            )
        )

    def open_day(person: str, on: date) -> bool:
        return days.usable(person, on, holidays=True)

    def free(person: str, on: date, starts: int, ends: int) -> bool:
        return weeks[person].free(on.weekday(), starts, ends)

    clashes += check_appointments(appointments, free, open_day)
    clashes += _lost(coming, record.unplaced, wanted)
    return tuple(dict.fromkeys(clashes))


def _lost(
    placed: Sequence[MeetingRecord],
    unplaced: Sequence[UnplacedMeetings],
    wanted: Sequence[Wanted],
) -> list[Clash]:
    """Every wanted meeting is placed or told to be unplaced, and only once."""
    told = Counter(meeting.id for meeting in placed)
    told.update(key for one in unplaced for key in one.meetings)
    return [Clash("lost", (one.key,)) for one in wanted if told[one.key] != 1]
