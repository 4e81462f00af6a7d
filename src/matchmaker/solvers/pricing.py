"""All pairs held against prices: which of those not listed would enter a better plan."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from matchmaker.errors import RuleError
from matchmaker.pairs import Bools, Ints, Roster
from matchmaker.program.compile import mentees_by_programme
from matchmaker.program.listed import Listed
from matchmaker.program.scores import REFUSED, Priced, Scores, Terms
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.one_pass import Look, Pass

FIRST = 16
"""So many mentors are listed for each mentee to begin with."""

PART = 8
"""Every so many mentors are sorted to find how good the best ones are."""

ROOM = 2_000_000
"""So many worths are held at a time where the best mentors are sought."""

CHANCE = 4
"""And so many at random: they let everybody be placed who can be."""

NEW = 8
"""So many mentors are added for each mentee in a round at most."""

CROWDING = 0.1
"""What a mentor's full places cost to begin with, as a share of the largest points of a tier:
else everybody would list the same good mentors (measured)."""

BATCHES = 64
"""Mentees choose their first mentors in so many turns, each seeing who was chosen before."""

SAMPLE = 40
"""So many groups are held against the rules themselves before tables are trusted."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Pairs found, best first for each mentee.

    Attributes
    ----------
    more : mentees who have more such pairs than were kept.
    """

    i: Ints
    j: Ints
    worth: Ints
    more: Ints

    @classmethod
    def of(cls, parts: list[Found]) -> Found:
        """All of these."""
        none = np.zeros(0, dtype=np.int64)
        return cls(
            *(
                np.concatenate([none, *(getattr(part, name) for part in parts)])
                for name in ("i", "j", "worth", "more")
            )
        )

    def cut(self, most: int) -> Found:
        """At most so many pairs of each mentee, the best."""
        order = np.lexsort((self.j, -self.worth, self.i))
        i, j, worth = self.i[order], self.j[order], self.worth[order]
        place = np.arange(len(i)) - np.searchsorted(i, i)
        kept = place < most
        return Found(i[kept], j[kept], worth[kept], np.union1d(self.more, i[~kept]))


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
        self._known: tuple[Ints, Ints] | None = None
        self._open = np.ones(len(roster.mentee), dtype=np.bool_)
        for scores in self.scores:
            self._check(scores)

    # ---- the beginning -----------------------------------------------------------------------

    def beginning(
        self, pool: Executor, rng: np.random.Generator, places: Ints
    ) -> tuple[Ints, Ints]:
        """What ledgers speak of, good mentors for everybody, and some at random.

        Parameters
        ----------
        places : how many mentees each mentor may have at most. Shape: (M,).
        """
        width = max(1, len(self.roster.mentor))
        none = np.zeros(0, dtype=np.int64)
        found = [self._allowed(self.spoken // width, self.spoken % width)]
        load = np.zeros(len(self.roster.mentor))
        for scores in self.scores:
            priced = self.priced(scores, None)
            tier = int(np.argmax(scores.spread))
            full = CROWDING * int(scores.spread[tier]) / np.maximum(places, 0.5)
            order = rng.permutation(len(scores.groups))
            for batch in np.array_split(order, max(1, min(BATCHES, len(order) // 2))):
                crowded = priced.crowded(tier, (full * load).astype(np.int64))
                for part in pool.map(_best, [crowded] * len(batch), batch.tolist()):
                    load += np.bincount(part.j, minlength=len(load)) / FIRST
                    found.append((part.i, part.j))
                for number in batch.tolist():
                    mentees, mentors = scores.groups[number].both
                    if len(mentors):
                        drawn = mentors[rng.integers(0, len(mentors), len(mentees) * CHANCE)]
                        found.append(self._allowed(np.repeat(mentees, CHANCE), drawn))
            priced.outgrown()
        i, j = (np.concatenate(side) for side in zip(*found[1:], (none, none), strict=True))
        plain = ~_within(i * width + j, self.spoken)  # of those spoken of, tables know nothing
        return np.concatenate([found[0][0], i[plain]]), np.concatenate([found[0][1], j[plain]])

    def _allowed(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Those of these pairs that every must allows."""
        kept = np.zeros(len(i), dtype=np.bool_)
        for scores in self.scores:
            mine = np.flatnonzero(np.isin(i, scores.members))
            kept[mine] = scores.allowed(i[mine], j[mine])
        return i[kept], j[kept]

    def speaks_of(self, codes: Ints) -> Bools:
        """Which of these pairs a ledger speaks of: nobody looks for them again."""
        return _within(codes, self.spoken)

    # ---- prices ------------------------------------------------------------------------------

    def here(self, pool: Executor) -> Look:
        """Look with these threads."""

        def look(_: int, priced: Priced, over: Pass) -> Found:
            numbers = range(len(priced.scores.groups))
            return Found.of(list(pool.map(lambda n: self.look(priced, n, over), numbers)))

        return look

    def entering(self, look: Look, mentees: Ints, mentors: Ints, listed: Listed) -> Found:
        """Pairs not listed that prices speak for; after none are found there are none.

        Only pairs of which a side has become cheaper since all pairs were looked at, or whose
        mentee had more such pairs than could be kept, are looked at again.

        Parameters
        ----------
        mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
        """
        again, cheaper = self._open, np.ones(len(self.roster.mentor), dtype=np.bool_)
        if self._known is not None:
            again = again | _lower(mentees, self._known[0])
            cheaper = _lower(mentors, self._known[1])
        over = Pass((mentees, mentors), again, cheaper, listed.codes)
        parts = []
        for at, scores in enumerate(self.scores):
            while True:
                priced = self.priced(scores, over.prices)
                found = look(at, priced, over)
                if not priced.outgrown():
                    break
            parts.append(found)
        found = Found.of(parts)
        self._known = mentees, mentors
        self._open = np.zeros(len(self.roster.mentee), dtype=np.bool_)
        self._open[found.more] = True
        return found

    def look(self, priced: Priced, number: int, over: Pass) -> Found:
        """The best pairs of a group that would enter."""
        mentees, mentors = priced.scores.groups[number].both
        whole, cheaper = over.again[mentees], over.cheaper[mentors]
        parts = []
        for i, j in ((mentees[whole], mentors), (mentees[~whole], mentors[cheaper])):
            if not (len(i) and len(j)):
                continue
            for run in priced.scores.runs(i):
                for some, others, worth in priced.blocks(run, j):
                    at, to = np.nonzero(worth > 0)
                    parts.append(self._fresh(some[at], others[to], worth[at, to], over))
        return Found.of(parts).cut(NEW)

    def _fresh(self, i: Ints, j: Ints, worth: Ints, over: Pass) -> Found:
        """Those of these pairs that are neither listed nor spoken of by a ledger."""
        codes = i * len(self.roster.mentor) + j
        fresh = ~(_within(codes, over.listed) | _within(codes, self.spoken))
        none = np.zeros(0, dtype=np.int64)
        return Found(i[fresh], j[fresh], worth[fresh], none).cut(NEW)

    def priced(self, scores: Scores, prices: tuple[Ints, Ints] | None) -> Priced:
        """Worths at these prices, or at none.

        Raises
        ------
        RuleError
            if the points of all tiers together are too large for one number.
        """
        tiers = len(scores.spread)
        mentees, mentors = prices or (
            np.zeros((tiers, len(self.roster.mentee)), np.int64),
            np.zeros((tiers, len(self.roster.mentor)), np.int64),
        )
        priced = Priced(scores, mentees, mentors)
        if not priced.fits:
            raise RuleError("points of all tiers together are too large to be priced")
        return priced

    # ---- trust -------------------------------------------------------------------------------

    def _check(self, scores: Scores) -> None:
        """Hold the tables against the rules themselves for some pairs of some groups.

        Raises
        ------
        RuleError
            if a rule measures what it has not read of either side.
        """
        rng = np.random.default_rng(0)
        numbers = rng.permutation(len(scores.groups))[:SAMPLE]
        priced = self.priced(scores, None)
        listed = Listed(self.roster, scores.policy)
        width = len(self.roster.mentor)
        for number in numbers.tolist():
            mentees, left = scores.groups[number].both
            i = mentees[rng.permutation(len(mentees))[:8]]
            j = np.sort(rng.permutation(width)[:64])
            allowed = np.full((len(i), len(j)), REFUSED)
            inside = np.isin(j, left)
            if inside.any():
                allowed[:, inside] = np.concatenate(
                    [block[2] for block in priced.blocks(i, j[inside])], axis=1
                )
            pairs = np.repeat(i, len(j)), np.tile(j, len(i))
            codes = pairs[0] * width + pairs[1]
            plain = ~_within(codes, self.spoken)
            exact = np.full(len(codes), REFUSED)
            may = scores.allowed(*pairs)
            exact[may] = priced.weights @ listed.points_of(pairs[0][may], pairs[1][may])
            if (exact != allowed.reshape(-1))[plain].any():
                raise RuleError(f"a rule of programme {scores.programme} reads what cannot be seen")


