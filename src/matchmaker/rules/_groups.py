"""How rules number people and organisations when they state quotas."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np

from matchmaker.constraints.quota import NO_GROUP
from matchmaker.pairs import Ints, Pairs
from matchmaker.units import MenteeUnit, MentorUnit


def mentees_of(p: Pairs) -> list[MenteeUnit]:
    """Everyone who is helped, in the order of the roster."""
    return [unit for unit in p.roster.mentee.units if isinstance(unit, MenteeUnit)]


def mentors_of(p: Pairs) -> list[MentorUnit]:
    """Everyone who helps, teams too, in the order of the roster."""
    return [unit for unit in p.roster.mentor.units if isinstance(unit, MentorUnit)]


def name_of(unit: MentorUnit) -> str:
    """The mentor's name; of a team, the names of its members."""
    return ", ".join(member.person.name for member in unit.everyone)


def by_mentor(p: Pairs) -> tuple[Ints, list[MentorUnit]]:
    """Number mentors as persons: who leads alone and in a team has one number.

    Returns
    -------
    group of each member of each unit, shape (M, K), −1 where a unit has fewer than K
    members; and one unit that shows the person of each group.
    """
    units = mentors_of(p)
    width = max((len(unit.everyone) for unit in units), default=1)
    groups = np.full((len(units), width), NO_GROUP, dtype=np.int64)
    book: dict[str, int] = {}
    shown: list[MentorUnit] = []
    for j, unit in enumerate(units):
        for k, member in enumerate(unit.everyone):
            group = book.setdefault(member.person.id, len(book))
            if group == len(shown):
                shown.append(member)
            groups[j, k] = group
    return groups, shown


def number(keys: Iterable[Hashable]) -> tuple[Ints, list[Hashable]]:
    """Number keys in order of appearance; where there is none, the group is −1."""
    book: dict[Hashable, int] = {}
    groups = [NO_GROUP if key is None else book.setdefault(key, len(book)) for key in keys]
    return np.array(groups, dtype=np.int64), list(book)


def whole(values: Iterable[int]) -> Ints:
    """Bounds of groups as an array."""
    return np.array(list(values), dtype=np.int64)
