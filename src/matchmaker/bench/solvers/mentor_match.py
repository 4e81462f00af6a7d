"""The package ``mentor-match``: Munkres over a table of pairs, one mentee a mentor and round.

Its module has the name of that of ``matching``; see :mod:`.stable_matching`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment

MODULE = "matching.process"


def mentor_match(given: Assignment, _limits: Limits) -> Bools:
    """As many rounds as the most places; our points enter as a rule of its own kind.

    A round knows whom the rounds before have paired by a rule that forbids who has enough.
    """
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Disqualify

    worth: dict[tuple[str, str], int] = {
        (f"m{i}", f"n{j}"): w
        for i, j, w in zip(given.i.tolist(), given.j.tolist(), given.worth.tolist(), strict=True)
    }

    demand, places = given.demand.tolist(), given.places.tolist()

    class Points:
        """The worth of a pair."""

        def apply(self, match: Any) -> int:
            return worth[match.mentee.email, match.mentor.email]

    def forbidden(match: Any) -> bool:  # the package asks whether this «is True»
        mentee, mentor = match.mentee, match.mentor
        return (
            (mentee.email, mentor.email) not in worth
            or len(mentee.mentors) >= demand[int(mentee.email[1:])]
            or len(mentor.mentees) >= places[int(mentor.email[1:])]
        )

    rounds = [[Points(), Disqualify(forbidden)] for _ in range(int(given.places.max(initial=0)))]
    mentors, _ = process_data(
        [Mentor(grade=0, email=f"n{j}") for j in range(len(given.places))],
        [Mentee(grade=0, email=f"m{i}") for i in range(len(given.demand))],
        rounds,
    )
    met = [
        int(mentee.email[1:]) * len(given.places) + int(mentor.email[1:])
        for mentor in mentors
        for mentee in mentor.mentees
    ]
    return np.isin(given.i * len(given.places) + given.j, met)