def _best(priced: Priced, number: int) -> Found:
    """The first mentors of a group: those above a threshold that a part of the mentors tells."""
    mentees, mentors = priced.scores.groups[number].both
    parts = []
    step = max(1, ROOM // max(1, len(mentors)))
    pieces = (
        run[start : start + step]
        for run in priced.scores.runs(mentees)
        for start in range(0, len(run), step)
    )
    for i in pieces if len(mentors) else ():
        worth = np.concatenate([block[2] for block in priced.blocks(i, mentors)], axis=1)
        thin = worth[:, ::PART]
        place = max(0, thin.shape[1] - max(1, FIRST // PART))
        least = np.partition(thin, place, axis=1)[:, [place]]
        at, to = np.nonzero((worth >= least) & (worth > REFUSED))
        kept = np.arange(len(at)) - np.searchsorted(at, at) < 1.5 * FIRST
        at, to = at[kept], to[kept]
        parts.append(Found(i[at], mentors[to], worth[at, to], np.zeros(0, dtype=np.int64)))
    return Found.of(parts)


def _within(codes: Ints, known: Ints) -> Bools:
    """Which codes stand among known ones, which ascend."""
    if not len(known):
        return np.zeros(len(codes), dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return np.asarray(known[at] == codes)


def _lower(prices: Ints, before: Ints) -> Bools:
    """Whose price is lower than before in the first tier in which it differs. Shape: (units,)."""
    change = prices - before
    first = np.argmax(change != 0, axis=0)
    return np.asarray(np.take_along_axis(change, first[None, :], axis=0)[0] < 0)
