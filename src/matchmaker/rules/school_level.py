"""Both sides work at the same level of education."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import SchoolLevel as Level
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class SchoolLevel(Rule):
    """Mentor and mentee share a level of education: pre-school, primary, secondary.

    Where a side's levels are not stated the rule passes.
    """

    title: ClassVar[Text] = Text("Уровень образования", "Level of education")
    about: ClassVar[Text] = Text(
        "Оба работают на одном уровне: дошкольное, начальное, основное, среднее или "
        "дополнительное образование. Если уровень не указан, правило не мешает.",
        "Both work at one level: pre-school, primary, lower or upper secondary, "
        "extra-curricular. An empty cell does not exclude.",
    )
    yes: ClassVar[Text] = Text(
        "общий уровень образования: {levels}", "a level of education in common: {levels}"
    )
    no: ClassVar[Text] = Text(
        "работают на разных уровнях образования", "they work at different levels of education"
    )
    unknown: ClassVar[Text] = Text(
        "уровень образования указан не у всех", "levels of education are not all stated"
    )

    def measure(self, p: Pairs) -> Bools:
        shared = p.table(
            lambda mentee, mentor: not mentee or not mentor or bool(mentee & mentor),
            "person.levels",
            "person.levels",
            key=self,
        )
        return shared > 0

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        shared = set(pair.mentee.person.levels)
        for member in pair.mentor.everyone:
            shared &= member.person.levels
        if not shared:
            return self.unknown()
        return self.yes(levels=", ".join(level.text() for level in Level if level in shared))
