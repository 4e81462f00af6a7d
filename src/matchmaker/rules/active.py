"""Both sides are at work when the programme begins."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from matchmaker.domain import Status
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import MenteeUnit, MentorUnit


class Active(Rule):
    """Mentor and mentee are at work by the month in which the programme begins.

    Someone who is absent counts as present if the day of return is stated and is not later
    than that month. Without a stated day nobody can count on the person, so an open-ended
    absence excludes; so does leaving. No cause is asked for or named.
    """

    title: ClassVar[Text] = Text("На рабочем месте", "At work")
    about: ClassVar[Text] = Text(
        "К началу программы и наставник, и наставляемый на рабочем месте: работают или "
        "возвращаются не позже первого месяца. Причина отсутствия не спрашивается.",
        "By the start of the programme both sides are at work, or back not later than its "
        "first month. No cause of absence is asked for.",
    )
    yes: ClassVar[Text] = Text(
        "к началу программы оба на рабочем месте", "both are at work when the programme begins"
    )
    no_mentor: ClassVar[Text] = Text(
        "к началу программы наставника не будет на рабочем месте",
        "the mentor will not be at work when the programme begins",
    )
    no_mentee: ClassVar[Text] = Text(
        "к началу программы наставляемого не будет на рабочем месте",
        "the mentee will not be at work when the programme begins",
    )

    def measure(self, p: Pairs) -> Bools:
        mentee = p.mentee.each(
            "first_month,person.status,person.absent_until",
            lambda facts: _present(*facts),
            key=self,
        )
        mentor = p.table(
            lambda month, facts: _present(month, *facts),
            "first_month",
            "person.status,person.absent_until",
            key=self,
        )
        return (mentee > 0) & (mentor > 0)

    def words(self, pair: Pair) -> str:
        month = pair.mentee.first_month
        if not all(_there(month, member) for member in pair.mentor.everyone):
            return self.no_mentor()
        return (self.yes if _there(month, pair.mentee) else self.no_mentee)()


def _there(month: int, unit: MenteeUnit | MentorUnit) -> bool:
    return _present(month, unit.person.status, unit.person.absent_until)


def _present(month: int, status: Status, until: date | None) -> bool:
    if status is Status.ABSENT:
        return until is not None and until.year * 12 + until.month - 1 <= month
    return status is Status.WORKING
