"""No mentee has more mentors than wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import mentees_of, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Demand(Rule):
    """A mentee has at most as many mentors as the table wants: one, unless it says more."""

    title: ClassVar[Text] = Text("Сколько наставников", "Mentors wanted")
    about: ClassVar[Text] = Text(
        "У наставляемого не больше наставников, чем указано в таблице; обычно один.",
        "A mentee has at most as many mentors as the table says; usually one.",
    )
    sentence: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:наставника|наставников|наставников}",
        "{label}: at most {upper} {upper:mentor|mentors}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = mentees_of(p)
        yield Quota(
            name="demand",
            labels=tuple(unit.person.name for unit in units),
            sentence=self.sentence,
            mentees=np.arange(len(units), dtype=np.int64),
            upper=whole(unit.mentee.mentors for unit in units),
        )
