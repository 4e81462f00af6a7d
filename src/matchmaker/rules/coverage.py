"""A share of the young teachers is supported."""

from __future__ import annotations

from collections.abc import Iterable
from math import lcm
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.domain import Leads, Person, Willing
from matchmaker.domain.records import fold
from matchmaker.pairs import Ints, Pairs, Roster
from matchmaker.rules._groups import mentees_of, mentors_of, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import MenteeUnit

LEARNERS = ("студент", "обучающ", "ученик", "student", "pupil")
"""How the posts of those begin who are on the sheet of teachers but do not teach."""


class Coverage(Rule):
    """At least ``percent`` of all teachers under an age are supported in some form.

    The share is of everyone on the sheet of teachers who works in the municipality's own
    organisations, is under the age and does not head an organisation or study. Supported
    already are those with another form of support and mentors who agreed to take part; the
    rest must come from mentees who get a mentor: the bound is ``⌈percent · all / 100⌉``
    less those supported already. Whose age is not known is in neither count.

    A person counts once, whatever number of programmes (the first of the table counts).
    Who wants several mentors counts in parts, so that the promise is never overstated: a
    person who wants two counts fully when both are there.
    """

    percent: Annotated[int, Field(ge=1, le=100)] = 70
    """Least share. Unit: per cent of the teachers under the age."""
    under_age: Annotated[int, Field(ge=18, le=99)] = 35
    """The age. Unit: full years on the reference date."""
    inclusive: bool = False
    """Whether those of exactly this age count too."""

    title: ClassVar[Text] = Text("Охват молодых педагогов", "Coverage of young teachers")
    about: ClassVar[Text] = Text(
        "Не меньше заданной доли педагогов моложе заданного возраста охвачены поддержкой: "
        "получают наставника, сами наставники или охвачены иной формой.",
        "At least a share of the teachers under an age is supported: has a mentor, mentors "
        "others, or is supported in another form.",
    )
    options: ClassVar[dict[str, Text]] = {
        "percent": Text("наименьшая доля, %", "least share, %"),
        "under_age": Text("моложе скольких лет", "under what age"),
        "inclusive": Text("считая тех, кому ровно столько лет", "those of exactly this age too"),
    }
    strict: ClassVar[Text] = Text("моложе {age} лет", "under {age}")
    within: ClassVar[Text] = Text("не старше {age} лет", "of {age} or less")
    sentence: ClassVar[Text] = Text(
        "не меньше {percent} % педагогов {who}: всего {all}, уже охвачены {already}, "
        "нужно ещё {need}",
        "at least {percent} % of the teachers {who}: {all} in all, {already} supported "
        "already, {need} more needed",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        everyone, already = self._counts(p.roster, self._mentoring(p))
        need = -(-self.percent * len(everyone) // 100) - len(already)
        if need <= 0:
            return
        wanted = everyone - already
        carriers: dict[str, int] = {}
        units = mentees_of(p)
        for i, unit in enumerate(units):
            if unit.programme and unit.person.id in wanted:
                carriers.setdefault(unit.person.id, i)
        group = np.full(len(units), NO_GROUP, dtype=np.int64)
        group[list(carriers.values())] = 0
        weight, scale = _parts(units, list(carriers.values()))
        yield Quota(
            name="coverage",
            labels=(self.title(),),
            sentence=self._sentence(len(everyone), len(already), need),
            mentees=group,
            mentee_weight=weight if scale > 1 else None,
            lower=whole([need * scale]),
        )

    def _mentoring(self, p: Pairs) -> set[str]:
        """People who mentor: candidates who have not agreed do not."""
        return {
            member.person.id
            for unit in mentors_of(p)
            for member in unit.everyone
            if member.mentor.willing is Willing.YES
        }

    def _counts(self, roster: Roster, mentoring: set[str]) -> tuple[set[str], set[str]]:
        """Teachers under the age, and those of them who are supported already."""
        young = {
            person.id: person
            for person, age in roster.people
            if age is not None
            and (age <= self.under_age if self.inclusive else age < self.under_age)
            and _teaches(person, roster)
        }
        already = {key for key, person in young.items() if person.other_support}
        return set(young), already | (mentoring & set(young))

    def _sentence(self, everyone: int, already: int, need: int) -> Text:
        """The bound with its numbers, which a quota's own label does not carry."""
        who = self.within if self.inclusive else self.strict
        return Text(
            *(
                sentence.format(
                    percent=self.percent,
                    who=words.format(age=self.under_age),
                    all=everyone,
                    already=already,
                    need=need,
                )
                for sentence, words in zip(self.sentence.both, who.both, strict=True)
            )
        )


def _teaches(person: Person, roster: Roster) -> bool:
    return (
        not roster.schools[person.school].kind.outside
        and person.leads is not Leads.HEAD
        and not fold(person.position).startswith(LEARNERS)
    )


def _parts(units: list[MenteeUnit], carriers: list[int]) -> tuple[Ints, int]:
    """What one pair of each mentee weighs, and what a whole person weighs."""
    scale = lcm(1, *(units[i].mentee.mentors for i in carriers))
    weight = np.ones(len(units), dtype=np.int64)
    for i in carriers:
        weight[i] = scale // units[i].mentee.mentors
    return weight, scale
