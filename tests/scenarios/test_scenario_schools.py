"""Schools of every scenario have a profile that fits their results."""

from __future__ import annotations

from collections import Counter

import pytest

from matchmaker import scenarios
from matchmaker.domain import Municipality, OrganisationKind, School, SchoolProfile, Willing
from matchmaker.scenarios.profiles import SUBJECTS
from matchmaker.scenarios.schools import TOPICS

SCHOOL = OrganisationKind.SCHOOL
EXAMINED = {subject for subject, _ in SUBJECTS}


@pytest.fixture(scope="module", params=scenarios.names())
def town(request: pytest.FixtureRequest) -> Municipality:
    return scenarios.generate(request.param).municipality


def pairs(town: Municipality) -> list[tuple[School, SchoolProfile]]:
    return [(town.school[profile.school], profile) for profile in town.profiles]


def test_every_school_has_one_and_nobody_else(town: Municipality) -> None:
    schools = {school.id for school in town.schools if school.kind is SCHOOL}
    assert {profile.school for profile in town.profiles} == schools


def test_those_who_need_help_say_in_what(town: Municipality) -> None:
    for school, profile in pairs(town):
        needs = school.priority and not school.strong
        assert bool(profile.risk_profile) == needs
        assert len(profile.weak_subjects) in ((2, 3) if needs else (0,))
        assert profile.risk_profile <= set(TOPICS) and profile.weak_subjects <= EXAMINED


def test_strong_schools_say_what_they_can_show(town: Municipality) -> None:
    for school, profile in pairs(town):
        assert profile.strengths <= set(TOPICS) and profile.strong_subjects <= EXAMINED
        assert (profile.helped_at_most in (1, 2)) == school.strong
        assert bool(profile.technologies) == school.strong
        if school.strong:
            assert profile.strengths and profile.strong_subjects and profile.partners_at_most
            assert (profile.practices or 0) >= 2


def test_the_context_of_every_school_is_known(town: Municipality) -> None:
    for school, profile in pairs(town):
        assert profile.pupils is not None
        assert (60 <= profile.pupils <= 250) if school.rural else (300 <= profile.pupils <= 1200)
        assert profile.social_index is not None
        assert (profile.social_index < 45) or not school.hard_context
        assert profile.special_needs is not None and profile.non_native is not None
        assert not profile.remote or school.rural


def test_most_directors_agree(town: Municipality) -> None:
    consents = Counter(profile.consent for profile in town.profiles)
    assert consents[Willing.YES] >= 0.7 * len(town.profiles)
    assert consents[Willing.NO] <= 0.1 * len(town.profiles)


def test_branches_share_a_legal_entity(town: Municipality) -> None:
    sharing = [n for n in Counter(p.legal_entity for p in town.profiles).values() if n > 1]
    assert sum(sharing) - len(sharing) <= 2
    assert sharing or len(town.profiles) < 12


def test_some_village_schools_work_remotely() -> None:
    made = scenarios.generate("rural").municipality
    assert 3 <= sum(profile.remote is True for profile in made.profiles) <= 12


@pytest.mark.parametrize("schools", [1, 2, 30, 200])
def test_a_city_of_any_size_has_profiles_results_and_coordinates(schools: int) -> None:
    made = scenarios.generate("city", schools=schools, mentees=500, mentors=400).municipality
    assert len(made.profiles) == schools
    assert all(school.latitude and school.longitude for school in made.schools)
    if schools >= 30:
        assert any(school.strong for school in made.schools)
        assert any(school.priority and not school.strong for school in made.schools)
