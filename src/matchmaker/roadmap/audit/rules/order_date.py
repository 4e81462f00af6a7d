"""The order stands before the acts it cites, or after events it is to order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted, named
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

BEFORE_ACTS = T("Приказ раньше актов, на которые ссылается", "The order before the acts it cites")
ACTS_WORDS = T(
    "приказ от {order} ссылается на акт от {act}",
    "the order of {order} cites an act of {act}",
)
ACTS_MEND = T("Проверьте год приказа", "Check the year of the order")

BEFORE_ORDER = T("Мероприятие раньше приказа", "An event before its order")
EARLY_WORDS = T(
    "приказ от {order}, а до него {n:начат|начаты|начаты} {n} {n:пункт|пункта|пунктов}: {rows}",
    "the order is of {order}, but {n} {n:row begins|rows begin} before it: {rows}",
)
EARLY_MEND = T(
    "Издайте приказ до {day} или перенесите начало", "Issue the order before {day}, or begin later"
)

LATE_ORDER = T("Приказ позже начала периода", "The order after the period has begun")
LATE_WORDS = T(
    "период плана с {start}, а приказ от {order}",
    "the period begins on {start}, the order is of {order}",
)
LATE_MEND = T(
    "Начните период с даты приказа или исправьте дату", "Begin with the order, or mend its date"
)


@audit_rule("order-before-acts", Severity.ERROR, BEFORE_ACTS)
def find_before_acts(plan: PlanReading) -> Iterator[Found]:
    """An order cannot cite what did not exist yet."""
    order, act = plan.plan.order_date, plan.plan.newest_act
    if order and act and order < act:
        yield Found((), ACTS_WORDS(order=dotted(order), act=dotted(act)), ACTS_MEND())


@audit_rule("before-order", Severity.WARNING, BEFORE_ORDER)
def find_before_order(plan: PlanReading) -> Iterator[Found]:
    """Rows that begin on a named day, or are over, before the order which approves them."""
    order = plan.plan.order_date
    if order is None:
        return
    early = [(first, row) for row in plan.rows if (first := _day_before(row, order)) is not None]
    if early:
        first = min(day for day, _ in early)
        early_rows = tuple(row for _, row in early)
        words = EARLY_WORDS(order=dotted(order), n=len(early), rows=named(early_rows))
        yield Found(early_rows, words, EARLY_MEND(day=dotted(first)))


def _day_before(row: Row, order: date) -> date | None:
    """The day of a row that its order comes too late for; a month may still be used after it."""
    if row.fixed and row.starts and row.starts < order:
        return row.starts
    if row.ends and row.ends < order:
        return row.starts or row.ends
    return None


@audit_rule("late-order", Severity.NOTE, LATE_ORDER)
def find_late_order(plan: PlanReading) -> Iterator[Found]:
    """A plan whose period begins before its order."""
    order, start = plan.plan.order_date, plan.plan.starts
    if order and start and start < order:
        yield Found((), LATE_WORDS(start=dotted(start), order=dotted(order)), LATE_MEND())
