"""Pairs and links of schools decided together: gap and gain, beside plainer ways.

Run: ``python benchmarks/partnerships.py [--seconds N] [--mentees N] [--mentors N]
[--schools N] [--seed N ...]``. On the scenario ``city`` of that size it prints what
``matchmaker partner --kind joint`` reaches and proves in that time, what two steps (links
first, then pairs) reach, and CP-SAT over the same program in the same time. The bounds are
over every candidate pair there is: no shortlist is made.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from matchmaker import scenarios
from matchmaker.engine import scenario_policy
from matchmaker.limits import Limits
from matchmaker.pairs import Bools
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.joint import Joint
from matchmaker.program.parts import program_of
from matchmaker.solvers.auto import solver_named
from matchmaker.solvers.joint import two_step

DECIDING = "fit"
"""The tier whose gap is printed: those before it close at once."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--mentees", type=int, default=500)
    parser.add_argument("--mentors", type=int, default=400)
    parser.add_argument("--schools", type=int, default=60)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--solver", nargs="+", default=["two-step", "joint", "cpsat"])
    asked = parser.parse_args()
    print(
        f"{'seed':>4} {'way':9} {'pairs':>6} {'links':>6} {'served':>7} {'fit':>8} "
        f"{'bound':>8} {'gap %':>7} {'seconds':>8}"
    )
    for seed in asked.seed:
        made = scenarios.generate(
            "city",
            seed=seed,
            mentees=asked.mentees,
            mentors=asked.mentors,
            schools=asked.schools,
        )
        program = program_of(made.municipality, scenario_policy(made), "joint")
        assert isinstance(program, Joint)
        print(f"{seed:4} {program.people.pairs} candidate pairs, {program.links.pairs} links")
        for name in asked.solver:
            started = time.perf_counter()
            raw = _solve(name)(program, Limits(seconds=asked.seconds))
            _line(seed, name, program, raw, time.perf_counter() - started)


def _solve(name: str) -> Callable[[Joint, Limits], Raw]:
    if name == "two-step":
        return lambda program, limits: _unproved(program, two_step(program, limits))
    return lambda program, limits: solver_named(name).solve(program, limits, lambda event: None)


def _unproved(program: Joint, chosen: Bools) -> Raw:
    return Raw(chosen, tuple(TierProof(None, "open", None) for _ in program.tiers))


def _line(seed: int, name: str, program: Joint, raw: Raw, seconds: float) -> None:
    place = {tier.name: t for t, tier in enumerate(program.tiers)}
    values = program.values(raw.chosen)
    value, bound = values[place[DECIDING]], raw.proof[place[DECIDING]].bound
    gap = "" if bound is None else f"{100 * (bound - value) / max(1, abs(bound)):.3f}"
    print(
        f"{seed:4} {name:9} {program.of_people(raw.chosen).sum():6} "
        f"{program.of_links(raw.chosen).sum():6} {values[place['coverage']]:7} {value:8} "
        f"{'' if bound is None else bound:>8} {gap:>7} {seconds:8.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
