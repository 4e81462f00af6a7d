"""Special days and work weeks of somebody nobody knows: they would count for no one."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.days import SpecialDays, WorkWeek
from matchmaker.domain.records import fold
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.parties.names import Names
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Особые дни неизвестно чьи", "Special days of somebody unknown")
WORDS = T(
    "лист «{sheet}»: «{who}» нет ни среди организаций и людей, ни среди ответственных",
    "sheet “{sheet}”: “{who}” is no school, no person, and nobody responsible",
)
MEND = T(
    "Исправьте имя, иначе эта строка никого не касается",
    "Mend the name, else the row concerns nobody",
)


@audit_rule("unknown-owner", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each name of the two sheets that no table and no plan of the folder has."""
    known = _known(plan)
    names = Names(plan.roadmap.abbreviations)
    owners = [(WorkWeek.sheet, row.who) for row in plan.roadmap.weeks]
    owners += [(SpecialDays.sheet, row.who) for row in plan.roadmap.days if row.who]
    for sheet, who in dict.fromkeys(owners):
        if fold(who) not in known and names.exact(who) is None:
            yield Found((), WORDS(sheet=sheet(), who=who), MEND())


def _known(plan: PlanReading) -> set[str]:
    """Schools, people and everybody responsible, by every name."""
    tables = plan.roadmap
    found = {name for one in tables.schools for name in (one.id, one.name)}
    found |= {name for person in tables.people for name in (person.id or "", person.name)}
    for reading in (plan, *plan.beside, *([plan.parent] if plan.parent else [])):
        found.add(reading.plan.school or "")
        for row in reading.rows:
            for party in row.responsible.parties:
                found |= {party.name, party.written, party.group}
    return {fold(name) for name in found if name}
