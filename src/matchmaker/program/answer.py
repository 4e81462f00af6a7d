"""What a solver may say: a status, the chosen pairs, and what proves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matchmaker.pairs import Bools
from matchmaker.program.face import Prices

Status = Literal["optimal", "feasible", "infeasible", "timeout"]
Closed = Literal["prices", "rounding", "search", "open"]


@dataclass(frozen=True, slots=True, eq=False)
class TierProof:
    """How one tier was settled.

    Attributes
    ----------
    prices : what its bound rests on, or nothing if no bound was computed.
    closed : ``prices``: the bound is attained exactly; ``rounding``: attained after
        rounding down; ``search``: the solver proved the rest by branching, its own word;
        ``open``: not proved.
    bound : the best bound known, the solver's own included; nothing if none.
    """

    prices: Prices | None
    closed: Closed
    bound: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Raw:
    """An answer in arrays: no names yet.

    Attributes
    ----------
    chosen : Shape: (pairs,).
    proof : one per tier.
    """

    chosen: Bools
    proof: tuple[TierProof, ...]

    @property
    def proved(self) -> bool:
        """Whether every tier was settled, by prices or by the solver's own word."""
        return all(tier.closed != "open" for tier in self.proof)
