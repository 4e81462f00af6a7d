"""One day of a calendar: worked, shortened or off, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matchmaker.text import Text


class DayKind(StrEnum):
    """Whether a day is worked."""

    WORKING = "working"
    SHORT = "short"
    """Worked, an hour less."""
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a calendar.

    Attributes
    ----------
    why : the message that names the day; its facts are put in when it is read.
    preliminary : the decree that moves days off in this year is not issued, so the day may
        still change.
    """

    date: date
    kind: DayKind
    why: Text
    facts: tuple[tuple[str, str], ...] = ()
    preliminary: bool = False

    @property
    def works(self) -> bool:
        """Whether the day is worked, in full or an hour less."""
        return self.kind is not DayKind.OFF

    @property
    def name(self) -> str:
        """Why the day is as it is, in the current language; empty for a plain working day."""
        return self.why(**dict(self.facts))
