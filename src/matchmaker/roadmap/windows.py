"""What a date phrase means: windows of time, a recurrence, or an honest «unclear»."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from matchmaker.messages import dates as say

Precision = Literal["day", "week", "month", "quarter", "half", "year", "none"]
"""The unit in which a phrase speaks: «11.10.2021» of a day, «2021–2023 гг.» of years."""


class Kind(StrEnum):
    """What sort of date a phrase is."""

    POINT = "point"
    RANGE = "range"
    DEADLINE = "deadline"
    RECURRING = "recurring"
    OPEN = "open"
    """In the background, for the whole period."""
    EXTERNAL = "external"
    """By a timetable of its own that is not here."""
    RELATIVE = "relative"
    """Counted from something else: the end of the period, the holidays of a school."""
    ORDER = "order"
    """Only before or after another event: first and final monitoring."""
    DURATION = "duration"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``start`` to ``end``, both included; an absent side is not limited."""

    start: date | None
    end: date | None

    def clip(self, to: Window) -> Window | None:
        """What of the window lies within another; nothing if they do not meet.

        A deadline keeps its open start: only its day must lie within.
        """
        if self.start is None and self.end is not None:
            return self if to.meets(Window(self.end, self.end)) else None
        if not self.meets(to):
            return None
        starts = [day for day in (self.start, to.start) if day is not None]
        ends = [day for day in (self.end, to.end) if day is not None]
        return Window(max(starts, default=None), min(ends, default=None))

    def meets(self, other: Window) -> bool:
        """Whether the two have a day in common."""
        return (self.start or date.min) <= (other.end or date.max) and (
            other.start or date.min
        ) <= (self.end or date.max)

    def within(self, other: Window) -> bool:
        """Whether every day of this window is a day of the other."""
        return (other.start or date.min) <= (self.start or date.min) and (self.end or date.max) <= (
            other.end or date.max
        )

    def words(self) -> str:
        """The window as people write it: 11.10.2021, 01.11.2021–03.11.2021, до 31.01.2024."""
        start = f"{self.start:%d.%m.%Y}" if self.start else ""
        end = f"{self.end:%d.%m.%Y}" if self.end else ""
        if not start:
            return say.UNTIL(day=end)
        if not end:
            return say.SINCE(day=start)
        return start if start == end else f"{start}–{end}"

    def to_json(self) -> dict[str, str | None]:
        """The window as plain data."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often something comes again.

    Attributes
    ----------
    freq : ``daily``, ``weekly``, ``monthly``, ``quarterly``, ``half-yearly``, ``yearly``, ``term``.
    interval : every so many of them.
    months : from 1 to 12; of a range every month of it.
    weekdays : ``MO`` … ``SU``.
    nth : which weekday, week or third of the month; −1 is the last.
    day : day of the month.
    times : how many times in each.
    bound : ``least`` or ``most``, where ``times`` is only a bound.
    time : ``HH:MM``.
    term : the unit of ``term``: four terms, two half-years, semesters.
    """

    freq: str
    interval: int = 1
    months: tuple[int, ...] = ()
    weekdays: tuple[str, ...] = ()
    nth: int | None = None
    day: int | None = None
    times: int | None = None
    bound: str | None = None
    time: str | None = None
    term: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The recurrence as plain data, with what applies to it only."""
        weekday = self.weekdays[0] if len(self.weekdays) == 1 else list(self.weekdays)
        facts = {
            "freq": self.freq,
            "interval": self.interval,
            "months": list(self.months),
            "weekday": weekday,
            "nth": self.nth,
            "day": self.day,
            "times": self.times,
            "at_least": self.bound == "least",
            "at_most": self.bound == "most",
            "time": self.time,
            "term": self.term,
        }
        return {name: value for name, value in facts.items() if value not in (None, [], False)}


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several meanings of a phrase: its name and the windows it gives."""

    name: str
    windows: tuple[Window, ...]
    chosen: bool = False

    def to_json(self) -> dict[str, Any]:
        """The reading as plain data."""
        windows = [window.to_json() for window in self.windows]
        return {"name": self.name, "chosen": self.chosen, "windows": windows}


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A phrase and all that is understood of it within a period.

    Attributes
    ----------
    windows : of the chosen reading, clipped to the period.
    outside : windows that the phrase names and the period does not hold.
    readings : all meanings, where there are several.
    note : words beside the date: «контроль».
    reason : why the phrase is unclear, unresolved, or read as it is.
    reference : a day on which something is counted, not an event.
    duration : shortest and longest, as ISO durations; nothing for an open side.
    extendable : whether the duration may be extended.
    place : of an ``order``: ``first``, ``middle``, ``final`` or ``stage 2``.
    anchor : of a ``relative``: what it is counted from.
    within : of an anchor that comes every year: the year that the words name.
    """

    verbatim: str
    kind: Kind
    windows: tuple[Window, ...] = ()
    recurrence: Recurrence | None = None
    readings: tuple[Reading, ...] = ()
    outside: tuple[Window, ...] = ()
    precision: Precision = "none"
    note: str = ""
    reason: str = ""
    time: str | None = None
    reference: bool = False
    duration: tuple[str | None, str | None] | None = None
    extendable: bool = False
    place: str | None = None
    anchor: str | None = None
    within: Window | None = None

    @property
    def fixed(self) -> bool:
        """Whether the days themselves are named, not only a span in which they lie."""
        return self.precision == "day" and self.kind in {Kind.POINT, Kind.RANGE}

    def to_json(self) -> dict[str, Any]:
        """The phrase as plain data: always kind, windows, recurrence, readings."""
        facts: dict[str, Any] = {
            "verbatim": self.verbatim,
            "kind": self.kind.value,
            "windows": [window.to_json() for window in self.windows],
            "recurrence": self.recurrence.to_json() if self.recurrence else None,
            "readings": [reading.to_json() for reading in self.readings],
        }
        optional = {
            "outside": [window.to_json() for window in self.outside],
            "note": self.note,
            "reason": self.reason,
            "time": self.time,
            "reference": self.reference,
            "duration": list(self.duration) if self.duration else None,
            "extendable": self.extendable,
            "order": self.place,
            "anchor": self.anchor,
        }
        return facts | {name: value for name, value in optional.items() if value}
