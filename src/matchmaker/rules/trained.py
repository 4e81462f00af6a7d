"""The mentor was trained as a mentor."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Trained(Rule):
    """The mentor finished a training for mentors; in a team, every member did.

    An empty cell counts as not trained: training is a fact with a date or a programme.
    Prefer this rule; demand it only where the table of training is complete.
    """

    title: ClassVar[Text] = Text("Обучен как наставник", "Trained as a mentor")
    about: ClassVar[Text] = Text(
        "Наставник прошёл обучение по программе наставников. Пустая ячейка означает, что "
        "обучения не было.",
        "The mentor was trained as a mentor. An empty cell means that there was no training.",
    )
    yes: ClassVar[Text] = Text(
        "наставник прошёл обучение по программе наставников", "the mentor was trained as a mentor"
    )
    no: ClassVar[Text] = Text(
        "обучение наставника ещё впереди", "the mentor's training is still to come"
    )

    def measure(self, p: Pairs) -> Bools:
        trained = p.mentor.each(
            "mentor.trained_on,mentor.trained_by",
            lambda facts: facts[0] is not None or bool(facts[1]),
            key=self,
        )
        return trained > 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
