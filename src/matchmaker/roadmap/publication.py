"""Results that are publications: work of its own, with a deadline after the event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matchmaker.errors import InputError
from matchmaker.messages import derive as say
from matchmaker.roadmap.calendar import WorkingCalendar
from matchmaker.roadmap.rows import Row

SITE_OF_AUTHORITY = "authority"
SITE_OF_SCHOOLS = "schools"

TERM = 10
"""By when the result of an event is published. Unit: working days after it."""

_PUBLISHED = re.compile(r"размещени|публикаци|на\s+\w*\s*сайт|освещени|наполнени")
_AUTHORITY = re.compile(r"сайт\w*[^.;]*\b(?:уо|управлени\w+|ипк|имц|нмц|мбоу|центр)")
_SCHOOLS = re.compile(r"сайт\w*[^.;]*\b(?:оо|оу|образовательных\s+организаций|школ)\b")


@dataclass(frozen=True, slots=True)
class Publication:
    """Something to be put on sites after an event.

    Attributes
    ----------
    sites : ``authority`` and ``schools``, as the result names them; those of the authority
        where it names none.
    dates : the phrase of its term: a day where the event has one end, else words.
    """

    sites: frozenset[str]
    dates: str


def publication_of(row: Row, calendar: WorkingCalendar) -> Publication | None:
    """What a row asks to be published, if its result does."""
    result = (row.event.result or "").lower()
    if not _PUBLISHED.search(result):
        return None
    sites = set()
    if _SCHOOLS.search(result):
        sites.add(SITE_OF_SCHOOLS)
    if _AUTHORITY.search(result) or not sites:
        sites.add(SITE_OF_AUTHORITY)
    return Publication(frozenset(sites), _term(row, calendar))


def _term(row: Row, calendar: WorkingCalendar) -> str:
    """Ten working days after the event, as a day if the event has exactly one."""
    if row.fixed and len(row.fixed) == 1 and row.ends:
        try:
            return say.BY_DAY(day=f"{calendar.add_working_days(row.ends, TERM):%d.%m.%Y}")
        except InputError:  # a year beyond the calendar
            return say.AFTER_EVENT(n=TERM)
    return say.AFTER_EVENT(n=TERM)
