"""The mentor has worked long enough."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Experience(Rule):
    """The mentor has at least so many months of experience.

    Local acts ask for three or five years. An empty cell counts as enough, and the words
    say so: many tables leave it empty, and nobody should drop out because of that.
    """

    months: Annotated[int, Field(ge=1, le=480)] = 36
    """Least experience. Unit: months."""
    of: Literal["experience", "experience_teaching", "experience_school", "experience_post"] = (
        "experience_teaching"
    )
    """Which experience is meant: total, teaching, in this organisation, or in the post."""

    title: ClassVar[Text] = Text("Стаж наставника", "Mentor's experience")
    about: ClassVar[Text] = Text(
        "Стаж наставника не меньше заданного. Если стаж не указан, правило не мешает.",
        "The mentor has at least so much experience. An empty cell does not exclude.",
    )
    options: ClassVar[dict[str, Text]] = {
        "months": Text("наименьший стаж, месяцев", "least experience, months"),
        "of": Text(
            "какой стаж: общий, педагогический, в организации, в должности",
            "which experience: total, teaching, in the organisation, in the post",
        ),
    }
    yes: ClassVar[Text] = Text(
        "стаж наставника: {years} {years:год|года|лет}",
        "the mentor's experience: {years} {years:year|years}",
    )
    no: ClassVar[Text] = Text(
        "стаж наставника {months} мес., требуется не меньше {least} мес.",
        "the mentor's experience is {months} months, at least {least} are required",
    )
    unknown: ClassVar[Text] = Text(
        "стаж наставника не указан", "the mentor's experience is not stated"
    )

    def measure(self, p: Pairs) -> Bools:
        return p.mentor.number(f"person.{self.of}", absent=self.months) >= self.months

    def words(self, pair: Pair) -> str:
        stated = [getattr(member.person, self.of) for member in pair.mentor.everyone]
        known = [months for months in stated if months is not None]
        least = min(known, default=self.months)
        if least < self.months:
            return self.no(months=least, least=self.months)
        if len(known) < len(stated):
            return self.unknown()
        return self.yes(years=least // 12)
