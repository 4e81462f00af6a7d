"""Mentors of outside organisations come under an agreement in force."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs, Roster
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Agreement(Rule):
    """A university, college or partner supplies mentors only under an agreement in force.

    The agreement must hold on the reference date and on the first day of the month in
    which the mentee's programme begins; with ``whole_term`` also on the first day of the
    last month. Agreements are often renewed each calendar year, so the end of the term
    does not count by default. People of the municipality's own organisations need none.
    """

    whole_term: bool = False
    """Whether the agreement must last until the last month of the programme."""

    title: ClassVar[Text] = Text("Соглашение с организацией", "Agreement in force")
    about: ClassVar[Text] = Text(
        "Наставники вуза, колледжа, партнёра или работодателя участвуют, только пока "
        "действует соглашение: на отчётную дату и к началу программы.",
        "Mentors of a university, college, partner or employer take part only while an "
        "agreement is in force: on the reference date and when the programme begins.",
    )
    options: ClassVar[dict[str, Text]] = {
        "whole_term": Text(
            "соглашение должно действовать до последнего месяца программы",
            "the agreement must last until the last month of the programme",
        ),
    }
    own: ClassVar[Text] = Text(
        "организация наставника муниципальная, соглашение не требуется",
        "the mentor's organisation is the municipality's own and needs no agreement",
    )
    yes: ClassVar[Text] = Text(
        "соглашение с организацией наставника действует",
        "the agreement with the mentor's organisation is in force",
    )
    no: ClassVar[Text] = Text(
        "нет действующего соглашения с организацией: {schools}",
        "no agreement in force with: {schools}",
    )

    def measure(self, p: Pairs) -> Bools:
        roster = p.roster
        holds = p.table(
            lambda term, school: self._holds(roster, term, school),
            "first_month,last_month",
            "school.id",
            key=self,
        )
        return holds > 0

    def _holds(self, roster: Roster, term: tuple[int, int], school: str) -> bool:
        organisation = roster.schools[school]
        if not organisation.kind.outside:
            return True
        months = term if self.whole_term else term[:1]
        days = [roster.reference_date, *(date(m // 12, m % 12 + 1, 1) for m in months)]
        # A programme that begins this month begins on the reference date, not before it.
        return all(organisation.agreement_holds(max(day, days[0])) for day in days)

    def words(self, pair: Pair) -> str:
        term = pair.mentee.first_month, pair.mentee.last_month
        schools = {member.school.id: member.school for member in pair.mentor.everyone}
        missing = [
            school.name
            for key, school in schools.items()
            if not self._holds(pair.roster, term, key)
        ]
        if missing:
            return self.no(schools=", ".join(missing))
        outside = any(school.kind.outside for school in schools.values())
        return (self.yes if outside else self.own)()
