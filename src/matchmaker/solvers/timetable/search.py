"""Local search: take some items off, put them back better, and cool down.

Ruin and recreate (Schrimpf et al. 2000; Christiaens and Vanden Berghe 2020) under simulated
annealing. Every place that is offered keeps all limits, so the timetable is valid throughout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.solvers.timetable.allowance import Allowance
from matchmaker.solvers.timetable.desk import Desk, Offer
from matchmaker.solvers.timetable.ruin import ruined
from matchmaker.timetable import Placements, TimeProgram

Floats = npt.NDArray[np.float64]

TOGETHER = 10
"""At most so many items are taken off at once."""
BLINK = 0.02
"""The share of starts overlooked when an item is put back, so that it varies."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage of the search aims at.

    Attributes
    ----------
    level : its number; the first is what stays unplaced.
    weights : what a point of each level counts, the unplaced first.
    hot, cold : the temperatures at its beginning and its end, in the same measure.
    fade : what later levels still count at its end, of what they count at its beginning. They
        guide the search early, and must not stop the last improvements of this level.
    """

    level: int
    weights: Floats
    hot: float
    cold: float
    fade: float


class Search:
    """A timetable that is improved stage by stage; the best one is kept."""

    def __init__(self, program: TimeProgram, placements: Placements, seed: int) -> None:
        self.desk = Desk(program, placements)
        self.rng = np.random.default_rng(seed)
        self._best = self.desk.board.copy()
        self.best_costs = tuple(self.desk.costs.tolist())
        self.rounds = 0
        items = program.items
        self._length = np.array([item.duration for item in items], np.float64)
        self._bulk = self._length * [1 + len(item.holds) for item in items]

    def run(self, stage: Stage, allowance: Allowance) -> None:
        """Search until the allowance is used up, or the level and all before it cost nothing."""
        cooling = np.log(stage.cold / stage.hot)
        later = np.arange(len(stage.weights)) > stage.level
        while any(self.best_costs[: stage.level + 1]) and allowance.next():
            self.rounds += 1
            temperature = float(stage.hot * np.exp(cooling * allowance.progress))
            weights = stage.weights * stage.fade ** (later * allowance.progress)
            self._round(weights, temperature)

    def restart(self, other: Placements) -> None:
        """Go on from the best timetable found, or from another that is better."""
        program = self.desk.board.program
        costs = tuple(program.costs(other).values())
        self.desk = Desk(program, other if costs < self.best_costs else self.best)
        self.best_costs = min(costs, self.best_costs)
        self._best = self.desk.board.copy()

    def _round(self, weights: Floats, temperature: float) -> None:
        """Take some items off and put them back, unless that costs more than is allowed now."""
        desk = self.desk
        before, costs = float(weights @ desk.costs), desk.costs.copy()
        allowed = before - temperature * np.log(1.0 - self.rng.random())
        taken = [(item, *desk.take(item)) for item in ruined(desk, self.rng, TOGETHER)]
        waiting = self._order(sorted(desk.unplaced))
        absent = weights[0] * sum(desk.weight[item] for item in waiting)
        put: list[int] = []
        for item in waiting:
            # Adding items never lowers a cost, so a round that is too dear by now stays so.
            if float(weights @ desk.costs) - absent > allowed:
                break
            absent -= weights[0] * desk.weight[item]
            offer = desk.offer(item, self._seen)
            if offer is not None:
                desk.put(item, _cheapest(offer, weights), offer)
                put.append(item)
        if absent == 0 and float(weights @ desk.costs) <= allowed:
            self._remember()
            return
        for item in put:
            desk.board.take(item)
            desk.unplaced.add(item)
        for item, start, choice in taken:
            desk.board.place(item, start, choice)
            desk.unplaced.discard(item)
        desk.costs[:] = costs

    def _order(self, items: list[int]) -> list[int]:
        """In which order items are put back: any, the bulky, the long or the short first."""
        kind, noise = self.rng.random(), 0.7 + 0.6 * self.rng.random(len(items))
        if kind < 0.35:
            key = noise
        elif kind < 0.6:
            key = -noise * self._bulk[items]
        else:
            key = noise * self._length[items] * (1 if kind < 0.8 else -1)
        return [items[at] for at in np.argsort(key, kind="stable")]

    def _seen(self, count: int) -> npt.NDArray[np.bool_]:
        """Which starts are not overlooked this time."""
        return self.rng.random(count) > BLINK

    def _remember(self) -> None:
        costs = tuple(self.desk.costs.tolist())
        if costs < self.best_costs:
            self._best, self.best_costs = self.desk.board.copy(), costs

    @property
    def best(self) -> Placements:
        """The best timetable found."""
        return self.desk.board.placements(self._best)


def _cheapest(offer: Offer, weights: Floats) -> tuple[int, int]:
    total = weights[1] * offer.added[0]
    for weight, added in zip(weights[2:], offer.added[1:], strict=True):
        total = total + weight * added
    total = np.where(offer.free, total, np.inf)
    row, column = divmod(int(total.argmin()), total.shape[1])
    return row, column
