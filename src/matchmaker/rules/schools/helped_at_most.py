"""A school helps no more schools than it can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import whole
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helping_of
from matchmaker.text import Text


class HelpedAtMost(Rule):
    """A partner school helps at most as many schools as its row says.

    Where the row says nothing ``unstated`` schools count: 1 or 2 is general practice.
    """

    unstated: Annotated[int, Field(ge=0, le=20)] = 2
    """Limit of a school whose row states none. Unit: schools."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Скольким школам помогает", "Schools helped")
    about: ClassVar[Text] = Text(
        "Школа-партнёр помогает не более чем стольким школам, сколько указано в её паспорте.",
        "A partner school helps at most as many schools as its profile says.",
    )
    options: ClassVar[dict[str, Text]] = {
        "unstated": Text("предел, если в паспорте не указан", "limit where the profile has none"),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: помогает не больше чем {upper} {upper:школе|школам|школам}",
        "{label}: helps at most {upper} {upper:school|schools}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = helping_of(p)
        stated = [unit.profile.helped_at_most for unit in units]
        yield Quota(
            name="helped_at_most",
            labels=tuple(unit.name for unit in units),
            sentence=self.sentence,
            mentors=np.arange(len(units), dtype=np.int64),
            upper=whole(self.unstated if n is None else n for n in stated),
        )
