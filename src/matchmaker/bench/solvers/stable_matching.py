"""The package ``matching``: hospitals and residents, by lists of preference.

Its module has the name of that of ``mentor-match``, so the two cannot be installed together; they
are told apart by what the module holds.
"""

from __future__ import annotations

import sys

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment

MODULE = "matching.games"


def stable_matching(given: Assignment, _limits: Limits) -> Bools:
    """Rank by worth on both sides; mentees propose.

    The package copies its players by recursion, which at a few hundred goes deeper than Python
    allows by default: the limit is raised for it.
    """
    from matching.games import HospitalResident

    order = np.argsort(-given.worth, kind="stable")
    mentees: dict[str, list[str]] = {}
    mentors: dict[str, list[str]] = {}
    for i, j in zip(given.i[order].tolist(), given.j[order].tolist(), strict=True):
        mentees.setdefault(f"m{i}", []).append(f"n{j}")
        mentors.setdefault(f"n{j}", []).append(f"m{i}")
    if not mentees:
        return np.zeros(0, dtype=np.bool_)
    places = {name: int(given.places[int(name[1:])]) for name in mentors}
    deep = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    try:
        game = HospitalResident.create_from_dictionaries(mentees, mentors, places)
        met = {
            int(resident.name[1:]) * len(given.places) + int(hospital.name[1:])
            for hospital, residents in game.solve().items()
            for resident in residents
        }
    finally:
        sys.setrecursionlimit(deep)
    return np.isin(given.i * len(given.places) + given.j, list(met))
