"""How large the loads of a quota's groups may become, told without listing pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Bools, Ints


def side_groups(quota: Quota) -> list[Ints]:
    """The group of each unit of the side that a quota of one side is about; −1 if none.

    One array per member of a team.
    """
    if quota.mentors is None:
        assert quota.mentees is not None
        return [quota.mentees]
    columns = quota.mentors[:, None] if quota.mentors.ndim == 1 else quota.mentors
    return [columns[:, k] for k in range(columns.shape[1])]


def total_load(quota: Quota, mentees: int, mentors: int) -> Ints:
    """What each group weighs if all pairs of so many are chosen. Shape: (groups,)."""
    found = np.zeros(len(quota.labels), dtype=np.int64)
    if quota.pairs is not None:
        np.add.at(found, quota.pairs.values, 1)
        return found
    if quota.either is not None:
        return found + mentees
    of_mentee, of_mentor = _weights(quota, mentees, mentors)
    return _crossed(quota, _by_mentee(np.add, quota, of_mentee), _by_mentor(quota, of_mentor))


def largest_load(quota: Quota, mentees: Ints, mentors: Ints) -> Ints:
    """The most each group may weigh, as far as what limits each unit alone tells it.

    Parameters
    ----------
    mentees, mentors : how many pairs each may have at most. Shapes: (N,), (M,).
    """
    found = total_load(quota, len(mentees), len(mentors))
    if quota.pairs is not None or quota.either is not None:
        return found
    of_mentee, of_mentor = _weights(quota, len(mentees), len(mentors))
    if quota.mentors is not None:
        heaviest = _by_mentee(np.maximum, quota, of_mentee)
        found = np.minimum(found, _crossed(quota, heaviest, _by_mentor(quota, of_mentor * mentors)))
    if quota.mentees is not None:
        members = 1 if quota.mentors is None else len(side_groups(quota))
        most = members * int(of_mentor.max(initial=0))
        added = _by_mentee(np.add, quota, of_mentee * mentees)
        everywhere = np.ones_like(_by_mentor(quota, of_mentor))
        found = np.minimum(found, _crossed(quota, most * added, everywhere))
    return found


def units(quota: Quota, concerned: Bools) -> Ints:
    """A number that measures the weights of all pairs of a group. Shape: (groups,).

    Parameters
    ----------
    concerned : mentees who count. Shape: (N,).
    """
    found = np.ones(len(quota.labels), dtype=np.int64)
    if quota.mentee_weight is not None:
        counted = np.where(concerned, quota.mentee_weight, 0)
        inner = np.maximum(_by_mentee(np.gcd, quota, counted), 1)
        outer = 1 if quota.mentors is None else int(quota.mentors.max(initial=-1)) + 1
        found = _crossed(quota, inner, np.ones(outer, dtype=np.int64))
    if quota.mentor_weight is not None:
        found = found * max(1, int(np.gcd.reduce(quota.mentor_weight)))
    return np.maximum(found, 1)


def _weights(quota: Quota, mentees: int, mentors: int) -> tuple[Ints, Ints]:
    one = np.ones(mentees, dtype=np.int64), np.ones(mentors, dtype=np.int64)
    return (
        one[0] if quota.mentee_weight is None else quota.mentee_weight,
        one[1] if quota.mentor_weight is None else quota.mentor_weight,
    )


def _by_mentee(fn: np.ufunc, quota: Quota, values: Ints) -> Ints:
    """Values of mentees put together by their groups; all of them if they tell no groups."""
    groups = np.zeros(len(values), np.int64) if quota.mentees is None else quota.mentees
    return _grouped(fn, [groups], values)


def _by_mentor(quota: Quota, values: Ints) -> Ints:
    """Values of mentors added up by their groups; all of them if they tell no groups."""
    groups = [np.zeros(len(values), np.int64)] if quota.mentors is None else side_groups(quota)
    return _grouped(np.add, groups, values)


def _grouped(fn: np.ufunc, groups: Sequence[Ints], values: Ints) -> Ints:
    found = np.zeros(max(int(one.max(initial=-1)) for one in groups) + 1, dtype=np.int64)
    for group in groups:
        inside = group >= 0
        fn.at(found, group[inside], values[inside])
    return found


def _crossed(quota: Quota, inner: Ints, outer: Ints) -> Ints:
    """What both sides make of each group: the product."""
    found = np.zeros(len(quota.labels), dtype=np.int64)
    product = (outer[:, None] * inner[None, :]).reshape(-1)[: len(found)]
    found[: len(product)] = product
    return found
