"""Agreements in force go on."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class AgreementGoesOn(Rule):
    """A point for each agreement of this kind that is in force on the reference date.

    An agreement without dates is in force; of one that is not in the table nothing is known,
    and it counts 0.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Продолжение договора", "The agreement goes on")
    about: ClassVar[Text] = Text(
        "Действующие договоры по возможности сохраняются.",
        "Agreements in force stay where they can.",
    )
    yes: ClassVar[Text] = Text("договор уже действует", "the agreement is in force already")
    no: ClassVar[Text] = Text("новый договор", "a new agreement")

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("in_force") > 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
