"""Quotas that count something special: pins, coverage, limits, groups."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from matchmaker.constraints.quota import Quota
from matchmaker.domain import Person, Willing
from matchmaker.pairs import Roster
from matchmaker.rules.at_least import AtLeast
from matchmaker.rules.balance import Balance
from matchmaker.rules.coverage import Coverage
from matchmaker.rules.demand import Demand
from matchmaker.rules.group_size import GroupSize
from matchmaker.rules.outside_limit import OutsideLimit
from matchmaker.rules.pinned import Pinned
from matchmaker.rules.served import Served
from tests.rules.town import mentee, mentor, person, roster, team


def loads(quota: Quota, there: Roster, pairs: list[tuple[int, int]]) -> list[int]:
    """What these pairs add up to."""
    chosen = there.take([i for i, _ in pairs], [j for _, j in pairs])
    found: list[int] = quota.loads(chosen).tolist()
    return found


def test_a_pin_holds_in_any_programme_and_in_a_team() -> None:
    k, m = mentor("k"), mentor("m")
    there = roster(
        [mentee("a"), mentee("a", programme="request"), mentee("b")],
        [k, m, team("t", k, m)],
        {"pin": {(0, 0): 3, (1, 0): 3, (0, 2): 3, (1, 2): 3, (2, 1): 7}},
    )
    (quota,) = Pinned().quotas(there.all())
    assert quota.labels == ("Человек k – Человек a", "Человек m – Человек b")
    assert loads(quota, there, [(1, 2)]) == [1, 0]
    assert quota.kept(np.array([1, 0])).tolist() == [True, False]
    assert list(quota.check(there.take([0, 2], [0, 1]))) == []


def test_a_pin_written_over_leaves_no_empty_group() -> None:
    there = roster([mentee("a")], [mentor("k")], {"pin": {(0, 0): 2}})
    (quota,) = Pinned().quotas(there.all())
    assert len(quota.labels) == 1
    assert loads(quota, there, [(0, 0)]) == [1]


def test_without_pins_there_is_no_quota() -> None:
    assert not list(Pinned().quotas(roster([mentee("a")], [mentor("k")]).all()))


def ten_teachers() -> list[tuple[Person, int | None]]:
    """Ten teachers of 30 with IDs p0 … p9."""
    return [(person(f"p{n}", age=30), 30) for n in range(10)]


def test_coverage_counts_teachers_not_mentees() -> None:
    people = ten_teachers()
    people += [
        (person("old"), 35),
        (person("unknown"), None),
        (person("head", position="директор"), 30),
        (person("student", position="студент"), 20),
        (person("college", "u"), 30),
        (person("helped", other_support=True), 25),
    ]
    there = roster(
        [
            mentee("p0"),
            mentee("p0", programme="request"),
            mentee("p1"),
            mentee("old"),
            mentee("helped"),
            mentee("college", "u"),
            mentee("p2", programme=""),
        ],
        [mentor("p9"), mentor("p8", willing=Willing.NO)],
        people=tuple(people),
    )
    # 11 teachers under 35, 70 % is 8 of them; supported are «helped» and the mentor p9.
    (quota,) = Coverage().quotas(there.all())
    assert quota.lower is not None
    assert quota.lower.tolist() == [6]
    assert quota.words(0) == (
        "не меньше 70 % педагогов моложе 35 лет: всего 11, уже охвачены 2, нужно ещё 6"
    )
    assert quota.mentees is not None
    assert quota.mentees.tolist() == [0, -1, 0, -1, -1, -1, -1]


def test_coverage_may_include_the_bound() -> None:
    there = roster([mentee("a")], [mentor("k")], people=((person("a"), 35), (person("b"), 35)))
    assert not list(Coverage().quotas(there.all()))
    (quota,) = Coverage(inclusive=True, percent=50).quotas(there.all())
    assert quota.lower is not None
    assert quota.lower.tolist() == [1]
    assert "не старше 35 лет" in quota.words(0)


def test_coverage_reached_already_asks_for_nothing() -> None:
    people = ((person("a", other_support=True), 20), (person("b"), 20))
    there = roster([mentee("b")], [mentor("k")], people=people)
    assert not list(Coverage(percent=50).quotas(there.all()))


def test_two_mentors_of_one_person_are_not_two_persons() -> None:
    people = tuple((person(key), 25) for key in "ab")
    there = roster([mentee("a", mentors=2), mentee("b")], [mentor("k"), mentor("m")], people=people)
    (quota,) = Coverage(percent=100).quotas(there.all())
    assert not quota.kept(quota.loads(there.take([0, 0], [0, 1])))[0]
    assert quota.kept(quota.loads(there.take([0, 0, 1], [0, 1, 0])))[0]


def test_outside_mentees_are_those_of_other_organisations() -> None:
    there = roster(
        [mentee("a", "s1"), mentee("b", "s2"), mentee("c", "s3")],
        [
            mentor("k", "s1"),
            mentor("l", "s2"),
            mentor("u", "u"),
            team("t", mentor("k", "s1"), mentor("l", "s2")),
        ],
    )
    (quota,) = OutsideLimit(at_most=3).quotas(there.all())
    assert quota.labels == ("Школа № 201", "Школа № 202")
    assert quota.upper is not None
    assert quota.upper.tolist() == [3, 1]
    assert loads(quota, there, [(0, 0), (1, 0), (2, 3), (0, 3), (1, 1), (2, 1), (0, 2)]) == [2, 1]


def test_without_at_most_only_organisations_that_say_so_are_limited() -> None:
    there = roster([mentee("a")], [mentor("k", "s1"), mentor("l", "s2")])
    (quota,) = OutsideLimit().quotas(there.all())
    assert quota.labels == ("Школа № 202",)
    assert not list(OutsideLimit().quotas(roster([mentee("a")], [mentor("k")]).all()))


def test_a_second_mentor_adds_no_coverage() -> None:
    there = roster([mentee("a", mentors=2), mentee("b")], [mentor("k"), mentor("m")])
    (quota,) = Served().quotas(there.all())
    assert quota.labels == ("Человек a",)
    assert loads(quota, there, [(0, 0), (0, 1), (1, 0)]) == [2]
    assert quota.upper is not None
    assert quota.upper.tolist() == [1]
    (demand,) = Demand().quotas(there.all())
    assert demand.upper is not None
    assert demand.upper.tolist() == [2, 1]
    assert demand.words(1) == "Человек b: не больше 1 наставника"


def test_the_price_of_load_grows() -> None:
    k = mentor("k", places=4)
    there = roster([mentee(key) for key in "abcd"], [k, mentor("m", places=0)])
    quotas = list(Balance().quotas(there.all()))
    price = []
    for size in range(5):
        over = 0
        for quota in quotas:
            assert quota.upper is not None
            load = quota.loads(there.take(np.arange(size), np.zeros(size, np.int64)))
            over += int(np.maximum(0, load - quota.upper).sum())
        price.append(over)
    assert price == [0, 0, 1, 3, 6]


def test_a_group_is_of_its_size_or_empty() -> None:
    there = roster(
        [mentee(key, programme="group") for key in "abc"] + [mentee("d")],
        [mentor("k"), mentor("m")],
    )
    (quota,) = GroupSize(programme="group", smallest=2, largest=2).quotas(there.all())
    for chosen, good in [([], True), ([0], False), ([0, 1], True), ([0, 1, 2], False), ([3], True)]:
        broken = list(quota.check(there.take(chosen, np.zeros(len(chosen), np.int64))))
        assert (not broken) is good
    assert not list(GroupSize(programme="other").quotas(there.all()))
    with pytest.raises(ValidationError):
        GroupSize(programme="group", smallest=4, largest=3)


def test_at_least_never_asks_for_more_than_there_is() -> None:
    there = roster(
        [mentee("a", "s1"), mentee("b", "s1"), mentee("c", "s2"), mentee("n", "s3", programme="")],
        [mentor("k"), mentor("m", willing=Willing.UNKNOWN), mentor("r", "s4")],
    )
    (quota,) = AtLeast(n=2).quotas(there.all())
    assert quota.labels == ("Школа № 201", "Школа № 202")
    assert quota.lower is not None
    assert quota.lower.tolist() == [2, 1]
    (quota,) = AtLeast(n=9, per="mentor").quotas(there.all())
    assert quota.labels == ("Человек k", "Человек r")
    assert quota.lower is not None
    assert quota.lower.tolist() == [3, 3]
    assert loads(quota, there, [(0, 0), (1, 1), (2, 2)]) == [1, 1]
    (quota,) = AtLeast(per="mentor_school").quotas(there.all())
    assert loads(quota, there, [(0, 0), (1, 1), (2, 2)]) == [2, 1]
    (quota,) = AtLeast(n=5, per="programme").quotas(there.all())
    assert quota.labels == ("young",)
    assert quota.lower is not None
    assert quota.lower.tolist() == [3]
