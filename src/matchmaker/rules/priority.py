"""Those who must be served first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules._groups import mentees_of, number, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import MenteeUnit

Points = Annotated[int, Field(ge=0, le=100)]


class Priority(Rule):
    """Points for mentees who come first; several reasons add up.

    3 for a first year of teaching, 2 for working in a school with low results or a hard
    social context (its head as well), 2 for a mentee whom the curator put into the priority
    group. What is not stated gives no points: prefer this rule, do not demand it. A second
    mentor of one mentee adds nothing: one quota per point takes the points off again.
    """

    months: Annotated[int, Field(ge=1, le=60)] = 12
    """Up to so much teaching experience a mentee is a beginner. Unit: months."""
    beginner: Points = 3
    """Points for a beginner."""
    school: Points = 2
    """Points for a school with low results or a hard social context."""
    flagged: Points = 2
    """Points for a mentee of the curator's priority group."""

    title: ClassVar[Text] = Text("Первоочередная поддержка", "Priority")
    about: ClassVar[Text] = Text(
        "Наставника в первую очередь получают те, кто работает первый год, педагоги и "
        "руководители школ-участниц проектов поддержки (НОР, ССУ) и отмеченные куратором.",
        "First served are those in their first year of teaching, teachers and heads of "
        "schools with low results or a hard social context, and those the curator marked.",
    )
    options: ClassVar[dict[str, Text]] = {
        "months": Text("стаж начинающего педагога, до месяцев", "a beginner's months, at most"),
        "beginner": Text("баллы за первый год работы", "points for a beginner"),
        "school": Text(
            "баллы за школу-участницу проектов поддержки", "points for a school with support"
        ),
        "flagged": Text("баллы за отметку куратора", "points for the curator's mark"),
    }
    first_year: ClassVar[Text] = Text("первый год работы", "first year of teaching")
    supported: ClassVar[Text] = Text("школа-участник проекта", "a school of the project")
    marked: ClassVar[Text] = Text("отмечено куратором", "marked by the curator")
    yes: ClassVar[Text] = Text(
        "первоочередная поддержка: {reasons}", "to be served first: {reasons}"
    )
    sentence: ClassVar[Text] = Text(
        "{label}: первый наставник важнее второго",
        "{label}: the first mentor counts, not the second",
    )
    no: ClassVar[Text] = Text("поддержка в общем порядке", "served in the general order")

    def measure(self, p: Pairs) -> Ints:
        return p.mentee.each(
            "person.experience_teaching,school.priority,mentee.priority",
            lambda facts: sum(points for points, _ in self._reasons(*facts)),
            key=self,
        )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = [unit for unit in mentees_of(p) if unit.mentee.mentors > 1]
        worth = {unit.key: self._points(unit) for unit in units}
        for point in range(1, max(worth.values(), default=0) + 1):
            groups, keys = number(
                unit.key if worth.get(unit.key, 0) >= point else None for unit in mentees_of(p)
            )
            yield Quota(
                name=f"point {point}",
                labels=tuple(unit.person.name for unit in units if worth[unit.key] >= point),
                sentence=self.sentence,
                mentees=groups,
                upper=whole([1] * len(keys)),
            )

    def _points(self, unit: MenteeUnit) -> int:
        facts = (unit.person.experience_teaching, unit.school.priority, unit.mentee.priority)
        return sum(points for points, _ in self._reasons(*facts))

    def _reasons(
        self, months: int | None, school: bool, flagged: bool | None
    ) -> list[tuple[int, Text]]:
        found = []
        if months is not None and months <= self.months:
            found.append((self.beginner, self.first_year))
        if school:
            found.append((self.school, self.supported))
        if flagged:
            found.append((self.flagged, self.marked))
        return found

    def words(self, pair: Pair) -> str:
        mentee = pair.mentee
        reasons = self._reasons(
            mentee.person.experience_teaching, mentee.school.priority, mentee.mentee.priority
        )
        named = [text() for points, text in reasons if points]
        return self.yes(reasons=", ".join(named)) if named else self.no()
