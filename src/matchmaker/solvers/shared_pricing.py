"""Pairs held against prices by workers: other processes, or other machines.

A worker makes tables of its own once, from the same roster and rules, and is then sent only
prices. What it finds of its share of the groups is put together in the order of the groups, so
it does not matter to the plan who looked.
"""

from __future__ import annotations

import hashlib
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matchmaker.errors import CertificateError
from matchmaker.pairs import Roster
from matchmaker.program.scores import Priced
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.one_pass import Pass
from matchmaker.solvers.pricing import Found, Pricing
from matchmaker.workers import Shared, Workers

SHARES = 16
"""Groups of all programmes are handed out in some so many shares of much the same work."""


@dataclass(frozen=True)
class Problem:
    """What a worker needs to know once.

    Attributes
    ----------
    groups : digest of the groups, which must be the same everywhere.
    """

    roster: Roster
    policy: Rulebook
    groups: str

    def __getstate__(self) -> dict[str, Any]:
        """What was given, without the tables made of it."""
        return {name: self.__dict__[name] for name in ("roster", "policy", "groups")}

    @cached_property
    def pricing(self) -> Pricing:
        """The tables, made where they are first asked for.

        Raises
        ------
        CertificateError
            if groups come out otherwise here.
        """
        made = Pricing(self.roster, self.policy)
        if _digest(made) != self.groups:
            raise CertificateError("a worker puts mentees into other groups")
        return made


@dataclass(frozen=True, slots=True)
class Share:
    """Some groups of a programme that follow each other.

    Attributes
    ----------
    at : place of the programme.
    seen : the largest points met so far, by term.
    """

    at: int
    first: int
    last: int
    seen: tuple[int, ...]


class SharedPricing:
    """Looks by workers; takes the place of threads in :meth:`Pricing.entering`."""

    def __init__(self, workers: Workers, pricing: Pricing, policy: Rulebook) -> None:
        self._workers = workers
        self._problem = Shared(Problem(pricing.roster, policy, _digest(pricing)))
        self._pass: Shared[Pass] | None = None
        work = [
            [len(group.both[0]) * len(group.both[1]) for group in scores.groups]
            for scores in pricing.scores
        ]
        enough = sum(map(sum, work)) / SHARES
        self._cuts = [_cuts(parts, enough) for parts in work]

    def __call__(self, at: int, priced: Priced, over: Pass) -> Found:
        """Hold all groups of a programme against prices."""
        if self._pass is None or self._pass.value is not over:
            self._pass = Shared(over)
        scores = priced.scores
        shares = [Share(at, *cut, tuple(scores.seen)) for cut in self._cuts[at]]
        looked = self._workers.ordered(_look, shares, self._problem, self._pass)
        for _, seen in looked:
            scores.seen = [max(two) for two in zip(scores.seen, seen, strict=True)]
        return Found.of([found for found, _ in looked])


def _look(share: Share, problem: Problem, over: Pass) -> tuple[Found, list[int]]:
    """The pairs found in a share, and the largest points met by then."""
    pricing = problem.pricing
    scores = copy(pricing.scores[share.at])  # its own, for others may look at the same time
    scores.seen = list(share.seen)
    priced = pricing.priced(scores, over.prices)
    numbers = range(share.first, share.last)
    found = Found.of([pricing.look(priced, number, over) for number in numbers])
    priced.outgrown()
    return found, scores.seen


def _cuts(work: list[int], enough: float) -> list[tuple[int, int]]:
    """Where shares begin and end; one is closed when it has enough work."""
    cuts, first, done = [], 0, 0
    for number, part in enumerate(work, start=1):
        done += part
        if done >= enough or number == len(work):
            cuts.append((first, number))
            first, done = number, 0
    return cuts


def _digest(pricing: Pricing) -> str:
    """What tells groups from other groups."""
    found = hashlib.sha256()
    for scores in pricing.scores:
        for group in scores.groups:
            for side in group.both:
                found.update(len(side).to_bytes(8, "little") + side.tobytes())
    return found.hexdigest()
