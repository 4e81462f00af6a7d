"""From a program to a timetable: what arithmetic says, a first answer, better ones, proofs."""

from __future__ import annotations

import time
from dataclasses import replace

from matchmaker.errors import CertificateError
from matchmaker.events import TierClosed, Watch
from matchmaker.limits import Limits
from matchmaker.solvers.timetable.allowance import EFFORT
from matchmaker.solvers.timetable.answer import LevelResult, TimetableRaw
from matchmaker.solvers.timetable.exact import settle
from matchmaker.solvers.timetable.feasible import first_placements
from matchmaker.solvers.timetable.improve import improve
from matchmaker.solvers.timetable.prechecks import misfits
from matchmaker.solvers.timetable.size import provable
from matchmaker.timetable import Placements, TimeProgram, check_placements

IMPROVING = 0.1
"""The share of the time, or of so much effort, for improving a small program before proofs."""


def solve_timetable(
    program: TimeProgram, limits: Limits, watch: Watch, start: Placements | None = None
) -> TimetableRaw:
    """Place as much as possible, then fulfil wishes, level by level.

    The answer keeps every limit, whatever stopped the run. A small program is settled exactly;
    of a larger one only a level that costs nothing is known to be optimal.

    Parameters
    ----------
    start : a timetable to begin with, item by item, nothing where that is not known; what does
        not fit any more is placed anew.

    Raises
    ------
    CertificateError
        if the independent checker finds a broken limit, which would be a bug.
    """
    begun = time.monotonic()
    first = first_placements(program, limits, start)
    placements = first.placements
    unplaced = LevelResult(
        "unplaced",
        min(map(program.unplaced, (placements, first.other))),
        first.bound,
        time.monotonic() - begun,
    )
    watch(TierClosed("unplaced", unplaced.value, unplaced.bound))
    if provable(program):
        brief = replace(limits, effort=min(limits.effort or EFFORT, EFFORT))
        placements = improve(program, placements, brief, IMPROVING, first.other)
        placements, levels = settle(program, placements, limits)
    else:
        placements = improve(program, placements, limits, other=first.other)
        levels = _unproven(program, placements, unplaced, time.monotonic() - begun)
    for level in levels[1:]:
        watch(TierClosed(level.name, level.value, level.bound))
    if not check_placements(program, placements).valid:
        raise CertificateError("timetable")
    settled = all(level.optimal for level in levels)
    return TimetableRaw(placements, levels, "optimal" if settled else "feasible", misfits(program))


def _unproven(
    program: TimeProgram, placements: Placements, unplaced: LevelResult, seconds: float
) -> tuple[LevelResult, ...]:
    """The levels of a program that was only improved: what costs nothing cannot cost less."""
    costs = program.costs(placements)
    spent = seconds - unplaced.seconds
    return tuple(
        LevelResult(name, value, unplaced.bound, unplaced.seconds)
        if name == unplaced.name
        else LevelResult(name, value, None if value else 0, spent)
        for name, value in costs.items()
    )
