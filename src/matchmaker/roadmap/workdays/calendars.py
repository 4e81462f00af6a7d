"""Whose calendar is whose: everybody's, a school's, a body's, a person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, cast

from matchmaker.domain.days import SpecialDays, WorkWeek
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.schools import School
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.roadmap.workdays.production import Week

Owner = tuple[Literal["school", "person", "body"], str]
"""Who a row is about: a school or person by ID, or another body by name."""


@dataclass(frozen=True, slots=True)
class Calendars:
    """The calendars of a municipality, made of its tables; get them with :func:`calendars_of`.

    A week of five days is the setting of whoever states none. A person has the week and the
    special days of their school, and before those their own.
    """

    weeks: dict[Owner, Week]
    special: dict[Owner | None, tuple[SpecialDays, ...]]
    names: dict[str, frozenset[Owner]]
    schools: dict[Owner, Owner]
    """The school of each person."""

    _made: dict[Owner | None, WorkingCalendar] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def of(self, who: str | None = None) -> WorkingCalendar:
        """The calendar of a school or a person (ID or name), of another body, of everybody.

        Raises
        ------
        InputError
            if several schools or people are so called.
        """
        owner = None if who is None else _owner(who, self.names, Place())
        if owner not in self._made:
            self._made[owner] = self._make(owner)
        return self._made[owner]

    def _make(self, owner: Owner | None) -> WorkingCalendar:
        school = self.schools.get(owner) if owner else None
        particular = [one for one in (school, owner) if one is not None]
        week: Week = 5
        for one in particular:
            week = self.weeks.get(one, week)
        layers = (self.special.get(one, ()) for one in (None, *particular))
        return WorkingCalendar(week, tuple(layer for layer in layers if layer))


def calendars_of(roadmap: Roadmap) -> Calendars:
    """The calendars that the tables of a roadmap describe.

    Raises
    ------
    InputError
        with every row that names several at once, or a second week of the same.
    """
    names = _names(roadmap)
    issues: list[Issue] = []
    weeks = _weeks(roadmap.weeks, names, issues)
    special: dict[Owner | None, list[SpecialDays]] = defaultdict(list)
    for row in roadmap.days:
        if row.who is None:
            special[None].append(row)
        elif (owner := _found(row.who, names, row, issues)) is not None:
            special[owner].append(row)
    if issues:
        raise InputError(issues)
    schools = {
        _person(person): _owner(person.school, names, person.at("school"))
        for person in roadmap.people
    }
    return Calendars(weeks, {owner: tuple(rows) for owner, rows in special.items()}, names, schools)


def _weeks(
    rows: Iterable[WorkWeek], names: dict[str, frozenset[Owner]], issues: list[Issue]
) -> dict[Owner, Week]:
    weeks: dict[Owner, Week] = {}
    first: dict[Owner, WorkWeek] = {}
    for row in rows:
        owner = _found(row.who, names, row, issues)
        if owner is None:
            continue
        before = first.setdefault(owner, row)
        if before.days != row.days:
            mend = say.FIRST_AT(row=before.source.row)
            issues.append(Issue(row.at("who"), say.WEEK_TWICE(), mend, row.who))
        weeks[owner] = cast("Week", row.days)
    return weeks


def _names(roadmap: Roadmap) -> dict[str, frozenset[Owner]]:
    """By what IDs and names schools and people are known; an ID goes before a name."""
    ids: dict[str, set[Owner]] = defaultdict(set)
    names: dict[str, set[Owner]] = defaultdict(set)
    for school in roadmap.schools:
        owner = _school(school)
        ids[fold(school.id)].add(owner)
        names[fold(school.name)].add(owner)
    for person in roadmap.people:
        if person.id:
            ids[fold(person.id)].add(_person(person))
        names[fold(person.name)].add(_person(person))
    return {key: frozenset(owners) for key, owners in {**names, **ids}.items()}


def _school(school: School) -> Owner:
    return "school", school.id


def _person(person: Person) -> Owner:
    # Namesakes without an ID are told apart by their schools, and are unclear by name.
    return "person", person.id or f"{fold(person.name)}, {fold(person.school)}"


def _found(
    who: str, names: dict[str, frozenset[Owner]], row: Record, issues: list[Issue]
) -> Owner | None:
    """Who a row is about; noted as an issue if that is not clear."""
    try:
        return _owner(who, names, row.at("who"))
    except InputError as error:
        issues.extend(error.issues)
        return None


def _owner(who: str, names: dict[str, frozenset[Owner]], place: Place) -> Owner:
    known = names.get(fold(who), frozenset())
    if len(known) > 1:
        raise InputError([Issue(place, say.WHO_UNCLEAR(), say.WHO_MEND(), who)])
    return next(iter(known), ("body", fold(who)))
