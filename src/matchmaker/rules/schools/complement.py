"""What two equal schools can learn from each other."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import folded, named
from matchmaker.text import Text

Shown = tuple[frozenset[str], frozenset[str]]
"""Strengths, and subjects with high results."""


class Complement(Rule):
    """How many strengths and strong subjects exactly one of the two schools has.

    They are compared without case, ё and spaces. Where either school states none the measure
    is 0: nothing is known of what it could learn or show. The measure is the same either way
    round. Unit: strengths and subjects.
    """

    cap: Annotated[int, Field(ge=1, le=99)] | None = None
    """Most that counts; nothing: all."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Взаимное дополнение", "Complementary strengths")
    about: ClassVar[Text] = Text(
        "Сколько тем и предметов, в которых опыт показала только одна из двух школ: это то, "
        "чему они могут научиться друг у друга.",
        "How many topics and subjects only one of the two schools has shown: what they can "
        "learn from each other.",
    )
    options: ClassVar[dict[str, Text]] = {
        "cap": Text("больше стольких не считать", "count at most so many"),
    }
    yes: ClassVar[Text] = Text(
        "опыт школ дополняет друг друга: {what}",
        "the schools' strengths complement each other: {what}",
    )
    no: ClassVar[Text] = Text("опыт школ один и тот же", "the schools' strengths are the same")
    unknown: ClassVar[Text] = Text(
        "опыт одной из школ не указан", "a school's strengths are not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        where = "profile.strengths,profile.strong_subjects"
        return p.table(self._count, where, where, key=self)

    def _count(self, one: Shown, other: Shown) -> int:
        found = len(_single(one, other)) if any(one) and any(other) else 0
        return found if self.cap is None else min(found, self.cap)

    def words(self, pair: Pair) -> str:
        here, *others = [
            (unit.profile.strengths, unit.profile.strong_subjects)
            for unit in (pair.helped, *pair.helping.everyone)
        ]
        if not all(any(shown) for shown in (here, *others)):
            return self.unknown()
        single = min((_single(here, there) for there in others), key=len)
        written = (words for shown in (here, *others) for words in shown)
        return self.yes(what=named((what for _, what in single), *written)) if single else self.no()


def _single(one: Shown, other: Shown) -> frozenset[tuple[int, str]]:
    """What one of the two has alone; a topic and a subject of one name are two."""
    here, there = (
        {(kind, what) for kind, words in enumerate(shown) for what in folded(words)}
        for shown in (one, other)
    )
    return frozenset(here ^ there)
