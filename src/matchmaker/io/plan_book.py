"""A workbook made of a plan: every sheet begins with the notice and is ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from matchmaker.io.printed_book import Columns, PrintedBook
from matchmaker.messages import plan_workbooks as say
from matchmaker.messages import plans
from matchmaker.text import Text

if TYPE_CHECKING:
    from matchmaker.program.record import TierRecord

__all__ = ["Columns", "PlanBook"]


class Headed(Protocol):
    """What the head of every sheet is made of."""

    @property
    def notice(self) -> str:
        """That it is a draft."""
        ...

    @property
    def fictional(self) -> bool:
        """Whether the municipality is invented."""
        ...

    @property
    def municipality(self) -> str:
        """Its name."""
        ...

    @property
    def reference_date(self) -> str:
        """The day it speaks of, as 2026-09-01."""
        ...

    @property
    def tiers(self) -> Sequence[TierRecord]:
        """What was reached."""
        ...


class PlanBook(PrintedBook):
    """A workbook whose sheets all begin with the notice that this is a draft.

    Parameters
    ----------
    about : says of which municipality and day the plan is.
    title : stands above everything and at the foot of each printed page; may be empty.
    """

    def __init__(self, record: Headed, about: Text = say.ABOUT, title: str = "") -> None:
        self._record = record
        top = [
            *([(title, True)] if title else []),
            (record.notice, True),
            (about(name=record.municipality, day=_day(record.reference_date)), False),
            (plans.FICTIONAL() if record.fictional else "", True),
        ]
        super().__init__(top, title)

    def tiers(self) -> None:
        """Add the sheet of tiers: what the plan reaches, and how that is proved."""
        self.sheet(
            say.TIERS(),
            [(say.TIER(), 34), (say.VALUE(), 14), (say.BOUND(), 18), (say.CLOSED(), 26)],
            [
                [
                    tier.title,
                    tier.value,
                    say.UNKNOWN() if tier.bound is None else tier.bound,
                    say.CLOSED_WORDS[tier.closed](),
                ]
                for tier in self._record.tiers
            ],
        )


def _day(iso: str) -> str:
    """A date the way it is written on paper."""
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"
