"""Before there are pairs: interviews with candidates, and one introduction for each school."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import INTERVIEW_MINUTES, INTRODUCTION_MINUTES, Grid
from matchmaker.diary.record import Reason
from matchmaker.diary.week import Week
from matchmaker.domain import Mentee, Mentor, Municipality, Verdict, Willing
from matchmaker.domain.people import Status
from matchmaker.domain.records import fold

LAST = 15
"""The last day of September on which interviews and introductions are held."""


@dataclass(frozen=True, slots=True)
class Talk:
    """An interview or an introductory meeting that should take place.

    Attributes
    ----------
    people : whom it is about first, then those who hold it.
    remote : who takes part from another organisation.
    lack : why it cannot be held at all.
    """

    key: str
    phase: Literal["interview", "introduction"]
    people: tuple[str, ...]
    place: str
    minutes: int
    remote: tuple[str, ...] = ()
    lack: Reason | None = None


def first_half_of_september(after: date) -> tuple[date, date]:
    """The next first half of September that is not over on a day, from that day on."""
    year = after.year + ((after.month, after.day) > (9, LAST))
    return max(after, date(year, 9, 1)), date(year, 9, LAST)


@dataclass(frozen=True, slots=True)
class Company:
    """Who talks to whom.

    Attributes
    ----------
    psychologists : for organisations without one of their own, by ID.
    mentors : whether mentors are interviewed too.
    """

    municipality: Municipality
    psychologists: Sequence[str]
    mentors: bool

    def interviews(self) -> tuple[Talk, ...]:
        """An interview with every candidate without a verdict yet, by the candidates' order."""
        busy: Counter[str] = Counter()
        return tuple(self._interview(person, busy) for person in self._candidates())

    def groups(self) -> dict[str, tuple[list[str], list[str]]]:
        """Candidate mentees and mentors of every organisation that has mentees."""
        mentees = {row.person for row in self.municipality.mentees if not row.declined}
        mentors = {row.person for row in self.municipality.mentors if row.willing is not Willing.NO}
        groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for person in self.municipality.people:
            if person.id in mentees:
                groups[person.school][0].append(person.id)
            elif person.id in mentors:
                groups[person.school][1].append(person.id)
        return {school: group for school, group in sorted(groups.items()) if group[0]}

    def curator(self, school: str, beside: Sequence[str] = ()) -> str | None:
        """The curator, or the deputy where the curator is the one who is talked to."""
        row = self.municipality.school[school]
        return next((c for c in (row.curator, row.deputy_curator) if c and c not in beside), None)

    def _candidates(self) -> list[str]:
        rows: list[Mentee | Mentor] = [row for row in self.municipality.mentees if not row.declined]
        if self.mentors:
            rows += [row for row in self.municipality.mentors if row.willing is not Willing.NO]
        done = {Verdict.ADMITTED, Verdict.DECLINED}
        return list(dict.fromkeys(row.person for row in rows if row.interview not in done))

    def _interview(self, person: str, busy: Counter[str]) -> Talk:
        school = self.municipality.person[person].school
        key = f"interview · {person}"
        lack: Reason | None = None
        curator = self.curator(school, (person,))
        own = [one for one in self._psychologists(school) if one not in {person, curator}]
        others = [one for one in self.psychologists if one not in {person, curator}]
        psychologist = min(own or others, key=lambda one: (busy[one], one), default=None)
        if curator is None:
            lack = "no_curator"
        elif psychologist is None:
            lack = "no_psychologist"
        else:
            busy[psychologist] += 1
        people = tuple(one for one in (person, curator, psychologist) if one)
        remote = tuple(one for one in people[1:] if self.municipality.person[one].school != school)
        return Talk(key, "interview", people, school, INTERVIEW_MINUTES, remote, lack)

    def _psychologists(self, school: str) -> Iterator[str]:
        for person in self.municipality.people:
            here = person.school == school and person.status is Status.WORKING
            if here and "психолог" in fold(person.position):
                yield person.id


@dataclass(frozen=True, slots=True)
class Hours:
    """When people can talk within a period."""

    weeks: Mapping[str, Week]
    days: Days
    grid: Grid
    period: tuple[date, date]

    def of(self, phase: Literal["interview", "introduction"]) -> range:
        """The days for interviews, two thirds of the period, or those for introductions."""
        days = (self.period[1] - self.period[0]).days + 1
        turn = max(1, 2 * days // 3)
        return range(turn) if phase == "interview" else range(turn, days)

    def times(self, talk: Talk) -> list[tuple[int, int]]:
        """Days of the period and slots on which a talk can be, in the order of time."""
        return self.common(talk.people, talk.minutes, self.of(talk.phase))

    def common(
        self, people: Sequence[str], minutes: int, days: Sequence[int]
    ) -> list[tuple[int, int]]:
        """Of these days, the slots on which all are free, in the order of time."""
        return [
            (day, slot)
            for day in days
            if all(self.there(who, day) for who in people)
            for slot in range(self.grid.slots)
            if all(self.free(who, day, slot, minutes) for who in people)
        ]

    def there(self, person: str, day: int) -> bool:
        """Whether a person works on a day of the period and is at no event."""
        return self.days.usable(person, self.period[0] + timedelta(day), holidays=False)

    def free(self, person: str, day: int, slot: int, minutes: int) -> bool:
        """Whether a person can talk from a slot of a day on."""
        on = self.period[0] + timedelta(day)
        begin = self.grid.begin(slot)
        return (
            begin + minutes <= self.grid.ends
            and self.weeks[person].free(on.weekday(), begin, begin + minutes)
            and self.there(person, day)
        )


def introduction(
    school: str, group: tuple[list[str], list[str]], curator: str | None, hours: Hours
) -> tuple[Talk, tuple[str, ...]]:
    """The introductory meeting of an organisation, and who can be at none that suits most.

    Of all times in the last third of the period that at which most can come is taken; a time
    without a mentee and a mentor is none.
    """
    mentees, mentors = group
    key, minutes = f"introduction · {school}", INTRODUCTION_MINUTES
    everybody = (*mentees, *mentors)
    if not mentors:
        return Talk(key, "introduction", everybody, school, minutes, lack="no_company"), ()
    if curator is None:
        return Talk(key, "introduction", everybody, school, minutes, lack="no_curator"), ()
    best: tuple[str, ...] = ()
    for day, slot in hours.common((curator,), minutes, hours.of("introduction")):
        coming = tuple(
            who for who in everybody if who == curator or hours.free(who, day, slot, minutes)
        )
        both = set(coming) & set(mentees) and set(coming) & set(mentors)
        if both and len(coming) > len(best):
            best = coming
    if not best:
        lack: Reason = "no_common_time"
        return Talk(key, "introduction", everybody, school, minutes, lack=lack), ()
    people = tuple(dict.fromkeys((*best, curator)))
    absent = tuple(who for who in everybody if who not in people)
    return Talk(key, "introduction", people, school, minutes), absent
