"""What became slower or worse is found, on one machine or two."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matchmaker.bench.compare import compare
from matchmaker.bench.record import Results
from matchmaker.errors import InputError
from tests.bench.made import MACHINE, case, results, run
from tests.cli.conftest import say

__all__ = ["say"]

BEFORE = results(
    run("greedy", {"solve": 1.0}, fit=90), run("columns", {"price": 2.0, "solve": 1.0})
)
OTHER = MACHINE.model_copy(update={"cores": 64})


def verdicts(after: Results, threshold: float = 1.25) -> dict[tuple[str, str], str]:
    found = compare(BEFORE, after, threshold, "cpu")
    return {(one.solver, one.phase): one.verdict for one in found.changes if one.verdict != "same"}


def test_nothing_differs_from_itself() -> None:
    assert verdicts(BEFORE) == {}


def test_a_slower_phase_is_named() -> None:
    after = results(BEFORE.runs[0], run("columns", {"price": 4.0, "solve": 1.1}))
    assert verdicts(after) == {("columns", "price"): "slower", ("columns", "total"): "slower"}
    assert verdicts(after, threshold=2.5) == {}


def test_answers_that_became_worse_are_named() -> None:
    greedy, columns = BEFORE.runs
    worse = columns.model_copy(update={"tiers": {"coverage": 49, "fit": 200}})
    assert verdicts(results(greedy, worse)) == {("columns", "quality"): "worse"}
    lost = columns.model_copy(update={"status": "timeout", "wall": {}, "cpu": {}, "tiers": {}})
    assert verdicts(results(greedy, lost)) == {("columns", "quality"): "lost"}
    unproved = columns.model_copy(update={"status": "answered"})
    assert verdicts(results(greedy, unproved)) == {("columns", "quality"): "worse"}


def test_on_another_machine_ratios_are_compared() -> None:
    twice = [
        one.model_copy(update={"cpu": {name: 2 * t for name, t in one.cpu.items()}})
        for one in BEFORE.runs
    ]
    assert set(verdicts(results(*twice)).values()) == {"slower"}
    assert verdicts(results(*twice, machine=OTHER)) == {}
    slower = run("columns", {"price": 8.0, "solve": 2.0})
    after = results(twice[0], slower, machine=OTHER)
    assert verdicts(after)["columns", "price"] == "slower"


def test_the_median_over_seeds_decides() -> None:
    seeds = [case(seed=seed) for seed in (1, 2, 3)]
    before = results(*(run("columns", {"price": 1.0}, one) for one in seeds))
    after = results(
        *(run("columns", {"price": t}, one) for one, t in zip(seeds, (9.0, 1.0, 1.0), strict=True))
    )
    assert not compare(before, after, 1.25, "cpu").worse


def test_what_cannot_be_compared_is_said() -> None:
    with pytest.raises(InputError):
        compare(BEFORE, BEFORE.model_copy(update={"family": "x"}), 1.25, "cpu")
    with pytest.raises(InputError):
        compare(BEFORE, results(), 1.25, "cpu")
    other = results(*BEFORE.runs, machine=OTHER).model_copy(update={"baseline": "scipy"})
    with pytest.raises(InputError):
        compare(BEFORE, other, 1.25, "cpu")


def test_the_exit_code_tells(tmp_path: Path, say: object) -> None:
    assert callable(say)
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_text(BEFORE.model_dump_json(), encoding="utf-8")
    two.write_text(
        results(BEFORE.runs[0], run("columns", {"price": 4.0})).model_dump_json(), encoding="utf-8"
    )
    assert say("bench", "compare", one, one).code == 0
    said = say("bench", "compare", one, two)
    assert said.code == 1 and "медленнее" in said.out
    said = say("bench", "compare", one, two, "--json")
    assert said.code == 1 and said.data["worse"] == 2 and json.dumps(said.data["changes"])
    assert say("bench", "compare", two, one).code == 0
    two.write_text("{}", encoding="utf-8")
    said = say("bench", "compare", one, two)
    assert said.code == 2 and "two.json" in said.err
