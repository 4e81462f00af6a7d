"""Tightness, correlation and requests are what the family says."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.bench.shaping import Shape, shaped
from matchmaker.io.policy_file import default_policy
from matchmaker.pairs import Roster
from matchmaker.units import MenteeUnit, MentorUnit

POLICY = default_policy()


def made(shape: Shape, mentees: int = 40, mentors: int = 30, seed: int = 1) -> Roster:
    return shaped(country(mentees, mentors, POLICY, seed), shape, seed)


def mentors_of(roster: Roster) -> list[MentorUnit]:
    return [unit for unit in roster.mentor.units if isinstance(unit, MentorUnit)]


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 3), st.integers(1, 40), st.integers(1, 30))
def test_places_are_spread_evenly(tightness: float, mentees: int, mentors: int) -> None:
    roster = made(Shape(tightness=tightness), mentees, mentors)
    places = [unit.mentor.places or 0 for unit in mentors_of(roster)]
    assert sum(places) == round(tightness * mentees)
    assert max(places) - min(places) <= 1


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 11))
def test_everybody_has_so_many_requests(deficits: int) -> None:
    for unit in made(Shape(deficits=deficits)).mentee.units:
        assert isinstance(unit, MenteeUnit)
        assert sum(level > 0 for level in unit.deficits) == deficits
        assert (unit.mentee.main_request is None) == (deficits == 0)


def test_the_more_correlated_the_more_alike_are_the_wishes() -> None:
    def alike(correlation: float) -> float:
        """How far two requests rank the mentors the same way."""
        roster = made(Shape(correlation=correlation), mentors=300)
        levels = roster.mentor.vector("competencies")
        agreed = np.asarray(np.corrcoef(levels.T))
        return float(agreed[np.triu_indices(levels.shape[1], 1)].mean())

    none, half, full = alike(0.0), alike(0.5), alike(1.0)
    assert abs(none) < 0.1 < half < 0.6
    assert full > 0.999


def test_one_property_leaves_the_others_as_they_are() -> None:
    plain, alike = made(Shape(tightness=1.0)), made(Shape(tightness=1.0, correlation=0.5))
    places = [[unit.mentor.places for unit in mentors_of(one)] for one in (plain, alike)]
    assert places[0] == places[1]
    assert mentors_of(made(Shape())) == mentors_of(country(40, 30, POLICY, 1))


def test_levels_stand_in_the_table_as_in_the_vector() -> None:
    for unit in mentors_of(made(Shape(correlation=0.7))):
        assert unit.mentor.subject == unit.competencies[0]
        assert unit.mentor.assessment == unit.competencies[-1]
