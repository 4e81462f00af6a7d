"""What a file of meetings holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting: how long it lasts, and who must or would rather be there.

    Attributes
    ----------
    duration : unit: grains.
    required, preferred : positions of persons; nobody stands in both.
    """

    topic: str
    duration: int
    required: frozenset[int]
    preferred: frozenset[int]

    @property
    def persons(self) -> frozenset[int]:
        """Everybody for whom there must be a seat."""
        return self.required | self.preferred


@dataclass(frozen=True, slots=True)
class MeetingProblem:
    """Meetings, rooms and people on a row of quarters of an hour.

    Attributes
    ----------
    day : of each grain, the position of its day.
    rooms : the capacity of each room.
    """

    day: tuple[int, ...]
    rooms: tuple[int, ...]
    persons: tuple[str, ...]
    meetings: tuple[Meeting, ...]
