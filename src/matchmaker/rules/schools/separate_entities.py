"""A school and its own branch need no agreement."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain.records import fold
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class SeparateEntities(Rule):
    """The two are different schools and not one legal entity.

    Entities are compared without case and spaces around. Where one is not stated the two
    count as separate.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Разные юридические лица", "Separate legal entities")
    about: ClassVar[Text] = Text(
        "Договор заключают две разные организации: школа и её филиал — одно юридическое "
        "лицо. Если юридическое лицо не указано, школы считаются разными.",
        "An agreement takes two: a school and its branch are one legal entity. Where it is "
        "not stated, schools count as separate.",
    )
    yes: ClassVar[Text] = Text("разные юридические лица", "separate legal entities")
    no: ClassVar[Text] = Text("одно юридическое лицо", "one legal entity")
    unknown: ClassVar[Text] = Text(
        "юридическое лицо указано не у всех", "legal entities are not all stated"
    )

    def measure(self, p: Pairs) -> Bools:
        where = "school.id,profile.legal_entity"
        return p.table(_separate, where, where) > 0

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        units = (pair.helped, *pair.helping.everyone)
        return (self.yes if all(unit.profile.legal_entity for unit in units) else self.unknown)()


Facts = tuple[str, str | None]


def _separate(one: Facts, other: Facts) -> bool:
    (here, entity), (there, other_entity) = one, other
    shared = entity and other_entity and fold(entity) == fold(other_entity)
    return here != there and not shared
