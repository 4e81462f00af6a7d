"""How many schools make up the network platform."""

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

Count = Annotated[int, Field(ge=1, le=1000)]


class PlatformSize(Rule):
    """The platform has at least ``at_least`` schools, and at most ``at_most`` if that is set."""

    at_least: Count = 5
    """Fewest schools."""
    at_most: Count | None = None
    """Most schools; nothing: no limit."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Сколько школ на площадке", "Size of the platform")
    about: ClassVar[Text] = Text(
        "Сетевую площадку составляют не меньше заданного числа школ, а если задан предел — "
        "и не больше.",
        "The network platform has at least so many schools, and at most so many if set.",
    )
    options: ClassVar[dict[str, Text]] = {
        "at_least": Text("наименьшее число школ", "fewest schools"),
        "at_most": Text("наибольшее число школ", "most schools"),
    }
    least: ClassVar[Text] = Text(
        "{label}: не меньше {lower} {lower:школы|школ|школ}",
        "{label}: at least {lower} {lower:school|schools}",
    )
    most: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:школы|школ|школ}",
        "{label}: at most {upper} {upper:school|schools}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        labels = tuple(unit.name for unit in helped_of(p))
        each = np.arange(len(labels), dtype=np.int64)
        least = whole([self.at_least] * len(labels))
        yield Quota("least", labels, self.least, mentees=each, lower=least)
        if self.at_most is not None:
            most = whole([self.at_most] * len(labels))
            yield Quota("most", labels, self.most, mentees=each, upper=most)
