"""Pairs and links in one program: a pair across two schools needs their link."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matchmaker.constraints.opening import Opening
from matchmaker.pairs import Bools, Ints
from matchmaker.program.program import Program
from matchmaker.program.rows import Family, Rows, stack
from matchmaker.rulebook import Use


@dataclass(frozen=True, eq=False)
class Joint(Program):
    """A program whose first columns are pairs of people and whose last are links.

    Its roster and policy are those of the people; a link's ``i`` and ``j`` continue the
    count of mentees and mentors.

    Attributes
    ----------
    people, links : the two programs it is made of, over the same tiers.
    """

    people: Program
    links: Program

    @property
    def uses(self) -> tuple[Use, ...]:
        """The uses of both: those of the people first."""
        return (*self.people.uses, *self.links.uses)

    def of_links(self, chosen: Bools) -> Bools:
        """Which links are chosen. Shape: (links,)."""
        return chosen[self.people.pairs :]

    def of_people(self, chosen: Bools) -> Bools:
        """Which pairs of people are chosen. Shape: (pairs of people,)."""
        return chosen[: self.people.pairs]


def join(people: Program, links: Program) -> Joint:
    """Put pairs and links into one program.

    For every mentee and every link the mentee's pairs may need there is a row

        sum of those pairs  ≤  (how many of them the mentee may have) · link,

    and likewise for every mentor. The rows of mentors follow from the limits of mentors;
    they only make the relaxation tighter.
    """
    i = np.concatenate([people.i, links.i + len(people.roster.mentee)])
    j = np.concatenate([people.j, links.j + len(people.roster.mentor)])
    families = [*people.families, *links.families]
    parts = [people.rows, replace(links.rows, source=links.rows.source + len(people.families))]
    count = len(people.rows) + len(links.rows)
    row = [people.row, links.row + len(people.rows)]
    pair = [people.pair, links.pair + people.pairs]
    weight = [people.weight, links.weight]
    for use in links.uses:
        for opening in use.rule.openings(people.roster.all(), links.roster.all()):
            for side in ("mentee", "mentor"):
                stated = opening if side == "mentee" else _implied(opening)
                bound = _bind(people, links, stated, side)
                families.append(Family(use, stated))
                parts.append(_rows(bound, len(families) - 1))
                row.append(bound.row + count)
                pair.append(bound.pair)
                weight.append(bound.weight)
                count += len(bound.group)
    rows = stack(parts)
    of_row, of_pair, weights = (np.concatenate(part) for part in (row, pair, weight))
    order = np.lexsort((of_pair, of_row))
    return Joint(
        people.roster,
        people.policy,
        people.tiers,
        i,
        j,
        np.concatenate([people.points, links.points], axis=1),
        rows,
        of_row[order],
        of_pair[order],
        weights[order],
        tuple(families),
        people,
        links,
    )


def _implied(opening: Opening) -> Opening:
    return replace(opening, name=f"{opening.name} by mentor", implied=True)


@dataclass(frozen=True, slots=True, eq=False)
class _Bound:
    """Rows that bind pairs to links: entries, and of each row its group and least load."""

    row: Ints
    pair: Ints
    weight: Ints
    group: Ints
    least: Ints
    total: Ints


def _bind(people: Program, links: Program, opening: Opening, side: str) -> _Bound:
    """Rows of one side: each person's pairs that need one link, against that link."""
    who = people.i if side == "mentee" else people.j
    needed = opening.needed(people.roster.take(people.i, people.j))
    at = np.concatenate([np.flatnonzero(codes >= 0) for codes in needed])
    code = np.concatenate([codes[codes >= 0] for codes in needed])
    width = len(opening.schools) ** 2
    # Two members of a team from one school need its link once.
    group, at = np.divmod(np.unique((who[at] * width + code) * people.pairs + at), people.pairs)
    keys, row = np.unique(group, return_inverse=True)
    size = np.bincount(row, minlength=len(keys)).astype(np.int64)
    most = np.minimum(size, capacities(people, who)[keys // width])
    if side == "mentor":
        # Where a mentor's pairs cannot fill the places, the rows of mentees say as much.
        kept = most < size
        place = np.cumsum(kept) - 1
        inside = kept[row]
        keys, size, most = keys[kept], size[kept], most[kept]
        row, at = place[row[inside]], at[inside]
    made = opening.made(links.roster.take(links.i, links.j))
    # Where links count both ways, either of two may make the room.
    order = np.argsort(made, kind="stable")
    first, last = (np.searchsorted(made[order], keys % width, side) for side in ("left", "right"))
    count = np.where(most > 0, last - first, 0)  # who can have no pair needs no link
    found = np.repeat(np.arange(len(keys)), count)
    nth = np.arange(len(found)) - np.repeat(np.cumsum(count) - count, count)
    opener = order[first[found] + nth] + people.pairs
    least = -most * count
    return _Bound(
        np.concatenate([row, found]),
        np.concatenate([at, opener]),
        np.concatenate([np.ones(len(row), dtype=np.int64), -most[found]]),
        keys,
        least,
        size,
    )


def capacities(program: Program, who: Ints) -> Ints:
    """How many pairs each person may have at most, by the hard limits on all their pairs."""
    people = int(who.max(initial=-1)) + 1
    most = np.bincount(who, minlength=people).astype(np.int64)
    rows, count = program.rows, len(program.rows)
    plain = rows.hard & (rows.lower >= 0)
    entries = np.flatnonzero(plain[program.row])
    code, share = np.unique(
        who[program.pair[entries]] * count + program.row[entries], return_counts=True
    )
    least = np.full(len(code), np.iinfo(np.int64).max)
    place = np.searchsorted(code, who[program.pair[entries]] * count + program.row[entries])
    np.minimum.at(least, place, program.weight[entries])
    person, row = np.divmod(code, max(1, count))
    whole = share == most[person]
    room = rows.upper[row[whole]] // least[whole]
    found = most.copy()
    np.minimum.at(found, person[whole], room)
    return np.maximum(found, 0)


def _rows(bound: _Bound, source: int) -> Rows:
    size = len(bound.group)
    none = np.zeros(size, dtype=np.int64)
    return Rows(
        source=np.full(size, source),
        group=bound.group,
        lower=bound.least,
        upper=none,
        total=bound.total,
        short_tier=none,
        short_cost=none,
        over_tier=none,
        over_cost=none,
        hard=np.ones(size, dtype=np.bool_),
        optional=np.zeros(size, dtype=np.bool_),
    )
