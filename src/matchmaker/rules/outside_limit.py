"""An organisation does not give too many of its mentors' places to others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.domain import School
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import mentors_of, number, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class OutsideLimit(Rule):
    """Mentors of one organisation take at most so many mentees of other organisations.

    What the organisation's own row says goes before ``at_most``. ``at_most`` concerns the
    municipality's own organisations: all the mentees of a university come from elsewhere,
    so it is limited only by its own row. A team counts as its lead's organisation.
    """

    at_most: Annotated[int, Field(ge=0, le=1000)] | None = None
    """Limit of an organisation whose row states none; nothing: no limit."""

    title: ClassVar[Text] = Text("Наставляемые из других организаций", "Mentees from elsewhere")
    about: ClassVar[Text] = Text(
        "Наставники одной организации берут не больше заданного числа наставляемых из "
        "других организаций; число в строке организации важнее общего.",
        "Mentors of one organisation take at most so many mentees of others; the number in "
        "the organisation's row goes before the common one.",
    )
    options: ClassVar[dict[str, Text]] = {
        "at_most": Text(
            "предел, если в строке организации не указан",
            "limit of organisations whose row states none",
        ),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:наставляемого|наставляемых|наставляемых} "
        "из других организаций",
        "{label}: at most {upper} {upper:mentee|mentees} of other organisations",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        schools = {unit.school.id: unit.school for unit in mentors_of(p)}
        limit = {key: self._limit(school) for key, school in schools.items()}
        groups, keys = number(
            unit.school.id if limit[unit.school.id] is not None else None for unit in mentors_of(p)
        )
        if keys:
            mentee, mentor, _ = p.roster.schools_of
            yield Quota(
                name="outside_limit",
                labels=tuple(schools[str(key)].name for key in keys),
                sentence=self.sentence,
                mentors=groups,
                upper=whole(limit[str(key)] or 0 for key in keys),
                apart=(mentee, mentor[:, 0]),
            )

    def _limit(self, school: School) -> int | None:
        if school.outside_limit is not None:
            return school.outside_limit
        return None if school.kind.outside else self.at_most
