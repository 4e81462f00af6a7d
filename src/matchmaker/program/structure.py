"""When is a problem a flow? When its limits split into two nested families.

Each row is a set of candidate pairs. Two sets *cross* when they share pairs and neither
contains the other. If the graph of crossing sets can be coloured with two colours, the
sets of each colour nest, and the problem is a min-cost flow: source, sets of one colour
from large to small, the pair, sets of the other colour from small to large, sink. This
is the bihierarchy of Budish, Che, Kojima and Milgrom, American Economic Review 103(2),
2013, 585–623. An odd cycle of crossing sets is the reason in words why it is not.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from matchmaker.messages import routes as say
from matchmaker.pairs import Bools, Ints
from matchmaker.program.program import Program

ROOTS = 20
"""A short odd cycle is sought around so many of the rows that cross most."""

NOT_LISTED = 5
"""At most so many reasons are given."""


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """Whether a program is a flow.

    Attributes
    ----------
    left : which rows stand between source and pair; the others stand between pair and
        sink. Nothing if the program is not a flow. Shape: (rows,).
    objections : why it is not a flow, in words; empty if it is.
    """

    left: Bools | None
    objections: tuple[str, ...]


def structure_of(program: Program) -> Structure:
    """Find two nested families of rows, or say in words why there are none."""
    objections = [*_weighted(program), *_optional(program)]
    if objections:
        return Structure(None, tuple(dict.fromkeys(objections))[:NOT_LISTED])
    graph = crossing_graph(program)
    left = np.zeros(len(program.rows), dtype=np.bool_)
    for component in nx.connected_components(graph):
        part = graph.subgraph(component)
        if nx.is_bipartite(part):
            for row, colour in nx.bipartite.color(part).items():
                left[row] = colour == 0
        else:
            cycle = shortest_odd_cycle(part)
            names = dict.fromkeys(map(program.words, cycle))
            return Structure(None, (say.CROSSING(limits="; ".join(names)),))
    return Structure(left, ())


def _weighted(program: Program) -> list[str]:
    heavy = np.unique(program.row[program.weight != 1])
    sources = dict.fromkeys(int(program.rows.source[row]) for row in heavy)
    return [say.WEIGHTED(rule=program.families[s].use.rule.title()) for s in sources]


def _optional(program: Program) -> list[str]:
    rows = np.flatnonzero(program.rows.optional)
    sources = dict.fromkeys(int(program.rows.source[row]) for row in rows)
    return [say.OPTIONAL(rule=program.families[s].use.rule.title()) for s in sources]


def crossing_graph(program: Program) -> nx.Graph[int]:
    """Rows as nodes; an edge where two sets of pairs cross."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(program.rows)))
    one, two = crossings(program.pair, program.row, len(program.rows))
    graph.add_edges_from(zip(one.tolist(), two.tolist(), strict=True))
    return graph


def crossings(member: Ints, row: Ints, rows: int) -> tuple[Ints, Ints]:
    """Rows that share members and of which neither contains the other.

    Parameters
    ----------
    member, row : who stands in which row. Shape: (entries,).
    rows : how many there are.

    Returns
    -------
    The two of each such pair of rows.
    """
    none = np.zeros(0, dtype=np.int64)
    if not len(member):
        return none, none
    order = np.lexsort((row, member))
    member, row = member[order], row[order]
    size = np.bincount(row, minlength=rows)
    first = np.flatnonzero(np.diff(member, prepend=member[0] - 1))
    count = np.diff(np.append(first, len(member)))
    table = np.full((len(first), int(count.max())), -1, dtype=np.int64)
    place = np.arange(len(row)) - np.repeat(first, count)
    table[np.repeat(np.arange(len(first)), count), place] = row
    codes = [none]
    for a, b in combinations(range(table.shape[1]), 2):
        both = (table[:, a] >= 0) & (table[:, b] >= 0)
        codes.append(table[both, a] * rows + table[both, b])
    shared, together = np.unique(np.concatenate(codes), return_counts=True)
    one, two = np.divmod(shared, rows)
    cross = (one != two) & (together < size[one]) & (together < size[two])
    return one[cross], two[cross]


def shortest_odd_cycle(graph: nx.Graph[int]) -> list[int]:
    """A short odd cycle, found by breadth-first search over (node, parity)."""
    best: list[int] = []
    for root in sorted(graph, key=graph.degree, reverse=True)[:ROOTS]:
        parent: dict[tuple[int, int], tuple[int, int] | None] = {(root, 0): None}
        queue = deque([(root, 0)])
        while queue:
            node, parity = queue.popleft()
            for other in sorted(graph[node]):
                state = (other, 1 - parity)
                if state not in parent:
                    parent[state] = (node, parity)
                    queue.append(state)
            if (root, 1) in parent:
                break
        if (root, 1) not in parent:
            continue
        walk = [root]
        at = parent[root, 1]
        while at is not None:
            walk.append(at[0])
            at = parent[at]
        walk.pop()
        if not best or len(walk) < len(best):
            best = walk
        if len(best) == 3:
            break
    return best


def chains(program: Program, left: Bools) -> tuple[Ints, Ints, Ints]:
    """Where each pair and each row hangs in the two nests.

    Returns
    -------
    smallest row of each pair on the left and on the right, −1 if none (shape: pairs),
    and the next larger row of each row, −1 if none (shape: rows).
    """
    size = program.rows.total
    start, row, _ = program.by_pair
    owner = np.repeat(np.arange(program.pairs), np.diff(start))
    parent = np.full(len(program.rows), -1, dtype=np.int64)
    ends = []
    rank = np.empty(len(size), dtype=np.int64)
    rank[np.lexsort((np.arange(len(size)), size))] = np.arange(len(size))
    for side in (left, ~left):
        mine = side[row]
        pair, mine_row = owner[mine], row[mine]
        order = np.argsort(pair * len(size) + rank[mine_row])
        pair, mine_row = pair[order], mine_row[order]
        first = np.ones(len(pair), dtype=np.bool_)
        first[1:] = pair[1:] != pair[:-1]
        end = np.full(program.pairs, -1, dtype=np.int64)
        end[pair[first]] = mine_row[first]
        ends.append(end)
        inner = np.flatnonzero(~first)
        parent[mine_row[inner - 1]] = mine_row[inner]
    return ends[0], ends[1], parent
