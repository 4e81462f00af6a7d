"""All files of a timetable in one folder: for the centre, or those that anybody may see."""

from __future__ import annotations

from pathlib import Path

from matchmaker.io.files import replace_files
from matchmaker.io.timetable_calendars import calendars
from matchmaker.io.timetable_json import FILE, timetable_json
from matchmaker.io.timetable_pictures import timetable_pictures
from matchmaker.io.timetable_workbook import timetable_workbook
from matchmaker.messages import timetable_files as say
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import Timetable

CALENDARS = "calendars"
"""The folder of calendars for telephones."""


def write_timetable(
    timetable: Timetable,
    out: Path | str,
    before: Timetable | None = None,
    zone: str = "Europe/Moscow",
    for_centre: bool = True,
    calendar: WorkingCalendar | None = None,
) -> list[Path]:
    """Write the files of a timetable and say where; all of them or none.

    Parameters
    ----------
    before : the timetable people have; their calendars learn from it what is changed or gone.
    zone : IANA name of the time zone.
    for_centre : if not, only what anybody may see: a workbook of public titles, pictures and
        the city's calendar. The record, people and schools stay in the centre.
    calendar : the days worked in the municipality; a week of five days if none is given.

    Raises
    ------
    InputError
        if a calendar cannot be made (see :func:`calendars`), there is no working calendar of
        a year, or the disk refuses.
    """
    entries = calendars(timetable, before, zone)
    if not for_centre:
        city = f"{say.CITY_FILE()}.ics"
        entries = {city: entries[city]}
    contents = timetable_pictures(timetable, calendar or WorkingCalendar())
    contents[say.WORKBOOK_FILE()] = timetable_workbook(timetable, for_centre)
    contents |= {f"{CALENDARS}/{name}": content for name, content in entries.items()}
    if for_centre:
        contents = {FILE: timetable_json(timetable), **contents}
    files = {Path(out) / name: content for name, content in contents.items()}
    replace_files(files)
    return list(files)
