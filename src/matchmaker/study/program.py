"""Who may go to what, as whole numbers: options, wishes, limits; and what an answer is worth.

A course is one event, or all modules of a programme; each of its lessons may be held several
times, and whoever takes the course goes to each lesson once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

GAINS = ("main", "requests", "paired", "training")
"""Levels to be as high as can be: main requests answered, all requests by severity, mentors of
pairs trained, everybody trained who is to be."""

COSTS = ("hours", "dates")
"""Levels to be as low as can be, after all gains: uneven hours, late dates and long ways."""

LEVELS = (*GAINS, *COSTS)

STEP = 8
"""Hours of a person beyond each multiple of this cost a point each. Unit: hours."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time that a lesson is held.

    Attributes
    ----------
    days : the days it takes, as ordinals.
    months : the months it touches, as year · 12 + month.
    seats : how many people it takes; nothing: any number.
    """

    days: frozenset[int]
    months: frozenset[int]
    seats: int | None


@dataclass(frozen=True, slots=True)
class Option:
    """A course that a learner may take.

    Attributes
    ----------
    lessons : for each lesson the sittings to which the learner may come; never empty.
    costs : what each of them costs at the level of dates; at least 1.
    hours : of the whole course.
    """

    learner: int
    course: int
    lessons: tuple[tuple[int, ...], ...]
    costs: tuple[tuple[int, ...], ...]
    hours: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A request of a learner, or the training that somebody still needs.

    Attributes
    ----------
    options : positions of the options that answer it; any one does.
    points : what an answer is worth at each level of :data:`GAINS`; above 0 at one at least.
    """

    learner: int
    options: tuple[int, ...]
    points: tuple[int, ...]


Answer = Mapping[int, tuple[int, ...]]
"""Options taken, each with the sitting chosen for each lesson."""


@dataclass(frozen=True)
class RouteProgram:
    """All that a solver of routes may know.

    Attributes
    ----------
    per_month : to so many sittings a learner goes in one month.
    taken : learner → days, as ordinals, on which the learner leads an event.
    """

    learners: int
    sittings: tuple[Sitting, ...]
    options: tuple[Option, ...]
    wishes: tuple[Wish, ...]
    per_month: int
    taken: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def of_learner(self) -> dict[int, list[int]]:
        """The options of each learner who has any."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, option in enumerate(self.options):
            found[option.learner].append(at)
        return dict(found)

    @cached_property
    def longest(self) -> dict[int, int]:
        """The hours of all options of each learner together: nobody can have more."""
        return {
            learner: sum(self.options[at].hours for at in options)
            for learner, options in self.of_learner.items()
        }

    def leads(self, learner: int, sitting: int) -> bool:
        """Whether a learner leads an event on a day of a sitting."""
        return not self.sittings[sitting].days.isdisjoint(self.taken.get(learner, ()))

    def answered(self, answer: Answer) -> list[bool]:
        """Whether each wish is answered."""
        return [any(option in answer for option in wish.options) for wish in self.wishes]

    def hours(self, answer: Answer) -> dict[int, int]:
        """Hours of each learner who goes to anything."""
        found: dict[int, int] = defaultdict(int)
        for at in answer:
            found[self.options[at].learner] += self.options[at].hours
        return dict(found)

    def visits(self, answer: Answer) -> Iterator[tuple[int, int]]:
        """Every learner with every sitting that the learner goes to."""
        for at, chosen in sorted(answer.items()):
            for sitting in chosen:
                yield self.options[at].learner, sitting

    def values(self, answer: Answer) -> dict[str, int]:
        """What an answer is worth at each gain, and what it costs at each cost."""
        answered = self.answered(answer)
        gains = {
            level: sum(
                wish.points[n] for wish, yes in zip(self.wishes, answered, strict=True) if yes
            )
            for n, level in enumerate(GAINS)
        }
        uneven = sum(beyond(hours) for hours in self.hours(answer).values())
        dates = sum(self.cost(at, chosen) for at, chosen in answer.items())
        return {**gains, "hours": uneven, "dates": dates}

    def cost(self, at: int, chosen: tuple[int, ...]) -> int:
        """What the sittings chosen for an option cost at the level of dates."""
        option = self.options[at]
        return sum(
            costs[sittings.index(sitting)]
            for sittings, costs, sitting in zip(option.lessons, option.costs, chosen, strict=True)
        )


def beyond(hours: int) -> int:
    """Hours beyond 8, again those beyond 16, and so on: least in sum when loads are even."""
    return sum(hours - level for level in range(STEP, hours, STEP))


def worth(values: Mapping[str, int]) -> tuple[int, ...]:
    """Values of all levels in their order, so that the better answer is the greater."""
    return (*(values[level] for level in GAINS), *(-values[level] for level in COSTS))
