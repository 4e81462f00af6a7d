"""An opening: links between schools that pairs across them need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.pairs import Ints, Pairs
from matchmaker.text import Text

NO_LINK = -1
"""Code of a pair that needs no link."""


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """Which link each pair needs: a pair may be chosen only where its links are.

    A link is coded ``helped * schools + helping``; where links count both ways, with the
    smaller position first.

    Attributes
    ----------
    name : tells this family from others of the same rule.
    schools : names of the schools, in the order of the links' roster.
    sentence : the bound in words; uses ``{helped}`` and ``{helping}``.
    mentees : position of each mentee's school, or −1 where no link is needed. Shape: (N,).
    mentors : the same of each mentor, of each member of a team. Shape: (M, K).
    both_ways : whether one link serves pairs in either direction.
    """

    name: str
    schools: tuple[str, ...]
    sentence: Text
    mentees: Ints
    mentors: Ints
    both_ways: bool = False
    implied: bool = False

    def needed(self, p: Pairs) -> list[Ints]:
        """Codes of the links that a list of pairs needs, one array per member."""
        found = []
        for k in range(self.mentors.shape[1]):
            helped, helping = self.mentees[p.i], self.mentors[p.j, k]
            across = (helped >= 0) & (helping >= 0) & (helped != helping)
            found.append(np.where(across, self._code(helped, helping), NO_LINK))
        return found

    def made(self, links: Pairs) -> Ints:
        """Codes of a list of links."""
        return self._code(links.i, links.j)

    def _code(self, helped: Ints, helping: Ints) -> Ints:
        if self.both_ways:
            helped, helping = np.minimum(helped, helping), np.maximum(helped, helping)
        return helped * len(self.schools) + helping

    def words(self, group: int, load: int | None = None) -> str:
        """The link that a row speaks of: its code is the group's last part."""
        helped, helping = divmod(group % len(self.schools) ** 2, len(self.schools))
        return self.sentence(helped=self.schools[helped], helping=self.schools[helping])
