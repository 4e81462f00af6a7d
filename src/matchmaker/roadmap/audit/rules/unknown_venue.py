"""Venues of events that the table of venues does not have."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.venues import Venue
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, nearest
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Неизвестные площадки", "Unknown venues")
WORDS = T(
    "площадки «{venue}» нет на листе «{sheet}»: сколько в ней мест, неизвестно",
    "sheet “{sheet}” has no venue “{venue}”: nobody knows its seats",
)
MEND = T(
    "Исправьте название или впишите площадку на лист «{sheet}»",
    "Mend the name, or write the venue on sheet “{sheet}”",
)
PERHAPS = T("Возможно, это «{name}»", "Perhaps it is “{name}”")


@audit_rule("unknown-venue", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each venue that a row names and the table, which has some, does not."""
    known = [venue.name for venue in plan.roadmap.venues]
    sheet = Venue.sheet()
    for row in plan.rows if known else ():
        for venue in sorted(row.event.venues - set(known)):
            name = nearest(venue, known)
            mend = PERHAPS(name=name) if name else MEND(sheet=sheet)
            words = WORDS(venue=venue, sheet=sheet)
            yield Found((row,), words, mend, at=row.event.at("venues"))
