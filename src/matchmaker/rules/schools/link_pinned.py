"""Agreements that the curator pinned are in the plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.rules.schools._sides import helped_of, helping_of
from matchmaker.sides import Ledger
from matchmaker.text import Text


class LinkPinned(Rule):
    """Each agreement that the curator pinned is in the plan.

    A pin that another must excludes cannot be kept; then the plan says so.
    """

    concerns = "schools"
    title: ClassVar[Text] = Text("Закреплённые договоры", "Pinned agreements")
    about: ClassVar[Text] = Text(
        "Договоры, которые куратор закрепил на листе «Договоры школ», входят в план.",
        "Agreements that the curator pinned on the sheet «School agreements» are in the plan.",
    )
    sentence: ClassVar[Text] = Text(
        "закреплённый договор сохраняется: {label}", "the pinned agreement stays: {label}"
    )
    yes: ClassVar[Text] = Text("договор закрепил куратор", "the curator pinned the agreement")
    no: ClassVar[Text] = Text("договор не закреплён", "the agreement is not pinned")

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        book = p.roster.ledgers.get("pin")
        if book is None or not len(book.keys):
            return
        helped, helping = helped_of(p), helping_of(p)
        # Numbers that no entry bears any more (a pin stated twice) are not counted.
        pins, first, group = np.unique(book.values, return_index=True, return_inverse=True)
        places = [divmod(key, len(helping)) for key in book.keys[first].tolist()]
        yield Quota(
            name="pinned",
            labels=tuple(f"{helping[j].name} – {helped[i].name}" for i, j in places),
            sentence=self.sentence,
            pairs=Ledger(book.keys, group.astype(np.int64)),
            lower=np.ones(len(pins), dtype=np.int64),
        )

    def words(self, pair: Pair) -> str:
        return (self.yes if int(pair.view.ledger("pin")[0]) else self.no)()
