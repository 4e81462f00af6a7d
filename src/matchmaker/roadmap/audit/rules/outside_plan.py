"""A row lies outside the period of its plan."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.audit.worked import length_of
from matchmaker.roadmap.rows import PlanReading
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.text import Text as T

TITLE = T("Мероприятие вне периода плана", "An event outside the plan's period")
WHOLLY = T(
    "срок «{dates}» вне периода плана {period}", "“{dates}” lies outside the period {period}"
)
PARTLY = T(
    "срок «{dates}» выходит за период плана {period}", "“{dates}” goes beyond the period {period}"
)
LAST_TIME = T(
    "«{dates}»: в последнем году плана ({window}) это уже после его конца",
    "“{dates}”: in the last year of the plan ({window}) this comes after its end",
)
MEND = T(
    "Исправьте срок или период плана; не скопирован ли срок из прежнего плана",
    "Mend the date or the period; perhaps the date was copied from an earlier plan",
)
LAST_MEND = T(
    "Решите, нужен ли этот раз; если да, продлите период", "Decide whether it is needed then"
)


@audit_rule("outside-plan", Severity.ERROR, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Wholly outside is an error, partly a warning, a last time after the end a note."""
    period = plan.period
    if period is None:
        return
    for row in plan.rows:
        dates = row.dates
        if dates is None or not dates.outside:
            continue
        facts = {"dates": dates.verbatim, "period": period.words()}
        if dates.kind is Kind.RECURRING or dates.reference:
            if _ends_early(period) and not (_a_year(period) and row.windows):
                words = LAST_TIME(dates=dates.verbatim, window=dates.outside[0].words())
                yield Found((row,), words, LAST_MEND(), Severity.NOTE)
        elif any(window.meets(period) for window in dates.outside):
            yield Found((row,), PARTLY(**facts), MEND(), Severity.WARNING)
        else:
            yield Found((row,), WHOLLY(**facts), MEND())


def _a_year(period: Window) -> bool:
    """Whether the period holds every day of the year once: then nothing comes a last time."""
    return length_of(period) <= 366


def _ends_early(period: Window) -> bool:
    """Whether the period stops before its last calendar year does."""
    return period.end is not None and (period.end.month, period.end.day) != (12, 31)
