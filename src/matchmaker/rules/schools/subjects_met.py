"""The helping school has high results in subjects the helped one asks about."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import folded, named
from matchmaker.text import Text


class SubjectsMet(Rule):
    """In how many subjects that the helped school asks about the other has high results.

    Subjects are compared without case, ё and spaces. Where either states none the measure is
    0. Unit: subjects.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Опыт по предметам запроса", "Experience in subjects asked")
    about: ClassVar[Text] = Text(
        "По скольким предметам запроса школы-участника у школы-партнёра высокие результаты.",
        "In how many subjects that the school asks about the partner school's results are high.",
    )
    private: ClassVar[bool] = True
    yes: ClassVar[Text] = Text("есть опыт по предметам: {subjects}", "experience in: {subjects}")
    no: ClassVar[Text] = Text(
        "запрос и опыт школ в разных предметах", "subjects asked and shown differ"
    )
    unknown: ClassVar[Text] = Text(
        "предметы запроса или опыта не указаны", "subjects asked or shown are not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        return p.table(_count, "profile.weak_subjects", "profile.strong_subjects")

    def words(self, pair: Pair) -> str:
        asked, shown = pair.helped.profile.weak_subjects, pair.helping.profile.strong_subjects
        if not (asked and shown):
            return self.unknown()
        met = folded(asked) & folded(shown)
        return self.yes(subjects=named(met, asked)) if met else self.no()


def _count(asked: frozenset[str], shown: frozenset[str]) -> int:
    return len(folded(asked) & folded(shown))
