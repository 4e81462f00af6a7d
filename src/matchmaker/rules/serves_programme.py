"""The mentor may serve the mentee's programme."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class ServesProgramme(Rule):
    """The mentor may serve the mentee's programme, by kind and by choice.

    A programme names the kinds of mentors it takes; a mentor may name the programmes he
    or she is ready for; a team serves only group programmes of its size.
    """

    title: ClassVar[Text] = Text("Программа", "Programme")
    about: ClassVar[Text] = Text(
        "Вид наставника подходит программе, и наставник не ограничил себя другими. "
        "Действует всегда.",
        "The kind of mentor suits the programme, and the mentor did not choose others "
        "only. Always holds.",
    )
    yes: ClassVar[Text] = Text("наставник работает в этой программе", "serves the programme")
    no: ClassVar[Text] = Text(
        "наставник не работает в этой программе", "does not serve the programme"
    )

    def measure(self, p: Pairs) -> Bools:
        serves = p.table(lambda name, served: name in served, "programme", "serves", key=self)
        return serves > 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
