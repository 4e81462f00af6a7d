"""The school that helps has shown results of its own."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class ResultsShown(Rule):
    """The helping school has stably high results, or is resilient; of equals, both.

    Resilient: good results in a hard context. A mark that the table does not make counts as
    not given.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Результаты школы-партнёра", "Results of the partner school")
    about: ClassVar[Text] = Text(
        "Школой-партнёром становится школа со стабильно высокими результатами или "
        "резильентная, в партнёрстве на равных такие обе; без отметки в таблице школа ею не "
        "становится.",
        "A partner school has stably high results or is resilient, among equals both are; "
        "without a mark in the table a school does not become one.",
    )
    private: ClassVar[bool] = True
    high: ClassVar[Text] = Text(
        "стабильно высокие результаты школы-партнёра", "the partner school's results are high"
    )
    resilient: ClassVar[Text] = Text(
        "хорошие результаты школы-партнёра в непростых условиях",
        "the partner school has good results in a hard context",
    )
    equals: ClassVar[Text] = Text(
        "у обеих школ есть чем поделиться", "both schools have something to share"
    )
    no: ClassVar[Text] = Text(
        "результаты этой школы в таблице не выделены", "the table marks no results of this school"
    )

    def measure(self, p: Pairs) -> Bools:
        shown = p.mentor.flag("school.strong")
        return shown & p.mentee.flag("school.strong") if p.roster.symmetric else shown

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        schools = [unit.school for unit in pair.helping.everyone]
        if pair.roster.symmetric:
            return self.equals()
        return (self.high if all(s.stably_high for s in schools) else self.resilient)()
