"""The mentor is good at what the mentee asks for most of all."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, ClassVar

import numpy as np

from matchmaker.domain import Topic
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text

PLACES = {topic: place for place, topic in enumerate(Topic)}


class MainRequest(Rule):
    """The mentor's level, 0 to 3, in the topic of the mentee's main request.

    With ``others`` the levels in the other requests named by the mentee are added. A level
    that is not stated counts as 0: a competence has to be declared to be relied on. A
    mentee who names no request has one point with everybody. In a team the best of its
    members counts.
    """

    others: bool = False
    """Whether levels in the other requests are added."""

    title: ClassVar[Text] = Text("Основной запрос", "Main request")
    about: ClassVar[Text] = Text(
        "Уровень наставника в теме основного запроса наставляемого, от 0 до 3. "
        "Неуказанный уровень считается нулём; если запрос не назван, правило не мешает.",
        "The mentor's level in the topic of the main request, 0 to 3. A level that is not "
        "stated counts as 0; where no request is named, the rule excludes nobody.",
    )
    private: ClassVar[bool] = True
    options: ClassVar[dict[str, Text]] = {
        "others": Text("прибавлять уровни в других запросах", "add levels in other requests"),
    }
    yes: ClassVar[Text] = Text(
        "помогает в основном запросе ({topic}): уровень {level} из 3",
        "helps with the main request ({topic}): level {level} of 3",
    )
    other: ClassVar[Text] = Text(
        "помогает в других запросах: {topics}", "helps with other requests: {topics}"
    )
    no: ClassVar[Text] = Text(
        "опыт наставника в теме запроса ({topic}) не указан",
        "no experience of the mentor is stated in what is asked for ({topic})",
    )
    unknown: ClassVar[Text] = Text("основной запрос не указан", "the main request is not stated")

    def measure(self, p: Pairs) -> Ints:
        levels = p.roster.mentor.vector("competencies").reshape(-1, len(Topic))
        total = np.zeros(p.shape, dtype=np.int64)
        for topic in range(len(Topic)):
            asked = self._asks(p, partial(self._wants, topic), topic)
            if asked.any():
                total += asked * levels[:, topic][p.j]
        named = self._asks(p, lambda asked: bool(self._places(*asked)), "named")
        return np.where(named > 0, total, 1)

    def _asks(self, p: Pairs, fn: Callable[[Any], int], key: Hashable) -> Ints:
        return p.mentee.each("mentee.main_request,mentee.requests", fn, key=(self, key))

    def _wants(self, topic: int, asked: tuple[Any, Any]) -> bool:
        return topic in self._places(*asked)

    def _places(self, main: Topic | None, others: Any) -> set[int]:
        """Positions of the topics that count."""
        wanted = {main, *others} if self.others else {main}
        return {PLACES[topic] for topic in wanted if topic is not None}

    def words(self, pair: Pair) -> str:
        main, others = pair.mentee.mentee.main_request, pair.mentee.mentee.requests
        places = self._places(main, others)
        if not places:
            return self.unknown()
        topics, levels = list(Topic), pair.mentor.competencies
        if main is not None and levels[topics.index(main)]:
            return self.yes(topic=main.text(), level=levels[topics.index(main)])
        helped = ", ".join(topics[place].text() for place in sorted(places) if levels[place])
        if helped:
            return self.other(topics=helped)
        return self.no(topic=", ".join(topics[place].text() for place in sorted(places)))
