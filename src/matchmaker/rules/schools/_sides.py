"""How rules about schools list the two sides and compare what is written in words."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.domain.records import fold
from matchmaker.pairs import Pairs
from matchmaker.units import SchoolUnit

SHOWN = 3
"""So many topics are named in a sentence."""


def helped_of(p: Pairs) -> list[SchoolUnit]:
    """Every school that is helped, in the order of the roster."""
    return [unit for unit in p.roster.mentee.units if isinstance(unit, SchoolUnit)]


def helping_of(p: Pairs) -> list[SchoolUnit]:
    """Every school that helps, in the order of the roster."""
    return [unit for unit in p.roster.mentor.units if isinstance(unit, SchoolUnit)]


def folded(words: Iterable[str]) -> frozenset[str]:
    """Topics or subjects without the differences of spelling that do not count."""
    return frozenset(fold(word) for word in words)


def named(found: Iterable[str], *written: Iterable[str]) -> str:
    """The first of these folded topics, as a sentence names them: in the tables' spelling."""
    spelling = {fold(word): " ".join(word.split()) for words in written for word in sorted(words)}
    return ", ".join(sorted(spelling[topic] for topic in found)[:SHOWN])
