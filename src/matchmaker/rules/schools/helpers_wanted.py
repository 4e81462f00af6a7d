"""A school has no more partner schools than it wants."""

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


class HelpersWanted(Rule):
    """A helped school has at most as many partner schools as its row wants: one, or more."""

    at_most: Annotated[int, Field(ge=1, le=20)] | None = None
    """Cap for every school, whatever its row wants; nothing: no cap. Unit: schools."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Сколько школ-партнёров", "Partner schools wanted")
    about: ClassVar[Text] = Text(
        "У школы-участника не больше школ-партнёров, чем указано в её паспорте; обычно одна.",
        "A school has at most as many partner schools as its profile wants; usually one.",
    )
    options: ClassVar[dict[str, Text]] = {
        "at_most": Text("не больше стольких у любой школы", "at most so many for any school"),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:школы-партнёра|школ-партнёров|школ-партнёров}",
        "{label}: at most {upper} partner {upper:school|schools}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = helped_of(p)
        wanted = [unit.profile.helpers_wanted for unit in units]
        yield Quota(
            name="helpers_wanted",
            labels=tuple(unit.name for unit in units),
            sentence=self.sentence,
            mentees=np.arange(len(units), dtype=np.int64),
            upper=whole(n if self.at_most is None else min(n, self.at_most) for n in wanted),
        )
