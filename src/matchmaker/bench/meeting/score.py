"""The official score of a timetable of meetings, counted plainly and on its own.

Nothing of the compiled program is used here, so that a test can hold one against the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import combinations

from matchmaker.bench.meeting.problem import Meeting, MeetingProblem

BREAK = 100
OVERLAP = 10
NEAR = 2
"""A room is changed between meetings if the second begins at most so many grains later."""


@dataclass(frozen=True, slots=True)
class Place:
    """The first grain of a meeting and its room."""

    start: int
    room: int


@dataclass(frozen=True, slots=True)
class MeetingScore:
    """Three levels, compared one after the other; 0 is best, and nothing is above."""

    hard: int
    medium: int
    soft: int

    def to_json(self) -> dict[str, int]:
        """The score as plain data."""
        return asdict(self)


def score_meetings(problem: MeetingProblem, places: Sequence[Place]) -> MeetingScore:
    """Count every row of the official table over all meetings and pairs of meetings."""
    hard = medium = soft = 0
    both = list(zip(problem.meetings, places, strict=True))
    for meeting, place in both:
        last = place.start + meeting.duration - 1
        room = problem.rooms[place.room]
        hard += max(0, len(meeting.persons) - room)
        if last >= len(problem.day):
            hard += last
        elif problem.day[place.start] != problem.day[last]:
            hard += 1
        soft += last + sum(max(0, other - room) for other in problem.rooms)
    for one, other in combinations(both, 2):
        level = _of_two(one, other)
        hard, medium, soft = hard + level[0], medium + level[1], soft + level[2]
    return MeetingScore(-hard, -medium, -soft)


def _of_two(one: tuple[Meeting, Place], other: tuple[Meeting, Place]) -> tuple[int, int, int]:
    (first, at), (second, then) = sorted((one, other), key=lambda pair: pair[1].start)
    end, over = at.start + first.duration, then.start + second.duration
    overlap = max(0, min(end, over) - then.start)
    required = len(first.required & second.required)
    shared = len(first.persons & second.persons)
    hard = overlap * (required + (at.room == then.room))
    soft = OVERLAP * overlap + BREAK * (then.start == end)
    if at.room != then.room and at.start < then.start <= end + NEAR:
        soft += shared
    return hard, overlap * (shared - required), soft
