"""Small tables of schools, people and their special days."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.schools import School
from matchmaker.roadmap.workdays.calendars import Calendars, calendars_of


def special(kind: DaysKind, starts: str, ends: str = "", **more: Any) -> SpecialDays:
    last = date.fromisoformat(ends) if ends else None
    return SpecialDays(kind=kind, starts=date.fromisoformat(starts), ends=last, **more)


def of_tables(*rows: Record) -> Calendars:
    schools = (School(id="s1", name="Школа № 1"), School(id="s2", name="Лицей"))
    people = (
        Person(id="p1", name="Иванова Анна", school="s1"),
        Person(id="p2", name="Петров Пётр", school="Лицей"),
    )
    return calendars_of(Roadmap.build([*schools, *people, *rows]))
