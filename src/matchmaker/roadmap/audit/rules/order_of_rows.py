"""What must come before something else, and with how much time between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from matchmaker.errors import InputError
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, dotted
from matchmaker.roadmap.audit.room import earliest_end, latest_start
from matchmaker.roadmap.audit.worked import preliminary_words
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.text import Text as T

PRECEDENCE = T("Порядок пунктов нарушен", "Rows in the wrong order")
ORDER_WORDS = T(
    "пункт {after} начинается {start}, а должен после пункта {before}, который кончается {end}",
    "row {after} begins on {start}, but must follow row {before}, which ends on {end}",
)
ROOM_WORDS = T(
    "пункт {after} должен начаться не позже {start}, а пункт {before}, за которым он следует, "
    "кончится не раньше {end}",
    "row {after} must begin by {start}, but row {before}, which it follows, "
    "cannot end before {end}",
)
ROOM_LEAD = T(
    ", и между ними нужно {n} {n:рабочий день|рабочих дня|рабочих дней}",
    ", with {n} working {n:day|days} between",
)
ORDER_MEND = T("Начните пункт {after} после {end}", "Begin row {after} after {end}")

LEAD = T("Между пунктами мало времени", "Too little time between rows")
LEAD_WORDS = T(
    "итоги пункта {before} ({end}) нужны пункту {after} ({start}): между ними {n} "
    "{n:рабочий день|рабочих дня|рабочих дней}, нужно {least}",
    "row {after} ({start}) needs the results of row {before} ({end}): {n} working "
    "{n:day|days} between them, {least} needed",
)
LEAD_MEND = T(
    "Закончите пункт {before} раньше или начните пункт {after} позже",
    "End row {before} earlier, or begin row {after} later",
)

USUAL_LEAD = 5
"""Working days that are wanted where a row does not say. A week to read the results."""

_PREPARES = re.compile(r"мониторинг|анкетиров|диагност|опрос|анализ|изучени|выявлени")
_QUOTED = re.compile(r"«([^«»]+)»")
_LONG_WORD = re.compile(r"[а-я]{4,}")


@audit_rule("precedence", Severity.ERROR, PRECEDENCE)
def find_order(plan: PlanReading) -> Iterator[Found]:
    """A row that no days of both let begin after one it follows has ended; final before first."""
    calendar = plan.calendars.of(plan.plan.school)
    for before, after in (*_stated(plan), *_waves(plan)):
        end, start = earliest_end(before, calendar), latest_start(after, calendar)
        if end is None or start is None or not _surely(before, after):
            continue
        # Days of both that are named have a rule of their own for too little time.
        lead = 0 if before.ends == end and after.starts == start else after.event.lead_days or 0
        if end < start and not _less(calendar, end, start, lead):
            continue
        facts = {"before": before.label, "after": after.label, "end": dotted(end)}
        words = ORDER_WORDS if after.starts == start else ROOM_WORDS
        said = words(start=dotted(start), **facts) + (ROOM_LEAD(n=lead) if lead else "")
        yield Found((before, after), said, ORDER_MEND(**facts))


@audit_rule("lead-time", Severity.WARNING, LEAD)
def find_lead(plan: PlanReading) -> Iterator[Found]:
    """Too few working days between what gives results and the event that needs them."""
    calendar = plan.calendars.of(plan.plan.school)
    pairs = dict.fromkeys((*_stated(plan), *_named_in_results(plan)))
    for before, after in pairs:
        least = USUAL_LEAD if after.event.lead_days is None else after.event.lead_days
        if not (before.ends and after.starts and after.fixed and before.ends < after.starts):
            continue
        between = _between(calendar, before.ends, after.starts)
        if between is not None and between < least:
            words = LEAD_WORDS(
                before=before.label,
                after=after.label,
                end=dotted(before.ends),
                start=dotted(after.starts),
                n=between,
                least=least,
            )
            words += preliminary_words(calendar, (before.ends, after.starts))
            mend = LEAD_MEND(before=before.label, after=after.label)
            yield Found((before, after), words, mend)


def _between(calendar: WorkingCalendar, end: date, start: date) -> int | None:
    """Working days between two days; nothing in a year beyond the calendar."""
    try:
        return calendar.working_days(end + timedelta(days=1), start - timedelta(days=1))
    except InputError:
        return None


def _less(calendar: WorkingCalendar, end: date, start: date, lead: int) -> bool:
    """Whether it is known that fewer working days than needed lie between two days."""
    between = _between(calendar, end, start)
    return between is not None and between < lead


def _surely(before: Row, after: Row) -> bool:
    """Of two things that come again each time of one may follow a time of the other."""
    again = [row for row in (before, after) if row.dates and row.dates.kind is Kind.RECURRING]
    if len(again) < 2:
        return True
    first = min((window.end for window in before.windows if window.end), default=None)
    last = max((window.start for window in after.windows if window.start), default=None)
    return first is not None and last is not None and last <= first


def _stated(plan: PlanReading) -> Iterator[tuple[Row, Row]]:
    """What rows themselves say in the column «После»."""
    for row in plan.rows:
        yield from ((before, row) for before in plan.followed(row))


def _waves(plan: PlanReading) -> Iterator[tuple[Row, Row]]:
    """The first and the final wave of one thing: «(входящий)», «(итоговый)»."""
    waves: dict[str, dict[str, Row]] = {}
    for row in plan.rows:
        title = row.event.title.lower().replace("ё", "е")
        wave = re.search(r"(входящ|входн|первичн|стартов)|(итогов|финальн|заключительн)\w*", title)
        thing = re.match(r"[а-я]+", title)
        if wave and thing and row.windows:
            place = "first" if wave[1] else "final"
            waves.setdefault(thing[0], {}).setdefault(place, row)
    for places in waves.values():
        if len(places) == 2:
            yield places["first"], places["final"]


def _named_in_results(plan: PlanReading) -> Iterator[tuple[Row, Row]]:
    """A survey whose result names an event of the plan: the event needs what it finds."""
    named = []
    for row in plan.rows:
        quoted = _QUOTED.search(row.event.title)
        stems = _stems(quoted[1]) if quoted else frozenset()
        if row.occupies and len(stems) >= 3:
            named.append((row, stems))
    for before in plan.rows:
        if not before.event.result or not _PREPARES.search(before.event.title.lower()):
            continue
        words = _stems(before.event.result)
        for after, stems in named:
            if after is not before and stems <= words:
                yield before, after


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        word[: max(4, len(word) - 3)]
        for word in _LONG_WORD.findall(words.lower().replace("ё", "е"))
    )
