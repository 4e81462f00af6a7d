"""Some years of the plan have nothing planned in rows that stop before its end."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.text import Text as T

TITLE = T("Годы плана без мероприятий", "Years of the plan without events")
WORDS = T(
    "план до {year} года, а {n} {n:пункт кончается|пункта кончаются|пунктов кончаются} раньше "
    "({dates})",
    "the plan lasts to {year}, but {n} {n:row ends|rows end} before ({dates})",
)
MEND = T("Продлите срок этих пунктов до {year} года", "Extend these rows to {year}")


@audit_rule("uncovered-years", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Rows of several whole years that begin with the plan and end years before it."""
    period = plan.period
    if period is None or period.start is None or period.end is None:
        return
    short: dict[int, list[Row]] = {}
    for row in plan.rows:
        dates = row.dates
        years = dates is not None and dates.precision == "year" and dates.kind is Kind.RANGE
        if not years or dates is None or dates.outside or row.starts is None or row.ends is None:
            continue
        long = row.ends.year > row.starts.year
        if long and row.starts.year == period.start.year and row.ends.year < period.end.year:
            short.setdefault(row.ends.year, []).append(row)
    for _, rows in sorted(short.items()):
        phrases = ", ".join(dict.fromkeys(row.dates.verbatim for row in rows if row.dates))
        words = WORDS(year=period.end.year, n=len(rows), dates=phrases)
        yield Found(tuple(rows), words, MEND(year=period.end.year))
