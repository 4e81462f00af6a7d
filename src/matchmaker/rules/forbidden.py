"""The curator did not forbid the pair."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Forbidden(Rule):
    """The pair is not among those that the curator excluded. No cause is told.

    A pair of which nothing is decided is not excluded.
    """

    title: ClassVar[Text] = Text("Пара не исключена", "Not forbidden")
    about: ClassVar[Text] = Text(
        "Куратор не исключил эту пару на листе «Решения». Причина не печатается.",
        "The curator did not forbid the pair on the sheet «Decisions». No cause is printed.",
    )
    yes: ClassVar[Text] = Text(
        "куратор не исключал эту пару", "the curator did not forbid the pair"
    )
    no: ClassVar[Text] = Text(
        "пара исключена по решению куратора", "the pair is forbidden by decision of the curator"
    )

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("forbid") <= 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
