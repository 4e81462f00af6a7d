"""Which time of a row a mark belongs to.

A mark with a date belongs to the time in which the date lies, else to the nearest; of a
deadline only its last day is known, so always to the nearest. Of several marks of one time the
latest counts. What comes again is marked once for each time, by repeating its line with another
date. A mark without a date belongs to the last time that is over, or to the first if none is;
«отменено» without a date cancels every time that has no mark of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from matchmaker.domain.events import Event, Mark
from matchmaker.errors import Issue
from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.execution.terms import Term, nearest, words_of
from matchmaker.roadmap.rows import Row


@dataclass
class Marks:
    """The marks of a row, as of a day.

    Attributes
    ----------
    of_term : number of a time → the line that marks it.
    doubts : what is unclear about them.
    """

    of_term: dict[int, Event] = field(default_factory=dict)
    doubts: list[Issue] = field(default_factory=list)


def marks_of(row: Row, terms: Sequence[Term], on: date, *, background: bool) -> Marks:
    """Give every mark of a row to one of its times.

    Parameters
    ----------
    on : marks of later days are not counted yet.
    background : such a row may be marked again and again, and the last mark counts.
    """
    found = Marks()
    marked = [line for line in row.lines if line.mark is not None]
    dated = [line for line in marked if line.done_on is not None and line.done_on <= on]
    for line in sorted(dated, key=lambda line: line.done_on or on):
        assert line.done_on is not None
        at = nearest(terms, line.done_on)
        if at in found.of_term and not background:
            found.doubts.append(_twice(found.of_term[at], terms[at]))
        found.of_term[at] = line
    for line in marked:
        if line.done_on is None:
            _undated(found, line, terms, on)
    return found


def _undated(found: Marks, line: Event, terms: Sequence[Term], on: date) -> None:
    if line.mark is Mark.CANCELLED:
        for at in range(len(terms)):
            found.of_term.setdefault(at, line)
        return
    over = [at for at, term in enumerate(terms) if term.ends is not None and term.ends < on]
    at = over[-1] if over else 0
    if len(terms) > 1:
        words = say.WHICH_TIME(time=words_of(terms[at]))
        found.doubts.append(_doubt(line, words, say.WHICH_TIME_MEND()))
    if at in found.of_term:
        found.doubts.append(_twice(line, terms[at]))
    found.of_term.setdefault(at, line)


def _twice(line: Event, term: Term) -> Issue:
    """A mark that does not count, since another of the same time does."""
    words = say.MARKED_TWICE(time=words_of(term)) if words_of(term) else say.MARKED_AGAIN()
    return _doubt(line, words, say.MARKED_TWICE_MEND())


def _doubt(line: Event, wrong: str, right: str) -> Issue:
    return Issue(line.at("done_on"), wrong, right, line.label, severity="warning")
