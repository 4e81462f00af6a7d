"""Mentors' pay stays within the budget of their organisation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import mentors_of, number, whole
from matchmaker.rules._periods import periods
from matchmaker.rules.base import Rule
from matchmaker.text import Text

COVERS = 4
"""Budgets are sharpened for up to so many pairs."""


class PayBudget(Rule):
    """What an organisation pays its mentors a month stays within its budget for this.

    Only organisations with a stated budget are limited. A mentor without a stated pay costs
    nothing. A team is paid, with all its members, by the lead's organisation. Counted month
    by month. Unit: roubles a month per mentee.
    """

    title: ClassVar[Text] = Text("Бюджет доплат", "Budget for pay")
    about: ClassVar[Text] = Text(
        "Доплаты наставникам не превышают бюджета их организации. Организации без "
        "указанного бюджета и наставники без указанной доплаты не ограничены.",
        "Mentors' pay stays within the budget of their organisation. Organisations that "
        "state no budget and mentors without stated pay are not limited.",
    )
    private: ClassVar[bool] = True
    sentence: ClassVar[Text] = Text(
        "{{label}}: доплаты наставникам не больше {{upper}} ₽ в месяц{when}",
        "{{label}}: mentors' pay at most {{upper}} ₽ a month{when}",
    )

    few: ClassVar[Text] = Text(
        "{{label}}: при этом бюджете не больше {{upper}} пар с высокой доплатой{when}",
        "{{label}}: the budget allows at most {{upper}} pairs of high pay{when}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        units = mentors_of(p)
        schools = {unit.school.id: unit.school for unit in units}
        groups, keys = number(
            None if unit.school.pay_budget is None else unit.school.id for unit in units
        )
        if not keys:
            return
        pay = whole(sum(member.mentor.pay or 0 for member in unit.everyone) for unit in units)
        for period in periods(p):
            yield Quota(
                name=period.named("pay_budget"),
                labels=tuple(schools[str(key)].name for key in keys),
                sentence=period.inside(self.sentence),
                mentors=groups,
                mentees=period.mentees,
                mentor_weight=pay,
                upper=whole(schools[str(key)].pay_budget or 0 for key in keys),
            )
            # Of pairs that each cost more than one part in k + 1 of the budget, k at most:
            # cover inequalities, without which a third of a pair would be affordable.
            for k in range(1, COVERS + 1):
                heavy = [
                    unit.school.id
                    if unit.school.pay_budget is not None
                    and int(pay[place]) * (k + 1) > unit.school.pay_budget
                    else None
                    for place, unit in enumerate(units)
                ]
                covered, names = number(heavy)
                if names:
                    yield Quota(
                        name=period.named(f"pay_budget {k}"),
                        labels=tuple(schools[str(key)].name for key in names),
                        sentence=period.inside(self.few),
                        mentors=covered,
                        mentees=period.mentees,
                        upper=whole([k] * len(names)),
                        implied=True,
                    )
