"""Nobody mentors himself or herself."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class DifferentPerson(Rule):
    """Mentor and mentee are two different people; nor is the mentee in the mentors' team.

    A person may be mentored in one programme and mentor others in another.
    """

    title: ClassVar[Text] = Text("Разные люди", "Two different people")
    about: ClassVar[Text] = Text(
        "Наставник и наставляемый не один и тот же человек; наставляемый не входит в "
        "команду своих наставников.",
        "Mentor and mentee are not the same person, and the mentee is not in the team of "
        "the mentors.",
    )
    yes: ClassVar[Text] = Text(
        "наставник и наставляемый разные люди", "mentor and mentee are different people"
    )
    no: ClassVar[Text] = Text(
        "наставник и наставляемый один и тот же человек", "mentor and mentee are one person"
    )

    def measure(self, p: Pairs) -> Bools:
        return ~p.same("person.id")

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
