"""The mentor's qualification category."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Category(Rule):
    """The rank of the mentor's qualification category, 0 to 4.

    0 none, 1 fit for the post, 2 first, 3 highest, 4 teacher-mentor or teacher-methodist
    (order of the Ministry of Education no. 196 of 24.03.2023). An empty cell counts as 1
    whatever ``at_least`` is: it excludes nobody and puts nobody ahead.
    """

    at_least: Annotated[int, Field(ge=1, le=4)] = 1
    """A lower rank counts as 0."""

    title: ClassVar[Text] = Text("Категория наставника", "Mentor's category")
    about: ClassVar[Text] = Text(
        "Квалификационная категория наставника: 1 соответствие должности, 2 первая, "
        "3 высшая, 4 педагог-наставник или педагог-методист. Неуказанная считается за 1.",
        "The mentor's qualification category: 1 fit for the post, 2 first, 3 highest, "
        "4 teacher-mentor or teacher-methodist. An empty cell counts as 1.",
    )
    options: ClassVar[dict[str, Text]] = {
        "at_least": Text("меньший ранг считать нулём", "a lower rank counts as 0"),
    }
    stated: ClassVar[Text] = Text(
        "квалификационная категория наставника: {category}",
        "the mentor's qualification category: {category}",
    )
    unknown: ClassVar[Text] = Text(
        "квалификационная категория наставника не указана",
        "the mentor's qualification category is not stated",
    )

    def measure(self, p: Pairs) -> Ints:
        return p.mentor.each("person.category", self._points, key=self)

    def _points(self, category: Any) -> int:
        if category is None:
            return 1
        rank = int(category.rank)
        return rank if rank >= self.at_least else 0

    def words(self, pair: Pair) -> str:
        held = [m.person.category for m in pair.mentor.everyone]
        least = min(held, key=self._points)
        return self.unknown() if least is None else self.stated(category=least.text())
