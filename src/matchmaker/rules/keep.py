"""Pairs of last year that did not finish go on."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Keep(Rule):
    """Points for pairs that the curator wants to keep and for unfinished ones of last year.

    The larger of the two counts. A pair of which nothing is written has 0.
    """

    kept: Annotated[int, Field(ge=0, le=100)] = 2
    """Points for a pair that the curator asked to keep."""
    unfinished: Annotated[int, Field(ge=0, le=100)] = 1
    """Points for a pair whose programme did not end last year."""

    title: ClassVar[Text] = Text("Продолжение пары", "The pair goes on")
    about: ClassVar[Text] = Text(
        "Сохраняются пары, которые куратор просил сохранить, и прошлогодние пары, не "
        "завершившие программу.",
        "Pairs that the curator wants to keep, and last year's pairs that did not finish, "
        "stay together.",
    )
    options: ClassVar[dict[str, Text]] = {
        "kept": Text(
            "баллы за пару, которую просили сохранить", "points for a pair asked to be kept"
        ),
        "unfinished": Text(
            "баллы за незавершённую прошлогоднюю пару", "points for an unfinished pair"
        ),
    }
    asked: ClassVar[Text] = Text(
        "пару просил сохранить куратор", "the curator asked to keep the pair"
    )
    goes_on: ClassVar[Text] = Text(
        "пара продолжает программу прошлого года", "the pair goes on with last year's programme"
    )
    new: ClassVar[Text] = Text("новая пара", "a new pair")

    def measure(self, p: Pairs) -> Ints:
        kept = np.where(p.ledger("keep") > 0, self.kept, 0)
        unfinished = np.where(p.ledger("unfinished") > 0, self.unfinished, 0)
        return np.maximum(kept, unfinished)

    def words(self, pair: Pair) -> str:
        if int(pair.view.ledger("keep")[0]) > 0:
            return self.asked()
        return (self.goes_on if int(pair.view.ledger("unfinished")[0]) > 0 else self.new)()
