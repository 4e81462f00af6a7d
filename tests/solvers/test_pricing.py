"""What prices speak for is found, however prices rose and fell before."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.io.policy_file import default_policy
from matchmaker.pairs import Ints, Roster
from matchmaker.policy import Policy
from matchmaker.program import neighbours, terms
from matchmaker.program.compile import compile_program
from matchmaker.program.listed import Listed
from matchmaker.program.program import Program
from matchmaker.solvers import pricing
from matchmaker.solvers.pricing import Found, Pricing

DEFAULT = default_policy()

MOST = np.array([[{"fit": 100, "travel": 10}.get(tier.name, 2)] for tier in DEFAULT.order])
"""Prices of a tier lie between this and its negative, so that all tiers fit one number."""


@contextmanager
def small_pieces() -> Iterator[None]:
    """Several parts, pieces and groups even of a small roster, and rules without tables."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pricing, "PART", 7)
        patch.setattr(pricing, "ROWS", 5)
        patch.setattr(pricing, "NEW", 2)
        patch.setattr(neighbours, "TOGETHER", 12)
        patch.setattr(terms, "CELLS", 300)
        patch.setattr(terms, "FEW", 3)
        yield


def moved(rng: np.random.Generator, prices: Ints) -> Ints:
    """The same prices but for some, which rise or fall: a little or a lot, few or all."""
    some = rng.random(prices.shape) < rng.choice([0.03, 0.3, 1.0])
    step = int(rng.choice([1, 5, 60]))
    steps = rng.integers(-step, step + 1, prices.shape)
    return np.asarray(np.clip(prices + some * steps, -MOST, MOST))


def speaking(program: Program, mentees: Ints, mentors: Ints, listed: Listed) -> Found:
    """By brute force: all pairs not listed that prices speak for, and their rank."""
    gains = program.points - mentees[:, program.i] - mentors[:, program.j]
    ranks = np.empty(program.pairs, dtype=np.int64)
    order = np.lexsort(gains[::-1])
    new = np.any(np.diff(gains[:, order], axis=1, prepend=gains[:, order[:1]]), axis=0)
    ranks[order] = np.cumsum(new)
    first = gains[np.argmax(gains != 0, axis=0), np.arange(program.pairs)]
    codes = program.i * len(program.roster.mentor) + program.j
    return Found(program.i, program.j, ranks).only((first > 0) & ~np.isin(codes, listed.codes))


@settings(max_examples=20, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(1, 50),
    st.integers(0, 10**6),
    st.lists(st.integers(-2, 12), min_size=len(DEFAULT.uses), max_size=len(DEFAULT.uses)),
)
def test_nothing_that_prices_speak_for_is_skipped(
    mentees: int, mentors: int, seed: int, weights: list[int]
) -> None:
    policy = DEFAULT.model_copy(
        update={
            "uses": tuple(
                use.model_copy(update={"weight": weight})
                if use.mood == "prefer" and use.rule.name not in {"balance", "served", "priority"}
                else use
                for use, weight in zip(DEFAULT.uses, weights, strict=True)
            )
        }
    )
    roster = country(mentees, mentors, policy, seed)
    with small_pieces(), ThreadPoolExecutor(1) as pool:
        _hold(roster, policy, pool, np.random.default_rng(seed))


def _hold(
    roster: Roster, policy: Policy, pool: ThreadPoolExecutor, rng: np.random.Generator
) -> None:
    program = compile_program(roster, policy)
    over, listed = Pricing(roster, policy), Listed(roster, policy)
    width = len(roster.mentor)
    listed.add(*listed.new(*over.allowed(over.spoken // width, over.spoken % width)))
    sides = len(roster.mentee), width
    mentee, mentor = (moved(rng, np.zeros((len(policy.order), size), np.int64)) for size in sides)
    for _ in range(8):
        found = over.entering(over.here(pool), mentee, mentor, listed)
        right = speaking(program, mentee, mentor, listed)
        rank = dict(zip(_names(right), right.worth.tolist(), strict=True))
        best, _ = right.cut(pricing.NEW)
        # Of equals, others may be kept: each mentee has as many, and none is worse.
        got = [(name[0], rank.get(name)) for name in _names(found)]
        assert sorted(got) == sorted(zip(best.i.tolist(), best.worth.tolist(), strict=True))
        listed.add(*listed.new(found.i, found.j))
        mentee, mentor = moved(rng, mentee), moved(rng, mentor)


def _names(found: Found) -> list[tuple[int, int]]:
    return list(zip(found.i.tolist(), found.j.tolist(), strict=True))


def test_what_fell_short_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    piece = Pricing._piece

    def counted(self: Pricing, priced: object, change: object, i: Ints, j: Ints) -> object:
        looked.append(len(i) * len(j))
        return piece(self, priced, change, i, j)  # type: ignore[arg-type]

    monkeypatch.setattr(Pricing, "_piece", counted)
    roster = country(120, 60, DEFAULT)
    over, listed = Pricing(roster, DEFAULT), Listed(roster, DEFAULT)
    mentee, mentor = (np.repeat(MOST, size, axis=1) for size in (120, 60))
    cheaper = mentor.copy()
    cheaper[-1] -= 1
    with ThreadPoolExecutor(1) as pool:
        assert not len(over.entering(over.here(pool), mentee, mentor, listed).i)
        assert sum(looked) > 0
        looked.clear()
        assert not len(over.entering(over.here(pool), mentee, cheaper, listed).i)
    assert not looked


def test_prices_too_large_for_old_fields_are_begun_anew_with() -> None:
    """A tier whose prices are gone has no field any more; what was known in it is forgotten."""
    roster = country(40, 30, DEFAULT)
    program = compile_program(roster, DEFAULT)
    over, listed = Pricing(roster, DEFAULT), Listed(roster, DEFAULT)
    tiers = [tier.name for tier in DEFAULT.order]
    mentee, mentor = (np.zeros((len(tiers), size), np.int64) for size in (40, 30))
    mentee[0], mentor[0] = 9, -4
    cheap = np.zeros_like(mentor)
    cheap[tiers.index("fit")] = -500_000
    with ThreadPoolExecutor(1) as pool:
        assert not len(over.entering(over.here(pool), mentee, mentor, listed).i)
        found = over.entering(over.here(pool), np.zeros_like(mentee), cheap, listed)
    right = speaking(program, np.zeros_like(mentee), cheap, listed)
    new = right.only(~over.speaks_of(right.i * 30 + right.j))
    assert set(new.i.tolist()) == set(found.i.tolist())
