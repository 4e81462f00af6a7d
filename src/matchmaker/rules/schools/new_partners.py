"""The two schools are not partners yet."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class NewPartners(Rule):
    """The two have no agreement of this kind in force on the reference date.

    What is not in the table of agreements is not in force. The measure is the same either
    way round.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Новое партнёрство", "A new partnership")
    about: ClassVar[Text] = Text(
        "Подбираются только новые партнёрства: у этих двух школ нет действующего договора.",
        "Only new partnerships are looked for: the two schools have no agreement in force.",
    )
    yes: ClassVar[Text] = Text(
        "договора между школами ещё нет", "the schools have no agreement yet"
    )
    no: ClassVar[Text] = Text("школы уже партнёры", "the schools are partners already")

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("in_force") <= 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
