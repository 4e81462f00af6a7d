"""Every school that asks has a lead partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules._groups import number, whole
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of
from matchmaker.text import Text


class LeadPartner(Rule):
    """A point for each school that asks and has a partner with shown results; more add none.

    Made to be preferred: each link of the two kinds of school gives a point, and each of one
    school beyond the first takes it back. Demanded, it would leave only such links, one a
    school. A mark that the table does not make counts as not given.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Ведущая школа-партнёр", "Lead partner school")
    about: ClassVar[Text] = Text(
        "Чем больше школ-участников получили школу-партнёра с высокими результатами, тем "
        "лучше; вторая школа-партнёр охвата не прибавляет.",
        "The more schools have a partner school with high results, the better; a second "
        "partner of the same school does not count again.",
    )
    private: ClassVar[bool] = True
    sentence: ClassVar[Text] = Text(
        "{label}: вторая школа-партнёр не прибавляет охвата",
        "{label}: a second partner school adds none",
    )
    yes: ClassVar[Text] = Text("ведущая школа-партнёр: {school}", "lead partner school: {school}")
    no: ClassVar[Text] = Text("связь без ведущей школы-партнёра", "a link without a lead partner")

    def measure(self, p: Pairs) -> Bools:
        return p.mentee.flag("school.asks") & p.mentor.flag("school.strong")

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        asking = [unit for unit in helped_of(p) if unit.school.asks]
        if asking:
            groups, _ = number(unit.key if unit.school.asks else None for unit in helped_of(p))
            leads = p.roster.mentor.flag("school.strong")
            yield Quota(
                name="lead_partner",
                labels=tuple(unit.name for unit in asking),
                sentence=self.sentence,
                mentees=groups,
                mentors=np.where(leads, 0, NO_GROUP).astype(np.int64),
                upper=whole([1] * len(asking)),
            )

    def words(self, pair: Pair) -> str:
        return self.yes(school=pair.helping.name) if self.measure_of(pair) else self.no()
