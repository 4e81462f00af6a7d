"""The catalogue: names, sizes, refusals, the same answer every time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker import scenarios
from matchmaker.domain import Municipality
from matchmaker.errors import InputError
from matchmaker.io import read
from matchmaker.scenarios.base import catalogue

NAMES = scenarios.names()
SMALL = {"kemerovo": 130, "shortage": 130, "city": 60}


def test_all_scenarios_are_there() -> None:
    assert NAMES == [
        "city",
        "crossed",
        "impossible",
        "kemerovo",
        "kogalym",
        "leninsk-city",
        "leninsk-kuznetsky",
        "rural",
        "shortage",
        "surgut",
    ]
    assert scenarios.names() == NAMES  # also after the modules were imported


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_has_the_size_of_the_catalogue(name: str) -> None:
    entry = catalogue()[name]
    made = scenarios.generate(name)
    town = made.municipality
    assert made.name == name
    assert entry.summary.endswith((".", "?"))
    assert len(town.mentees) == entry.size.mentees
    assert len(town.mentors) == entry.size.mentors
    assert sum(not school.kind.outside for school in town.schools) == entry.size.schools
    assert len(town.people) <= 2500
    assert len(town.distances) <= 15_000
    assert set(made.policy_changes) <= {"first", "rules", "drop"}


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_folder_holds_the_scenario(name: str) -> None:
    shipped = read(Path(__file__).parents[2] / "scenarios" / name)
    assert shipped.fingerprint == scenarios.generate(name).municipality.fingerprint


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_says_that_it_is_invented(name: str) -> None:
    town = scenarios.generate(name, mentees=SMALL.get(name)).municipality
    assert town.about.fictional is True
    assert town.about.name.endswith("(модель, вымышленные данные)")
    assert str(town.reference_date) == "2026-09-01"
    assert not town.votes


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_town(name: str) -> None:
    def town(seed: int) -> Municipality:
        return scenarios.generate(name, seed=seed, mentees=SMALL.get(name)).municipality

    assert town(3).fingerprint == town(3).fingerprint
    assert town(3).fingerprint != town(4).fingerprint


def test_the_order_of_hashes_does_not_matter() -> None:
    code = (
        "from matchmaker import scenarios;"
        "print([scenarios.generate(n, mentees=60).municipality.fingerprint"
        " for n in ('kemerovo', 'surgut', 'impossible', 'leninsk-kuznetsky', 'shortage')])"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(prints) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(4))
def test_every_scenario_builds_with_many_seeds(name: str, seed: int) -> None:
    town = scenarios.generate(name, seed=seed, mentees=SMALL.get(name)).municipality
    assert bool(town.warnings) == (name == "impossible")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", ["mentees", "mentors", "schools"])
def test_the_smallest_sizes_build(name: str, what: str) -> None:
    entry = catalogue()[name]
    sizes = {key: getattr(entry.least, key) for key in ("mentees", "mentors", "schools")}
    smallest = scenarios.generate(name, **sizes).municipality
    assert len(smallest.mentees) == sizes["mentees"]
    one = scenarios.generate(name, **{what: sizes[what]}).municipality
    assert one.mentees and one.mentors and one.schools


@pytest.mark.parametrize(
    ("mentees", "mentors", "schools"),
    [(5, 1, 1), (1, 5, 30), (7, 300, 2), (300, 3, 3), (40, 20, 400)],
)
def test_a_city_takes_any_size(mentees: int, mentors: int, schools: int) -> None:
    town = scenarios.generate(
        "city", mentees=mentees, mentors=mentors, schools=schools
    ).municipality
    assert (len(town.mentees), len(town.mentors), len(town.schools)) == (mentees, mentors, schools)


@pytest.mark.parametrize("name", ["kemerovo", "surgut", "kogalym", "shortage"])
def test_lopsided_sizes_build_too(name: str) -> None:
    assert scenarios.generate(name, mentees=300, mentors=40, schools=5).municipality.mentees
    assert scenarios.generate(name, mentees=20, mentors=300, schools=60).municipality.mentees


def test_other_counts_scale_in_proportion() -> None:
    town = scenarios.generate("rural", mentees=140).municipality
    assert (len(town.mentees), len(town.mentors), len(town.schools)) == (140, 120, 50)


def test_an_unknown_name_is_refused_with_the_list_of_names() -> None:
    with pytest.raises(InputError) as refused:
        scenarios.generate("moscow")
    assert all(name in str(refused.value) for name in NAMES)


@pytest.mark.parametrize("bad", [{"mentees": 0}, {"mentors": -1}, {"schools": 0}, {"seed": -1}])
def test_impossible_arguments_are_refused(bad: dict[str, int]) -> None:
    with pytest.raises(InputError):
        scenarios.generate("city", **bad)


def test_a_scenario_with_conflicts_needs_room_for_them() -> None:
    with pytest.raises(InputError):
        scenarios.generate("impossible", mentees=5)
