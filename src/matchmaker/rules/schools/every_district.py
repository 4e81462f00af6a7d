"""Every district is present on the network platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._each import each_once
from matchmaker.rules.schools._sides import helping_of
from matchmaker.text import Text


class EveryDistrict(Rule):
    """Each district that a school names has at least one chosen school.

    A school that names no district counts for none. Demanded where no school of a district
    may be chosen, it cannot be kept; then the plan says so.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Все районы", "Every district")
    about: ClassVar[Text] = Text(
        "На площадке есть школа из каждого района.",
        "The platform has a school of every district.",
    )
    sentence: ClassVar[Text] = Text(
        "нужна хотя бы одна школа района: {label}", "at least one school of the district: {label}"
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        had = [{unit.school.district} - {None} for unit in helping_of(p)]
        districts = sorted({str(one) for mine in had for one in mine})
        if districts:
            yield each_once("every_district", districts, districts, had, self.sentence)
