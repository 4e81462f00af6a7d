"""The mentor is older than the mentee by a margin; off unless asked for."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class AgeGap(Rule):
    """The mentor is older by at least so many full years.

    Not in the default policy: age is no measure of work (Labour Code, art. 3), and no
    sentence about a pair mentions it. Where an age is not known the rule passes.
    """

    years: Annotated[int, Field(ge=0, le=40)] = 5
    """Least difference. Unit: full years."""

    title: ClassVar[Text] = Text("Дополнительное условие пары", "An extra condition of the pair")
    about: ClassVar[Text] = Text(
        "Наставник старше на заданное число лет. По умолчанию выключено; в объяснениях "
        "возраст не называется. Если возраст не указан, правило не мешает.",
        "The mentor is older by so many years. Off by default; explanations never name age. "
        "An empty cell does not exclude.",
    )
    options: ClassVar[dict[str, Text]] = {
        "years": Text("на сколько полных лет", "by how many full years"),
    }
    yes: ClassVar[Text] = Text(
        "дополнительное условие пары соблюдено", "the extra condition of the pair is kept"
    )
    no: ClassVar[Text] = Text(
        "дополнительное условие пары не соблюдено", "the extra condition of the pair is not kept"
    )

    def measure(self, p: Pairs) -> Bools:
        return p.table(self._older, "age", "age", key=self) > 0

    def _older(self, mentee: int | None, mentor: int | None) -> bool:
        return mentee is None or mentor is None or mentor - mentee >= self.years

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
