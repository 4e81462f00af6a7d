"""Places and hours are counted month by month, and per person."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Roster
from matchmaker.rules._periods import periods
from matchmaker.rules.hours import Hours
from matchmaker.rules.pay_budget import PayBudget
from matchmaker.rules.places import Places
from matchmaker.units import MenteeUnit, MentorUnit
from tests.rules.town import SEPTEMBER, mentee, mentor, roster, team, town


def kept(quotas: list[Quota], there: Roster, pairs: list[tuple[int, int]]) -> bool:
    """Whether these pairs keep all the quotas."""
    chosen = there.take([i for i, _ in pairs], [j for _, j in pairs])
    return not any(list(quota.check(chosen)) for quota in quotas)


def test_a_place_freed_in_winter_is_taken_again() -> None:
    there = roster(
        [
            mentee("a", months=3),
            mentee("b", first=SEPTEMBER + 3, months=6),
            mentee("c", first=SEPTEMBER + 2, months=2),
        ],
        [mentor("k", places=1)],
    )
    quotas = list(Places().quotas(there.all()))
    assert [quota.name for quota in quotas] == ["places 2026-11", "places 2026-12"]
    assert kept(quotas, there, [(0, 0), (1, 0)])
    assert not kept(quotas, there, [(0, 0), (2, 0)])
    assert not kept(quotas, there, [(1, 0), (2, 0)])
    assert "2026-11" in quotas[0].words(0)


def test_one_term_makes_one_quota_that_concerns_everyone() -> None:
    there = roster([mentee("a", months=9), mentee("b", months=3)], [mentor("k", places=1)])
    (quota,) = Places().quotas(there.all())
    assert quota.name == "places"
    assert quota.mentees is None
    assert quota.words(0) == "Человек k: не больше 1 наставляемого одновременно"


terms = st.lists(st.tuples(st.integers(0, 14), st.integers(1, 9)), min_size=1, max_size=8)


@given(terms, st.integers(0, 3), st.data())
def test_periods_say_the_same_as_counting_every_month(
    spans: list[tuple[int, int]], places: int, data: st.DataObject
) -> None:
    there = roster(
        [
            mentee(f"m{n}", first=SEPTEMBER + first, months=months)
            for n, (first, months) in enumerate(spans)
        ],
        [mentor("k", places=places)],
    )
    quotas = list(Places().quotas(there.all()))
    picked = [n for n in range(len(spans)) if data.draw(st.booleans())]
    most = max(sum(spans[n][0] <= month < sum(spans[n]) for n in picked) for month in range(30))
    assert kept(quotas, there, [(n, 0) for n in picked]) == (most <= places)
    sets = [
        set(range(len(spans))) if q.mentees is None else set(np.flatnonzero(q.mentees == 0))
        for q in quotas
    ]
    assert not any(a <= b for a in sets for b in sets if a is not b)


def test_those_without_a_programme_make_no_period() -> None:
    found = periods(town().all())
    assert [period.label for period in found] == ["2026-09", "2027-02"]
    nowhere = next(
        i
        for i, unit in enumerate(town().mentee.units)
        if isinstance(unit, MenteeUnit) and not unit.programme
    )
    for period in found:
        assert period.mentees is not None
        assert period.mentees[nowhere] == -1


def test_places_of_a_person_are_shared_by_pairs_and_teams() -> None:
    k, m, n = mentor("k", places=2), mentor("m", places=3), mentor("n", places=0)
    there = roster([mentee(key) for key in "abc"], [k, m, team("t", k, m), n])
    quotas = list(Places().quotas(there.all()))
    assert kept(quotas, there, [(0, 0), (1, 2)])
    assert not kept(quotas, there, [(0, 0), (1, 2), (2, 2)])
    assert kept(quotas, there, [(0, 1), (1, 2), (2, 2)])
    assert not kept(quotas, there, [(0, 3)])


@pytest.mark.parametrize(
    ("facts", "options", "left"),
    [
        ({}, {}, 2),
        ({}, {"default_places": 3}, 3),
        ({"places": 9}, {}, 5),
        ({"places": 9}, {"most": 20}, 9),
        ({"places": 3, "reserved": 1}, {"reserve": 1}, 1),
        ({"places": 1, "reserved": 2}, {}, 0),
    ],
)
def test_how_many_places_there_are(
    facts: dict[str, Any], options: dict[str, int], left: int
) -> None:
    there = roster([mentee("a")], [mentor("k", **facts)])
    (quota,) = Places(**options).quotas(there.all())
    assert quota.upper is not None
    assert quota.upper.tolist() == [left]


def units(hours: float | None, *minutes: int) -> Roster:
    """A mentor with so many hours, and mentees who cost so many minutes."""
    return roster(
        [mentee(f"m{n}", unit={"hours": cost}) for n, cost in enumerate(minutes)],
        [mentor("k", hours_per_week=hours), mentor("l")],
    )


def test_hours_of_equal_mentees_are_a_plain_count() -> None:
    there = units(2.5, 60, 60, 60)
    (quota,) = Hours().quotas(there.all())
    assert quota.mentee_weight is None
    assert quota.labels == ("Человек k",)
    assert kept([quota], there, [(0, 0), (1, 0), (2, 1)])
    assert not kept([quota], there, [(0, 0), (1, 0), (2, 0)])
    assert kept([quota], there, [(0, 1), (1, 1), (2, 1)])


def test_hours_of_different_mentees_are_minutes() -> None:
    there = units(2.3, 90, 48, 49)
    (quota,) = Hours().quotas(there.all())
    assert quota.upper is not None
    assert quota.upper.tolist() == [138]
    assert kept([quota], there, [(0, 0), (1, 0)])
    assert not kept([quota], there, [(0, 0), (2, 0)])


def test_without_stated_hours_there_is_no_bound() -> None:
    assert not list(Hours().quotas(units(None, 60).all()))


def test_pay_counts_each_month_at_the_organisation_of_the_mentor() -> None:
    there = roster(
        [mentee("a", months=3), mentee("b", months=3), mentee("c", first=SEPTEMBER + 3)],
        [
            mentor("k", "s3", pay=3000),
            mentor("l", "s3", pay=2001),
            mentor("m", "s1", pay=9999),
            mentor("n", "s3"),
        ],
    )
    quotas = list(PayBudget().quotas(there.all()))
    assert {label for quota in quotas for label in quota.labels} == {"Школа № 203"}
    assert not kept(quotas, there, [(0, 0), (1, 1)])
    assert kept(quotas, there, [(0, 0), (2, 1)])
    assert kept(quotas, there, [(0, 0), (1, 2)])
    assert kept(quotas, there, [(0, 0), (1, 3)])


def test_the_mentors_of_the_town_are_people() -> None:
    there = town()
    (quota, *_) = Places().quotas(there.all())
    singles = [
        unit for unit in there.mentor.units if isinstance(unit, MentorUnit) and not unit.members
    ]
    assert len(quota.labels) == len(singles)
