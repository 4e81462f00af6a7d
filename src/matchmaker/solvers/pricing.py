"""All pairs held against prices: which of those not listed would enter a better plan.

Of each mentee it is kept how much her best pair not listed falls short. When prices change, that
and the change of prices tell which pairs may have come to speak for themselves; only these are
looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
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

NEW = 8
"""So many mentors are added for each mentee in a round at most."""

ROWS = 256
"""So many mentees are looked at in one piece,"""

BLOCK = 250_000
"""and so many pairs, so that they stay near the processor."""

UNKNOWN = 2**61
"""How near a pair is that nobody has looked at: nearer than any."""

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
        # The worth of each mentee's best pair not listed, at the prices known, is at most this.
        self._near = np.full(len(roster.mentee), UNKNOWN)
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
        return _within(codes, self.spoken)

    def free(self, scores: Scores) -> Priced:
        """What pairs of a programme are worth without prices."""
        tiers = len(scores.spread)
        nothing = (
            np.zeros((tiers, len(self.roster.mentee)), np.int64),
            np.zeros((tiers, len(self.roster.mentor)), np.int64),
        )
        return Priced(scores, *nothing, _fields(scores, *nothing))

    # ---- prices ------------------------------------------------------------------------------

    def entering(self, pool: Executor, mentees: Ints, mentors: Ints, listed: Listed) -> Found:
        """Pairs not listed that prices speak for; after none are found there are none.

        Parameters
        ----------
        mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
        """
        before = self._prices or (mentees, mentors)
        parts: list[Found] = []
        for scores in self.scores:
            while True:
                fields = self._fields.get(scores.programme)
                if fields is None or not fields.hold(_largest(scores, mentees, mentors)):
                    fields = self._fields[scores.programme] = _fields(scores, mentees, mentors)
                    self._near[scores.members] = UNKNOWN
                priced = Priced(scores, mentees, mentors, fields)
                near = self._near + fields.weights @ (before[0] - mentees)
                cheaper = fields.weights @ (before[1] - mentors)
                looks = list(
                    pool.map(
                        lambda number, p=priced, n=near, c=cheaper: self.look(
                            p, number, n, c, listed
                        ),
                        range(len(scores)),
                    )
                )
                if not priced.outgrown():
                    break
            for look in looks:
                parts.append(look.found)
                self._near[look.mentees] = look.near
        self._prices = mentees, mentors
        return Found.of(parts)

    def look(self, priced: Priced, number: int, near: Ints, cheaper: Ints, listed: Listed) -> Look:
        """Look at the pairs of a group that may have come to speak for themselves.

        Parameters
        ----------
        near : the most that a pair of each mentee could be worth if no mentor had become cheaper.
        cheaper : by how much mentors have.
        """
        mentees, mentors = priced.scores.group(number)
        near, cheaper = near[mentees], cheaper[mentors]
        after = near + cheaper.max(initial=NEVER)
        looked = np.flatnonzero(after > 0)
        looked = looked[np.argsort(-near[looked], kind="stable")]
        parts: list[Found] = []
        for start in range(0, len(looked), ROWS):
            rows = looked[start : start + ROWS]
            close = cheaper > -near[rows[0]]
            found, nearest = self._piece(priced, mentees[rows], mentors[close], listed)
            parts.append(found)
            after[rows] = np.maximum(near[rows] + cheaper[~close].max(initial=2 * NEVER), nearest)
        return Look(mentees, after, Found.of(parts))

    def _piece(self, priced: Priced, i: Ints, j: Ints, listed: Listed) -> tuple[Found, Ints]:
        """The best pairs that would enter, and what the best of all others are worth."""
        nearest = np.full(len(i), 2 * NEVER)
        of_mentee = np.argsort(i, kind="stable")
        at, to = _places(listed, i, j, len(self.roster.mentor))
        parts: list[Found] = []
        step = max(1, BLOCK // max(1, len(i)))
        for start in range(0, len(j), step):
            some = j[start : start + step]
            worth = priced.block(i, some)
            here = (to >= start) & (to < start + step)
            worth[at[here], to[here] - start] = REFUSED
            best = worth.max(axis=1)
            hit = np.flatnonzero(best > 0)
            if len(hit):
                row, column = np.nonzero(worth[hit] > 0)
                row = hit[row]
                parts.append(self._plain(priced, Found(i[row], some[column], worth[row, column])))
                worth[row, column] = REFUSED
                best[hit] = worth[hit].max(axis=1)
            np.maximum(nearest, best, out=nearest)
            if sum(len(part.i) for part in parts) > BLOCK:
                parts = [self._cut(parts, i, of_mentee, nearest)]
        return self._cut(parts, i, of_mentee, nearest), nearest

    @staticmethod
    def _cut(parts: list[Found], i: Ints, order: Ints, nearest: Ints) -> Found:
        """The best of these; what the others are worth is noted."""
        kept, others = Found.of(parts).cut(NEW)
        np.maximum.at(nearest, order[np.searchsorted(i[order], others.i)], others.worth)
        return kept

    def _plain(self, priced: Priced, found: Found) -> Found:
        """Those that no ledger speaks of and no must excludes."""
        codes = found.i * len(self.roster.mentor) + found.j
        return found.only(
            ~_within(codes, self.spoken) & ~priced.scores.refused_late(found.i, found.j)
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
            if (exact != worth)[~_within(at * width + to, self.spoken)].any():
                raise RuleError(f"a rule of programme {scores.programme} reads what cannot be seen")
        priced.outgrown()


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What came of looking at a group.

    Attributes
    ----------
    near : what the best pair not listed of each of these mentees is worth at most, once those
        found are listed.
    """

    mentees: Ints
    near: Ints
    found: Found


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


def _places(listed: Listed, i: Ints, j: Ints, mentors: int) -> tuple[Ints, Ints]:
    """Where the listed pairs of these mentees stand in a block of them with these mentors."""
    first = np.searchsorted(listed.codes, i * mentors)
    count = np.searchsorted(listed.codes, (i + 1) * mentors) - first
    row = np.repeat(np.arange(len(i)), count)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    column = np.full(mentors, -1, dtype=np.int64)
    column[j] = np.arange(len(j))
    to = column[listed.codes[first[row] + nth] % mentors]
    return row[to >= 0], to[to >= 0]


def _within(codes: Ints, known: Ints) -> Bools:
    """Which codes stand among known ones, which ascend."""
    if not len(known):
        return np.zeros(len(codes), dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return np.asarray(known[at] == codes)
