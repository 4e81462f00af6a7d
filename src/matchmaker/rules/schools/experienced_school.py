"""The school has experience in a technology of the network platform."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import Technology
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class ExperiencedSchool(Rule):
    """The school states experience in tutoring, mentoring or coaching.

    A school that states none counts as having none.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Опыт школы", "Experience of the school")
    about: ClassVar[Text] = Text(
        "На площадку входят школы, указавшие опыт тьюторства, менторства или коучинга.",
        "The platform is made of schools that state experience in tutoring, mentoring or coaching.",
    )
    yes: ClassVar[Text] = Text("опыт школы: {technologies}", "experience in {technologies}")
    unknown: ClassVar[Text] = Text("опыт в технологиях не указан", "no technology is stated")

    def measure(self, p: Pairs) -> Bools:
        return p.mentor.each("profile.technologies", bool) > 0

    def words(self, pair: Pair) -> str:
        had = pair.helping.profile.technologies
        shown = [technology.text() for technology in Technology if technology in had]
        return self.yes(technologies=", ".join(shown)) if shown else self.unknown()
