"""The flow network of some tiers on a face, and its prices: arrays, no solver.

Costs are negated points, so a shortest path is a best one. OR-Tools gives the flow but
no duals; the prices are shortest distances in the residual network, found here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matchmaker.errors import CertificateError
from matchmaker.pairs import Bools, Ints
from matchmaker.program.face import Face
from matchmaker.program.program import Program
from matchmaker.program.structure import chains


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Arcs of a min-cost flow. All arc arrays have shape (arcs,).

    Attributes
    ----------
    supply : what enters (or, negative, leaves) at each node. Shape: (nodes,).
    row_tail, row_head : ends of the arc of each row. Shape: (rows,).
    free : pairs that have an arc; theirs come first. Shape: (free pairs,).
    """

    tail: Ints
    head: Ints
    capacity: Ints
    cost: Ints
    supply: Ints
    row_tail: Ints
    row_head: Ints
    free: Ints

    def beyond(self, prices: Ints) -> Ints:
        """What each arc costs beyond the prices of its ends."""
        return self.cost + prices[self.tail] - prices[self.head]

    def costing(self, cost: Ints) -> Network:
        """The same arcs at other costs."""
        return replace(self, cost=cost)

    def proves(self, flow: Ints, prices: Ints) -> bool:
        """Whether prices prove that no flow is cheaper: no arc of the residual network is."""
        beyond = self.beyond(prices)
        return not bool(
            ((beyond < 0) & (flow < self.capacity)).any() or ((beyond > 0) & (flow > 0)).any()
        )


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """Where pairs and rows hang; the same for all tiers."""

    pair_tail: Ints
    pair_head: Ints
    row_tail: Ints
    row_head: Ints
    nodes: int


def skeleton(program: Program, left: Bools) -> Skeleton:
    """Lay the two nests between source (node 0) and sink (node 1)."""
    on_left, on_right, parent = chains(program, left)
    node = np.arange(len(program.rows)) + 2
    above = np.where(parent >= 0, parent + 2, np.where(left, 0, 1))
    return Skeleton(
        np.where(on_left >= 0, on_left + 2, 0),
        np.where(on_right >= 0, on_right + 2, 1),
        np.where(left, above, node),
        np.where(left, node, above),
        len(program.rows) + 2,
    )


def network(program: Program, bones: Skeleton, face: Face, weights: Ints) -> Network:
    """Write tiers on a face as a network.

    What the face fixes (pairs taken, least loads) is forced by supplies; what it leaves
    open are arcs. The worth of a load is concave, so it becomes parallel arcs whose cost
    rises. A free arc from source to sink lets people stay without a pair.

    Parameters
    ----------
    weights : what a point of each tier is worth. Shape: (tiers,).
    """
    rows = program.rows
    free = np.flatnonzero(face.free)
    low = face.low
    knee = np.clip(rows.lower, low, face.high)
    knee2 = np.clip(rows.upper, knee, face.high)
    slopes = (
        weights[rows.short_tier] * rows.short_cost,
        np.zeros(len(rows), dtype=np.int64),
        np.where(rows.hard, 0, -weights[rows.over_tier] * rows.over_cost),
    )
    supply = np.zeros(bones.nodes, dtype=np.int64)
    taken = np.flatnonzero(face.taken)
    for tail, head, amount in (
        (bones.pair_tail[taken], bones.pair_head[taken], np.ones(len(taken), np.int64)),
        (bones.row_tail, bones.row_head, low),
    ):
        np.add.at(supply, head, amount)
        np.subtract.at(supply, tail, amount)
    tails = [bones.pair_tail[free]]
    heads = [bones.pair_head[free]]
    capacities = [np.ones(len(free), dtype=np.int64)]
    costs = [-(weights @ program.points[:, free])]
    for start, end, slope in (
        (low, knee, slopes[0]),
        (knee, knee2, slopes[1]),
        (knee2, face.high, slopes[2]),
    ):
        some = np.flatnonzero(end > start)
        tails.append(bones.row_tail[some])
        heads.append(bones.row_head[some])
        capacities.append((end - start)[some])
        costs.append(-slope[some])
    most = program.pairs + 1
    tails.append(np.array([0]))
    heads.append(np.array([1]))
    capacities.append(np.array([2 * most]))
    costs.append(np.array([0]))
    supply[0] += most
    supply[1] -= most
    return Network(
        np.concatenate(tails),
        np.concatenate(heads),
        np.concatenate(capacities),
        np.concatenate(costs),
        supply,
        bones.row_tail,
        bones.row_head,
        free,
    )


def distances(net: Network, flow: Ints, start: Ints | None = None) -> Ints:
    """Shortest distances in the residual network of an optimal flow. Shape: (nodes,).

    They are prices: no arc of the residual network is cheaper than they say. Bellman and Ford's
    method, one sweep over the arcs out of all nodes that have come nearer.

    Parameters
    ----------
    start : distances at which to begin, of a network that is much the same; any will do.

    Raises
    ------
    CertificateError
        if the flow is not optimal: the residual network then has a negative cycle.
    """
    forward, backward = flow < net.capacity, flow > 0
    tail = np.concatenate([net.tail[forward], net.head[backward]])
    head = np.concatenate([net.head[forward], net.tail[backward]])
    cost = np.concatenate([net.cost[forward], -net.cost[backward]])
    order = np.argsort(tail, kind="stable")
    tail, head, cost = tail[order], head[order], cost[order]
    nodes = len(net.supply)
    first = np.searchsorted(tail, np.arange(nodes + 1))
    distance = np.zeros(nodes, dtype=np.int64) if start is None else start.copy()
    nearer = np.arange(nodes)
    for _ in range(nodes + 1):
        arcs = _spans(first[nearer], first[nearer + 1])
        reached, where = distance[tail[arcs]] + cost[arcs], head[arcs]
        better = reached < distance[where]
        if not better.any():
            return distance
        np.minimum.at(distance, where[better], reached[better])
        nearer = np.unique(where[better])
    raise CertificateError("the flow is not optimal: its residual network has a negative cycle")


def _spans(first: Ints, last: Ints) -> Ints:
    """All positions from each first to before each last, one span after the other."""
    size = last - first
    ends = np.cumsum(size)
    return np.repeat(first - ends + size, size) + np.arange(ends[-1] if len(ends) else 0)
