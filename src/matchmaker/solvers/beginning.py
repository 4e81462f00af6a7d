"""The pairs that columns begin with: good mentors for everybody, and some at random."""

from __future__ import annotations

from concurrent.futures import Executor

import numpy as np

from matchmaker.pairs import Ints
from matchmaker.program.scores import NEVER, Priced
from matchmaker.solvers.pricing import ROWS, Found, Pricing

FIRST = 12
"""So many mentors are listed for each mentee to begin with."""

EVERY = 4
"""Every so many mentors are sorted to find how good the best ones are."""

ROOM = 2_000_000
"""So many worths are held at a time where the best mentors are sought."""

CHANCE = 2
"""And so many at random: they let everybody be placed who can be."""

CROWDING = 0.2
"""What a mentor's full places cost to begin with, as a share of the largest points of a tier:
else everybody would list the same good mentors (measured)."""

BATCHES = 64
"""Mentees choose their first mentors in so many turns, each seeing who was chosen before."""


def beginning(
    pricing: Pricing, pool: Executor, rng: np.random.Generator, places: Ints
) -> tuple[Ints, Ints]:
    """What ledgers speak of, good mentors for everybody, and some at random.

    Parameters
    ----------
    places : how many mentees each mentor may have at most. Shape: (M,).
    """
    width = max(1, len(pricing.roster.mentor))
    spoken = pricing.allowed(pricing.spoken // width, pricing.spoken % width)
    load = np.zeros(len(pricing.roster.mentor))
    none = np.zeros(0, dtype=np.int64)
    found: list[tuple[Ints, Ints]] = [(none, none)]
    for scores in pricing.scores:
        priced = pricing.free(scores)
        tier = int(np.argmax(scores.spread))
        full = CROWDING * int(scores.spread[tier]) / np.maximum(places, 0.5)
        order = rng.permutation(len(scores))
        for batch in np.array_split(order, max(1, min(BATCHES, len(order) // 2))):
            crowded = priced.crowded(tier, (full * load).astype(np.int64))
            for part in pool.map(_best, [crowded] * len(batch), batch.tolist()):
                load += np.bincount(part.j, minlength=len(load)) / FIRST
                found.append((part.i, part.j))
            for number in batch.tolist():
                mentees, mentors = scores.group(number)
                if len(mentors):
                    drawn = mentors[rng.integers(0, len(mentors), len(mentees) * CHANCE)]
                    found.append(pricing.allowed(np.repeat(mentees, CHANCE), drawn))
        priced.outgrown()
    i, j = (np.concatenate(side) for side in zip(*found, strict=True))
    plain = ~pricing.speaks_of(i * width + j)  # of those spoken of, tables know nothing
    return np.concatenate([spoken[0], i[plain]]), np.concatenate([spoken[1], j[plain]])


def _best(priced: Priced, number: int) -> Found:
    """The first mentors of a group: those above a threshold that a part of the mentors tells."""
    mentees, mentors = priced.scores.group(number)
    parts = []
    step = max(1, min(ROWS, ROOM // max(1, len(mentors))))
    for start in range(0, len(mentees) if len(mentors) else 0, step):
        i = mentees[start : start + step]
        worth = priced.block(i, mentors)
        thin = worth[:, ::EVERY]
        place = max(0, thin.shape[1] - max(1, FIRST // EVERY))
        least = np.partition(thin, place, axis=1)[:, [place]]
        at, to = np.nonzero((worth >= least) & (worth > NEVER))
        kept = np.arange(len(at)) - np.searchsorted(at, at) < 1.5 * FIRST
        at, to = at[kept], to[kept]
        fit = ~priced.scores.refused_late(i[at], mentors[to])
        parts.append(Found(i[at], mentors[to], worth[at, to]).only(fit))
    return Found.of(parts)
