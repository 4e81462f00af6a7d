"""Pairs held against prices by workers: other processes, or other machines.

A worker makes tables of its own once, from the same roster and rules, and is then sent only
prices. What it finds of its share of the groups is put together in the order of the groups, so
it does not matter to the plan who looked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matchmaker.errors import CertificateError
from matchmaker.pairs import Ints, Roster
from matchmaker.program.scores import Fields, Priced
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.one_pass import Change, Pass
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
    near : what is known of each of the groups.
    """

    at: int
    first: int
    last: int
    seen: Mapping[str, int]
    near: Sequence[Ints | None]


class SharedPricing:
    """Looks by workers; takes the place of threads in :meth:`Pricing.entering`."""

    def __init__(self, workers: Workers, pricing: Pricing, policy: Rulebook) -> None:
        self._workers = workers
        self._problem = Shared(Problem(pricing.roster, policy, _digest(pricing)))
        self._pass: Shared[Pass] | None = None
        work = [
            [
                len(mentees) * len(mentors)
                for mentees, mentors in map(scores.group, range(len(scores)))
            ]
            for scores in pricing.scores
        ]
        enough = sum(map(sum, work)) / SHARES
        self._cuts = [_cuts(parts, enough) for parts in work]

    def __call__(
        self, at: int, priced: Priced, change: Change, near: Mapping[int, Ints]
    ) -> list[tuple[Found, Ints]]:
        """Look at all groups of a programme."""
        if self._pass is None or self._pass.value is not change.over:
            self._pass = Shared(change.over)
        known = [near.get(number) for number in range(len(priced.scores))]
        shares = [
            Share(at, first, last, priced.scores.seen, known[first:last])
            for first, last in self._cuts[at]
        ]
        mine = Shared((change.fields, change.mentee, change.mentor))
        looked = self._workers.ordered(_look, shares, self._problem, self._pass, mine)
        for _, seen in looked:
            priced.meet(seen)
        return [look for looks, _ in looked for look in looks]


def _look(
    share: Share, problem: Problem, over: Pass, mine: tuple[Fields, Ints, Ints]
) -> tuple[list[tuple[Found, Ints]], dict[str, int]]:
    """What came of looking at the groups of a share, and the largest points met by then."""
    pricing, change = problem.pricing, Change(over, *mine)
    scores = copy(pricing.scores[share.at])  # its own, for others may look at the same time
    scores.seen = dict(share.seen)
    priced = Priced(scores, over.mentees, over.mentors, change.fields)
    groups = zip(range(share.first, share.last), share.near, strict=True)
    looks = [pricing.look(priced, change, number, near) for number, near in groups]
    priced.outgrown()
    return looks, scores.seen


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
        for number in range(len(scores)):
            for side in scores.group(number):
                found.update(len(side).to_bytes(8, "little") + side.tobytes())
    return found.hexdigest()
