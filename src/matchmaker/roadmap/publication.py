"""Results that are publications: work of its own, with a deadline after the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matchmaker.errors import InputError
from matchmaker.messages import derive as say
from matchmaker.roadmap.rows import Row
from matchmaker.roadmap.workdays.calendar import WorkingCalendar

TERM = 10
"""By when the result of an event is published. Unit: working days after it."""

_PUBLISHED = re.compile(r"размещени|публикаци|\bна\s+(?:\w+\s+){0,2}сайт|освещени|наполнени")
_SITE = re.compile(r"сайт\w*(?P<whose>[^.;]*)")
_AUTHORITY = re.compile(r"\b(?:уо|управлени\w+|имц|нмц|мбоу|мбу|центр\w*)\b")
_SCHOOLS = re.compile(r"\b(?:оо|оу|образовательных\s+организаций|школ)\b")


class Site(StrEnum):
    """Whose site it is."""

    AUTHORITY = "authority"
    SCHOOLS = "schools"


@dataclass(frozen=True, slots=True)
class Publication:
    """Something to be put on sites after an event.

    Attributes
    ----------
    sites : whose, as the result names them; the authority's where it names none.
    day : its last day, if the event has one end; ``dates`` says it in words.
    """

    sites: frozenset[Site]
    day: date | None
    dates: str


def publication_of(row: Row, calendar: WorkingCalendar) -> Publication | None:
    """What a row asks to be published, if its result does."""
    result = (row.event.result or "").lower()
    if not _PUBLISHED.search(result):
        return None
    whose = " ".join(found["whose"] for found in _SITE.finditer(result))
    sites = {Site.SCHOOLS} if _SCHOOLS.search(whose) else set()
    if _AUTHORITY.search(whose) or not sites:
        sites.add(Site.AUTHORITY)
    day = _term(row, calendar)
    words = say.BY_DAY(day=f"{day:%d.%m.%Y}") if day else say.AFTER_EVENT(n=TERM)
    return Publication(frozenset(sites), day, words)


def _term(row: Row, calendar: WorkingCalendar) -> date | None:
    """Ten working days after an event that has one window on named days."""
    if len(row.fixed) != 1 or row.ends is None:
        return None
    try:
        return calendar.add_working_days(row.ends, TERM)
    except InputError:  # a year beyond the calendar
        return None
