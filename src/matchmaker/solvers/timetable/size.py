"""Whether a program is small enough to be written out with all its wishes."""

from __future__ import annotations

from matchmaker.solvers.timetable.wishes import known
from matchmaker.timetable import Term, TimeProgram
from matchmaker.timetable.wishes import Balance, Breathing, Overlap, SamePlace, Shared

MOST = 20_000
"""So many literals are written at most. Beyond it proofs did not come and time was lost."""


def provable(program: TimeProgram) -> bool:
    """Whether exact solving is worth a try: every wish has a form, and all are short enough."""
    terms = [term for level in program.levels for term in level.terms]
    if not all(map(known, terms)):
        return False
    starts = sum(len(item.starts) for item in program.items)
    return starts + sum(_literals(program, term) for term in terms) <= MOST


def _literals(program: TimeProgram, term: Term) -> int:
    if isinstance(term, Shared | SamePlace):
        return 4 * len(term.pairs)
    if isinstance(term, Breathing):
        return len(program.items) ** 2
    if isinstance(term, Overlap):
        return sum(len(item.starts) * item.duration for item in program.items)
    if isinstance(term, Balance):
        return sum(len(program.items[item].starts) for item in term.items)
    return 0
