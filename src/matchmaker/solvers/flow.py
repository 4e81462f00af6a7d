"""Exact min-cost flow, tier after tier, with our own prices as the proof.

Each tier is solved on the face that the prices of the earlier tiers leave open, so no
big numbers stand in for the order of tiers.
"""

from __future__ import annotations

import numpy as np
from ortools.graph.python import min_cost_flow

from matchmaker.errors import CertificateError, SolverError
from matchmaker.events import TierClosed
from matchmaker.limits import Limits
from matchmaker.pairs import Ints
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.face import Face, Prices, judge
from matchmaker.program.network import Network, network, row_prices, skeleton
from matchmaker.program.program import Program
from matchmaker.program.structure import structure_of
from matchmaker.solvers.base import Watch


class Flow:
    """Min-cost flow: for limits that nest on each side."""

    name = "flow"

    def objections(self, program: Program) -> tuple[str, ...]:
        """Why the limits do not nest, in words."""
        return structure_of(program).objections

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Solve every tier to proved optimality.

        Raises
        ------
        CertificateError
            if prices do not confirm a flow that the library calls optimal.
        """
        left = structure_of(program).left
        assert left is not None
        bones = skeleton(program, left)
        face = Face.whole(program)
        chosen = np.zeros(program.pairs, dtype=np.bool_)
        proof = []
        for t, tier in enumerate(program.tiers):
            net = network(program, bones, face, t)
            flow = min_cost(net)
            chosen = face.taken.copy()
            chosen[net.free] |= flow[: len(net.free)] > 0
            prices = Prices(row_prices(net, flow))
            judgement = judge(program, face, t, prices)
            value = program.values(chosen)[t]
            if not judgement.closes(value):
                raise CertificateError(
                    f"tier {tier.name}: value {value}, bound {judgement.bound}/{judgement.scale}"
                )
            proof.append(TierProof(prices, "prices", value))
            watch(TierClosed(tier.words(), value, value))
            face = judgement.face
        return Raw(chosen, tuple(proof))


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
