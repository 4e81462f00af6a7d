"""The order of events: by date, or as they stand in their plans."""

from __future__ import annotations

import re
from datetime import date

from matchmaker.timetable.record import EventRecord

Natural = tuple[str | int, ...]


def natural(words: str) -> Natural:
    """A sort key by which «1.10» comes after «1.9»."""
    return tuple(int(part) if n % 2 else part for n, part in enumerate(re.split(r"(\d+)", words)))


def first_day(event: EventRecord) -> date:
    """The day an event stands under in a list: a deadline stands on its last."""
    return event.ends if event.kind == "deadline" else event.starts


def by_date(event: EventRecord) -> tuple[date, date, Natural, Natural, str]:
    """A sort key by days; events of one day as in their plans."""
    return first_day(event), event.ends, *by_plan(event)


def by_plan(event: EventRecord) -> tuple[Natural, Natural, str]:
    """A sort key by plan and number."""
    return natural(event.plan), natural(event.number), event.id
