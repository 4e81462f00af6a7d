"""The two schools work in like conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import SchoolUnit

Points = Annotated[int, Field(ge=0, le=100)]
Within = Annotated[int, Field(ge=0, le=100)]
Facts = tuple[bool | None, int | None, float | None, float | None, float | None]
"""Rural, pupils, social index, shares of pupils with special needs and of non-native ones."""

FACTS = "school.rural,profile.pupils,profile.social_index,profile.special_needs,profile.non_native"


class SimilarContext(Rule):
    """Points for each condition in which the two schools are alike; they add up.

    Both in a village or both in a town; the smaller has at least ``size_percent`` of the
    larger's pupils; social index and shares of pupils differ by no more than stated. A
    condition that is not known of both gives no points. The measure is the same either way
    round. Source of the conditions: general practice of projects that support schools.
    """

    rural: Points = 2
    """Points for two village schools or two town schools."""
    size: Points = 1
    """Points for like numbers of pupils."""
    size_percent: Annotated[int, Field(ge=1, le=100)] = 50
    """Numbers are alike from this ratio of the smaller to the larger on. Unit: percent."""
    index: Points = 2
    """Points for like social indices."""
    index_within: Within = 15
    """Largest difference of like indices. Unit: points of the index."""
    needs: Points = 1
    """Points for like shares of pupils with special needs."""
    needs_within: Within = 5
    """Largest difference of like shares. Unit: percentage points."""
    native: Points = 1
    """Points for like shares of pupils whose mother tongue is not Russian."""
    native_within: Within = 10
    """Largest difference of like shares. Unit: percentage points."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Похожие условия", "Similar context")
    about: ClassVar[Text] = Text(
        "Опыт легче перенять у школы в похожих условиях: город или село, численность, "
        "социальные условия, состав обучающихся. Что не указано, баллов не даёт.",
        "It is easier to learn from a school in a similar context: town or village, size, "
        "social index, pupils. What is not stated gives no points.",
    )
    options: ClassVar[dict[str, Text]] = {
        "rural": Text("баллы: обе сельские или обе городские", "points: both rural or both urban"),
        "size": Text("баллы за близкую численность", "points for like size"),
        "size_percent": Text(
            "численность близка, если меньшая не меньше стольких процентов большей",
            "sizes are alike from so many percent on, the smaller of the larger",
        ),
        "index": Text("баллы за близкий социальный индекс", "points for like social indices"),
        "index_within": Text("индексы близки при разнице до", "indices are alike within"),
        "needs": Text("баллы за близкую долю обучающихся с ОВЗ", "points: special needs"),
        "needs_within": Text(
            "доли близки при разнице до, процентных пунктов", "special needs alike within, points"
        ),
        "native": Text(
            "баллы за близкую долю обучающихся, для которых русский язык не является родным",
            "points: mother tongue",
        ),
        "native_within": Text(
            "доли близки при разнице до, процентных пунктов", "mother tongue alike within, points"
        ),
    }
    villages: ClassVar[Text] = Text("сельские школы", "village schools")
    towns: ClassVar[Text] = Text("городские школы", "town schools")
    sizes: ClassVar[Text] = Text("близкая численность", "like size")
    indices: ClassVar[Text] = Text("близкие социальные условия", "like social conditions")
    pupils: ClassVar[Text] = Text("близкий состав обучающихся", "like pupils")
    """Said of special needs and of mother tongues alike: a public list names neither."""
    yes: ClassVar[Text] = Text("похожие условия: {what}", "similar context: {what}")
    no: ClassVar[Text] = Text("условия школ разные", "the schools' contexts differ")
    unknown: ClassVar[Text] = Text(
        "об условиях школ не хватает сведений", "too little is known of the schools' contexts"
    )

    def measure(self, p: Pairs) -> Ints:
        return p.table(
            lambda a, b: sum(points for points, _ in self._alike(a, b)), FACTS, FACTS, key=self
        )

    def _alike(self, one: Facts, other: Facts) -> Iterator[tuple[int, Text]]:
        """What is alike, and its points."""
        (rural, pupils, *shares), (other_rural, other_pupils, *other_shares) = one, other
        if rural is not None and rural is other_rural:
            yield self.rural, self.villages if rural else self.towns
        if pupils is not None and other_pupils is not None:
            less, more = sorted((pupils, other_pupils))
            if less * 100 >= self.size_percent * more:
                yield self.size, self.sizes
        judged = (
            (self.index, self.index_within, self.indices),
            (self.needs, self.needs_within, self.pupils),
            (self.native, self.native_within, self.pupils),
        )
        for a, b, (points, within, said) in zip(shares, other_shares, judged, strict=True):
            # Rounded: 12.3 and 2.3 differ by 10, not by a little more.
            if a is not None and b is not None and round(abs(a - b), 6) <= within:
                yield points, said

    def words(self, pair: Pair) -> str:
        here = _facts(pair.helped)
        every = [_facts(unit) for unit in pair.helping.everyone]
        if self.measure_of(pair):
            there = min(every, key=lambda one: sum(points for points, _ in self._alike(here, one)))
            alike = [said() for points, said in self._alike(here, there) if points]
            return self.yes(what=", ".join(dict.fromkeys(alike)))
        known = any(None not in both for there in every for both in zip(here, there, strict=True))
        return (self.no if known else self.unknown)()


def _facts(unit: SchoolUnit) -> Facts:
    profile = unit.profile
    return (
        unit.school.rural,
        profile.pupils,
        profile.social_index,
        profile.special_needs,
        profile.non_native,
    )
