"""The record of routes: made of an answer, its program and the papers beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version

from matchmaker.domain import Municipality, Topic
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.study import Trainee
from matchmaker.messages import plans
from matchmaker.messages import study_routes as say
from matchmaker.program.record import PlanRecord, person_of
from matchmaker.study.compile import StudyProgram
from matchmaker.study.learners import Learner
from matchmaker.study.offers import Course, Lesson
from matchmaker.study.program import LEVELS, Answer
from matchmaker.study.reasons import Reason, unanswered
from matchmaker.study.record import (
    LeftRecord,
    MeetingLine,
    OfferRecord,
    ReasonRecord,
    RequestRecord,
    RouteRecord,
    Routes,
    TrainingRecord,
)
from matchmaker.timetable.record import LevelRecord, Timetable


def make_routes(
    municipality: Municipality,
    roadmap: Roadmap,
    timetable: Timetable,
    study: StudyProgram,
    answer: Answer,
    bounds: Mapping[str, int | None],
    plan: PlanRecord | None,
    meetings: Sequence[MeetingLine],
) -> Routes:
    """Write down who goes to what, who stays without, and what bounds the result."""
    writing = _Writing(study, answer, plan, meetings)
    values = study.program.values(answer)
    levels = tuple(LevelRecord(name=n, value=values[n], bound=bounds[n]) for n in LEVELS)
    offers = tuple(writing.offers())
    return Routes(
        notice=plans.NOTICE(),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        fictional=bool(municipality.about.fictional or timetable.fictional),
        input=municipality.fingerprint,
        roadmap=roadmap.fingerprint,
        timetable=timetable.edition,
        period=timetable.period,
        per_month=study.program.per_month,
        status="optimal" if all(one.value == one.bound for one in levels) else "feasible",
        levels=levels,
        offers=offers,
        routes=tuple(writing.routes()),
        training=tuple(writing.training()),
        left=tuple(writing.left()),
        remarks=tuple(_remarks(roadmap, timetable, study, offers)),
    )


class _Writing:
    """The parts of the record."""

    def __init__(
        self,
        study: StudyProgram,
        answer: Answer,
        plan: PlanRecord | None,
        meetings: Sequence[MeetingLine],
    ) -> None:
        self.study, self.answer, self.meetings = study, answer, meetings
        self.chosen: dict[int, list[int]] = defaultdict(list)
        """Options of each learner, taken."""
        for at in sorted(answer):
            self.chosen[study.program.options[at].learner].append(at)
        self.mentors: dict[str, list[str]] = defaultdict(list)
        for pair in plan.pairs if plan else ():
            mentors = pair.mentors or (pair.mentor,)
            self.mentors[person_of(pair.mentee, pair.programme)] += mentors

    def offers(self) -> Iterable[OfferRecord]:
        people: dict[int, list[str]] = defaultdict(list)
        for learner, sitting in self.study.program.visits(self.answer):
            people[sitting].append(self.study.learners[learner].person.id)
        rows = [
            (course, lesson, event)
            for course in self.study.courses
            for lesson in course.lessons
            for event in lesson.sittings
        ]
        for at, (course, lesson, event) in enumerate(rows):
            yield OfferRecord(
                id=event.id,
                title=event.title,
                public_title=event.public_title,
                starts=event.starts,
                ends=event.ends,
                venue=event.venue,
                programme=course.programme,
                hours=lesson.row.event.hours,
                topics=_named(course, Topic),
                trains=_named(course, Trainee),
                proposed=course.proposed,
                seats=self.study.program.sittings[at].seats,
                people=tuple(sorted(people[at])),
            )

    def routes(self) -> Iterable[RouteRecord]:
        for at, learner in enumerate(self.study.learners):
            if not learner.is_mentee:
                continue
            key = learner.person.id
            options = self._options(at, Topic)
            starts, ends = _term(learner)
            yield RouteRecord(
                person=key,
                mentors=tuple(dict.fromkeys(self.mentors[key])),
                starts=starts,
                ends=ends,
                requests=tuple(self._requests(learner, options)),
                events=self._events(options),
                hours=self._hours(options),
                hours_known=self._hours_known(options),
                meetings=tuple(one for one in self.meetings if key in one.people),
            )

    def training(self) -> Iterable[TrainingRecord]:
        for at, learner in enumerate(self.study.learners):
            options = self._options(at, Trainee)
            if not options:
                continue
            needed = [need.what.value for need in learner.needs if isinstance(need.what, Trainee)]
            taught = {who for option in options for who in _named(self._course(option), Trainee)}
            yield TrainingRecord(
                person=learner.person.id,
                roles=tuple(role for role in needed if role in taught),
                events=self._events(options),
                hours=self._hours(options),
                hours_known=self._hours_known(options),
            )

    def left(self) -> Iterable[LeftRecord]:
        for at, reasons in unanswered(self.study, self.answer):
            learner, need = self.study.needs[at]
            yield LeftRecord(
                person=self.study.learners[learner].person.id,
                what=need.what.value,
                main=need.main,
                reasons=tuple(self._reasons(reasons, isinstance(need.what, Trainee))),
            )

    def _requests(self, learner: Learner, options: Sequence[int]) -> Iterable[RequestRecord]:
        for need in learner.needs:
            if isinstance(need.what, Topic):
                answering = [at for at in options if need.what in self._course(at).topics]
                yield RequestRecord(
                    topic=need.what.value,
                    severity=need.severity,
                    main=need.main,
                    stated=need.stated,
                    answered_by=self._events(answering),
                )

    def _reasons(self, reasons: Sequence[Reason], training: bool) -> Iterable[ReasonRecord]:
        """Reasons of one kind together, with all the courses of which they are true."""
        by_why: dict[str, list[Reason]] = defaultdict(list)
        for reason in reasons:
            by_why["no_course" if training and reason.why == "no_event" else reason.why].append(
                reason
            )
        for why, some in by_why.items():
            courses = [self.study.courses[n].title for one in some for n in one.courses]
            events = [self.study.events[n] for one in some for n in one.sittings]
            names = [say.ON_DAY(title=e.title, day=f"{e.starts:%d.%m.%Y}") for e in events]
            names = names or [say.TITLE_ONLY(title=title) for title in courses]
            yield ReasonRecord(
                why=why,
                courses=tuple(courses),
                events=tuple(event.id for event in events),
                words=say.WHYS[why](names=", ".join(names)),
            )

    def _course(self, option: int) -> Course:
        return self.study.courses[self.study.program.options[option].course]

    def _options(self, learner: int, kind: type[Topic | Trainee]) -> list[int]:
        """The options taken by which a learner's needs of one kind are answered."""
        needs = {n.what for n in self.study.learners[learner].needs if isinstance(n.what, kind)}
        return [at for at in self.chosen[learner] if needs & self._course(at).answers]

    def _events(self, options: Sequence[int]) -> tuple[str, ...]:
        events = [self.study.events[one] for at in options for one in self.answer[at]]
        return tuple(event.id for event in sorted(events, key=lambda e: (e.starts, e.id)))

    def _hours(self, options: Sequence[int]) -> int:
        return sum(self._course(at).hours for at in options)

    def _hours_known(self, options: Sequence[int]) -> bool:
        return not any(_hourless(lesson) for at in options for lesson in self._course(at).lessons)


