"""A school is in no more partnerships than it is ready for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import whole
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of
from matchmaker.text import Text


class PartnersAtMost(Rule):
    """Each school is in at most as many partnerships of equals as its row says.

    Where the row says nothing ``unstated`` count. Where the two sides are not the same equals
    the rule says nothing.
    """

    unstated: Annotated[int, Field(ge=0, le=20)] = 2
    """Limit of a school whose row states none. Unit: partnerships."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Сколько партнёрств", "Partnerships of a school")
    about: ClassVar[Text] = Text(
        "У школы не больше партнёрств на равных, чем указано в её паспорте.",
        "A school is in at most as many partnerships of equals as its profile says.",
    )
    options: ClassVar[dict[str, Text]] = {
        "unstated": Text("предел, если в паспорте не указан", "limit where the profile has none"),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:партнёрства|партнёрств|партнёрств}",
        "{label}: at most {upper} {upper:partnership|partnerships}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        if not p.roster.symmetric:
            return
        units = helped_of(p)
        stated = [unit.profile.partners_at_most for unit in units]
        yield Quota(
            name="partners_at_most",
            labels=tuple(unit.name for unit in units),
            sentence=self.sentence,
            either=np.arange(len(units), dtype=np.int64),
            upper=whole(self.unstated if n is None else n for n in stated),
        )
