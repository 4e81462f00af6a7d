"""Months in which mentees are mentored at the same time.

A place that a mentee of three months takes in September is free again in January, so what
a mentor can carry is counted month by month. Months in which all the mentees of another
month are active too say nothing new and are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.constraints.quota import NO_GROUP
from matchmaker.pairs import Ints, Pairs
from matchmaker.rules._groups import mentees_of
from matchmaker.text import Text


@dataclass(frozen=True, slots=True)
class Period:
    """The mentees whose programmes all run in one month.

    Attributes
    ----------
    month : the month, counted from year 0 (``year * 12 + month``).
    mentees : 0 for the mentees active in it, −1 for the others; nothing where everyone
        is. Shape: (N,).
    label : the month as 2027-01; empty where there is one period only.
    """

    month: int
    mentees: Ints | None
    label: str

    def named(self, name: str) -> str:
        """The name of a quota in this period."""
        return f"{name} {self.label}".strip()

    def inside(self, sentence: Text) -> Text:
        """A sentence with the period put in at ``{when}``; other braces are doubled."""
        when = f" ({self.label})" if self.label else ""
        return Text(sentence.ru.format(when=when), sentence.en.format(when=when))


def periods(p: Pairs) -> list[Period]:
    """The distinct largest sets of mentees active in one month, in order of time.

    Mentees that no programme accepts take no place and are in no period.
    """
    units = mentees_of(p)
    terms = [(unit.first_month, unit.last_month) for unit in units if unit.programme]
    # Between two beginnings people only leave: the sets in the months of beginnings hold all.
    busy: list[tuple[int, frozenset[tuple[int, int]]]] = []
    distinct = set(terms)
    for month in sorted({first for first, _ in distinct}):
        active = frozenset(term for term in distinct if term[0] <= month <= term[1])
        if busy and busy[-1][1] <= active:
            busy.pop()
        if active:
            busy.append((month, active))
    found = []
    for month, active in busy:
        group = None
        if len(active) < len(distinct):
            inside = [
                bool(unit.programme) and (unit.first_month, unit.last_month) in active
                for unit in units
            ]
            group = np.where(inside, 0, NO_GROUP).astype(np.int64)
        year, place = divmod(month, 12)
        label = f"{year}-{place + 1:02d}" if len(busy) > 1 else ""
        found.append(Period(month, group, label))
    return found
