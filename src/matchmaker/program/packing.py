"""Consecutive tiers as one number, so that one flow settles several of them.

With field widths ``b`` the points of tiers 1, 2, 3 become ``p1·2^(b2+b3) + p2·2^b3 + p3``. An
optimum of these numbers is a lexicographic optimum if no exchange along a cycle of the network
gains more of a later tier than a field can hold. That is not known beforehand; but prices are
packed too, and once unpacked they prove each tier, or they do not and the tiers are settled one
by one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Ints
from matchmaker.program.program import Program

EXCHANGES = 16
"""A field holds so many times the largest points of its tier."""

PRODUCT = 60
"""Bits that OR-Tools allows for the largest cost times the number of nodes (measured)."""


@dataclass(frozen=True, slots=True)
class Packing:
    """Consecutive tiers with the widths of their fields, first tier first.

    Attributes
    ----------
    bits : width of each field; 0 where nothing counts in a tier.
    """

    tiers: tuple[int, ...]
    bits: tuple[int, ...]

    def weights(self, tiers: int) -> Ints:
        """What a point of each of so many tiers is worth; 0 outside the packing."""
        found = np.zeros(tiers, dtype=np.int64)
        shift = 0
        for tier, width in zip(reversed(self.tiers), reversed(self.bits), strict=True):
            found[tier] = 1 << shift
            shift += width
        return found

    def unpack(self, numbers: Ints) -> dict[int, Ints]:
        """The share of each tier: digits of either sign; the first tier has all that is left."""
        found: dict[int, Ints] = {}
        rest = numbers
        first = next((at for at, width in enumerate(self.bits) if width), 0)
        for at in range(len(self.tiers) - 1, -1, -1):
            width = self.bits[at]
            if at == first:
                digit, rest = rest, np.zeros_like(rest)
            elif width:
                half = 1 << (width - 1)
                digit = ((rest + half) & ((1 << width) - 1)) - half
                rest = (rest - digit) >> width
            else:
                digit = np.zeros_like(rest)
            found[self.tiers[at]] = digit
        return found

    @property
    def single(self) -> tuple[Packing, ...]:
        """Its tiers one by one."""
        return tuple(Packing((tier,), (1,)) for tier in self.tiers)


def packings(program: Program) -> list[Packing]:
    """Split the tiers of a program into as few packings as OR-Tools' numbers allow."""
    room = PRODUCT - (len(program.rows) + 2).bit_length()
    found: list[Packing] = []
    tiers: list[int] = []
    bits: list[int] = []
    for tier in range(len(program.tiers)):
        largest = _largest(program, tier)
        width = (EXCHANGES * largest).bit_length() + 1 if largest else 0
        if tiers and sum(bits) + width > room:
            found.append(Packing(tuple(tiers), tuple(bits)))
            tiers, bits = [], []
        tiers.append(tier)
        bits.append(width)
    return [*found, Packing(tuple(tiers), tuple(bits))]


def _largest(program: Program, tier: int) -> int:
    """The most that one pair, or one unit of a row's load, may change in a tier."""
    rows = program.rows
    short = rows.short_cost[(rows.short_tier == tier) & (rows.lower > 0)]
    over = rows.over_cost[(rows.over_tier == tier) & ~rows.hard]
    parts = (np.abs(program.points[tier]), short, over)
    return max(int(part.max(initial=0)) for part in parts)
