"""Mentees are spread over mentors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import by_mentor
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Balance(Rule):
    """The second mentee of a mentor costs one weight, the third two, the fourth three.

    Stated as soft bounds 1, 2, 3 … per mentor, each exceeded at the price of the weight;
    together they make a penalty that grows with the load. Made to be preferred: demanded,
    it would leave each mentor one mentee. A team counts for each of its members.
    """

    free: Annotated[int, Field(ge=0, le=20)] = 1
    """So many mentees of a mentor cost nothing."""
    most: Annotated[int, Field(ge=1, le=20)] = 5
    """From so many mentees on the price grows no more."""

    title: ClassVar[Text] = Text("Равномерная нагрузка", "Even load")
    about: ClassVar[Text] = Text(
        "Наставляемые распределяются равномерно: каждый следующий у того же наставника "
        "стоит дороже предыдущего.",
        "Mentees are spread evenly: each further one of the same mentor costs more than "
        "the one before.",
    )
    options: ClassVar[dict[str, Text]] = {
        "free": Text("сколько наставляемых не считать нагрузкой", "mentees that cost nothing"),
        "most": Text("с какого числа цена не растёт", "from how many the price grows no more"),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: лучше не больше {upper} {upper:наставляемого|наставляемых|наставляемых}",
        "{label}: better at most {upper} {upper:mentee|mentees}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        groups, shown = by_mentor(p)
        labels = tuple(unit.person.name for unit in shown)
        stated = [unit.mentor.places for unit in shown]
        largest = max((self.most if n is None else n for n in stated), default=0)
        for bound in range(self.free, min(self.most, largest)):
            yield Quota(
                name=f"above {bound}",
                labels=labels,
                sentence=self.sentence,
                mentors=groups,
                upper=np.full(len(labels), bound, dtype=np.int64),
            )
