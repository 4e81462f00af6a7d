"""Whom the names of a timetable mean."""

from __future__ import annotations

import pytest

from matchmaker.domain import Person
from matchmaker.timetable.leaders import Named

PEOPLE = [
    Person(id="1", name="Семёнов Пётр Ильич", school="s"),
    Person(id="2", name="Белкина Людмила Николаевна", school="s"),
    Person(id="3", name="Белкина Лариса Ниловна", school="s"),
    Person(id="4", name="Vera Romashkina", school="s"),
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("1", {"1"}),
        ("Семёнов Пётр Ильич", {"1"}),
        ("семенов петр ильич", {"1"}),
        ("Семенов П.И.", {"1"}),
        ("П.И. Семёнов", {"1"}),
        ("Белкина Лариса Ниловна", {"3"}),
        ("Белкина Л.Н.", set()),
        ("Vera Romashkina", {"4"}),
        ("Семёнов П.А.", set()),
        ("МЦН", set()),
    ],
)
def test_an_id_a_full_name_or_a_short_one_of_one_person(name: str, ids: set[str]) -> None:
    assert Named(PEOPLE).meant(name) == ids
