"""The heads of both schools agreed."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import Willing
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class HeadsAgree(Rule):
    """The heads of both schools agreed that their schools take part.

    Who was not asked yet has not agreed, unless ``not_asked_agrees``; who declined has not.
    The network platform itself has no head and always agrees.
    """

    not_asked_agrees: bool = False
    """Whether a head who was not asked yet counts as agreeing; one who declined never does."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Согласие руководителей", "Consent of the heads")
    about: ClassVar[Text] = Text(
        "Руководители обеих школ согласны. С not_asked_agrees подходят и школы, руководители "
        "которых ещё не спрошены; несогласие действует всегда.",
        "The heads of both schools agreed. With not_asked_agrees a head who was not asked "
        "yet will do; one who declined never does.",
    )
    options: ClassVar[dict[str, Text]] = {
        "not_asked_agrees": Text(
            "считать согласными тех, кого ещё не спросили", "those not asked yet agree"
        ),
    }
    yes: ClassVar[Text] = Text("руководители согласны", "the heads agreed")
    no: ClassVar[Text] = Text("согласие руководителя не получено", "a head did not agree")
    unknown: ClassVar[Text] = Text(
        "руководитель ещё не спрошен: {schools}", "a head was not asked yet: {schools}"
    )

    def measure(self, p: Pairs) -> Bools:
        good = {Willing.YES, Willing.UNKNOWN} if self.not_asked_agrees else {Willing.YES}
        sides = [
            side.each("profile.consent", good.__contains__, self) for side in (p.mentee, p.mentor)
        ]
        return (sides[0] > 0) & (sides[1] > 0)

    def words(self, pair: Pair) -> str:
        units = (pair.helped, *pair.helping.everyone)
        if any(unit.profile.consent is Willing.NO for unit in units):
            return self.no()
        open_ = [unit.name for unit in units if unit.profile.consent is Willing.UNKNOWN]
        return self.unknown(schools=", ".join(open_)) if open_ else self.yes()
