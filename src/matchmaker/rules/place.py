"""How near the organisations are by belonging: the same, a partner, the same district."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.domain import School
from matchmaker.pairs import Ints, Pair, Pairs, Roster
from matchmaker.rules.base import Rule
from matchmaker.text import Text

AREAS = "school.settlement,school.district"
"""What is compared where neither the organisation nor an agreement is common."""

Points = Annotated[int, Field(ge=0, le=100)]


class Place(Rule):
    """Points for the same organisation, a partner school, or the same settlement or district.

    Partners are schools with an agreement in force between them, whichever helps the other.
    Where settlement and district cannot be compared because an organisation states neither,
    ``unknown`` points count.
    Demanded with ``at_least``, it keeps pairs within the organisation or among partners.
    """

    same: Points = 3
    """Points within one organisation."""
    partner: Points = 2
    """Points between partner schools."""
    near: Points = 1
    """Points within one settlement or district."""
    unknown: Points = 1
    """Points where neither settlement nor district can be compared."""
    at_least: Points = 0
    """Less than this counts as 0."""

    title: ClassVar[Text] = Text("Место работы", "Place of work")
    about: ClassVar[Text] = Text(
        "Сначала та же организация, затем школа-партнёр, затем тот же населённый пункт или "
        "район. Как обязательное (с at_least) оставляет только такие пары.",
        "First the same organisation, then a partner school, then the same settlement or "
        "district. As a must (with at_least) it leaves only such pairs.",
    )
    options: ClassVar[dict[str, Text]] = {
        "same": Text("баллы за ту же организацию", "points for the same organisation"),
        "partner": Text("баллы за школу-партнёра", "points for a partner school"),
        "near": Text(
            "баллы за тот же населённый пункт или район",
            "points for the same settlement or district",
        ),
        "unknown": Text(
            "баллы, если населённый пункт и район не указаны",
            "points where settlement and district are not stated",
        ),
        "at_least": Text("меньшие баллы считать нулём", "fewer points count as 0"),
    }
    words_same: ClassVar[Text] = Text("работают в одной организации", "they work together")
    words_partner: ClassVar[Text] = Text("школа-партнёр: {school}", "a partner school: {school}")
    words_near: ClassVar[Text] = Text("рядом: {school} ({area})", "near: {school} ({area})")
    words_unknown: ClassVar[Text] = Text(
        "другая организация: {school}; район указан не у всех",
        "another organisation: {school}; districts are not all stated",
    )
    words_far: ClassVar[Text] = Text(
        "другая организация в другом районе: {school}",
        "another organisation in another district: {school}",
    )

    def measure(self, p: Pairs) -> Ints:
        return p.least(self._of_one)

    def _of_one(self, p: Pairs) -> Ints:
        """Points for one member of a team."""
        found = p.table(self._by_area, AREAS, AREAS, key=self)
        found = np.where(p.partners(), self.partner, found)
        found = np.where(p.same("school.id"), self.same, found)
        return np.where(found >= self.at_least, found, 0)

    def _by_area(self, here: tuple[str | None, ...], there: tuple[str | None, ...]) -> int:
        shared = _area(here, there)
        return self.unknown if shared is None else self.near if shared else 0

    def _points(self, roster: Roster, mentee: School, mentor: School) -> int:
        """Points for two organisations, one by one."""
        if mentee.id == mentor.id:
            return self.same
        if (mentee.id, mentor.id) in roster.partners:
            return self.partner
        return self._by_area(_areas(mentee), _areas(mentor))

    def words(self, pair: Pair) -> str:
        here = pair.mentee.school
        others = {m.school.id: m.school for m in pair.mentor.everyone if m.school.id != here.id}
        if not others:
            return self.words_same()
        # Of a team, what is said is true of the member who is farthest by belonging.
        there = min(others.values(), key=lambda s: self._points(pair.roster, here, s))
        if (here.id, there.id) in pair.roster.partners:
            return self.words_partner(school=there.name)
        area = _area(_areas(here), _areas(there))
        if area is None:
            return self.words_unknown(school=there.name)
        return (self.words_near if area else self.words_far)(school=there.name, area=area)


def _areas(school: School) -> tuple[str | None, ...]:
    return school.settlement, school.district


def _area(here: tuple[str | None, ...], there: tuple[str | None, ...]) -> str | None:
    """The settlement or district in common; "" if there is none; nothing if not known."""
    pairs = zip(here, there, strict=True)
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return next((a for a, b in known if a == b), "") if known else None
