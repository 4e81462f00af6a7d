"""Every school has a partnership."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of
from matchmaker.text import Text


class EachPartnered(Rule):
    """Each school is in at least one partnership of equals; each that is not costs one weight.

    Where the two sides are not the same equals the rule says nothing.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Партнёрство у каждой школы", "Nobody without a partnership")
    about: ClassVar[Text] = Text(
        "У каждой школы есть хотя бы одно партнёрство; как желательное — чем меньше школ без "
        "партнёрства, тем лучше.",
        "Every school has at least one partnership; preferred, the fewer are without, the better.",
    )
    sentence: ClassVar[Text] = Text(
        "{label}: хотя бы одно партнёрство", "{label}: at least one partnership"
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        if not p.roster.symmetric:
            return
        units = helped_of(p)
        yield Quota(
            name="each_partnered",
            labels=tuple(unit.name for unit in units),
            sentence=self.sentence,
            either=np.arange(len(units), dtype=np.int64),
            lower=np.ones(len(units), dtype=np.int64),
        )
