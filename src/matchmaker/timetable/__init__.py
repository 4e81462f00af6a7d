"""What is to be put on a time axis, as whole numbers, and what is wrong with an answer.

A scheduler reads a :class:`TimeProgram`; the checker reads the same and no scheduler.
"""

from matchmaker.timetable.board import Board
from matchmaker.timetable.check import Check, Violation, check_placements
from matchmaker.timetable.program import (
    After,
    Budget,
    Grains,
    Ints,
    Item,
    Level,
    Need,
    Placement,
    Placements,
    Points,
    Resource,
    Term,
    TimeProgram,
)

__all__ = [
    "After",
    "Board",
    "Budget",
    "Check",
    "Grains",
    "Ints",
    "Item",
    "Level",
    "Need",
    "Placement",
    "Placements",
    "Points",
    "Resource",
    "Term",
    "TimeProgram",
    "Violation",
    "check_placements",
]
