"""An organisation has no more links than it can keep up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import whole
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of, helping_of
from matchmaker.text import Text


class LinksAtMost(Rule):
    """Each organisation helps at most so many others, and is helped by at most so many.

    ``together`` limits all its links, whichever part it has in them; it is said only where
    the same organisations stand on both sides.
    """

    each_way: Annotated[int, Field(ge=1, le=100)] = 4
    """Most links in which it helps, and most in which it is helped."""
    together: Annotated[int, Field(ge=1, le=200)] | None = None
    """Most links in all; nothing: only each way is limited."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Сколько связей у организации", "Links of an organisation")
    about: ClassVar[Text] = Text(
        "Организация помогает не больше чем стольким другим и принимает помощь не больше чем "
        "от стольких.",
        "An organisation helps at most so many others and is helped by at most so many.",
    )
    options: ClassVar[dict[str, Text]] = {
        "each_way": Text("предел в каждую сторону", "limit in each direction"),
        "together": Text("предел всех связей вместе", "limit of all links together"),
    }
    helps: ClassVar[Text] = Text(
        "{label}: помогает не больше чем {upper} {upper:организации|организациям|организациям}",
        "{label}: helps at most {upper} {upper:organisation|organisations}",
    )
    helped: ClassVar[Text] = Text(
        "{label}: принимает помощь не больше чем от {upper} "
        "{upper:организации|организаций|организаций}",
        "{label}: is helped by at most {upper} {upper:organisation|organisations}",
    )

    both: ClassVar[Text] = Text(
        "{label}: не больше {upper} {upper:связи|связей|связей} всего",
        "{label}: at most {upper} {upper:link|links} in all",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        helping = tuple(unit.name for unit in helping_of(p))
        each = np.arange(len(helping), dtype=np.int64)
        most = whole([self.each_way] * len(helping))
        yield Quota("helps", helping, self.helps, mentors=each, upper=most)
        helped = tuple(unit.name for unit in helped_of(p))
        each = np.arange(len(helped), dtype=np.int64)
        most = whole([self.each_way] * len(helped))
        yield Quota("helped", helped, self.helped, mentees=each, upper=most)
        if self.together is not None and helped == helping:
            most = whole([self.together] * len(helped))
            yield Quota("together", helped, self.both, either=each, upper=most)
