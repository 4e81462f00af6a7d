"""The school that is helped is one that asks for it."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class SupportAsked(Rule):
    """The helped school takes part in a project of support and has no high results itself.

    It does by a mark of low results or of a hard context in its row; a resilient school in
    a hard context helps others. What is not marked counts as not taking part.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Школа-участник", "A school to be helped")
    about: ClassVar[Text] = Text(
        "Партнёра получают школы — участницы проектов поддержки, у которых ещё нет "
        "стабильно высоких результатов.",
        "Partners go to schools of the projects of support that have no high results yet.",
    )
    private: ClassVar[bool] = True
    yes: ClassVar[Text] = Text("школа-участник проекта", "a school of the project")
    no: ClassVar[Text] = Text("школа не участвует в проекте", "not a school of the project")

    def measure(self, p: Pairs) -> Bools:
        return p.mentee.flag("school.asks")

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
