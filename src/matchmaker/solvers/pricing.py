"""All pairs held against prices: which of those not listed would enter a better plan.

Of each mentee it is kept how much her best pair not listed falls short, for one part of the mentors
after the other. When prices change, that and the change tell which pairs may have come to speak for
themselves; only these are looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from matchmaker.errors import RuleError
from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.compile import mentees_by_programme
from matchmaker.program.listed import Listed
from matchmaker.program.scores import NEVER, REFUSED, Fields, Priced, Scores
from matchmaker.program.terms import Terms
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.one_pass import Change, Looker, Pass

NEW = 8
"""So many mentors are added for each mentee in a round at most."""

ROWS = 256
"""So many mentees are looked at in one piece,"""

PART = 2048
"""with so many mentors; of each mentee and part it is kept how near the best pair is."""

UNKNOWN = 2**61
"""How near a pair is that nobody has looked at."""

SAMPLE = 40
"""So many groups are held against the rules themselves before tables are trusted."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Pairs found, and what they are worth beyond prices. Shapes: (pairs,)."""

    i: Ints
    j: Ints
    worth: Ints

    @classmethod
    def of(cls, parts: Sequence[Found]) -> Found:
        """All of these."""
        none = np.zeros(0, dtype=np.int64)
        return cls(
            *(
                np.concatenate([none, *(getattr(part, name) for part in parts)])
                for name in ("i", "j", "worth")
            )
        )

    def only(self, kept: Bools) -> Found:
        """Those of these pairs."""
        return Found(self.i[kept], self.j[kept], self.worth[kept])

    def cut(self, most: int) -> tuple[Found, Found]:
        """At most so many pairs of each mentee, the best first; and the others."""
        order = np.lexsort((self.j, -self.worth, self.i))
        ranked = Found(self.i[order], self.j[order], self.worth[order])
        place = np.arange(len(order)) - np.searchsorted(ranked.i, ranked.i)
        return ranked.only(place < most), ranked.only(place >= most)


