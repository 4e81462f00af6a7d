"""The mentor has time: the load of lessons is not heavy."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text

Hours = Annotated[int, Field(ge=0, le=60)]


class FreeLoad(Rule):
    """2 points for a light load of lessons, 1 for a moderate one, 0 for a heavy one.

    A class teacher counts as having some hours more. Where the load is not stated, 1 point:
    it excludes nobody. In a team the busiest member counts. Unit: hours a week.
    """

    light: Hours = 20
    """Up to so many hours the load is light."""
    moderate: Hours = 27
    """Up to so many hours the load is moderate."""
    class_teacher: Annotated[int, Field(ge=0, le=20)] = 2
    """What being a class teacher adds. Unit: hours a week."""

    title: ClassVar[Text] = Text("Нагрузка наставника", "Mentor's load")
    about: ClassVar[Text] = Text(
        "Учебная нагрузка наставника: 2 балла за небольшую, 1 за среднюю, 0 за большую; "
        "классное руководство прибавляет часы. Неуказанная нагрузка: 1 балл.",
        "The mentor's load of lessons: 2 points for light, 1 for moderate, 0 for heavy; "
        "being a class teacher adds hours. Not stated: 1 point.",
    )
    options: ClassVar[dict[str, Text]] = {
        "light": Text("небольшая нагрузка, до часов в неделю", "light load, up to hours a week"),
        "moderate": Text(
            "средняя нагрузка, до часов в неделю", "moderate load, up to hours a week"
        ),
        "class_teacher": Text(
            "сколько часов прибавляет классное руководство", "hours a class teacher counts more"
        ),
    }
    stated: ClassVar[Text] = Text(
        "нагрузка наставника {hours} ч в неделю", "the mentor teaches {hours} hours a week"
    )
    guided: ClassVar[Text] = Text(
        "нагрузка наставника {hours} ч в неделю и классное руководство",
        "the mentor teaches {hours} hours a week and is a class teacher",
    )
    unknown: ClassVar[Text] = Text(
        "нагрузка наставника не указана", "the mentor's load is not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        return p.mentor.each(
            "person.load_hours,person.class_teacher", lambda facts: self._points(*facts), key=self
        )

    def _points(self, hours: float | None, class_teacher: Any) -> int:
        if hours is None:
            return 1
        busy = hours + self.class_teacher * bool(class_teacher)
        return int(busy <= self.light) + int(busy <= max(self.light, self.moderate))

    def words(self, pair: Pair) -> str:
        people = [member.person for member in pair.mentor.everyone]
        busiest = min(
            people,
            key=lambda x: (self._points(x.load_hours, x.class_teacher), -(x.load_hours or 0)),
        )
        if busiest.load_hours is None:
            return self.unknown()
        text = self.guided if busiest.class_teacher else self.stated
        return text(hours=f"{busiest.load_hours:g}")
