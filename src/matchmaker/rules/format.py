"""Both sides want to meet in the same way."""

from __future__ import annotations

from typing import Any, ClassVar

from matchmaker.domain import Format as Way
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Format(Rule):
    """The mentor accepts the way of meeting that the mentee or the programme asks for.

    Where the mentor states no formats, or neither mentee nor programme asks for one, the
    rule passes.
    """

    title: ClassVar[Text] = Text("Формат встреч", "Way of meeting")
    about: ClassVar[Text] = Text(
        "Наставник согласен на формат, которого хочет наставляемый или требует программа: "
        "очно или дистанционно. Если пожеланий нет, правило не мешает.",
        "The mentor accepts the way of meeting that the mentee wants or the programme asks "
        "for. Where nobody states a wish, nobody is excluded.",
    )
    yes: ClassVar[Text] = Text(
        "формат встреч устраивает обоих: {way}", "both accept the way of meeting: {way}"
    )
    free: ClassVar[Text] = Text(
        "пожеланий к формату встреч нет", "no wishes about the way of meeting"
    )
    no: ClassVar[Text] = Text(
        "разные пожелания к формату встреч", "different wishes about the way of meeting"
    )

    def measure(self, p: Pairs) -> Bools:
        wanted = p.table(_accepts, "mentee.format", "mentor.formats", key=self)
        remote = p.table(
            lambda remote, formats: not remote or _accepts(Way.REMOTE, formats),
            "remote",
            "mentor.formats",
            key=self,
        )
        return (wanted > 0) & (remote > 0)

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        way = Way.REMOTE if pair.mentee.remote else pair.mentee.mentee.format
        return self.free() if way is None else self.yes(way=way.text())


def _accepts(way: Way | None, formats: Any) -> bool:
    return way is None or not formats or way in formats
