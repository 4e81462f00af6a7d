"""As few schools as possible."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matchmaker.pairs import Bools, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Fewest(Rule):
    """Each chosen school counts one; with a negative weight the fewest are best.

    Made to be preferred with weight −1. Unit: schools.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Как можно меньше школ", "As few schools as possible")
    about: ClassVar[Text] = Text(
        "Чем меньше школ выполняют все условия, тем лучше; вес отрицательный.",
        "The fewer schools meet all conditions, the better; the weight is negative.",
    )

    def measure(self, p: Pairs) -> Bools:
        return np.ones(p.shape, dtype=np.bool_)
