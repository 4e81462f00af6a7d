"""Every family is solved, in a small size, by everybody who is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from matchmaker.bench.family import families, read_family
from matchmaker.bench.one import Order, perform
from matchmaker.bench.quality import Quality
from matchmaker.bench.record import Case, Run
from matchmaker.bench.solvers import CONTENDERS
from matchmaker.errors import InputError

SHIPPED = ("alike", "city", "country", "crossed", "dense", "requests", "sizes", "square", "tight")


def solved(case: Case, solver: str, rules: tuple[str, ...] = (), memory_mb: int = 4000) -> Run:
    order = Order(case=case, solver=solver, rules=rules, seconds=60, memory_mb=memory_mb)
    return perform(order)


def test_all_families_are_found() -> None:
    assert set(SHIPPED) <= set(families())


@pytest.mark.parametrize("name", SHIPPED)
def test_everybody_solves_the_smallest_of_a_family(name: str) -> None:
    _, family = read_family(name)
    small = family.model_copy(update={"mentees": (14,), "seeds": (1,)})
    case = next(iter(small.cases()))
    runs = [solved(case, solver, family.rules) for solver in CONTENDERS]
    by_name = {run.solver: run for run in runs}
    assert by_name["auto"].status == "proved"
    quality = Quality(runs)
    for run in runs:
        assert run.status in {"proved", "answered", "missing", "refused"}, (run.solver, run.reason)
        assert bool(run.reason) == (not run.answered)
        assert not quality.beaten(run), run.solver
        if run.status == "proved":
            assert run.tiers == by_name["auto"].tiers, run.solver
        if run.answered:
            assert run.seconds("cpu") >= 0
            assert run.solver == "columns" or set(run.wall) >= {"eligible", "compile", "solve"}


def test_plain_methods_are_exact_where_all_tiers_fit_into_one_number() -> None:
    name, family = read_family("dense")
    case = Case(scenario="country", mentees=30, mentors=30, tightness=1.0, seed=3)
    best = solved(case, "columns", family.rules)
    assert best.status == "proved"
    for solver in ("scipy", "scipy-direct", "plain-flow", "highs", "plain-cpsat"):
        run = solved(case, solver, family.rules)
        assert run.exact is True
        assert (run.tiers, run.dropped) == (best.tiers, 0), (name, solver)


def test_the_same_order_gives_the_same_answer() -> None:
    case = Case(scenario="country", mentees=20, mentors=12, tightness=1.0, seed=2)
    for solver in ("columns", "flow", "scipy", "deferred"):
        times = {"wall", "cpu", "base_mb", "peak_mb"}
        one, two = (solved(case, solver).model_dump(exclude=times) for _ in range(2))
        assert one == two


def test_what_needs_too_much_memory_is_refused_with_the_reason() -> None:
    case = Case(scenario="country", mentees=20, mentors=12, seed=1)
    run = solved(case, "scipy", memory_mb=0)
    assert run.status == "refused" and "МБ" in run.reason and not run.tiers
    assert solved(case, "columns", memory_mb=0).status == "proved"  # it lists few pairs


def test_a_flow_is_not_asked_for_limits_that_cross() -> None:
    run = solved(Case(scenario="crossed", mentees=40, mentors=30, seed=1), "columns")
    assert run.status == "refused" and "Наставляемые из других организаций" in run.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = ", "TOML"),
        ('title = "x"', "solvers"),
        ('{whole}\nscenario = "moon"', "moon"),
        ('{whole}\nrules = ["kindness"]', "kindness"),
        ('{whole}\nscenario = "city"\ntightness = [1.0]', "tightness"),
        ("{whole}\ncolour = 1", "colour"),
    ],
)
def test_a_family_that_makes_no_sense_is_refused(tmp_path: Path, text: str, words: str) -> None:
    whole = (
        'title = "x"\ntitle_en = "x"\nmentees = [10]\nmentors = 1\n'
        'solvers = ["greedy"]\nbaseline = "greedy"'
    )
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("{whole}", whole), encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_family(str(file))


def test_two_packages_with_one_module_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not CONTENDERS["matching"].missing() or not CONTENDERS["mentor-match"].missing():
        pytest.skip("one of them is installed")
    package = tmp_path / "matching"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "process.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert CONTENDERS["mentor-match"].missing() == ""
    assert "matching" in CONTENDERS["matching"].missing()
    monkeypatch.delitem(sys.modules, "matching", raising=False)
