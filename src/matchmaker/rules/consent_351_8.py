"""The mentor's written consent of art. 351.8 of the Labour Code is there."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Consent_351_8(Rule):  # noqa: N801 (the article's number stands in the rule's name)
    """The mentor consented in writing, or mentoring is part of the job function.

    Labour Code, art. 351.8. An empty cell means that there is no consent yet. The order
    needs it, matching does not: prefer this rule, or use it to see who still has to sign;
    as a must it would leave out everybody whose paper is on its way.
    """

    title: ClassVar[Text] = Text("Согласие по ст. 351.8 ТК", "Consent under art. 351.8")
    about: ClassVar[Text] = Text(
        "Получено письменное согласие наставника, или наставничество входит в его трудовую "
        "функцию. Нужно для приказа, а не для подбора.",
        "The mentor consented in writing, or mentoring is in the job function. The order "
        "needs it, matching does not.",
    )
    yes: ClassVar[Text] = Text(
        "письменное согласие по ст. 351.8 ТК получено",
        "the written consent under art. 351.8 is there",
    )
    function: ClassVar[Text] = Text(
        "наставничество входит в трудовую функцию", "mentoring is in the job function"
    )
    no: ClassVar[Text] = Text(
        "письменное согласие по ст. 351.8 ТК ещё не получено: до приказа нужно",
        "the written consent under art. 351.8 is not there yet: the order needs it",
    )

    def measure(self, p: Pairs) -> Bools:
        given = p.mentor.each(
            "mentor.consent_351_8,mentor.in_job_function",
            lambda facts: facts[0] is not None or bool(facts[1]),
            key=self,
        )
        return given > 0

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        signed = any(member.mentor.consent_351_8 is not None for member in pair.mentor.everyone)
        return (self.yes if signed else self.function)()
