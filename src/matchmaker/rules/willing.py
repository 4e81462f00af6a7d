"""Both sides agreed to take part."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import Willing as Answer
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Willing(Rule):
    """The mentor agreed to take part, and the mentee did not decline.

    A contest winner who was not asked yet is a candidate, not a mentor. The written
    consent of art. 351.8 of the Labour Code is another thing: it gates the order.
    """

    title: ClassVar[Text] = Text("Согласие участвовать", "Willing to take part")
    about: ClassVar[Text] = Text(
        "Наставник готов участвовать, наставляемый не отказался. Победитель конкурса, "
        "которого ещё не спросили, остаётся кандидатом.",
        "The mentor is willing, the mentee did not decline. A contest winner who was not "
        "asked yet stays a candidate.",
    )
    yes: ClassVar[Text] = Text("наставник согласен участвовать", "the mentor is willing")
    no: ClassVar[Text] = Text(
        "согласие участвовать не получено", "agreement to take part was not given"
    )

    def measure(self, p: Pairs) -> Bools:
        agreed = p.mentor.each("mentor.willing", lambda answer: answer is Answer.YES, key=self) > 0
        return agreed & ~p.mentee.flag("mentee.declined", absent=False)

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