class Pricing:
    """The pairs of all programmes, and what is known of them at the last prices.

    Attributes
    ----------
    spoken : codes of pairs that ledgers speak of (see :class:`Listed`): they are listed from
        the beginning if allowed, so tables need not know them.
    """

    def __init__(self, roster: Roster, policy: Rulebook) -> None:
        self.roster = roster
        terms = Terms(roster, policy)
        self.scores = [
            Scores(terms, programme, members)
            for programme, members in mentees_by_programme(roster).items()
        ]
        keys = [book.keys for book in roster.ledgers.values()]
        self.spoken = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *keys]))
        self._prices: tuple[Ints, Ints] | None = None
        self._fields: dict[str, Fields] = {}
        self._near: dict[str, dict[int, Ints]] = {one.programme: {} for one in self.scores}
        for scores in self.scores:
            self._check(scores)

    def allowed(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Those of these pairs that every must allows."""
        kept = np.zeros(len(i), dtype=np.bool_)
        for scores in self.scores:
            mine = np.flatnonzero(np.isin(i, scores.members))
            kept[mine] = scores.allowed(i[mine], j[mine])
        return i[kept], j[kept]

    def speaks_of(self, codes: Ints) -> Bools:
        """Which of these pairs a ledger speaks of: nobody looks for them again."""
        return within(codes, self.spoken)

    def free(self, scores: Scores) -> Priced:
        """What pairs of a programme are worth without prices."""
        tiers = len(scores.spread)
        nothing = (
            np.zeros((tiers, len(self.roster.mentee)), np.int64),
            np.zeros((tiers, len(self.roster.mentor)), np.int64),
        )
        return Priced(scores, *nothing, _fields(scores, *nothing))

    # ---- prices ------------------------------------------------------------------------------

    def here(self, pool: Executor) -> Looker:
        """Look with these threads."""

        def looker(
            _: int, priced: Priced, change: Change, near: Mapping[int, Ints]
        ) -> list[tuple[Found, Ints]]:
            numbers = range(len(priced.scores))
            return list(pool.map(lambda n: self.look(priced, change, n, near.get(n)), numbers))

        return looker

    def entering(self, looker: Looker, mentees: Ints, mentors: Ints, listed: Listed) -> Found:
        """Pairs not listed that prices speak for; after none are found there are none.

        Parameters
        ----------
        mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
        """
        before = self._prices or (mentees, mentors)
        over = Pass(mentees, mentors, listed.codes)
        parts: list[Found] = []
        for at, scores in enumerate(self.scores):
            near = self._near[scores.programme]
            while True:
                fields = self._fields.get(scores.programme)
                if fields is None or not fields.hold(_largest(scores, mentees, mentors)):
                    fields = self._fields[scores.programme] = _fields(scores, mentees, mentors)
                    near.clear()
                was = before if near else (mentees, mentors)  # old prices need not fit new fields
                priced = Priced(scores, mentees, mentors, fields)
                change = Change(
                    over,
                    fields,
                    fields.weights @ (was[0] - mentees),
                    fields.weights @ (was[1] - mentors),
                )
                looks = looker(at, priced, change, near)
                if not priced.outgrown():
                    break
            near.update(enumerate(look[1] for look in looks))
            parts.extend(look[0] for look in looks)
        self._prices = mentees, mentors
        return Found.of(parts)

    def look(
        self, priced: Priced, change: Change, number: int, near: Ints | None
    ) -> tuple[Found, Ints]:
        """Look at the pairs of a group that may have come to speak for themselves.

        Parameters
        ----------
        near : what the best pair not listed of each mentee was worth at most, by part of the
            mentors; nothing if nobody has looked. Shape: (mentees, parts).

        Returns
        -------
        The best pairs that would enter, and what the best of all others are worth.
        """
        mentees, mentors = priced.scores.group(number)
        shape = len(mentees), -(-len(mentors) // PART)
        near = np.full(shape, UNKNOWN) if near is None else near + change.mentee[mentees][:, None]
        after = np.empty_like(near)
        parts: list[Found] = []
        for part in range(shape[1]):
            some = mentors[part * PART : (part + 1) * PART]
            cheaper = change.mentor[some]
            after[:, part] = near[:, part] + cheaper.max()
            looked = np.flatnonzero(after[:, part] > 0)
            looked = looked[np.argsort(-near[looked, part], kind="stable")]
            for start in range(0, len(looked), ROWS):
                rows = looked[start : start + ROWS]
                close = cheaper > -near[rows[0], part]
                others = cheaper[~close].max(initial=REFUSED)
                found, nearest = self._piece(priced, change, mentees[rows], some[close])
                after[rows, part] = np.maximum(near[rows, part] + others, nearest)
                parts.append(found)
        kept, left = Found.of(parts).cut(NEW)
        row = np.argsort(mentees)[np.searchsorted(np.sort(mentees), left.i)]
        order = np.argsort(mentors)
        part_of = order[np.searchsorted(mentors[order], left.j)] // PART
        np.maximum.at(after, (row, part_of), left.worth)
        return kept, after

    def _piece(self, priced: Priced, change: Change, i: Ints, j: Ints) -> tuple[Found, Ints]:
        """Pairs that would enter, and what the best of the others is worth to each mentee."""
        worth = priced.block(i, j)
        worth[_places(change.over.listed, i, j, len(self.roster.mentor))] = REFUSED
        best = worth.max(axis=1)
        hit = np.flatnonzero(best > 0)
        if not len(hit):
            return Found.of([]), best
        row, column = np.nonzero(worth[hit] > 0)
        found = Found(i[hit[row]], j[column], worth[hit[row], column])
        worth[hit[row], column] = REFUSED
        best[hit] = worth[hit].max(axis=1)
        return self.plain(priced, found), best

    def plain(self, priced: Priced, found: Found) -> Found:
        """Those that no ledger speaks of and no must excludes."""
        codes = found.i * len(self.roster.mentor) + found.j
        return found.only(
            ~within(codes, self.spoken) & ~priced.scores.refused_late(found.i, found.j)
        )

    # ---- trust -------------------------------------------------------------------------------

    def _check(self, scores: Scores) -> None:
        """Hold the tables against the rules themselves for some pairs of some groups.

        Raises
        ------
        RuleError
            if a rule measures what it has not read of either side.
        """
        rng = np.random.default_rng(0)
        priced = self.free(scores)
        listed = Listed(self.roster, scores.policy)
        width = len(self.roster.mentor)
        for number in rng.permutation(len(scores))[:SAMPLE].tolist():
            mentees, left = scores.group(number)
            i = mentees[rng.permutation(len(mentees))[:8]]
            j = np.sort(rng.permutation(width)[:64])
            told = np.full((len(i), len(j)), REFUSED)
            inside = np.isin(j, left)
            told[:, inside] = priced.block(i, j[inside])
            at, to = np.repeat(i, len(j)), np.tile(j, len(i))
            worth = told.reshape(-1)
            worth[(worth <= NEVER) | scores.refused_late(at, to)] = REFUSED
            exact = np.full(len(at), REFUSED)
            may = scores.allowed(at, to)
            exact[may] = priced.weights @ listed.points_of(at[may], to[may])
            if (exact != worth)[~within(at * width + to, self.spoken)].any():
                raise RuleError(f"a rule of programme {scores.programme} reads what cannot be seen")
        priced.outgrown()


def _fields(scores: Scores, mentees: Ints, mentors: Ints) -> Fields:
    """Fields for the worth of any pair of a programme at these prices.

    Raises
    ------
    RuleError
        if the points of all tiers together are too large for one number.
    """
    fields = Fields(_largest(scores, mentees, mentors))
    if not fields.fits:
        raise RuleError("points of all tiers together are too large to be priced")
    return fields


def _largest(scores: Scores, mentees: Ints, mentors: Ints) -> Ints:
    """The most that a pair may be worth or lack in each tier. Shape: (tiers,)."""
    prices = [np.abs(side).max(axis=1, initial=0) for side in (mentees, mentors)]
    return np.asarray(scores.spread + prices[0] + prices[1])


def _places(listed: Ints, i: Ints, j: Ints, mentors: int) -> tuple[Ints, Ints]:
    """Where the listed pairs of these mentees stand in a block of them with these mentors."""
    first = np.searchsorted(listed, i * mentors)
    count = np.searchsorted(listed, (i + 1) * mentors) - first
    row = np.repeat(np.arange(len(i)), count)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    column = np.full(mentors, -1, dtype=np.int64)
    column[j] = np.arange(len(j))
    to = column[listed[first[row] + nth] % mentors]
    return row[to >= 0], to[to >= 0]


def within(codes: Ints, known: Ints) -> Bools:
    """Which codes stand among known ones, which ascend."""
    if not len(known):
        return np.zeros(len(codes), dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return np.asarray(known[at] == codes)
