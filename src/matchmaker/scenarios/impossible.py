"""A town whose wishes cannot all come true: four conflicts, each in a school of its own.

1. Three mentees are pinned to a mentor with two places.
2. A pair is pinned and forbidden.
3. A school takes two mentees of other schools, and four are pinned to its mentors.
4. A school can pay 4 000 ₽, and the pairs pinned in it cost 6 000 ₽.

But for its conflict each pinned pair is as good as can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from matchmaker.domain import (
    Category,
    DecisionKind,
    Format,
    MenteeCategory,
    MentorKind,
    Reason,
    Status,
    Topic,
    Verdict,
    Willing,
)
from matchmaker.scenarios.base import Scenario, Size, scenario
from matchmaker.scenarios.draft import Draft
from matchmaker.scenarios.geography import Region
from matchmaker.scenarios.pay import agree_on_pay, set_budgets
from matchmaker.scenarios.plan import SCHOOL, TEACHER, YOUNG, Intake, Plan
from matchmaker.scenarios.subjects import SENIOR
from matchmaker.scenarios.town import lay_out

OUTSIDE_LIMIT = 2
PAY, BUDGET = 3_000, 4_000
"""Of each mentor of the fourth conflict, and of the school. Unit: ₽ a month."""
MONTHS = 288
"""Teaching experience of every mentor with a pin."""

PLAN = Plan(
    title="Город несбыточных решений",
    kinds=((SCHOOL, 12),),
    region=Region(districts=("Город",), spread=0.0, within=(5, 25), across=(5, 25)),
    mentees=(Intake(YOUNG, SCHOOL, 1),),
    mentors=(Intake(TEACHER, SCHOOL, 1),),
    past=0.0,
    pins=0.0,
    bans=0.0,
    limits=0.0,
)


@scenario("impossible", mentees=40, mentors=45, schools=12, least=Size(20, 20, 8))
def impossible(size: Size, rng: np.random.Generator) -> Scenario:
    """Four conflicts between decisions and limits: each is found and named."""
    draft = lay_out(PLAN, size, rng)
    agree_on_pay(draft, part=1.0)
    _Planting(draft).plant()
    return draft.finish(
        "impossible",
        {"rules": [{"must": "outside_limit", "at_most": 5}, {"must": "pay_budget"}]},
    )


class _Planting:
    """Moves people into four schools and decides about them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.mentors: Iterator[str] = iter(list(draft.mentors))
        self.mentees: Iterator[str] = iter(list(draft.mentees))

    def plant(self) -> None:
        draft, schools = self.draft, list(self.draft.schools)
        crowded, doubted, closed, poor, *elsewhere = schools
        mentor = self._mentor(crowded, "математика", places=2)
        for _ in range(3):
            self._pin(mentor, self._mentee(crowded, "математика"))
        mentor, mentee = self._mentor(doubted, "биология"), self._mentee(doubted, "биология")
        self._pin(mentor, mentee)
        draft.decide(DecisionKind.FORBID, mentor, mentee, Reason.BY_REQUEST)
        for subject, home in zip(
            ("география", "химия", "информатика", "физика"), elsewhere, strict=False
        ):
            self._pin(self._mentor(closed, subject), self._mentee(home, subject))
        for subject in ("английский язык", "музыка"):
            self._pin(self._mentor(poor, subject, pay=PAY), self._mentee(poor, subject))
        set_budgets(draft, part=1.0)
        draft.school(crowded, pay_budget=(draft.schools[crowded].pay_budget or 0) + 10_000)
        draft.school(closed, outside_limit=OUTSIDE_LIMIT)
        draft.school(poor, pay_budget=BUDGET)

    def _pin(self, mentor: str, mentee: str) -> None:
        self.draft.decide(DecisionKind.PIN, mentor, mentee, Reason.AGREED)

    def _mentor(self, school: str, subject: str, places: int = 1, pay: int = 2_000) -> str:
        """The next mentor, moved to a school and without any blemish."""
        key = next(self.mentors)
        self._settle(key, school, subject)
        self.draft.person(
            key,
            category=Category.HIGHEST,
            attests=frozenset(),
            born=None,
            age=48,
            experience=MONTHS,
            experience_teaching=MONTHS,
            experience_school=120,
            experience_post=120,
        )
        self.draft.mentor(
            key,
            kind=MentorKind.TEACHER,
            willing=Willing.YES,
            places=places,
            programmes=frozenset(),
            formats=frozenset(Format),
            max_minutes=None,
            interview=Verdict.ADMITTED,
            consent_351_8=date(2026, 8, 25),
            refused_until=None,
            pay=pay,
            **{topic.value: 3 for topic in Topic},
        )
        return key

    def _mentee(self, school: str, subject: str) -> str:
        """The next mentee, moved to a school."""
        key = next(self.mentees)
        self._settle(key, school, subject)
        self.draft.mentee(
            key,
            category=MenteeCategory.YOUNG,
            format=None,
            declined=None,
            interview=Verdict.ADMITTED,
        )
        return key

    def _settle(self, key: str, school: str, subject: str) -> None:
        self.draft.person(
            key,
            school=school,
            position="учитель",
            subjects=frozenset({subject}),
            direction=None,
            levels=SENIOR,
            load_hours=20.0,
            shifts=frozenset({"1"}),
            status=Status.WORKING,
            absent_until=None,
        )
