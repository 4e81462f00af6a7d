"""No mentor gives more hours a week than he or she has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.pairs import Ints, Pairs
from matchmaker.rules._groups import by_mentor, mentees_of, whole
from matchmaker.rules._periods import periods
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Hours(Rule):
    """The mentees of a mentor take no more time a week than the mentor stated.

    Counted in minutes and month by month. A mentor whose cell is empty is limited by places
    alone. Where every mentee costs the same, the bound is a plain number of mentees.
    """

    title: ClassVar[Text] = Text("Часы наставника", "Mentor's hours")
    about: ClassVar[Text] = Text(
        "Наставляемые занимают не больше часов в неделю, чем указал наставник. Если часы не "
        "указаны, действуют только места.",
        "Mentees take no more hours a week than the mentor stated. Where no hours are "
        "stated, only places count.",
    )
    minutes: ClassVar[Text] = Text(
        "{{label}}: не больше {{upper}} мин в неделю{when}",
        "{{label}}: at most {{upper}} minutes a week{when}",
    )
    count: ClassVar[Text] = Text(
        "{{label}}: времени хватает на {{upper}} "
        "{{upper:наставляемого|наставляемых|наставляемых}}{when}",
        "{{label}}: time for {{upper}} {{upper:mentee|mentees}}{when}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        groups, shown = by_mentor(p)
        stated = [unit.mentor.hours_per_week for unit in shown]
        limited = [k for k, hours in enumerate(stated) if hours is not None]
        if not limited:
            return
        place = np.full(len(shown) + 1, NO_GROUP, dtype=np.int64)  # the last is for −1
        place[limited] = np.arange(len(limited))
        # Six digits: 2.3 hours are 138 minutes, not the 137.99… of binary fractions.
        upper = whole(int(round((stated[k] or 0) * 60, 6)) for k in limited)
        costs = {unit.hours for unit in mentees_of(p) if unit.programme and unit.hours}
        weight: Ints | None = whole(unit.hours for unit in mentees_of(p))
        sentence = self.minutes
        if len(costs) == 1:
            upper, weight, sentence = upper // costs.pop(), None, self.count
        for period in periods(p):
            yield Quota(
                name=period.named("hours"),
                labels=tuple(shown[k].person.name for k in limited),
                sentence=period.inside(sentence),
                mentors=place[groups],
                mentees=period.mentees,
                mentee_weight=weight,
                upper=upper,
            )
