"""What can be offered: courses made of the events of a timetable and the rows of the roadmap."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.study import Trainee
from matchmaker.domain.topics import Topic
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import study_routes as say
from matchmaker.roadmap.places import places_of
from matchmaker.roadmap.rows import PlanReading, Row, read_plans
from matchmaker.study.words import teaches
from matchmaker.timetable.record import EventRecord, Timetable


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row that teaches, with every time that it is still to be held.

    Attributes
    ----------
    seats : of each time; nothing where nobody says how many.
    school : the organisation whose own plan it is, by ID or name.
    """

    row: Row
    sittings: tuple[EventRecord, ...]
    seats: tuple[int | None, ...]
    school: str | None


@dataclass(frozen=True, slots=True)
class Course:
    """One event, or all modules of a programme: whoever takes it takes all of it.

    Attributes
    ----------
    programme : its name, if it is one.
    proposed : whether only the words of a row say what it teaches.
    """

    lessons: tuple[Lesson, ...]
    programme: str | None
    topics: frozenset[Topic]
    trains: frozenset[Trainee]
    proposed: bool

    @property
    def title(self) -> str:
        """The programme, or the title of the one event."""
        return self.programme or self.lessons[0].row.event.title

    @property
    def answers(self) -> frozenset[Topic | Trainee]:
        """Requests it answers and roles it trains for."""
        return self.topics | self.trains

    @property
    def hours(self) -> int:
        """Hours of all its lessons, as far as they are stated."""
        return sum(lesson.row.event.hours or 0 for lesson in self.lessons)

    @property
    def whole(self) -> bool:
        """Whether every lesson is still to be held."""
        return all(lesson.sittings for lesson in self.lessons)


def offers(roadmap: Roadmap, timetable: Timetable) -> list[Course]:
    """The courses of a timetable that answer a request or train somebody.

    A programme counts with all its rows, also those without a day, so that nobody is sent to
    half of it.

    Raises
    ------
    InputError
        if the timetable has events that the roadmap has not.
    """
    plans = read_plans(roadmap)
    held = _held(plans, timetable)
    courses: dict[tuple[str, ...], list[Lesson]] = defaultdict(list)
    for plan in plans:
        for row in plan.rows:
            events = held.get((plan.plan.id, row.position), [])
            module = row.event.module
            if not (events or module):
                continue
            key = (fold(module),) if module else (plan.plan.id, str(row.position))
            courses[key].append(_lesson(roadmap, plan, row, events))
    found = [_course(lessons) for lessons in courses.values()]
    return [course for course in found if course.answers]


def _held(
    plans: list[PlanReading], timetable: Timetable
) -> dict[tuple[str, int], list[EventRecord]]:
    """Row → the times it is still to be held."""
    of_plan = {plan.plan.id: plan for plan in plans}
    held: dict[tuple[str, int], list[EventRecord]] = defaultdict(list)
    issues = []
    for event in timetable.events:
        if event.kind != "event":
            continue
        row = _row_of(event, of_plan.get(event.plan))
        if row is None:
            issues.append(Issue(Place(), say.NO_ROW(), say.NO_ROW_MEND(), event.id))
        elif event.state != "history":
            held[event.plan, row.position].append(event)
    if issues:
        raise InputError(issues)
    return {key: sorted(events, key=lambda e: (e.starts, e.id)) for key, events in held.items()}


def _row_of(event: EventRecord, plan: PlanReading | None) -> Row | None:
    """The row of an event, if it has its title still."""
    row = plan.labelled.get(fold(event.number)) if plan else None
    return row if row and fold(row.event.title) == fold(event.title) else None


def _lesson(roadmap: Roadmap, plan: PlanReading, row: Row, events: list[EventRecord]) -> Lesson:
    seats = [
        places_of(row.event, [event.venue] if event.venue else (), roadmap.venues)
        for event in events
    ]
    return Lesson(row, tuple(events), tuple(seats), plan.plan.school)


def _course(lessons: list[Lesson]) -> Course:
    taught = [teaches(lesson.row.event) for lesson in lessons]
    return Course(
        lessons=tuple(lessons),
        programme=lessons[0].row.event.module,
        topics=frozenset().union(*(topics for topics, _, _ in taught)),
        trains=frozenset().union(*(trains for _, trains, _ in taught)),
        proposed=any(proposed for _, _, proposed in taught),
    )
