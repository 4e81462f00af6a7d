"""Whether somebody could still take a course, and what stands in the way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matchmaker.study.program import Answer, RouteProgram, Sitting

Barrier = Literal["leads", "seats", "day", "month", "together"]
"""The person leads an event on the day; no seat is left; another event on the day; enough of them
in the month; the lessons of the course do not go together."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an option cannot be added to an answer.

    Attributes
    ----------
    barriers : of the first lesson that cannot be attended, sitting by sitting.
    sittings : the sittings of that lesson.
    """

    barriers: tuple[Barrier, ...]
    sittings: tuple[int, ...]


class Standing:
    """An answer with its counts, to which options can be added."""

    def __init__(self, program: RouteProgram, answer: Answer) -> None:
        self.program = program
        self.answer: dict[int, tuple[int, ...]] = {}
        self.taken: Counter[int] = Counter()
        self.own: dict[int, list[int]] = defaultdict(list)
        for at, chosen in sorted(answer.items()):
            self.add(at, chosen)

    def add(self, at: int, chosen: tuple[int, ...]) -> None:
        """Take an option too."""
        self.answer[at] = chosen
        self.taken.update(chosen)
        self.own[self.program.options[at].learner] += chosen

    def fit(self, at: int) -> tuple[int, ...] | Obstacle:
        """The cheapest sittings by which an option can be added, or what stands in the way."""
        option = self.program.options[at]
        mine = self.own[option.learner]
        free: list[list[tuple[int, int]]] = []
        for sittings, costs in zip(option.lessons, option.costs, strict=True):
            barriers = [self._barrier(option.learner, one, mine) for one in sittings]
            if all(barriers):
                return Obstacle(tuple(filter(None, barriers)), sittings)
            fitting = zip(costs, sittings, barriers, strict=True)
            free.append(sorted((cost, one) for cost, one, barrier in fitting if barrier is None))
        found = self._together(free, mine)
        return found or Obstacle(
            ("together",), tuple(one for part in option.lessons for one in part)
        )

    def _barrier(self, learner: int, sitting: int, mine: Sequence[int]) -> Barrier | None:
        """What keeps somebody who goes to these sittings from one more."""
        all_of = self.program.sittings
        if self.program.leads(learner, sitting):
            return "leads"
        one = all_of[sitting]
        if one.seats is not None and self.taken[sitting] >= one.seats:
            return "seats"
        return _clash(one, [all_of[other] for other in mine], self.program.per_month)

    def _together(
        self, free: Sequence[Sequence[tuple[int, int]]], mine: Sequence[int]
    ) -> tuple[int, ...] | None:
        """One sitting of each lesson, no two in each other's way, the cheapest first."""
        if not free:
            return ()
        all_of = self.program.sittings
        for _, sitting in free[0]:
            if _clash(all_of[sitting], [all_of[o] for o in mine], self.program.per_month) is None:
                rest = self._together(free[1:], [*mine, sitting])
                if rest is not None:
                    return (sitting, *rest)
        return None


def _clash(one: Sitting, others: Sequence[Sitting], per_month: int) -> Barrier | None:
    if any(one.days & other.days for other in others):
        return "day"
    if any(sum(month in other.months for other in others) >= per_month for month in one.months):
        return "month"
    return None


def complete(program: RouteProgram, answer: Answer) -> Answer:
    """Answer every wish that still can be, the weightiest first; nothing taken is given up."""
    standing = Standing(program, answer)
    wishes = sorted(
        range(len(program.wishes)), key=lambda n: ([-p for p in program.wishes[n].points], n)
    )
    for n in wishes:
        options = program.wishes[n].options
        if any(at in standing.answer for at in options):
            continue
        for at in options:
            found = standing.fit(at)
            if not isinstance(found, Obstacle):
                standing.add(at, found)
                break
    return standing.answer
