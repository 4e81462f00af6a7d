"""What the interviews said of both sides."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import Verdict
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Interview(Rule):
    """2 points if both sides were recommended, 0 if either was not, 1 in all other cases.

    Who was not interviewed yet, or needs another talk, is not excluded: 1 point.
    """

    title: ClassVar[Text] = Text("Собеседование", "Interview")
    about: ClassVar[Text] = Text(
        "Итоги собеседования: 2 балла, если рекомендованы оба, 0, если кто-то не "
        "рекомендован, иначе 1. Кого ещё не спросили, тот не исключается.",
        "Outcomes of the interviews: 2 points if both are recommended, 0 if either is not, "
        "else 1. Who was not interviewed yet is not excluded.",
    )
    private: ClassVar[bool] = True
    both: ClassVar[Text] = Text(
        "оба рекомендованы по итогам собеседования", "both were recommended after the interview"
    )
    open: ClassVar[Text] = Text(
        "собеседование пройдено не всеми или нужна ещё беседа",
        "not everyone was interviewed, or a talk is still needed",
    )
    no: ClassVar[Text] = Text(
        "по итогам собеседования пара не рекомендована",
        "the pair is not recommended after the interview",
    )

    def measure(self, p: Pairs) -> Ints:
        return p.table(_points, "mentee.interview", "mentor.interview", key=self)

    def words(self, pair: Pair) -> str:
        return (self.no, self.open, self.both)[self.measure_of(pair) or 0]()


def _points(mentee: Verdict | None, mentor: Verdict | None) -> int:
    if Verdict.DECLINED in (mentee, mentor):
        return 0
    return 2 if mentee is mentor is Verdict.ADMITTED else 1
