"""One pass over all pairs: what they are held against, and who looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.pairs import Ints
from matchmaker.program.scores import Fields, Priced

if TYPE_CHECKING:
    from matchmaker.solvers.pricing import Found


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """What the pairs of all programmes are held against.

    Attributes
    ----------
    mentees, mentors : prices. Shapes: (tiers, N), (tiers, M).
    listed : codes of pairs that need not be looked for, ascending.
    """

    mentees: Ints
    mentors: Ints
    listed: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What has changed for the pairs of a programme since the last prices.

    Attributes
    ----------
    fields : in which the worth of a pair is told.
    mentee, mentor : by how much each has become cheaper, all tiers in one number.
    """

    over: Pass
    fields: Fields
    mentee: Ints
    mentor: Ints


Looker: TypeAlias = "Callable[[int, Priced, Change, Mapping[int, Ints]], list[tuple[Found, Ints]]]"
"""Looks at all groups of a programme, named by its place, in the order of the groups (see
:meth:`.pricing.Pricing.look`): by threads here (:meth:`.pricing.Pricing.here`), or by workers
(:mod:`.shared_pricing`). The last argument is what is known of the groups, by number."""
