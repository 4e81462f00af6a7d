"""A new link costs."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class LinkCost(Rule):
    """Each new link counts one; an agreement in force counts nothing.

    Made to be preferred with a negative weight: the work of a new agreement, in the points
    of its tier. What is not in the table of agreements is new.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Новые связи", "New links")
    about: ClassVar[Text] = Text(
        "Каждый новый договор — это работа; вес отрицательный. Действующий договор ничего не "
        "стоит.",
        "Every new agreement is work; the weight is negative. One in force costs nothing.",
    )
    yes: ClassVar[Text] = Text("понадобится новый договор", "a new agreement is needed")
    no: ClassVar[Text] = Text("договор уже есть", "there is an agreement already")

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("in_force") <= 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
