"""Ours with all pairs listed: the route chosen by the limits, or a solver by name."""

from __future__ import annotations

from matchmaker.bench.phases import Phases
from matchmaker.bench.solvers.base import Reached, Task, listed
from matchmaker.errors import CertificateError
from matchmaker.events import nobody
from matchmaker.explain import rules_of
from matchmaker.pairs import Bools
from matchmaker.program.answer import Raw
from matchmaker.program.face import Face, judge
from matchmaker.program.program import Program
from matchmaker.solvers.auto import choose

EXPLAINED = 100
"""So many pairs of a plan are explained; the phase is the time for these."""


class Ours:
    """A solver of the product, with the check of its proof and the words for its pairs."""

    def __init__(self, name: str, bytes_per_pair: int) -> None:
        self.name, self.bytes_per_pair = name, bytes_per_pair

    def missing(self) -> str:
        """Nothing is needed."""
        return ""

    def run(self, task: Task, phase: Phases) -> Reached:
        """List, choose a route, solve, check and explain."""
        program = listed(task, phase)
        with phase("structure"):
            solver = choose(self.name, program).solver
        with phase("solve"):
            raw = solver.solve(program, task.limits, nobody)
        with phase("verify"):
            check(program, raw)
        explained(program, raw.chosen, phase)
        bounds = tuple(tier.bound for tier in raw.proof)
        return Reached(program, raw.chosen, bounds, raw.proved)


def check(program: Program, raw: Raw) -> None:
    """Hold an answer against all limits and all pairs against its prices; no solver is asked.

    Raises
    ------
    CertificateError
        if a limit is broken, or prices do not prove what is said of them.
    """
    if not program.allowed(raw.chosen):
        raise CertificateError("a limit is broken")
    face = Face.whole(program)
    for t, (value, proof) in enumerate(zip(program.values(raw.chosen), raw.proof, strict=True)):
        if proof.prices is None:
            return
        judgement = judge(program, face, t, proof.prices)
        if proof.closed == "prices" and not judgement.closes(value):
            raise CertificateError(f"tier {program.tiers[t].name} is not proved")
        face = judgement.after(t, value)


def explained(program: Program, chosen: Bools, phase: Phases) -> None:
    """Say of some pairs of a plan what every rule says of them."""
    with phase("explain"):
        for p in chosen.nonzero()[0][:EXPLAINED].tolist():
            rules_of(program, int(program.i[p]), int(program.j[p]))
