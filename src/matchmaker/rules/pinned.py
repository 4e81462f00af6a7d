"""Pairs that the curator pinned stay together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pair, Pairs
from matchmaker.rules._groups import mentees_of, mentors_of, name_of
from matchmaker.rules.base import Rule
from matchmaker.sides import Ledger
from matchmaker.text import Text


class Pinned(Rule):
    """Each pair that the curator pinned is in the plan.

    A pin holds if the mentor takes the mentee alone or in a team, in any of the mentee's
    programmes. A pin that another must excludes cannot be kept; then the plan says so.
    """

    title: ClassVar[Text] = Text("Закреплённые пары", "Pinned pairs")
    about: ClassVar[Text] = Text(
        "Пары, которые куратор закрепил на листе «Решения», остаются вместе.",
        "Pairs that the curator pinned on the sheet «Decisions» stay together.",
    )
    sentence: ClassVar[Text] = Text(
        "закреплённая пара сохраняется: {label}", "the pinned pair stays: {label}"
    )
    yes: ClassVar[Text] = Text("пару закрепил куратор", "the curator pinned the pair")
    no: ClassVar[Text] = Text("пара не закреплена", "the pair is not pinned")

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        book = p.roster.ledgers.get("pin")
        if book is None or not len(book.keys):
            return
        mentees, mentors = mentees_of(p), mentors_of(p)
        # Numbers that no entry bears any more (a pin stated twice) are not counted.
        pins, group = np.unique(book.values, return_inverse=True)
        labels = [""] * len(pins)
        size = [0] * len(pins)
        for key, pin in zip(book.keys.tolist(), group.tolist(), strict=True):
            i, j = divmod(key, len(mentors))
            team = len(mentors[j].everyone)
            if not size[pin] or team < size[pin]:
                size[pin] = team
                labels[pin] = f"{name_of(mentors[j])} – {mentees[i].person.name}"
        yield Quota(
            name="pinned",
            labels=tuple(labels),
            sentence=self.sentence,
            pairs=Ledger(book.keys, group.astype(np.int64)),
            lower=np.ones(len(pins), dtype=np.int64),
        )

    def words(self, pair: Pair) -> str:
        return (self.yes if int(pair.view.ledger("pin")[0]) else self.no)()
