"""People of every scenario: nobody twice, nobody real, nobody under age, careers that add up."""

from __future__ import annotations

import re

import pytest

from matchmaker import scenarios
from matchmaker.domain import Leads, MenteeCategory, MentorKind, Municipality
from matchmaker.scenarios.full_names import MEN, SURNAMES, WOMEN, daughter, feminine

NAMES = scenarios.names()
FORBIDDEN = [
    "Белкин",
    "Дроздов",
    "Морозов",
    "Лысенко",
    "Сорокин",
    "Аникин",
    "Воронцов",
    "Коль",
    "Тюрин",
    "Панов",
    "Ланин",
    "Соловьев",
    "Соловьёв",
    "Андреев",
    "Симонов",
    "Вишневский",
    "Гринь",
]


@pytest.fixture(scope="module", params=NAMES)
def town(request: pytest.FixtureRequest) -> Municipality:
    return scenarios.generate(request.param).municipality


def test_no_two_namesakes(town: Municipality) -> None:
    assert len({person.name for person in town.people}) == len(town.people)


def test_names_are_invented_and_agree_in_gender(town: Municipality) -> None:
    shape = re.compile(r"[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(ич|на)")
    women = {feminine(surname) for surname in SURNAMES}
    for person in town.people:
        assert shape.fullmatch(person.name)
        surname, given, patronymic = person.name.split()
        if patronymic.endswith("на"):
            assert surname in women and given in WOMEN
        else:
            assert surname in SURNAMES and given in MEN


def test_the_lists_of_names() -> None:
    assert len(SURNAMES) == len(set(SURNAMES)) >= 150
    assert len(MEN) >= 55 and len(set(WOMEN)) == len(WOMEN) >= 55
    assert not set(SURNAMES) & set(FORBIDDEN)
    assert (feminine("Раевский"), feminine("Лесной"), feminine("Зимин"), feminine("Руденко")) == (
        "Раевская",
        "Лесная",
        "Зимина",
        "Руденко",
    )
    assert [daughter(MEN[name]) for name in ("Иван", "Юрий", "Илья", "Лука", "Никита")] == [
        "Ивановна",
        "Юрьевна",
        "Ильинична",
        "Лукинична",
        "Никитична",
    ]


def test_careers_add_up(town: Municipality) -> None:
    for person in town.people:
        here, teaching = person.experience_school, person.experience_teaching
        assert here is not None and teaching is not None and person.experience is not None
        assert here <= teaching <= person.experience
        assert (person.experience_post or 0) <= here
        age = person.age_on(town.reference_date)
        assert age is not None
        assert person.experience <= (age - 17) * 12


def test_nobody_is_under_age_and_no_pupil_is_named(town: Municipality) -> None:
    for person in town.people:
        age = person.age_on(town.reference_date)
        assert age is not None and 18 <= age <= 70
        assert "учащ" not in person.position and "ученик" not in person.position
    assert all(row.kind is not MentorKind.PUPIL for row in town.mentors)
    assert all(row.category is not MenteeCategory.PUPIL for row in town.mentees)
    assert all(row.programme != "pupil" for row in town.mentees)
    assert all("pupil" not in row.programmes for row in town.mentors)


def test_shifts_belong_to_the_school(town: Municipality) -> None:
    for person in town.people:
        assert person.shifts <= town.school[person.school].shifts


def test_every_organisation_has_one_head_and_a_curator(town: Municipality) -> None:
    heads: dict[str, int] = {}
    for person in town.people:
        if person.leads is Leads.HEAD:
            heads[person.school] = heads.get(person.school, 0) + 1
    for school in town.schools:
        if not school.kind.outside:
            assert heads[school.id] == 1
            assert school.curator is not None
            assert town.person[school.curator].school == school.id


def test_numbers_of_organisations_are_invented(town: Municipality) -> None:
    for school in town.schools:
        number = re.search(r"№ (\d+)", school.name)
        assert school.kind.outside or (number and int(number[1]) >= 201)


def test_pins_are_pairs_that_can_be() -> None:
    """Unless the scenario says otherwise: same organisation, willing, experienced, at work."""
    for name in NAMES:
        if name == "impossible":
            continue
        town = scenarios.generate(name).municipality
        rows = {row.person: row for row in town.mentors}
        for decision in town.decisions:
            if decision.kind.value != "pin":
                continue
            mentor, mentee = town.person[decision.mentor], town.person[decision.mentee]
            assert mentor.school == mentee.school
            assert mentor.levels & mentee.levels
            assert rows[mentor.id].willing.value == "yes"
            assert mentor.status.value == "working"
            assert (mentor.experience_teaching or 0) >= 60
