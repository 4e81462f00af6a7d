"""What may be wished of a timetable, one kind to a file; each counts its own cost."""

from matchmaker.timetable.wishes.balance import Balance
from matchmaker.timetable.wishes.breathing import Breathing
from matchmaker.timetable.wishes.cancelled import Cancelled
from matchmaker.timetable.wishes.choice_cost import ChoiceCost
from matchmaker.timetable.wishes.latest_end import LatestEnd
from matchmaker.timetable.wishes.overlap import Overlap
from matchmaker.timetable.wishes.same_place import SamePlace
from matchmaker.timetable.wishes.shared import Shared
from matchmaker.timetable.wishes.start_cost import StartCost

__all__ = [
    "Balance",
    "Breathing",
    "Cancelled",
    "ChoiceCost",
    "LatestEnd",
    "Overlap",
    "SamePlace",
    "Shared",
    "StartCost",
]
