"""From places back to series and meetings as they are kept."""

from __future__ import annotations

from matchmaker.diary.dates import Dating
from matchmaker.diary.defaults import Grid
from matchmaker.diary.phases import Wanted
from matchmaker.diary.record import AskedMeeting, MeetingRecord, SeriesRecord, clock
from matchmaker.diary.slots import Slot
from matchmaker.diary.weekly import Plan
from matchmaker.timetable import Placements


def series_record(plan: Plan, slot: Slot | None, grid: Grid, held: int = 0) -> SeriesRecord:
    """A series with its weekly slot.

    Parameters
    ----------
    held : how many meetings it has behind it.
    """
    series = plan.series
    return SeriesRecord(
        id=series.key,
        programme=series.programme,
        mentors=series.mentors,
        mentees=series.mentees,
        mode=plan.mode,
        place=series.place if plan.mode == "in_person" else None,
        starts=series.starts,
        ends=series.ends,
        minutes=series.rhythm.minutes,
        weekday=slot[0] if slot else None,
        time=clock(grid.begin(slot[1])) if slot else None,
        wanted=held + len(plan.meetings),
        rhythm=series.rhythm,
        asked=tuple(_asked(one) for one in plan.meetings),
    )


def _asked(wanted: Wanted) -> AskedMeeting:
    window = wanted.window
    return AskedMeeting(
        phase=wanted.phase,
        number=wanted.number,
        first=window[0] if window else None,
        last=window[-1] if window else None,
        due=wanted.due,
    )


def meeting_records(dating: Dating, placements: Placements, grid: Grid) -> list[MeetingRecord]:
    """The placed meetings, series by series."""
    records = []
    for at, placement in enumerate(placements):
        mode = dating.modes[at]
        if placement is None or mode is None:
            continue
        wanted: Wanted = dating.meetings[at]
        day, slot = dating.when(at, placement)
        begin = grid.begin(slot)
        records.append(
            MeetingRecord(
                id=wanted.key,
                series=wanted.series.key,
                phase=wanted.phase,
                number=wanted.number,
                day=day,
                starts=clock(begin),
                ends=clock(begin + wanted.series.rhythm.minutes),
                people=wanted.series.people,
                mode=mode,
                place=wanted.series.place if mode == "in_person" else None,
            )
        )
    return records
