"""What must stand on everything made of a timetable: draft, invented, preliminary."""

from __future__ import annotations

from textwrap import wrap

from matchmaker.messages import plans
from matchmaker.messages import timetable_files as say
from matchmaker.timetable.record import Timetable

LINE = 150
"""So long a line fits a picture. Unit: characters."""


def notices(timetable: Timetable) -> list[str]:
    """The sentences that warn of a timetable, the most important first."""
    found = [timetable.notice]
    if timetable.fictional:
        found.append(plans.FICTIONAL())
    years = _preliminary(timetable)
    if years:
        *others, last = map(str, years)
        words = say.AND().join(filter(None, (", ".join(others), last)))
        found.append(say.PRELIMINARY(years=words, n=len(years)))
    return found


def period(timetable: Timetable) -> str:
    """From what day to what day, and of which edition."""
    first, last = (f"{day:%d.%m.%Y}" for day in timetable.period)
    return say.PERIOD(first=first, last=last, edition=timetable.edition)


def subtitle(timetable: Timetable) -> list[str]:
    """The lines under the title of a picture; none is so long that it would be cut."""
    return [period(timetable), *wrap(". ".join(notices(timetable)), LINE)]


def _preliminary(timetable: Timetable) -> list[int]:
    """The preliminary years that the period or an event touches."""
    spans = [timetable.period, *((event.starts, event.ends) for event in timetable.events)]
    return sorted(
        year
        for year in set(timetable.preliminary)
        if any(first.year <= year <= last.year for first, last in spans)
    )
