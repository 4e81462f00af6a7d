"""One pass over all pairs: what they are held against, and who looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.pairs import Bools, Ints

if TYPE_CHECKING:
    from matchmaker.program.scores import Priced
    from matchmaker.solvers.pricing import Found


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """What all groups are held against.

    Attributes
    ----------
    prices : of mentees and mentors. Shapes: (tiers, N), (tiers, M).
    again : mentees all of whose pairs are looked at. Shape: (N,).
    cheaper : mentors that are looked at with all the other mentees. Shape: (M,).
    listed : codes of the pairs listed, ascending.
    """

    prices: tuple[Ints, Ints]
    again: Bools
    cheaper: Bools
    listed: Ints


Look: TypeAlias = "Callable[[int, Priced, Pass], Found]"
"""Holds all groups of a programme, named by its place, against these prices, and tells the pairs
found in the order of the groups: by threads here (:meth:`.pricing.Pricing.here`), or by workers
(:mod:`.shared_pricing`)."""
