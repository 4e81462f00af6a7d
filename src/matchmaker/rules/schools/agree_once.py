"""Two schools do not agree twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import ClassVar

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import whole
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of
from matchmaker.sides import Ledger
from matchmaker.text import Text


class AgreeOnce(Rule):
    """Two equals stand together in one partnership at most: alone, or in one group.

    A policy file need not name the rule: where groups may agree it holds of itself. Where the
    two sides are not the same equals it says nothing.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Одно соглашение двух школ", "One agreement of two schools")
    about: ClassVar[Text] = Text(
        "Две школы состоят вместе не больше чем в одном партнёрстве: вдвоём или в одной группе.",
        "Two schools stand together in one partnership at most: alone or in one group.",
    )
    sentence: ClassVar[Text] = Text(
        "{label}: вместе не больше чем в одном партнёрстве",
        "{label}: together in one partnership at most",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        if not p.roster.symmetric:
            return
        units = helped_of(p)
        twos = list(combinations(range(len(units)), 2))
        yield Quota(
            name="agree_once",
            labels=tuple(f"{units[i].name} – {units[j].name}" for i, j in twos),
            sentence=self.sentence,
            pairs=Ledger.of({two: group for group, two in enumerate(twos)}, len(units)),
            upper=whole([1] * len(twos)),
        )
