"""One run of a file of meetings, scored as its set does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matchmaker.bench.meeting.compile import compile_meetings, places_of
from matchmaker.bench.meeting.problem import MeetingProblem
from matchmaker.bench.meeting.read import read_meetings
from matchmaker.bench.meeting.score import MeetingScore, Place, score_meetings
from matchmaker.events import Watch
from matchmaker.limits import Limits
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable


@dataclass(frozen=True, slots=True)
class MeetingRun:
    """A timetable of meetings and its official score."""

    problem: MeetingProblem
    raw: TimetableRaw
    places: tuple[Place, ...]
    score: MeetingScore

    def to_json(self) -> dict[str, object]:
        """The score, the size of the problem, and the timetable itself for whoever doubts."""
        return self.score.to_json() | {
            "meetings": len(self.problem.meetings),
            "grains": len(self.problem.day),
            "rooms": len(self.problem.rooms),
            "persons": len(self.problem.persons),
            "unplaced": self.raw.levels[0].value,
            "status": self.raw.status,
            "timetable": [
                {"meeting": meeting.topic, "start": place.start, "room": place.room}
                for meeting, place in zip(self.problem.meetings, self.places, strict=True)
            ],
        }


def run_meetings(path: Path, limits: Limits, watch: Watch) -> MeetingRun:
    """Read a file, solve it and score the answer."""
    problem = read_meetings(path)
    raw = solve_timetable(compile_meetings(problem), limits, watch)
    places = places_of(problem, raw.placements)
    return MeetingRun(problem, raw, places, score_meetings(problem, places))
