"""Both sides work in a common shift."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules._meeting import meets_remotely
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Shift(Rule):
    """Mentor and mentee have a shift in common, or meet remotely.

    Where a side's shifts are not stated the rule passes.
    """

    title: ClassVar[Text] = Text("Смена", "Shift")
    about: ClassVar[Text] = Text(
        "Смены пересекаются, чтобы пара могла встретиться. Дистанционным парам смены не "
        "мешают; если смена не указана, правило не мешает.",
        "Shifts overlap, so that the pair can meet. Remote pairs need none; an empty cell "
        "does not exclude.",
    )
    yes: ClassVar[Text] = Text("работают в одну смену: {shifts}", "a shift in common: {shifts}")
    remote: ClassVar[Text] = Text(
        "смены не важны: встречи дистанционные", "shifts do not matter: they meet remotely"
    )
    unknown: ClassVar[Text] = Text("смена указана не у всех", "shifts are not all stated")
    no: ClassVar[Text] = Text("работают в разные смены", "they work in different shifts")

    def measure(self, p: Pairs) -> Bools:
        shared = p.table(
            lambda mentee, mentor: not mentee or not mentor or bool(mentee & mentor),
            "person.shifts",
            "person.shifts",
            key=self,
        )
        return (shared > 0) | meets_remotely(p)

    def words(self, pair: Pair) -> str:
        if not self.measure_of(pair):
            return self.no()
        own, theirs = pair.mentee.person.shifts, [m.person.shifts for m in pair.mentor.everyone]
        shared = own.intersection(*theirs)
        if shared:
            return self.yes(shifts=", ".join(sorted(shared)))
        clash = own and any(shifts and not own & shifts for shifts in theirs)
        return (self.remote if clash else self.unknown)()
