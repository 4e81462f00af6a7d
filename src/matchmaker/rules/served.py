"""Every mentee has a mentor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules._groups import mentees_of, number, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Served(Rule):
    """A point for each mentee who has a mentor; a second mentor of the same adds none.

    Made to be preferred: each pair gives a point, and each pair of a mentee beyond the
    first takes it back. Demanded, it would keep mentees to one mentor.
    """

    title: ClassVar[Text] = Text("Охват наставляемых", "Mentees served")
    about: ClassVar[Text] = Text(
        "Чем больше наставляемых получили наставника, тем лучше; второй наставник того же "
        "человека охвата не прибавляет.",
        "The more mentees have a mentor, the better; a second mentor of the same person "
        "does not count again.",
    )
    sentence: ClassVar[Text] = Text(
        "{label}: второй наставник не прибавляет охвата", "{label}: a second mentor adds none"
    )
    yes: ClassVar[Text] = Text("{mentee} получает наставника", "{mentee} gets a mentor")

    def measure(self, p: Pairs) -> Bools:
        return np.ones(p.shape, dtype=np.bool_)

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = mentees_of(p)
        groups, keys = number(unit.key if unit.mentee.mentors > 1 else None for unit in units)
        if keys:
            yield Quota(
                name="served",
                labels=tuple(unit.person.name for unit in units if unit.mentee.mentors > 1),
                sentence=self.sentence,
                mentees=groups,
                upper=whole([1] * len(keys)),
            )

    def words(self, pair: Pair) -> str:
        return self.yes(mentee=pair.mentee.person.name)
