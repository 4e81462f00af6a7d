"""Why somebody stays without: worked out anew from an answer, with no solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matchmaker.study.compile import StudyProgram
from matchmaker.study.fit import Barrier, Obstacle, Standing
from matchmaker.study.learners import Refusal
from matchmaker.study.program import Answer

Why = Barrier | Refusal | Literal["no_event", "not_whole"]
"""Also: nothing answers the request; the programme has lessons without a day."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the courses of which it is true.

    Attributes
    ----------
    courses : positions; empty if there is no course at all.
    sittings : positions of the sittings concerned, of reasons that time or seats give.
    """

    why: Why
    courses: tuple[int, ...]
    sittings: tuple[int, ...] = ()


def unanswered(study: StudyProgram, answer: Answer) -> Iterator[tuple[int, tuple[Reason, ...]]]:
    """Every wish that is not answered, with its reasons: one for each course and barrier.

    No reasons mean that the wish could still be answered, which no complete answer has.
    """
    standing = Standing(study.program, answer)
    for at, yes in enumerate(study.program.answered(answer)):
        if not yes:
            yield at, tuple(_reasons(study, standing, at))


def _reasons(study: StudyProgram, standing: Standing, at: int) -> Iterator[Reason]:
    learner, need = study.needs[at]
    options = {
        study.program.options[option].course: option for option in study.program.wishes[at].options
    }
    courses = [n for n, course in enumerate(study.courses) if need.what in course.answers]
    if not courses:
        yield Reason("no_event", ())
    for course in courses:
        if course in options:
            found = standing.fit(options[course])
            if isinstance(found, Obstacle):
                for barrier in dict.fromkeys(found.barriers):
                    hit = tuple(
                        one
                        for one, what in zip(found.sittings, found.barriers, strict=False)
                        if what == barrier
                    )
                    yield Reason(barrier, (course,), hit)
        elif not study.courses[course].whole:
            yield Reason("not_whole", (course,))
        else:
            for refusal in dict.fromkeys(study.refused[learner, course]):
                yield Reason(refusal, (course,))