def _named(course: Course, kind: type[Topic | Trainee]) -> tuple[str, ...]:
    """What a course answers, in the order of the list of such things."""
    return tuple(one.value for one in kind if one in course.answers)


def _hourless(lesson: Lesson) -> bool:
    return lesson.row.event.hours is None


def _term(learner: Learner) -> tuple[date | None, date | None]:
    """From the earliest beginning to the latest end; an open end is none."""
    starts = min((start for start, _ in learner.terms), default=None)
    ends = max((end for _, end in learner.terms), default=None)
    return starts, None if ends == date.max else ends


def _remarks(
    roadmap: Roadmap, timetable: Timetable, study: StudyProgram, offers: Sequence[OfferRecord]
) -> Iterable[str]:
    if timetable.roadmap != roadmap.fingerprint:
        yield say.ROADMAP_CHANGED()
    if proposed := sum(one.proposed for one in offers):
        yield say.PROPOSED(n=proposed)
    if hourless := sum(one.hours is None for one in offers):
        yield say.NO_HOURS(n=hourless)
    silent = [one for one in study.learners if one.is_mentee and not _asks(one)]
    if silent:
        yield say.NO_REQUESTS(n=len(silent))


def _asks(learner: Learner) -> bool:
    return any(isinstance(need.what, Topic) for need in learner.needs)
