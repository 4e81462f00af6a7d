"""The pairs listed so far, the plan made of them, and what settled tiers leave open."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.pairs import Bools, Ints
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.layout import Layout
from matchmaker.program.listed import Listed
from matchmaker.program.program import Program
from matchmaker.program.reduced import Reduced
from matchmaker.solvers.all_pairs import Above, AllPairs, Passed
from matchmaker.solvers.greedy import fill, preference
from matchmaker.solvers.mip import better


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A tier behind us: its prices, the scaled bound they prove of all pairs, and its value."""

    prices: Prices
    bound: int
    value: int


class Listing:
    """A program that grows, tier by tier and column by column.

    Attributes
    ----------
    settled : the tiers behind us, the first tier first.
    """

    def __init__(self, layout: Layout, pairs: AllPairs, listed: Listed, pool: Executor) -> None:
        self._layout, self._pairs, self._listed, self._pool = layout, pairs, listed, pool
        self.settled: list[Settled] = []
        program = self.program()
        self._plan = listed.codes[fill(program, preference(program))]

    def __len__(self) -> int:
        return len(self._listed)

    def program(self) -> Program:
        """The listed pairs under all rows."""
        return self._layout.program(self._listed.i, self._listed.j, self._listed.points)

    def open(self) -> tuple[Program, Face]:
        """The listed pairs, and what settled tiers leave open of their plans."""
        program = self.program()
        face = Face.whole(program)
        for tier, one in enumerate(self.settled):
            judgement = replace(judge(program, face, tier, one.prices), bound=one.bound)
            face = judgement.after(tier, one.value)
        return program, face

    @property
    def chosen(self) -> Bools:
        """The plan: which of the listed pairs it takes."""
        return self.among(self._plan)

    def among(self, codes: Ints) -> Bools:
        """Which of the listed pairs have these codes."""
        return np.isin(self._listed.codes, codes)

    def codes(self, some: Bools) -> Ints:
        """What names these listed pairs whatever else is listed later."""
        return self._listed.codes[some]

    def propose(self, program: Program, tier: int, chosen: Bools) -> None:
        """Keep a plan of the listed pairs if it is better, this tier included."""
        self._plan = self.codes(better(program, tier, self.chosen, chosen))

    def add(self, above: Above) -> None:
        """List the pairs found."""
        self._listed.add(above.found.i, above.found.j)

    def above(self, tier: int, prices: Prices, least: int = 1) -> Above:
        """All pairs not listed that settled tiers leave open and are worth at least so much."""
        tiers = len(self._layout.tiers)
        earlier = [
            Passed(Reduced.of(one.prices, t, tiers), one.prices.scale * one.value - one.bound)
            for t, one in enumerate(self.settled)
        ]
        reduced = Reduced.of(prices, tier, tiers)
        return self._pairs.above(self._pool, reduced, earlier, self._listed, least)

    def borne(
        self, face: Face, tier: int, prices: Prices, judgement: Judgement, above: Above
    ) -> tuple[Prices, Judgement]:
        """Prices and a bound for all pairs, made of those for the listed ones.

        The limit of a mentee bears what the best of her pairs not listed gains: it becomes
        dearer by that, and none of them gains any more. Where she has no limit of her own, or
        that proves less, all gains count.
        """
        bears = (self._layout.own >= 0) & (above.gain > 0)
        rows = prices.rows.copy()
        rows[self._layout.own[bears]] += above.gain[bears]
        raised = replace(prices, rows=rows)
        borne = judge(self.program(), face, tier, raised)
        borne = replace(borne, bound=borne.bound + int(above.gains[~bears].sum()))
        plain = replace(judgement, bound=judgement.bound + int(above.gains.sum()))
        return (raised, borne) if borne.bound < plain.bound else (prices, plain)
