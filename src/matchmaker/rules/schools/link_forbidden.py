"""The curator did not forbid the agreement."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class LinkForbidden(Rule):
    """The agreement is not among those that the curator excluded. No cause is told.

    An agreement of which nothing is decided is not excluded.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Договор не исключён", "Agreement not forbidden")
    about: ClassVar[Text] = Text(
        "Куратор не запретил этот договор на листе «Договоры школ». Причина не печатается.",
        "The curator did not forbid this agreement on the sheet «School agreements». No "
        "cause is printed.",
    )
    yes: ClassVar[Text] = Text(
        "куратор не исключал этот договор", "the curator did not forbid the agreement"
    )
    no: ClassVar[Text] = Text(
        "договор исключён по решению куратора", "the agreement is forbidden by the curator"
    )

    def measure(self, p: Pairs) -> Bools:
        return p.ledger("forbid") <= 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
