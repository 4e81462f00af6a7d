"""A mentor and a mentee of two schools need a link between the schools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.opening import Opening
from matchmaker.pairs import Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class LinkedSchools(Rule):
    """Where pairs and links are decided together, a pair across two schools needs their link.

    Within one school, and with organisations outside the municipality's network (they
    have agreements of their own), no link is needed. Of a team, every member's school
    must be linked. In plans about people or schools alone the rule says nothing.
    """

    both_ways: bool = False
    """Whether one link serves mentors of either school."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Связь школ пары", "The pair's schools are linked")
    about: ClassVar[Text] = Text(
        "Когда пары и связи школ подбираются вместе, наставник и наставляемый из разных "
        "школ могут быть парой, только если школы связаны договором.",
        "Where pairs and links are decided together, a mentor and a mentee of two schools "
        "can be a pair only if the schools are linked.",
    )
    options: ClassVar[dict[str, Text]] = {
        "both_ways": Text(
            "договор действует в обе стороны: наставники любой из двух школ",
            "one link serves mentors of either school",
        ),
    }
    sentence: ClassVar[Text] = Text(
        "нужна связь: школа-партнёр {helping}, школа-участник {helped}",
        "a link is needed: {helping} helps {helped}",
    )

    def openings(self, people: Pairs, links: Pairs) -> Iterable[Opening]:
        units = links.roster.mentee.units
        place = {unit.key: position for position, unit in enumerate(units)}
        here = [row[0] for row in people.roster.mentee.values("school.id")]
        there = people.roster.mentor.values("school.id")
        width = max((len(row) for row in there), default=1)
        mentors = np.full((len(there), width), -1, dtype=np.int64)
        for j, row in enumerate(there):
            mentors[j, : len(row)] = [place.get(key, -1) for key in row]
        yield Opening(
            name="linked_schools",
            schools=tuple(unit.name for unit in units),
            sentence=self.sentence,
            mentees=np.array([place.get(key, -1) for key in here], dtype=np.int64),
            mentors=mentors,
            both_ways=self.both_ways,
        )
