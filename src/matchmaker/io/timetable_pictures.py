"""The pictures of a timetable as SVG and PNG: events by month, and the year at a glance."""

from __future__ import annotations

from matchmaker.io.canvas import picture_files
from matchmaker.io.gantt_picture import gantt_chart
from matchmaker.io.year_picture import year_charts
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import Timetable


def timetable_pictures(timetable: Timetable, calendar: WorkingCalendar) -> dict[str, bytes]:
    """Draw the pictures of a timetable; returns what each file holds, by its name.

    They show public titles, days and numbers only, so anybody may see them.

    Parameters
    ----------
    calendar : says which days are worked.
    """
    return picture_files({"gantt": gantt_chart(timetable), **year_charts(timetable, calendar)})
