"""What the mentor is good at answers what the mentee asks for."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.domain import Topic
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text

SHOWN = 3
"""So many topics are named in a sentence."""


class Requests(Rule):
    """How well the mentor's competencies answer the mentee's requests, in points.

    The sum over topics of severity (0–3, from monitoring; 2 for a request that monitoring
    did not see) times the mentor's level (0–3). A level that is not stated counts as 0: a
    competence has to be declared to be relied on. A mentee with no requests at all has one
    point with everybody, so that an empty questionnaire excludes nobody.
    """

    cap: Annotated[int, Field(ge=1, le=99)] | None = None
    """Most points that count; nothing: all. Unit: severity × level."""

    title: ClassVar[Text] = Text("Ответ на запросы", "Answer to requests")
    about: ClassVar[Text] = Text(
        "Насколько компетенции наставника отвечают на запросы наставляемого: сумма по темам "
        "«выраженность запроса × уровень наставника». Неуказанный уровень считается нулём.",
        "How well the mentor's competencies answer the requests: the sum over topics of "
        "severity times level. A level that is not stated counts as 0.",
    )
    private: ClassVar[bool] = True
    options: ClassVar[dict[str, Text]] = {
        "cap": Text("больше стольких баллов не считать", "count at most so many points"),
    }
    yes: ClassVar[Text] = Text("отвечает на запросы: {topics}", "answers the requests: {topics}")
    no: ClassVar[Text] = Text(
        "компетенции наставника и запросы наставляемого в разных темах",
        "the mentor's competencies and the mentee's requests are in different topics",
    )
    unknown: ClassVar[Text] = Text(
        "запросы наставляемого не указаны", "the mentee's requests are not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        found = p.dot("deficits", "competencies")
        if self.cap is not None:
            found = np.minimum(found, self.cap)
        asks = p.mentee.each("deficits", any, key="any")
        return np.where(asks > 0, found, 1)

    def words(self, pair: Pair) -> str:
        asked = pair.mentee.deficits
        if not any(asked):
            return self.unknown()
        answered = sorted(
            (-need * level, place)
            for place, (need, level) in enumerate(zip(asked, pair.mentor.competencies, strict=True))
            if need * level
        )
        topics = list(Topic)
        named = [topics[place].text() for _, place in answered[:SHOWN]]
        return self.yes(topics=", ".join(named)) if named else self.no()
