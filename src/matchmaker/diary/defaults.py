"""What is supposed where the tables say nothing: the only place where such numbers stand."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""A stretch of a day. Unit: minutes from midnight."""

ONE_HOUR = 60

LESSONS: dict[str, Span] = {"1": (8 * 60, 13 * 60), "2": (13 * 60 + 30, 18 * 60 + 30)}
"""When lessons are supposed to be in each shift, if nobody states them."""

UNSTATED_SHIFT = "1"
"""The shift of somebody who states neither lessons nor a shift."""

UNKNOWN_TRAVEL = 45
"""The road between organisations whose distance is not known. Unit: minutes one way."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The day in which meetings may stand, and the quarters of an hour in which they begin.

    Attributes
    ----------
    starts, ends : unit: minutes from midnight.
    slot : unit: minutes.
    """

    starts: int = 8 * ONE_HOUR
    ends: int = 18 * ONE_HOUR
    slot: int = 15

    @property
    def slots(self) -> int:
        """How many whole slots a day has."""
        return (self.ends - self.starts) // self.slot

    def begin(self, slot: int) -> int:
        """When a slot begins. Unit: minutes from midnight."""
        return self.starts + slot * self.slot

    def length(self, minutes: int) -> int:
        """How many slots so many minutes take."""
        return -(-minutes // self.slot)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a pair meets in the course of its programme.

    Attributes
    ----------
    per_month : regular meetings in four weeks of lessons, after the first month.
    weekly_at_first : whether the pair meets every week of the first month.
    minutes : length of a meeting.
    first_within : the acquaintance is within so many working days.
    trial_within, planning_within : these are within so many weeks of lessons.
    final_within : the final meeting is within so many last weeks.
    holidays : whether the pair may meet in school holidays.
    """

    per_month: int = 2
    weekly_at_first: bool = True
    minutes: int = 45
    first_within: int = 10
    trial_within: int = 3
    planning_within: int = 5
    final_within: int = 3
    holidays: bool = False

    @property
    def every(self) -> int:
        """How many weeks lie between regular meetings."""
        return max(1, round(4 / self.per_month))


PAIR = Rhythm()
GROUP = Rhythm(per_month=1, weekly_at_first=False)

INTERVIEW_MINUTES = 30
"""How long an interview with the curator and the psychologist takes."""

INTRODUCTION_MINUTES = 45
"""How long the introductory meeting of an organisation takes."""
