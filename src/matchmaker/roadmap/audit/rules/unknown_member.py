"""Members of lists whom the municipality's tables do not have, though they have others."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import fold
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, nearest
from matchmaker.roadmap.participants import lists_of
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Неизвестные участники списков", "Unknown members of lists")
WORDS = T(
    "лист «{sheet}»: «{member}» из списка «{name}» нет среди педагогов, а другие из него есть",
    "sheet “{sheet}”: “{member}” of the list “{name}” is not among the people; others of it are",
)
MEND = T(
    "Проверьте имя; если это человек не из таблиц, оставьте как есть",
    "Check the name; leave it if the person is not in the tables",
)
PERHAPS = T("Возможно, это {name}", "Perhaps it is {name}")


@audit_rule("unknown-member", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Each member that names nobody, of a list of which somebody else is known."""
    people = [person.name for person in plan.roadmap.people]
    for listed in lists_of(plan.roadmap):
        unknown = {one.key for one in listed.members - {m for m in listed.members if m.known}}
        if len(unknown) == len(listed.members):
            continue
        for row in plan.roadmap.lists:
            if fold(row.name) != fold(listed.name) or one_form(row.member or "") not in unknown:
                continue
            words = WORDS(sheet=ListMember.sheet(), member=row.member, name=listed.name)
            name = nearest(row.member or "", people)
            mend = PERHAPS(name=name) if name else MEND()
            yield Found((), words, mend, at=row.at("member"))
