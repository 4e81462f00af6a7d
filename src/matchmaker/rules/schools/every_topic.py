"""Every topic is present on the network platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._each import each_once
from matchmaker.rules.schools._sides import folded, helping_of
from matchmaker.text import Text


class EveryTopic(Rule):
    """Each topic that a school has experience in is one of some chosen school.

    Topics are the strengths that schools name, compared without case, ё and spaces. Demanded
    where no school with a topic may be chosen, it cannot be kept; then the plan says so.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Все темы", "Every topic")
    about: ClassVar[Text] = Text(
        "По каждой теме, в которой есть опыт у школ муниципалитета, на площадке есть школа.",
        "The platform has a school for every topic that schools have experience in.",
    )
    sentence: ClassVar[Text] = Text(
        "нужна хотя бы одна школа с опытом по теме: {label}",
        "at least one school with experience in the topic: {label}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        had = [set(folded(unit.profile.strengths)) for unit in helping_of(p)]
        topics = sorted(set().union(*had))
        if topics:
            yield each_once("every_topic", topics, topics, had, self.sentence)
