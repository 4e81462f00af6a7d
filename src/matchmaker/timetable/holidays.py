"""School holidays that were moved: the nearest of the year in their new place."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.errors import InputError, Issue
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.workdays.calendars import calendars_of
from matchmaker.roadmap.workdays.terms import year_of


def with_holidays(roadmap: Roadmap, changes: Sequence[Change]) -> Roadmap:
    """The roadmap with holidays where the changes put them; the others of the year stay.

    Raises
    ------
    InputError
        with every row without days, or without holidays that it could mean.
    """
    issues: list[Issue] = []
    for change in changes:
        if change.kind is not ChangeKind.HOLIDAYS:
            continue
        if change.starts is None or change.last is None:
            wrong = say.NEEDED(kind=change.kind.text())
            issues.append(Issue(change.at("starts" if change.starts is None else "ends"), wrong))
        elif change.last < change.starts:
            shown = f"{change.last:%d.%m.%Y}"
            issues.append(Issue(change.at("ends"), say.SWAPPED(), value=shown))
        elif change.who and not _is_school(roadmap, change.who):
            wrong = say.UNKNOWN_WHO[change.kind]()
            issues.append(Issue(change.at("who"), wrong, value=change.who))
        else:
            roadmap = _moved(roadmap, change)
    if issues:
        raise InputError(issues)
    return roadmap


def _is_school(roadmap: Roadmap, who: str) -> bool:
    names = {fold(word) for one in roadmap.schools for word in (one.id, one.name)}
    names |= {fold(plan.school) for plan in roadmap.plans if plan.school}
    return fold(who) in names


def _moved(roadmap: Roadmap, change: Change) -> Roadmap:
    """All holidays of the year stated, with the nearest one at its new days."""
    starts, last = change.starts, change.last
    assert starts is not None  # checked before
    assert last is not None
    year = year_of(starts)
    # The summer goes without saying, and nobody moves it.
    spans = calendars_of(roadmap).of(change.who).school_year(year).holidays
    known = [span for span in spans if span.starts.month not in {6, 7, 8}]
    nearest = min(known, key=lambda span: abs(span.starts - starts), default=None)

    def restated(row: SpecialDays) -> bool:
        same = fold(row.who or "") == fold(change.who or "")
        return row.kind is DaysKind.SCHOOL_HOLIDAYS and same and year_of(row.starts) == year

    days = [row for row in roadmap.days if not restated(row)]
    kind = DaysKind.SCHOOL_HOLIDAYS
    for span in known:
        new = (starts, last) if span is nearest else (span.starts, span.ends)
        row = SpecialDays(who=change.who, kind=kind, starts=new[0], ends=new[1], name=span.name)
        days.append(row)
    return roadmap.model_copy(update={"days": tuple(days)})
