"""Every technology is present on the network platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from matchmaker.constraints.quota import Quota
from matchmaker.domain import Technology
from matchmaker.pairs import Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._each import each_once
from matchmaker.rules.schools._sides import helping_of
from matchmaker.text import Text


class EveryTechnology(Rule):
    """Tutoring, mentoring and coaching: some chosen school has experience in each.

    One school may bring several. A school that states no technology counts as having none.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Все технологии", "Every technology")
    about: ClassVar[Text] = Text(
        "На площадке представлены тьюторство, менторство и коучинг: в каждой технологии есть "
        "школа с опытом.",
        "Tutoring, mentoring and coaching are all present: some school has experience in each.",
    )
    sentence: ClassVar[Text] = Text(
        "нужна хотя бы одна школа с опытом: {label}", "at least one school with experience: {label}"
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        had = [set(unit.profile.technologies) for unit in helping_of(p)]
        all_ = list(Technology)
        labels = [technology.text() for technology in all_]
        yield each_once("every_technology", all_, labels, had, self.sentence)
