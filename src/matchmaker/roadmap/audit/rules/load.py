"""How much one person answers for, in all and in each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.parties.bodies import CLASSES
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

TITLE = T("Нагрузка на одного человека", "The load of one person")
WORDS = T(
    "{person}: {n} из {all} {all:пункта|пунктов|пунктов} плана{months}",
    "{person}: {n} of {all} {all:row|rows} of the plan{months}",
)
MONTHS = T(
    "; больше всего за месяц: {busiest} — {most} ({rows})",
    "; most in one month: {busiest} — {most} ({rows})",
)
MEND = T("Назначьте других ответственных за часть пунктов", "Name others for some of the rows")

SHARE = 0.5
"""Of all rows of a plan: more is said of a person."""
LEAST_ROWS = 5
MOST_IN_MONTH = 4
"""So many events of one person in one month are still usual."""


@audit_rule("load", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """People with half of the rows or more, or with many events in one month."""
    rows_of: dict[str, list[Row]] = defaultdict(list)
    for row in plan.rows:
        for person in _people(row):
            rows_of[person].append(row)
    for person, rows in sorted(rows_of.items(), key=lambda item: (-len(item[1]), item[0])):
        months = _months(rows)
        busiest = max(months, key=lambda month: (len(months[month]), month), default=None)
        most = len(months[busiest]) if busiest else 0
        much = len(rows) >= LEAST_ROWS and len(rows) >= SHARE * len(plan.rows)
        if not much and most <= MOST_IN_MONTH:
            continue
        words = ""
        if busiest and most > 1:
            month = f"{busiest[1]:02}.{busiest[0]}"
            labels = ", ".join(row.label for row in months[busiest])
            words = MONTHS(busiest=month, most=most, rows=labels)
        yield Found(
            tuple(rows),
            WORDS(person=person, n=len(rows), all=len(plan.rows), months=words),
            MEND(),
        )


def _people(row: Row) -> frozenset[str]:
    """People by name, and the one head of a body: «руководитель МЦН»."""
    heads = (
        party.name
        for party in row.responsible.parties
        if party.kind is PartyKind.ROLE and party.group and party.group not in CLASSES
    )
    return row.people | frozenset(heads)


def _months(rows: list[Row]) -> dict[tuple[int, int], list[Row]]:
    """Rows on named days by the months they touch; what only spans years tells no month."""
    months: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        for window in row.fixed:
            start, end = window.start or date.min, window.end or date.max
            for number in range(12 * start.year + start.month, 12 * end.year + end.month + 1):
                month = (number - 1) // 12, (number - 1) % 12 + 1
                if row not in months[month]:
                    months[month].append(row)
    return months
