"""From people and courses to a program of whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from matchmaker.domain import Municipality
from matchmaker.domain.records import fold, stands_in
from matchmaker.domain.study import Trainee
from matchmaker.domain.topics import Topic
from matchmaker.policy import Policy
from matchmaker.program.encode import travel_of
from matchmaker.study.learners import Learner, Need, Refusal
from matchmaker.study.offers import Course
from matchmaker.study.program import Option, RouteProgram, Sitting, Wish
from matchmaker.timetable.record import EventRecord

WEEK = 7
"""A week later costs a point. Unit: days."""

QUARTER = 15
"""Every so many minutes on the road cost a point. Unit: minutes one way."""


@dataclass(slots=True)
class StudyProgram:
    """A program with what its numbers stand for.

    Attributes
    ----------
    events : what each sitting stands for.
    needs : of each wish, whose it is and what.
    refused : learner, course → why it is no option, sitting by sitting.
    """

    program: RouteProgram
    learners: Sequence[Learner]
    courses: Sequence[Course]
    events: list[EventRecord]
    needs: list[tuple[int, Need]]
    refused: dict[tuple[int, int], tuple[Refusal, ...]]


def compile_routes(
    municipality: Municipality,
    learners: Sequence[Learner],
    courses: Sequence[Course],
    *,
    start: date,
    per_month: int,
    policy: Policy,
    leads: Mapping[str, frozenset[date]] = MappingProxyType({}),
) -> StudyProgram:
    """Lay out who may go to what.

    Parameters
    ----------
    start : the day from which dates are counted.
    policy : says how long roads are whose minutes are not stated.
    leads : person by ID → days on which that person leads an event.
    """
    compiling = _Compiling(municipality, learners, courses, start, policy)
    for at, _ in enumerate(learners):
        compiling.learner(at)
    program = RouteProgram(
        learners=len(learners),
        sittings=tuple(compiling.sittings),
        options=tuple(compiling.options),
        wishes=tuple(compiling.wishes),
        per_month=per_month,
        taken={
            at: frozenset(day.toordinal() for day in leads[one.person.id])
            for at, one in enumerate(learners)
            if one.person.id in leads
        },
    )
    return StudyProgram(
        program, learners, courses, compiling.events, compiling.needs, compiling.refused
    )


@dataclass(slots=True)
class _Compiling:
    municipality: Municipality
    learners: Sequence[Learner]
    courses: Sequence[Course]
    start: date
    policy: Policy
    sittings: list[Sitting] = field(default_factory=list)
    events: list[EventRecord] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    needs: list[tuple[int, Need]] = field(default_factory=list)
    refused: dict[tuple[int, int], tuple[Refusal, ...]] = field(default_factory=dict)
    place: dict[str, int] = field(default_factory=dict)
    venues: dict[str, str | None] = field(default_factory=dict)
    travel: Callable[[str, str], int | None] = field(init=False)

    def __post_init__(self) -> None:
        self.travel = travel_of(self.municipality, self.policy)
        for course in self.courses:
            for lesson in course.lessons:
                for event, seats in zip(lesson.sittings, lesson.seats, strict=True):
                    self.place[event.id] = len(self.sittings)
                    self.sittings.append(_sitting(event, seats))
                    self.events.append(event)
                    if event.venue and event.venue not in self.venues:
                        self.venues[event.venue] = _school_of(self.municipality, event.venue)

    def learner(self, at: int) -> None:
        """The options and wishes of one person."""
        own: dict[int, int] = {}
        for need in self.learners[at].needs:
            fitting = []
            for number, course in enumerate(self.courses):
                if need.what not in course.answers or not course.whole:
                    continue
                if number not in own and (at, number) not in self.refused:
                    self._option(at, number, own)
                if number in own:
                    fitting.append(own[number])
            self.needs.append((at, need))
            self.wishes.append(Wish(at, tuple(fitting), _points(need, self.learners[at])))

    def _option(self, at: int, number: int, own: dict[int, int]) -> None:
        """The option of a person and a course, or why there is none."""
        learner, course = self.learners[at], self.courses[number]
        school = self.municipality.school[learner.person.school].name
        lessons = []
        for lesson in course.lessons:
            refusals = [learner.refusal(lesson, event, school) for event in lesson.sittings]
            if all(refusals):
                self.refused[at, number] = tuple(one for one in refusals if one)
                return
            lessons.append(
                tuple(
                    self.place[event.id]
                    for event, refusal in zip(lesson.sittings, refusals, strict=True)
                    if refusal is None
                )
            )
        costs = tuple(tuple(self._cost(learner, one) for one in lesson) for lesson in lessons)
        own[number] = len(self.options)
        self.options.append(Option(at, number, tuple(lessons), costs, course.hours))

    def _cost(self, learner: Learner, sitting: int) -> int:
        """A point for coming at all, for every week later and every quarter of an hour."""
        event = self.events[sitting]
        weeks = max(0, (event.starts - self.start).days) // WEEK
        venue = self.venues.get(event.venue or "")
        minutes = self.travel(learner.person.school, venue) if venue else None
        return 1 + weeks + (minutes or 0) // QUARTER


def _points(need: Need, learner: Learner) -> tuple[int, ...]:
    """What an answer to a need is worth at each gain."""
    if isinstance(need.what, Topic):
        return (int(need.main), need.severity, 0, 0)
    return (0, 0, int(need.what is Trainee.MENTORS and learner.paired), 1)


def _sitting(event: EventRecord, seats: int | None) -> Sitting:
    return Sitting(
        frozenset(day.toordinal() for day in event.days),
        frozenset(day.year * 12 + day.month - 1 for day in event.days),
        seats,
    )


def _school_of(municipality: Municipality, venue: str) -> str | None:
    """The organisation in which a venue is, if its name says so: «Актовый зал, Школа № 201»."""
    said = fold(venue)
    found = [
        school.id
        for school in municipality.schools
        if said == fold(school.id) or stands_in(school.name, said)
    ]
    return found[0] if len(found) == 1 else None
