"""The mentor has worked longer than the mentee."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Seniority(Rule):
    """The mentor's teaching experience exceeds the mentee's by a margin.

    A mentor with ``enough`` months passes whatever the mentee's experience: a newcomer of
    twenty years' standing needs someone who knows the place, not someone older still.
    Where either side's experience is not stated the rule passes, with one point.
    """

    months: Annotated[int, Field(ge=1, le=480)] = 24
    """By how much. Unit: months."""
    enough: Annotated[int, Field(ge=1, le=840)] | None = 120
    """A mentor with so much experience passes in any case. Unit: months; nothing: no such."""
    count_years: bool = False
    """Whether each full year of difference is a point."""
    most: Annotated[int, Field(ge=1, le=40)] = 10
    """Most points, where years are counted."""

    title: ClassVar[Text] = Text("Наставник опытнее", "The mentor is more experienced")
    about: ClassVar[Text] = Text(
        "Педагогический стаж наставника больше, чем у наставляемого, или достаточно велик "
        "сам по себе. Если стаж не указан, правило не мешает.",
        "The mentor has taught longer than the mentee, or long enough in any case. An empty "
        "cell does not exclude.",
    )
    options: ClassVar[dict[str, Text]] = {
        "months": Text("на сколько больше, месяцев", "by how much, months"),
        "enough": Text(
            "стаж наставника, которого достаточно в любом случае, месяцев",
            "mentor's experience that is enough in any case, months",
        ),
        "count_years": Text(
            "считать каждый полный год разницы за балл", "count each full year as a point"
        ),
        "most": Text("не больше стольких баллов за годы", "at most so many points for years"),
    }
    yes: ClassVar[Text] = Text(
        "у наставника больше педагогического опыта", "the mentor has taught longer"
    )
    long: ClassVar[Text] = Text(
        "у наставника большой педагогический опыт", "the mentor has long teaching experience"
    )
    no: ClassVar[Text] = Text(
        "педагогический опыт наставника меньше, чем требуется для этой пары",
        "the mentor has taught for less time than this pair requires",
    )
    unknown: ClassVar[Text] = Text(
        "стаж одной из сторон не указан", "the experience of one side is not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        path = "person.experience_teaching"
        return p.table(self._points, path, path, key=self)

    def _points(self, mentee: int | None, mentor: int | None) -> int:
        if mentee is None or mentor is None:
            return 1
        more = mentor - mentee
        if more < self.months:
            return int(self.enough is not None and mentor >= self.enough)
        return min(self.most, max(1, more // 12)) if self.count_years else 1

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        own = pair.mentee.person.experience_teaching
        theirs = [member.person.experience_teaching for member in pair.mentor.everyone]
        if own is None or None in theirs:
            return self.unknown()
        return (self.yes if all(m is not None and m > own for m in theirs) else self.long)()
