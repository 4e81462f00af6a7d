"""One run of a sweep, and which runs nobody surpasses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from matchmaker.frozen import Frozen


class Measured(Frozen):
    """What is measured of a plan. Nobody is named.

    Counts and sums are whole numbers, so that runs are compared exactly.
    """

    status: Literal["optimal", "feasible", "infeasible", "timeout"]
    route: str
    proved: bool
    gap: float | None
    mentees: int
    mentors: int
    candidate_pairs: int
    pairs: int
    served: int
    """Mentees who have a mentor."""
    placed: int
    """Pairs whose way is known."""
    minutes: int
    """Of these pairs together, one way; of a team the farthest member's; 0 within one
    organisation and where they meet remotely."""
    farthest: int
    """The most of these minutes."""
    fit: int
    """Points of fit of all pairs together, by the rules of one policy for all runs."""
    values: dict[str, int]
    """Value of each tier by name, by the rules of the plan's own policy."""
    bounds: dict[str, int | None]
    input: str
    """Fingerprint of the tables."""
    version: str

    @property
    def goods(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """Coverage, minutes with a minus, and fit: of each more is better.

        Nothing for a plan that breaks a must, has no pairs, or of whose ways none is known.
        """
        if self.status not in {"optimal", "feasible"} or not self.placed:
            return None
        return (
            Fraction(self.served, self.mentees),
            -Fraction(self.minutes, self.placed),
            Fraction(self.fit, self.pairs),
        )


@dataclass(frozen=True)
class Run:
    """A policy on a scenario in one size, with one seed.

    Attributes
    ----------
    key : digest of all that determines the run.
    size : as the sweep's file states it; empty: that of the scenario or of the tables.
    seed : nothing for tables that are there.
    measured : nothing if the run was refused.
    why : why it was refused, in words.
    seconds : how long it took when it was made; it belongs in no file that is compared.
    """

    key: str
    scenario: str
    size: str
    seed: int | None
    policy: str
    solver: str
    measured: Measured | None
    why: str = ""
    seconds: float | None = None

    @property
    def people(self) -> tuple[str, str, int | None]:
        """Whose plan it is: only plans for the same people are held against each other."""
        return self.scenario, self.size, self.seed


def on_front(runs: Sequence[Run]) -> list[bool | None]:
    """Which runs are on the Pareto front of coverage, travel and fit.

    A run is on the front if no run for the same people is at least as good in all three and
    better in one. Nothing for runs of which that cannot be said (see :attr:`Measured.goods`).
    """
    rivals = defaultdict(list)
    goods = [run.measured.goods if run.measured else None for run in runs]
    for run, good in zip(runs, goods, strict=True):
        if good is not None:
            rivals[run.people].append(good)
    return [
        None if good is None else not any(_surpasses(one, good) for one in rivals[run.people])
        for run, good in zip(runs, goods, strict=True)
    ]


def _surpasses(one: Sequence[Fraction], other: Sequence[Fraction]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))
