"""What the helping school copes with answers what the helped one asks for."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import fold
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import folded, named
from matchmaker.text import Text


class NeedsMet(Rule):
    """How many topics of the helped school's risk profile the helping school copes with.

    A topic counts if the strengths name it, or a strength that ``answers`` it; case, ё and
    spaces do not matter. Where either states nothing the measure is 0: a strength has to be
    shown to be relied on. Unit: topics.
    """

    answers: tuple[tuple[str, str], ...] = ()
    """Topics and the strengths that answer them in other words."""
    cap: Annotated[int, Field(ge=1, le=99)] | None = None
    """Most topics that count; nothing: all."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Опыт по запросам школы", "Experience in what is asked")
    about: ClassVar[Text] = Text(
        "По скольким темам запроса школы-участника у школы-партнёра есть показанный опыт. "
        "Темы сравниваются по словам; другие слова о том же задаёт answers.",
        "In how many topics that the school asks about the partner school has shown "
        "experience. Topics are compared as words; answers adds other words for the same.",
    )
    private: ClassVar[bool] = True
    options: ClassVar[dict[str, Text]] = {
        "answers": Text(
            'пары «тема запроса, чем на неё отвечают»: [["тема", "опыт"], …]',
            'pairs of a topic and what answers it: [["topic", "strength"], …]',
        ),
        "cap": Text("больше стольких тем не считать", "count at most so many topics"),
    }
    yes: ClassVar[Text] = Text("есть опыт по темам: {topics}", "experience in topics: {topics}")
    no: ClassVar[Text] = Text(
        "запрос и опыт школ в разных темах", "what is asked and what is shown differ"
    )
    unknown: ClassVar[Text] = Text(
        "темы запроса или опыта не указаны", "topics asked about or shown are not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        return p.table(self._count, "profile.risk_profile", "profile.strengths", key=self)

    def _count(self, asked: frozenset[str], shown: frozenset[str]) -> int:
        found = len(self._met(asked, shown))
        return found if self.cap is None else min(found, self.cap)

    def _met(self, asked: frozenset[str], shown: frozenset[str]) -> frozenset[str]:
        known = folded(shown)
        return frozenset(
            topic for topic in folded(asked) if self._answering.get(topic, {topic}) & known
        )

    @cached_property
    def _answering(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for topic, strength in self.answers:
            found.setdefault(fold(topic), {fold(topic)}).add(fold(strength))
        return found

    def words(self, pair: Pair) -> str:
        asked, shown = pair.helped.profile.risk_profile, pair.helping.profile.strengths
        if not (asked and shown):
            return self.unknown()
        met = self._met(asked, shown)
        return self.yes(topics=named(met, asked)) if met else self.no()
