"""What the curator would rather have, pair by pair."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Wishes(Rule):
    """2 points for a pair that is preferred, 1 for any other, 0 for one to be avoided.

    If both are written, avoiding wins. Demanded, it excludes the pairs to be avoided.
    """

    title: ClassVar[Text] = Text("Пожелания к паре", "Wishes")
    about: ClassVar[Text] = Text(
        "Пожелания с листа «Решения»: 2 балла, если пару просили предпочесть, 0, если "
        "просили избегать, иначе 1.",
        "Wishes of the sheet «Decisions»: 2 points for a preferred pair, 0 for one to be "
        "avoided, else 1.",
    )
    private: ClassVar[bool] = True
    avoid: ClassVar[Text] = Text(
        "есть пожелание подобрать другую пару", "another pair was asked for"
    )
    neutral: ClassVar[Text] = Text("особых пожеланий нет", "no special wishes")
    preferred: ClassVar[Text] = Text("о паре просили", "the pair was asked for")

    def measure(self, p: Pairs) -> Ints:
        wanted = np.where(p.ledger("prefer") > 0, 2, 1)
        return np.where(p.ledger("avoid") > 0, 0, wanted)

    def words(self, pair: Pair) -> str:
        return (self.avoid, self.neutral, self.preferred)[self.measure_of(pair) or 0]()
