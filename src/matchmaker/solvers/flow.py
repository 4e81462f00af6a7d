"""Exact min-cost flow, with our own prices as the proof of every tier."""

from __future__ import annotations

from matchmaker.events import TierClosed
from matchmaker.limits import Limits
from matchmaker.program.answer import Raw, TierProof
from matchmaker.program.network import skeleton
from matchmaker.program.program import Program
from matchmaker.program.structure import Structure, structure_of
from matchmaker.solvers.base import Watch
from matchmaker.solvers.lexicographic import Lexicographic


class Flow:
    """Min-cost flow: for limits that nest on each side."""

    name = "flow"

    def __init__(self) -> None:
        self._known: tuple[Program, Structure] | None = None

    def objections(self, program: Program) -> tuple[str, ...]:
        """Why the limits do not nest, in words."""
        return self._structure(program).objections

    def solve(self, program: Program, limits: Limits, watch: Watch) -> Raw:
        """Solve every tier to proved optimality.

        Raises
        ------
        CertificateError
            if prices do not confirm a flow that the library calls optimal.
        """
        left = self._structure(program).left
        assert left is not None

        def closed(tier: int, value: int) -> None:
            watch(TierClosed(program.tiers[tier].words(), value, value))

        chosen, prices = Lexicographic(closed).solve(program, skeleton(program, left))
        values = program.values(chosen)
        proof = tuple(
            TierProof(price, "prices", value) for price, value in zip(prices, values, strict=True)
        )
        return Raw(chosen, proof)

    def _structure(self, program: Program) -> Structure:
        """How the limits nest; worked out once for a program that is asked about and solved."""
        if self._known is None or self._known[0] is not program:
            self._known = program, structure_of(program)
        return self._known[1]
