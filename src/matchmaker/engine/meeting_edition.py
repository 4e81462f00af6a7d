"""A new edition of meetings: whether the former one fits, and from which day it may change."""

from __future__ import annotations

from datetime import date

from matchmaker.diary.former import Former
from matchmaker.diary.record import Meetings
from matchmaker.domain import Municipality
from matchmaker.domain.town import other_towns
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import meeting_editions as say

BEFORE = Place(setting="--before")
ON = Place(setting="--on")


def former_of(
    before: Meetings | None, on: date | None, municipality: Municipality, zone: str | None
) -> Former | None:
    """The meetings people have, if there are any, and the day from which they may change.

    Parameters
    ----------
    on : if not given, the day of the former edition, of the first one its first day.

    Raises
    ------
    InputError
        if they are not of these pairs, or the day is not one of theirs; with every problem.
    """
    if before is None:
        if on is not None:
            raise InputError([Issue(ON, say.ON_ALONE(), say.ON_ALONE_MEND(), f"{on}")])
        return None
    issues = []
    if before.kind != "pairs":
        issues.append(Issue(BEFORE, say.ARE_INTERVIEWS(), say.ARE_INTERVIEWS_MEND()))
    issues += other_towns(municipality.about.name, {"--before": before.municipality})
    if zone is not None and zone != before.zone:
        wrong = say.OTHER_ZONE(zone=before.zone)
        issues.append(Issue(Place(setting="--zone"), wrong, say.OTHER_ZONE_MEND(), zone))
    first, last = before.period or (municipality.reference_date, date.max)
    day = on or before.since or first
    if day > last:
        issues.append(Issue(ON, say.ON_AFTER(last=f"{last:%d.%m.%Y}"), value=f"{day:%d.%m.%Y}"))
    if before.since and day < before.since:
        wrong = say.ON_BEFORE(since=f"{before.since:%d.%m.%Y}")
        issues.append(Issue(ON, wrong, say.ON_BEFORE_MEND(), f"{day:%d.%m.%Y}"))
    if issues:
        raise InputError(issues)
    return Former(before, day)
