"""What is doubtful about the marks of a plan, each with its row and column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matchmaker.domain.events import Event, Mark
from matchmaker.errors import Issue
from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.rows import PlanReading

SHOWN_BY_PAPER = {Mark.DONE, Mark.PARTLY, Mark.CANCELLED}
"""What was not done has no document that shows it."""


def doubts_of(plan: PlanReading, on: date, *, counted: bool) -> Iterator[Issue]:
    """Marks and documents without each other, days to come, marks that do not count.

    Parameters
    ----------
    counted : whether the plan is carried out here, and not for comparison only.
    """
    for line in (line for row in plan.rows for line in row.lines):
        if not counted:
            if line.mark is not None:
                yield _doubt(line, "mark", say.MARK_OF_REFERENCE(), say.REFERENCE_MEND())
            continue
        if line.mark is None and line.document:
            yield _doubt(line, "mark", say.DOCUMENT_ALONE(), say.ADD_MARK())
        elif line.mark is None and line.done_on:
            yield _doubt(line, "mark", say.DAY_ALONE(), say.ADD_MARK())
        elif line.mark in SHOWN_BY_PAPER and not line.document:
            yield _doubt(line, "document", say.MARK_ALONE(), say.ADD_DOCUMENT())
        if line.mark is not None and line.done_on is not None and line.done_on > on:
            words = say.DAY_TO_COME(day=f"{line.done_on:%d.%m.%Y}", on=f"{on:%d.%m.%Y}")
            yield _doubt(line, "done_on", words, say.DAY_TO_COME_MEND())


def _doubt(line: Event, field: str, wrong: str, right: str) -> Issue:
    return Issue(line.at(field), wrong, right, line.label, severity="warning")
