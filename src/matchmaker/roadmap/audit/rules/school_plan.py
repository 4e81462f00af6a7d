"""A school's plan against the municipal plan it is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matchmaker.roadmap.addressed import addressed
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted, named
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Window
from matchmaker.text import Text as T

MISSING = T("В плане школы нет муниципального пункта", "A municipal row is missing")
MISSING_WORDS = T(
    "в плане нет {n} {n:пункта|пунктов|пунктов} муниципального плана: {rows}",
    "{n} {n:row|rows} of the municipal plan missing: {rows}",
)
MISSING_MEND = T(
    "Добавьте пункты и укажите у них «Пункт муниципального плана»",
    "Add them, with “Row of the municipal plan” filled in",
)

UNKNOWN = T("Нет такого муниципального пункта", "No such municipal row")
UNKNOWN_WORDS = T("в муниципальном плане нет пункта {number}", "no row {number} in the plan")
UNKNOWN_MEND = T("Исправьте номер", "Mend the number")

LATER = T("Срок школы позже муниципального", "A school deadline after the municipal one")
LATER_WORDS = T(
    "срок «{own}» ({end}) позже муниципального «{other}» ({limit})",
    "“{own}” ({end}) is after the municipal “{other}” ({limit})",
)
LATER_MEND = T("Закончите не позже {limit}", "End by {limit}")

WIDER = T("Срок школы шире муниципального", "School dates wider than the municipal ones")
WIDER_WORDS = T(
    "срок «{own}» начинается {start}, раньше муниципального «{other}» ({limit})",
    "“{own}” begins on {start}, before the municipal “{other}” ({limit})",
)
WIDER_MEND = T("Начните не раньше {limit}", "Begin no earlier than {limit}")

UNDATED = T("У школы нет срока, а у муниципалитета есть", "The school states no date")
UNDATED_WORDS = T("срок не указан, муниципальный — «{other}»", "no date; the municipal: “{other}”")
UNDATED_MEND = T("Укажите срок внутри муниципального", "State a date within the municipal one")


@audit_rule("missing-row", Severity.WARNING, MISSING)
def find_missing(plan: PlanReading) -> Iterator[Found]:
    """Rows addressed to schools that no row of the school's plan answers."""
    if plan.parent is None:
        return
    found = (plan.parent.row(row.event.parent, row.event) for row in plan.rows)
    answered = {row.position for row in found if row is not None}
    wanted = addressed(plan.parent, plan.plan.school)
    rows = [row for row in wanted if row.position not in answered]
    if rows:
        words = MISSING_WORDS(n=len(rows), rows=named(rows, 30))
        yield Found((), words, MISSING_MEND())


@audit_rule("unknown-row", Severity.ERROR, UNKNOWN)
def find_unknown(plan: PlanReading) -> Iterator[Found]:
    """References to rows that the municipal plan does not have."""
    if plan.parent is None:
        return
    for row in plan.rows:
        number = (row.event.parent or "").strip(" .")
        if number and plan.parent.row(number, row.event) is None:
            yield Found((row,), UNKNOWN_WORDS(number=number), UNKNOWN_MEND())


@audit_rule("later-deadline", Severity.ERROR, LATER)
def find_later(plan: PlanReading) -> Iterator[Found]:
    """Windows that end after every municipal window they could belong to."""
    for row, parent in _pairs(plan):
        for own in row.windows:
            limit = _window_for(own, parent)
            if limit is None or limit.end is None or (own.end and own.end <= limit.end):
                continue
            end = dotted(own.end) if own.end else "…"
            words = LATER_WORDS(
                own=row.event.dates, end=end, other=parent.event.dates, limit=dotted(limit.end)
            )
            yield Found((row,), words, LATER_MEND(limit=dotted(limit.end)))
            break


@audit_rule("wider-period", Severity.WARNING, WIDER)
def find_wider(plan: PlanReading) -> Iterator[Found]:
    """Windows that begin before the municipal window they belong to."""
    for row, parent in _pairs(plan):
        for own in row.windows:
            limit = _window_for(own, parent)
            if limit is None or limit.start is None or own.start is None:
                continue
            if own.start < limit.start:
                words = WIDER_WORDS(
                    own=row.event.dates,
                    start=dotted(own.start),
                    other=parent.event.dates,
                    limit=dotted(limit.start),
                )
                yield Found((row,), words, WIDER_MEND(limit=dotted(limit.start)))
                break


@audit_rule("school-undated", Severity.WARNING, UNDATED)
def find_undated(plan: PlanReading) -> Iterator[Found]:
    """Rows without a date where the municipal row has one."""
    for row, parent in _pairs(plan):
        if row.dates is None and parent.windows:
            yield Found((row,), UNDATED_WORDS(other=parent.event.dates), UNDATED_MEND())


def _pairs(plan: PlanReading) -> Iterator[tuple[Row, Row]]:
    """Rows of the school's plan, each with its municipal row; not what is done after them."""
    if plan.parent is None:
        return
    for row in plan.rows:
        parent = plan.parent.row(row.event.parent, row.event)
        before = (plan.row(number, row.event) for number in row.event.after)
        follows = any(one is not None and one.event.parent == row.event.parent for one in before)
        if parent is not None and not follows:
            yield row, parent


def _window_for(own: Window, parent: Row) -> Window | None:
    """The municipal window that a window belongs to: one it meets, else the nearest."""
    if not parent.windows:
        return None
    middle = own.start or own.end or date.min

    def distance(window: Window) -> tuple[bool, int]:
        ends = [day for day in (window.start, window.end) if day]
        gap = min((abs((day - middle).days) for day in ends), default=0)
        return not window.meets(own), gap

    return min(parent.windows, key=distance)
