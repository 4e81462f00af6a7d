"""Groups of equals: every set of schools that may all be partners of each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import networkx as nx
import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import partners as say
from matchmaker.pairs import Roster
from matchmaker.program.program import Program
from matchmaker.program.rows import Rows, stack
from matchmaker.sides import Side
from matchmaker.units import SchoolUnit

MOST = 200_000
"""More groups than this are not listed. Unit: groups."""


@dataclass(frozen=True, eq=False)
class Grouped(Program):
    """A program whose columns are groups: two schools, or more that agree together.

    A group stands as its first school and, as a team, the others. It is worth the sum of
    its pairs, and counts once in every limit: it is one agreement.

    Attributes
    ----------
    base : the program of pairs it was made of.
    """

    base: Program


def grouped(base: Program, largest: int) -> Grouped:
    """List the groups of two to ``largest`` schools all of whose pairs are candidates.

    Raises
    ------
    InputError
        if there are too many to list.
    """
    number = {(int(i), int(j)): p for p, (i, j) in enumerate(zip(base.i, base.j, strict=True))}
    cliques = _cliques(number, largest)
    rows, once = _once(base)
    units = base.roster.mentor.units
    teams: dict[tuple[int, ...], int] = {(j,): j for j in range(len(units))}
    for clique in cliques:
        teams.setdefault(clique[1:], len(teams))
    points = np.zeros((len(base.tiers), len(cliques)), dtype=np.int64)
    start, row, weight = base.by_pair
    cells: list[tuple[int, int, int]] = []
    for at, clique in enumerate(cliques):
        load: dict[int, int] = {}
        for pair in combinations(clique, 2):
            p = number[pair]
            points[:, at] += base.points[:, p]
            load[once[p]] = 1
            for e in range(start[p], start[p + 1]):
                load[int(row[e])] = max(load.get(int(row[e]), 0), int(weight[e]))
        cells += [(r, at, w) for r, w in load.items()]
    cells.sort()
    entries = np.array(cells, dtype=np.int64).reshape(-1, 3)
    total = np.bincount(entries[:, 0], weights=entries[:, 2], minlength=len(rows))
    return Grouped(
        _with_teams(base.roster, list(teams)),
        base.policy,
        base.tiers,
        np.array([clique[0] for clique in cliques], dtype=np.int64),
        np.array([teams[clique[1:]] for clique in cliques], dtype=np.int64),
        points,
        replace(rows, total=total.astype(np.int64)),
        entries[:, 0],
        entries[:, 1],
        entries[:, 2],
        base.families,
        base,
    )


def _once(base: Program) -> tuple[Rows, list[int]]:
    """The rows of pairs, with one for each two schools: pairs alone cannot repeat, groups can."""
    source, family = next(
        (s, family) for s, family in enumerate(base.families) if family.quota.name == "agree_once"
    )
    assert isinstance(family.quota, Quota)
    (group,) = family.quota.groups(base.roster.take(base.i, base.j))
    one, none = np.ones(base.pairs, dtype=np.int64), np.zeros(base.pairs, dtype=np.int64)
    more = Rows(
        source=source * one,
        group=group,
        lower=none,
        upper=one,
        total=none,
        short_tier=none,
        short_cost=one,
        over_tier=none,
        over_cost=none,
        hard=one > 0,
        optional=one < 0,
    )
    first = len(base.rows)
    return stack([base.rows, more]), list(range(first, first + base.pairs))


def _cliques(pairs: dict[tuple[int, int], int], largest: int) -> list[tuple[int, ...]]:
    """Every set of two to ``largest`` schools that are pairwise candidates, in order."""
    found = []
    for clique in nx.enumerate_all_cliques(nx.Graph(list(pairs))):
        if len(clique) > largest:
            break
        if len(clique) > 1:
            found.append(tuple(sorted(clique)))
        if len(found) > MOST:
            where = Place(setting="[partnership] largest_group")
            raise InputError([Issue(where, say.TOO_MANY_GROUPS(n=MOST), value=str(largest))])
    return sorted(found)


def _with_teams(roster: Roster, teams: list[tuple[int, ...]]) -> Roster:
    units = []
    for team in teams:
        members = [roster.mentor.units[j] for j in team]
        lead = members[0]
        assert isinstance(lead, SchoolUnit)
        units.append(
            lead
            if len(members) == 1
            else replace(
                lead,
                key=" + ".join(unit.key for unit in members),
                members=tuple(unit for unit in members if isinstance(unit, SchoolUnit)),
            )
        )
    return replace(roster, mentor=Side(units), _tables={})
