"""Meetings × rooms × people: the sets of the OptaPlanner examples."""

from matchmaker.bench.meeting.compile import compile_meetings, places_of
from matchmaker.bench.meeting.problem import Meeting, MeetingProblem
from matchmaker.bench.meeting.read import read_meetings
from matchmaker.bench.meeting.score import MeetingScore, Place, score_meetings

__all__ = [
    "Meeting",
    "MeetingProblem",
    "MeetingScore",
    "Place",
    "compile_meetings",
    "places_of",
    "read_meetings",
    "score_meetings",
]
