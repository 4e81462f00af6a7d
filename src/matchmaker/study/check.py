"""The checker of routes: asks no solver, and finds every broken limit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matchmaker.study.program import Answer, RouteProgram


@dataclass(frozen=True, slots=True)
class Violation:
    """A limit that an answer breaks.

    Attributes
    ----------
    kind : ``option`` (no such option, or a sitting that is none of its lesson), ``twice`` (a
        course taken twice by one learner), ``seats``, ``day``, ``month``,
        ``leads`` (a sitting on a day on which the learner leads an event).
    learner : whose it is, but of ``seats``.
    sittings : positions concerned.
    """

    kind: Literal["option", "twice", "seats", "day", "month", "leads"]
    learner: int | None
    sittings: tuple[int, ...]


def check_answer(program: RouteProgram, answer: Answer) -> tuple[Violation, ...]:
    """Hold an answer against every limit of its program; nothing if all hold."""
    wrong = tuple(_options(program, answer))
    if wrong:
        return wrong
    return (
        *_seats(program, answer),
        *_days(program, answer),
        *_months(program, answer),
        *_leads(program, answer),
    )


def _options(program: RouteProgram, answer: Answer) -> Iterator[Violation]:
    """Options and sittings that do not exist; courses taken twice."""
    taken = set()
    for at, chosen in sorted(answer.items()):
        if not 0 <= at < len(program.options):
            yield Violation("option", None, chosen)
            continue
        option = program.options[at]
        fits = len(chosen) == len(option.lessons) and all(
            sitting in lesson for sitting, lesson in zip(chosen, option.lessons, strict=True)
        )
        if not fits:
            yield Violation("option", option.learner, chosen)
        if (option.learner, option.course) in taken:
            yield Violation("twice", option.learner, chosen)
        taken.add((option.learner, option.course))


def _seats(program: RouteProgram, answer: Answer) -> Iterator[Violation]:
    taken = Counter(sitting for _, sitting in program.visits(answer))
    for sitting, people in sorted(taken.items()):
        seats = program.sittings[sitting].seats
        if seats is not None and people > seats:
            yield Violation("seats", None, (sitting,))


def _days(program: RouteProgram, answer: Answer) -> Iterator[Violation]:
    on: dict[tuple[int, int], list[int]] = defaultdict(list)
    for learner, sitting in program.visits(answer):
        for day in program.sittings[sitting].days:
            on[learner, day].append(sitting)
    for (learner, _), sittings in sorted(on.items()):
        if len(sittings) > 1:
            yield Violation("day", learner, tuple(sittings))


def _months(program: RouteProgram, answer: Answer) -> Iterator[Violation]:
    during: dict[tuple[int, int], list[int]] = defaultdict(list)
    for learner, sitting in program.visits(answer):
        for month in program.sittings[sitting].months:
            during[learner, month].append(sitting)
    for (learner, _), sittings in sorted(during.items()):
        if len(sittings) > program.per_month:
            yield Violation("month", learner, tuple(sittings))


def _leads(program: RouteProgram, answer: Answer) -> Iterator[Violation]:
    for learner, sitting in program.visits(answer):
        if any(day in program.taken.get(learner, ()) for day in program.sittings[sitting].days):
            yield Violation("leads", learner, (sitting,))
