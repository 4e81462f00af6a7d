"""A person may be wanted twice on one day: in a group, on a list, or named less exactly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.records import fold
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.audit.overlaps import overlap
from matchmaker.roadmap.parties.persons import persons
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

TITLE = T("Возможно, одно лицо в двух местах", "Perhaps one person in two places")
IN_GROUP = T("{person} входит в группу «{group}»", "{person} belongs to “{group}”")
ON_LIST = T("{person} — участник из списка «{list}»", "{person} is on the list “{list}”")
ALIKE = T("{person} и {other} — возможно, один человек", "{person} and {other} may be one person")
WORDS = T("{who}: «{one}» и «{other}» — {days}", "{who}: “{one}” and “{other}” — {days}")
MEND = T(
    "Проверьте, нужен ли человек в обоих местах; если да, перенесите одно из мероприятий",
    "See whether the person is wanted at both; if so, move one of the events",
)


@audit_rule("possible-clash", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Two occupying events of one day: one for a person, one for a group, list or like name."""
    members = _members(plan)
    occupying = [row for row in plan.rows if row.occupies and row.days]
    for one, other in combinations(occupying, 2):
        if one.people & other.people:
            continue  # a clash for certain
        who = [
            *_in_groups(one, other, members),
            *_in_groups(other, one, members),
            *_on_lists(one, other),
            *_on_lists(other, one),
            *_alike(one, other),
        ]
        shared = overlap(one, other) if who else None
        if shared is not None:
            words = WORDS(
                who="; ".join(who), one=one.event.title, other=other.event.title, days=shared.words
            )
            yield Found((one, other), words, MEND())


def _members(plan: PlanReading) -> dict[str, frozenset[str]]:
    """Group → its members, as rows name people."""
    return {
        fold(group.name): frozenset(
            next((named.name for named in persons(member)), member) for member in group.members
        )
        for group in plan.roadmap.abbreviations
        if group.members
    }


def _in_groups(one: Row, other: Row, members: dict[str, frozenset[str]]) -> Iterator[str]:
    """People of one row who are members of a group of the other."""
    for party in other.responsible.parties:
        if party.kind is not PartyKind.PERSON:
            for person in sorted(one.people & members.get(fold(party.name), frozenset())):
                yield IN_GROUP(person=person, group=party.name)


def _on_lists(one: Row, other: Row) -> Iterator[str]:
    """People responsible for one row who are to take part in the other."""
    for listed in other.participants.lists:
        for person in sorted(one.people & {member.name for member in listed.members}):
            yield ON_LIST(person=person, list=listed.name)


def _alike(one: Row, other: Row) -> Iterator[str]:
    """People of one surname of whom one has fewer initials: «Иванова А.», «Иванова А.Б.»."""
    for person in sorted(one.people):
        for like in sorted(other.people):
            if person != like and (person.startswith(like) or like.startswith(person)):
                yield ALIKE(person=person, other=like)
