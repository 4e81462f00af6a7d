"""How calendars on telephones learn what a new edition changes: one rule for all calendars.

An entry has the same UID in all editions. Its SEQUENCE is the edition in which it changed; of
one that has not, the former edition, which is never below what a telephone has seen. What is
gone is cancelled once, in the edition that drops it. DTSTAMP is no clock: the first day of the
period and as many minutes as the SEQUENCE, so the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import timetable_files as say

if TYPE_CHECKING:
    import icalendar

T = TypeVar("T")

CANCELLED = "CANCELLED"
CONFIRMED = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """What one calendar says of one thing."""

    what: T
    sequence: int
    gone: bool


@dataclass(frozen=True, slots=True)
class Editions:
    """The edition that is written and the one that telephones have.

    Attributes
    ----------
    before : nothing if telephones have none yet.
    """

    now: int
    before: int | None

    def lines(
        self, now: Mapping[str, T], then: Mapping[str, T], same: Callable[[T, T], bool]
    ) -> Iterator[Line[T]]:
        """What a calendar holds now, and what it held and must see cancelled.

        Parameters
        ----------
        now, then : what stands and stood in the calendar, by its ID.
        same : whether a calendar shows nothing new of a thing.

        Raises
        ------
        InputError
            if something has changed and the edition has not grown.
        """
        for key, what in {**then, **now}.items():
            kept = key in now and key in then and same(what, then[key])
            if self.before is not None and kept:
                yield Line(what, self.before, gone=False)
            else:
                self._must_grow()
                yield Line(what, self.now, gone=key not in now)

    def _must_grow(self) -> None:
        """A change that no telephone would notice is an error."""
        if self.before is not None and self.now <= self.before:
            wrong = say.EDITION(edition=self.now, before=self.before)
            raise InputError([Issue(Place(), wrong, say.EDITION_MEND())])


def stamp(entry: icalendar.Event, uid: str, first: date, sequence: int, status: str) -> None:
    """Say of an entry which it is and which edition of it.

    Parameters
    ----------
    first : the first day of the period, the same in all editions.
    """
    entry.add("uid", uid)
    entry.add("dtstamp", datetime.combine(first, time(), UTC) + timedelta(minutes=sequence))
    entry.add("sequence", sequence)
    entry.add("status", status)
