"""Solving timetables: limits by CP-SAT, wishes by local search, proofs where they are in reach."""

from matchmaker.solvers.timetable.answer import LevelResult, TimetableRaw
from matchmaker.solvers.timetable.prechecks import Misfit
from matchmaker.solvers.timetable.solve import solve_timetable

__all__ = ["LevelResult", "Misfit", "TimetableRaw", "solve_timetable"]
