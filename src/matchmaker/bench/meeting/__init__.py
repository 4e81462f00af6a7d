"""Meetings × rooms × people: the sets of the OptaPlanner examples."""

from matchmaker.bench.meeting.compile import compile_meetings, places_of
from matchmaker.bench.meeting.problem import Meeting, MeetingProblem
from matchmaker.bench.meeting.read import read_meetings
from matchmaker.bench.meeting.run import MeetingRun, run_meetings
from matchmaker.bench.meeting.score import MeetingScore, Place, score_meetings

__all__ = [
    "Meeting",
    "MeetingProblem",
    "MeetingRun",
    "MeetingScore",
    "Place",
    "compile_meetings",
    "places_of",
    "read_meetings",
    "run_meetings",
    "score_meetings",
]
