"""Which rows of a municipal plan concern an organisation."""

from __future__ import annotations

import re

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.records import fold, stands_in
from matchmaker.domain.schools import OrganisationKind, School
from matchmaker.roadmap.parties.names import Names
from matchmaker.roadmap.rows import PlanReading, Row

OF_KIND = {
    OrganisationKind.SCHOOL: {"ОО", "СОШ"},
    OrganisationKind.KINDERGARTEN: {"ОО", "ДОУ"},
    OrganisationKind.EXTRA: {"ОО", "УДО"},
}
"""Names under which plans address organisations of each kind."""

_WORDS_OF_KIND = {
    OrganisationKind.SCHOOL: re.compile(
        r"\b(?:школы|школам|школах)\b(?!\s+(?:молод|начинающ|наставник|№|[«\"\d]))"
        r"|\bобщеобразовательны[ехм]\w*\s+(?:организаци|учреждени)"
    ),
    OrganisationKind.KINDERGARTEN: re.compile(
        r"\bдетски[ехм]\w*\s+сад(?:ы|ов|ам|ах)\b|\bдошкольны[ехм]\w*\s+(?:\w+\s+)?организаци"
    ),
    OrganisationKind.EXTRA: re.compile(
        r"\b(?:организаци|учреждени)\w+\s+дополнительного\s+образования"
    ),
}
"""How plans address them in plain words, always many at once."""

_PARTS = re.compile(r"[;,\n]")

ROLES = re.compile(
    r"директор|заведующ|заместител|куратор|наставник|ответственн|руководител\w*\s+(?:оо|оу|школ)"
)
"""Posts that every organisation has of its own."""


def addressed(plan: PlanReading, school: str | None = None) -> list[Row]:
    """The rows of a municipal plan that schools are to carry out or take part in.

    Parameters
    ----------
    school : ID or name; rows for other organisations or kinds of them are then left out.
    """
    found = find_school(plan, school)
    kind = found.kind if found else OrganisationKind.SCHOOL
    names = Names(plan.roadmap.abbreviations)
    name = found.name if found else school
    return [row for row in plan.rows if _concerns(row, kind, names, name)]


def addressees(plan: PlanReading) -> dict[int, tuple[tuple[str, ...], bool]]:
    """The organisations that each row names, and whether it is addressed to them in general.

    Rows are known by their places in the plan; those that concern no organisation are left out.
    """
    names = Names(plan.roadmap.abbreviations)
    found: dict[int, tuple[tuple[str, ...], bool]] = {}
    for row in plan.rows:
        everybody = any(_concerns(row, kind, names, None) for kind in OF_KIND)
        cells = (row.event.responsible, row.event.participants, row.event.supposed_participants)
        words = fold("; ".join(filter(None, cells)))
        named = tuple(one.name for one in plan.roadmap.schools if stands_in(one.name, words))
        if named or everybody:
            found[row.position] = named, everybody
    return found


def indispensable(plan: PlanReading, row: Row) -> frozenset[str]:
    """The organisations without which a row cannot be carried out, by ID.

    Its plan's own, those responsible, and the only one it is for.
    """
    own = find_school(plan, plan.plan.school)
    found = {own.id if own else plan.plan.school} if plan.plan.school else set()
    event = row.event
    responsible = fold(event.responsible or "")
    parties = {fold(party) for party in _PARTS.split(responsible)}
    invited = "; ".join(filter(None, (event.participants, event.supposed_participants)))
    groups = [words for part in re.split(r"[;\n]", invited) if (words := fold(part))]
    for school in plan.roadmap.schools:
        leads = stands_in(school.name, responsible) or fold(school.id) in parties
        if leads or (groups and all(stands_in(school.name, words) for words in groups)):
            found.add(school.id)
    return frozenset(found)


def find_school(plan: PlanReading, school: str | None) -> School | None:
    """The organisation of this ID or name, if the tables have organisations."""
    if school is None:
        return None
    return next(
        (one for one in plan.roadmap.schools if fold(school) in {fold(one.id), fold(one.name)}),
        None,
    )


def _concerns(row: Row, kind: OrganisationKind, names: Names, school: str | None) -> bool:
    """Whether a row names the organisation, its kind, or roles that it has."""
    of_kind = OF_KIND.get(kind, {"ОО"})
    for party in row.responsible.parties:
        own = party.group in of_kind or not party.group
        if party.kind is PartyKind.ROLE and own and ROLES.search(party.name.lower()):
            return True
    event = row.event
    cells = (event.responsible, event.participants, event.supposed_participants)
    for cell in filter(None, cells):
        if of_kind & {body.name for body in names.bodies(cell)}:
            return True
        words = fold(cell)
        if kind in _WORDS_OF_KIND and _WORDS_OF_KIND[kind].search(words):
            return True
        if school and stands_in(school, words):
            return True
    return any(p.kind is PartyKind.BODY and p.name in of_kind for p in row.responsible.parties)
