"""The mentor did well in professional contests."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import ContestLevel
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Contest(Rule):
    """The mentor's best result in a contest: 1 municipal, 2 regional, 3 federal.

    Winners, runners-up and laureates count. No result is 0 points, which is a fact and not
    a gap: contests are a list of their own. In a team the best of its members counts.
    """

    title: ClassVar[Text] = Text("Конкурсы наставника", "Mentor's contests")
    about: ClassVar[Text] = Text(
        "Лучший результат наставника в профессиональных конкурсах: 1 муниципальный, "
        "2 региональный, 3 федеральный уровень.",
        "The mentor's best result in professional contests: 1 municipal, 2 regional, "
        "3 federal level.",
    )
    yes: ClassVar[Text] = Text(
        "есть конкурсные достижения, уровень: {level}", "has contest results, level: {level}"
    )
    no: ClassVar[Text] = Text("конкурсные достижения не указаны", "no contest results are stated")

    def measure(self, p: Pairs) -> Ints:
        return -p.mentor.each("wins", lambda wins: -wins, key=self)

    def words(self, pair: Pair) -> str:
        wins = pair.mentor.wins
        return self.yes(level=list(ContestLevel)[wins - 1].text()) if wins else self.no()
