"""Exponents are those that the times were made with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.bench.growth import bottleneck, growths
from tests.bench.made import case, run

SIZES = (100, 200, 400)


@given(st.floats(0.1, 3), st.floats(0.1, 5))
def test_an_exponent_is_found_again(exponent: float, c: float) -> None:
    runs = [
        run("columns", {"price": c * (n / 100) ** exponent}, case(n, seed))
        for n in SIZES
        for seed in (1, 2)
    ]
    found = {(one.phase, one.against): one for one in growths(runs, "cpu")}
    assert found["price", "mentees"].exponent == pytest.approx(exponent, abs=2e-3)
    assert found["price", "pairs"].exponent == pytest.approx(exponent / 2, abs=2e-3)
    assert found["memory", "mentees"].exponent == pytest.approx(1, abs=2e-3)


def test_the_bottleneck_is_what_takes_most_at_ten_times_the_size() -> None:
    runs = [
        run("columns", {"compile": 0.02 * n, "price": 0.00001 * n**2, "explain": 100 * n}, case(n))
        for n in SIZES
    ]
    found = growths(runs, "wall")
    first = bottleneck(found, "columns")
    assert first is not None and first.phase == "price"
    assert first.largest == 1.6 and first.tenfold == pytest.approx(160, rel=0.01)


def test_requests_are_fitted_where_only_they_differ() -> None:
    runs = [run("columns", {"price": 0.1 * n}, case(100, 1, n)) for n in (1, 2, 4)]
    runs.append(run("columns", {"price": 0.1}, case(100, 1, 0)))
    found = [one for one in growths(runs, "cpu") if one.phase == "price"]
    assert [(one.against, one.exponent) for one in found] == [("deficits", 1.0)]


def test_two_sizes_or_too_short_times_are_not_fitted() -> None:
    short = [run("columns", {"price": 1e-5 * n}, case(n)) for n in SIZES]
    few = [run("columns", {"price": n}, case(n)) for n in SIZES[:2]]
    assert not [one for one in growths(short, "cpu") if one.phase != "memory"]
    assert not growths(few, "cpu")
