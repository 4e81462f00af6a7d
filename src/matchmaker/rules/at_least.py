"""Nobody is left without mentees, or no organisation without pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.domain import Willing
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import by_mentor, mentees_of, mentors_of, number, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import MentorUnit


class AtLeast(Rule):
    """At least so many pairs per mentor, per organisation of either side, or per programme.

    The bound never exceeds the number of mentees there are: of the organisation or the
    programme, or of all where mentors are counted. Mentors who have not agreed to take part
    are not counted. A team counts for each of its members and for its lead's organisation.
    """

    n: Annotated[int, Field(ge=1, le=1000)] = 1
    """Least number of pairs."""
    per: Literal["mentor", "mentor_school", "mentee_school", "programme"] = "mentee_school"
    """What has at least so many pairs."""

    title: ClassVar[Text] = Text("Не меньше стольких пар", "At least so many pairs")
    about: ClassVar[Text] = Text(
        "У каждого наставника, организации или программы не меньше заданного числа пар "
        "(но не больше, чем есть наставляемых).",
        "Each mentor, organisation or programme has at least so many pairs (but not more "
        "than there are mentees).",
    )
    options: ClassVar[dict[str, Text]] = {
        "n": Text("наименьшее число пар", "least number of pairs"),
        "per": Text(
            "у кого: mentor наставник, mentor_school организация наставника, mentee_school "
            "организация наставляемого, programme программа",
            "of what: mentor, mentor_school, mentee_school, programme",
        ),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: не меньше {lower} {lower:пары|пар|пар}",
        "{label}: at least {lower} {lower:pair|pairs}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        quota = self._of_mentors(p) if self.per.startswith("mentor") else self._of_mentees(p)
        if quota.labels:
            yield quota

    def _of_mentees(self, p: Pairs) -> Quota:
        units = [unit if unit.programme else None for unit in mentees_of(p)]
        keys = [
            unit and (unit.programme if self.per == "programme" else unit.school.id)
            for unit in units
        ]
        groups, found = number(keys)
        there = Counter(keys)
        names = {unit.school.id: unit.school.name for unit in units if unit}
        return Quota(
            name=self.per,
            labels=tuple(names.get(str(key), str(key)) for key in found),
            sentence=self.sentence,
            mentees=groups,
            lower=whole(min(self.n, there[str(key)]) for key in found),
        )

    def _of_mentors(self, p: Pairs) -> Quota:
        mentees = sum(bool(unit.programme) for unit in mentees_of(p))
        if self.per == "mentor":
            every, shown = by_mentor(p)
            kept, _ = number(k if _agreed(unit) else None for k, unit in enumerate(shown))
            groups = np.append(kept, NO_GROUP)[every]
            labels = [unit.person.name for unit in shown if _agreed(unit)]
        else:
            units = mentors_of(p)
            open_ = {unit.school.id for unit in units if _agreed(unit)}
            groups, found = number(u.school.id if u.school.id in open_ else None for u in units)
            names = {unit.school.id: unit.school.name for unit in units}
            labels = [names[str(key)] for key in found]
        return Quota(
            name=self.per,
            labels=tuple(labels),
            sentence=self.sentence,
            mentors=groups,
            lower=whole(min(self.n, mentees) for _ in labels),
        )


def _agreed(unit: MentorUnit) -> bool:
    return all(member.mentor.willing is Willing.YES for member in unit.everyone)
