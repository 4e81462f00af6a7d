"""What both sides said of each other after the introductory meeting."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Votes(Rule):
    """0 if either side said no, 1 if nobody said anything, 2 for one yes, 3 for two.

    A vote that was not given is neither yes nor no.
    """

    title: ClassVar[Text] = Text("Взаимный выбор", "Mutual choice")
    about: ClassVar[Text] = Text(
        "Голоса после встречи-знакомства: 3 балла, если за оба, 2 за один голос, 1, если "
        "голосов нет, 0, если кто-то против.",
        "Votes after the introductory meeting: 3 points if both say yes, 2 for one yes, "
        "1 for none, 0 if either says no.",
    )
    private: ClassVar[bool] = True
    against: ClassVar[Text] = Text(
        "одна из сторон предпочла бы другую пару", "one side would rather have another pair"
    )
    none: ClassVar[Text] = Text(
        "о взаимном выборе пока не спрашивали", "neither side has voted yet"
    )
    one: ClassVar[Text] = Text("одна из сторон выбрала эту пару", "one side chose this pair")
    two: ClassVar[Text] = Text("обе стороны выбрали друг друга", "both sides chose each other")

    def measure(self, p: Pairs) -> Ints:
        mentee, mentor = p.ledger("vote_mentee"), p.ledger("vote_mentor")
        against = (mentee < 0) | (mentor < 0)
        return np.where(against, 0, 1 + (mentee > 0) + (mentor > 0))

    def words(self, pair: Pair) -> str:
        return (self.against, self.none, self.one, self.two)[self.measure_of(pair) or 0]()
