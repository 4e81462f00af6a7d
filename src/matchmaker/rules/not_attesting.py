"""The mentor does not attest the staff of the mentee's organisation."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class NotAttesting(Rule):
    """The mentor is not an attestation expert for the mentee's organisation.

    Who will judge a person's work should not be the one to whom its difficulties are
    confided.
    """

    title: ClassVar[Text] = Text("Не эксперт аттестации", "Not an attestation expert")
    about: ClassVar[Text] = Text(
        "Наставник не оценивает педагогов этой организации при аттестации.",
        "The mentor does not attest the staff of the mentee's organisation.",
    )
    yes: ClassVar[Text] = Text(
        "наставник не участвует в аттестации педагогов этой организации",
        "the mentor does not attest the staff of this organisation",
    )
    no: ClassVar[Text] = Text(
        "наставник является экспертом аттестации в организации наставляемого",
        "the mentor is an attestation expert for the mentee's organisation",
    )

    def measure(self, p: Pairs) -> Bools:
        free = p.table(
            lambda school, attests: school not in attests,
            "person.school",
            "person.attests",
            key=self,
        )
        return free > 0

    def words(self, pair: Pair) -> str:
        return (self.yes if self.measure_of(pair) else self.no)()
