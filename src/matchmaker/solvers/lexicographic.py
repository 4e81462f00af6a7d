"""Min-cost flow over all tiers: few solves, prices for every tier, each tier proved.

Tiers are packed into one cost as far as numbers allow (:mod:`matchmaker.program.packing`); each
packing is solved on the face that the prices of the earlier ones leave open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from ortools.graph.python import min_cost_flow

from matchmaker.errors import CertificateError, SolverError
from matchmaker.pairs import Bools, Ints
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.network import Network, Skeleton, distances, network
from matchmaker.program.packing import Packing, packings
from matchmaker.program.program import Program

ORDINARY = 0.95
"""Such a share of the arcs of pairs counts as ordinary; costs are cut down to"""

CUT = 4
"""so many times what these cost at most beyond prices,"""

WORTH = 1000
"""if the largest is so many times as much."""


@dataclass
class Lexicographic:
    """The lexicographic optimum of programs that hang on one skeleton of rows.

    Programs that follow each other with the same rows and other pairs begin at the distances of
    the one before.

    Attributes
    ----------
    closed : called with each tier and its value once it is proved.
    """

    closed: Callable[[int, int], None] = lambda tier, value: None
    _known: dict[Packing, Ints] = field(default_factory=dict)

    def solve(self, program: Program, bones: Skeleton) -> tuple[Bools, list[Prices]]:
        """Choose pairs; prices that prove each tier.

        Raises
        ------
        CertificateError
            if prices do not confirm a flow that the library calls optimal.
        """
        face = Face.whole(program)
        prices: list[Prices] = []
        chosen = np.zeros(program.pairs, dtype=np.bool_)
        todo = packings(program)
        while todo:
            packing = todo.pop(0)
            chosen, found = self._settle(program, bones, face, packing)
            values = program.values(chosen)
            for tier in packing.tiers:
                judgement = judge(program, face, tier, found[tier])
                if not judgement.closes(values[tier]):
                    if len(packing.tiers) == 1:
                        raise CertificateError(
                            f"tier {program.tiers[tier].name}: value {values[tier]}, "
                            f"bound {judgement.bound}/{judgement.scale}"
                        )
                    # A field was too narrow for what a long exchange gains: one by one, then.
                    todo = [one for one in packing.single if one.tiers[0] >= tier] + todo
                    break
                prices.append(found[tier])
                self.closed(tier, values[tier])
                face = judgement.face
        return chosen, prices

    def _settle(
        self, program: Program, bones: Skeleton, face: Face, packing: Packing
    ) -> tuple[Bools, dict[int, Prices]]:
        """The best flow of packed tiers on a face, and the prices of each."""
        net = network(program, bones, face, packing.weights(len(program.tiers)))
        flow, prices = _from(net, self._known.get(packing))
        self._known[packing] = prices
        chosen = face.taken.copy()
        chosen[net.free] |= flow[: len(net.free)] > 0
        shares = packing.unpack(prices)
        found = {
            tier: Prices(share[net.row_head] - share[net.row_tail])
            for tier, share in shares.items()
        }
        return chosen, found


def _from(net: Network, start: Ints | None) -> tuple[Ints, Ints]:
    """The cheapest flow and its prices, beginning at the prices of a network much the same.

    Beyond such prices costs are small, but for few arcs. Those are cut down, as far as the
    prices found in the end bear out, for a flow takes longer the larger its costs are.
    """
    if start is not None and len(net.free):
        beyond = net.beyond(start)
        most = CUT * int(np.quantile(np.abs(beyond[: len(net.free)]), ORDINARY) + 1)
        if most * WORTH < int(np.abs(beyond).max()):
            small = net.costing(np.clip(beyond, -most, most))
            flow = min_cost(small)
            prices = start + distances(small, flow)
            if net.proves(flow, prices):
                return flow, prices
    flow = min_cost(net)
    return flow, distances(net, flow, start)


def min_cost(net: Network) -> Ints:
    """The cheapest flow through a network. Shape: (arcs,).

    Raises
    ------
    SolverError
        if the library does not end with an optimal flow.
    """
    graph = min_cost_flow.SimpleMinCostFlow()
    arcs = graph.add_arcs_with_capacity_and_unit_cost(net.tail, net.head, net.capacity, net.cost)
    graph.set_nodes_supplies(np.arange(len(net.supply)), net.supply)
    status = graph.solve()
    if status != graph.OPTIMAL:
        raise SolverError(f"min-cost flow ended with {status}")
    return np.asarray(graph.flows(arcs), dtype=np.int64)
