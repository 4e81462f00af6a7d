"""The workbook of meetings: pairs, by mentor, by mentee, by week, and what has no time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from matchmaker.diary.changes import when_words
from matchmaker.io.plan_book import Columns, PlanBook
from matchmaker.messages import meeting_editions as editions
from matchmaker.messages import meetings as say
from matchmaker.messages import reschedule

if TYPE_CHECKING:
    from matchmaker.diary.changes import MeetingChange
    from matchmaker.diary.record import MeetingRecord, Meetings, SeriesRecord, UnplacedMeetings
    from matchmaker.domain import Municipality
    from matchmaker.policy import Policy
    from matchmaker.program.record import TierRecord


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every sheet."""

    notice: str
    fictional: bool
    municipality: str
    reference_date: str
    tiers: tuple[TierRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """All that the sheets are written from.

    Attributes
    ----------
    told : what is unplaced, in words with names.
    names : what to call people, by ID.
    changed : of a new edition, what each person must be told, by ID.
    """

    record: Meetings
    municipality: Municipality
    policy: Policy
    told: Sequence[UnplacedMeetings]
    names: Mapping[str, str]
    changed: Mapping[str, Sequence[MeetingChange]] | None = None

    def who(self, people: Iterable[str]) -> str:
        """People by name, one to a line."""
        return "\n".join(self.names[one] for one in people)

    def where(self, place: str | None, joins: Sequence[str] = ()) -> str:
        """The organisation, or that they meet remotely; who takes part from elsewhere."""
        school = self.municipality.school.get(place) if place else None
        at = school.name if school else place or say.REMOTELY()
        return "\n".join([at, *(say.JOINS(who=self.names[one]) for one in joins)])


def meetings_workbook(paper: Paper) -> bytes:
    """Every meeting three times over, as each reader looks for it."""
    book = _book(paper)
    series = {one.id: one for one in paper.record.series}
    placed = Counter(meeting.series for meeting in paper.record.meetings)
    book.sheet(
        say.PAIRS_SHEET(),
        [
            (say.MENTOR(), 30),
            (say.MENTEE(), 30),
            (say.PROGRAMME(), 36),
            (say.WEEKLY(), 16),
            (say.WHERE(), 26),
            (say.COUNT(), 10),
        ],
        [_pair(paper, one, placed[one.id]) for one in paper.record.series],
    )
    for title, first, second, side in (
        (say.BY_MENTOR(), say.MENTOR(), say.MENTEE(), "mentors"),
        (say.BY_MENTEE(), say.MENTEE(), say.MENTOR(), "mentees"),
    ):
        rows = [
            (paper.names[person], person, meeting)
            for meeting in paper.record.meetings
            for person in _side(meeting, series[meeting.series], side)
        ]
        rows.sort(key=lambda row: (row[0], row[1], row[2].day, row[2].starts))
        book.sheet(
            title,
            [(first, 30), *_when(), (second, 30), (say.PHASE(), 18), (say.WHERE(), 26)],
            [
                [
                    name,
                    *_day(meeting),
                    paper.who(one for one in meeting.people if one != person),
                    _phase(meeting),
                    paper.where(meeting.place),
                ]
                for name, person, meeting in rows
            ],
        )
    book.sheet(
        say.BY_WEEK(),
        [
            (say.WEEK(), 12),
            *_when(),
            (say.MENTOR(), 30),
            (say.MENTEE(), 30),
            (say.PHASE(), 18),
            (say.WHERE(), 26),
        ],
        [
            [
                f"{meeting.day - timedelta(meeting.day.weekday()):%d.%m.%Y}",
                *_day(meeting),
                paper.who(_side(meeting, series[meeting.series], "mentors")),
                paper.who(_side(meeting, series[meeting.series], "mentees")),
                _phase(meeting),
                paper.where(meeting.place),
            ]
            for meeting in paper.record.meetings
        ],
    )
    _unplaced(book, paper)
    if paper.changed is not None:
        _changes(book, paper, paper.changed)
    return book.bytes()


def interviews_workbook(paper: Paper) -> bytes:
    """Interviews and introductory meetings in the order of time, and what has no time."""
    book = _book(paper)
    for title, phase in (
        (say.INTERVIEW_SHEET(), "interview"),
        (say.INTRODUCTION_SHEET(), "introduction"),
    ):
        book.sheet(
            title,
            [*_when(), (say.PERSON(), 34), (say.OTHERS(), 34), (say.WHERE(), 30)],
            [
                [
                    *_day(meeting),
                    paper.who(meeting.people[:1]),
                    paper.who(meeting.people[1:]),
                    paper.where(meeting.place, meeting.joins_remotely),
                ]
                for meeting in paper.record.meetings
                if meeting.phase == phase
            ],
        )
    _unplaced(book, paper)
    return book.bytes()


def _book(paper: Paper) -> PlanBook:
    record = paper.record
    first = record.period[0] if record.period else date.min
    head = Head(record.notice, record.fictional, record.municipality, first.isoformat())
    return PlanBook(head, say.ABOUT)


def _pair(paper: Paper, one: SeriesRecord, placed: int) -> list[Any]:
    # A pair that has ended may be of a programme or a school that is no more.
    programme = paper.policy.programme.get(one.programme)
    weekly = "" if one.weekday is None else f"{say.WEEKDAYS[one.weekday]()} {one.time}"
    return [
        paper.who(one.mentors),
        paper.who(one.mentees),
        programme.words() if programme else one.programme,
        weekly,
        paper.where(one.place) if one.mode else "",
        placed,
    ]


def _side(meeting: MeetingRecord, series: SeriesRecord, side: str) -> list[str]:
    """Who came on one side; of a meeting that was held, who came then."""
    mentors = side == "mentors"
    return [one for one in meeting.people if (one in series.mentors) == mentors]


def _unplaced(book: PlanBook, paper: Paper) -> None:
    book.sheet(
        say.UNPLACED_SHEET(),
        [(say.PERSON(), 30), (say.COUNT(), 10), (say.REASON(), 80), (say.MEND(), 50)],
        [
            [paper.who(one.people), len(one.meetings), one.words, one.mend.words]
            for one in paper.told
        ],
    )


def _changes(book: PlanBook, paper: Paper, changed: Mapping[str, Sequence[MeetingChange]]) -> None:
    """What everybody must be told, person by person."""
    rows = [
        (
            paper.names[person],
            _phase(one.meeting),
            paper.who(who for who in one.meeting.people if who != person),
            editions.KINDS[one.what](),
            *(when_words(meeting) for meeting in (one.before, one.after)),
            paper.where(one.after.place) if one.after else "",
        )
        for person, changes in changed.items()
        for one in changes
    ]
    book.sheet(
        editions.SHEET(),
        [
            (reschedule.WHO(), 30),
            (say.PHASE(), 18),
            (say.OTHERS(), 30),
            (reschedule.WHAT(), 16),
            (reschedule.BEFORE_COLUMN(), 26),
            (reschedule.AFTER_COLUMN(), 26),
            (say.WHERE(), 26),
        ],
        [list(row) for row in sorted(rows, key=lambda row: row[0])],
        empty=reschedule.NOTHING_CHANGED(),
    )


def _when() -> Columns:
    return [(say.DATE(), 12), (say.DAY(), 6), (say.TIME(), 14)]


def _day(meeting: MeetingRecord) -> list[str]:
    return [
        f"{meeting.day:%d.%m.%Y}",
        say.WEEKDAYS[meeting.day.weekday()](),
        f"{meeting.starts}–{meeting.ends}",
    ]


def _phase(meeting: MeetingRecord) -> str:
    return say.PHASES[meeting.phase](n=meeting.number)
