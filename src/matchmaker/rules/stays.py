"""Pairs of the former plan stay when the plan is made again."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Stays(Rule):
    """A point for each pair that stood in the plan which this one replaces.

    The same mentee in the same programme with the same mentor or team. A policy file need
    not name the rule: `rematch` adds it, with a tier of its own. Where there is no former
    plan it says nothing.
    """

    concerns = "both"
    title: ClassVar[Text] = Text("Было в прежнем плане", "In the former plan")
    about: ClassVar[Text] = Text(
        "Когда план пересчитывают после изменений в таблицах, пары прежнего плана по "
        "возможности остаются.",
        "When a plan is made again after the tables have changed, its pairs stay where they can.",
    )
    yes: ClassVar[Text] = Text("остаётся из прежнего плана", "it stays from the former plan")
    no: ClassVar[Text] = Text("в прежнем плане этого не было", "the former plan did not have this")

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("former") > 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
