"""Preferred dates that cannot be kept: they are not understood, or lie outside the term."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.rows import PlanReading, conventions_of
from matchmaker.text import Text as T

TITLE = T("Желаемый срок не учесть", "Preferred dates without effect")
UNREAD = T("желаемый срок «{words}» не понятен", "the preferred dates “{words}” are not understood")
OUTSIDE = T(
    "желаемый срок «{words}» лежит вне срока «{dates}»",
    "the preferred dates “{words}” lie outside “{dates}”",
)
MEND = T(
    "Напишите дни внутри срока плана, например «вторая неделя ноября 2025»",
    "State days within the dates of the plan, as «вторая неделя ноября 2025»",
)


@audit_rule("preferred-dates", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each row whose preferred dates say nothing that its own dates allow."""
    for row in plan.rows:
        preferred = row.event.preferred
        if not preferred or not row.windows:
            continue
        windows = read_dates(preferred, plan.period, conventions_of(plan.plan)).windows
        if any(one.meets(own) for one in windows for own in row.windows):
            continue
        wrong = OUTSIDE if windows else UNREAD
        words = wrong(words=preferred, dates=row.event.dates)
        yield Found((row,), words, MEND(), at=row.event.at("preferred"))
