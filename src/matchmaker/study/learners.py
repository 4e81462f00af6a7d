"""Who is to learn what: mentees with their requests, mentors and curators not trained yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from matchmaker.domain import (
    Mentee,
    Municipality,
    Person,
    Status,
    Topic,
    Willing,
)
from matchmaker.domain.severities import asked_severities, measured_severities
from matchmaker.domain.study import Trainee
from matchmaker.policy import Policy
from matchmaker.study.offers import Lesson
from matchmaker.timetable.audiences import OF_CONTEXTS, Audiences
from matchmaker.timetable.record import EventRecord

Refusal = Literal["audience", "school", "term", "away"]
"""Not for these participants, of another organisation, outside the person's term, the person
is not at work then."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one person needs: an answer to a request, or training for a role.

    Attributes
    ----------
    severity : of a request, 1 to 3; 1 of training.
    main : whether it is the main request.
    stated : whether the person asked, else monitoring alone found it.
    """

    what: Topic | Trainee
    severity: int = 1
    main: bool = False
    stated: bool = True


@dataclass(slots=True)
class Learner:
    """A person with all that is needed.

    Attributes
    ----------
    terms : when the person is mentored; an end that is not stated is open.
    kinds : the audiences of events to which the person belongs.
    contexts : flags of the person's school that words of plans speak of.
    paired : whether the person mentors somebody in the plan.
    """

    person: Person
    needs: list[Need] = field(default_factory=list)
    terms: list[tuple[date, date]] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    is_mentee: bool = False
    paired: bool = False

    def refusal(self, lesson: Lesson, event: EventRecord, school_name: str) -> Refusal | None:
        """Why the person cannot come to one sitting whatever others do; nothing if possible."""
        who = lesson.row.participants
        on_list = any(member.key == self.person.id for member in who.members)
        mine = who.kinds & self.kinds
        # «ОО» names whose people come, not who they are.
        if (who.lists or who.kinds - {"schools"}) and not (mine or on_list):
            return "audience"
        narrowed = bool(mine) and mine <= OF_CONTEXTS and not on_list
        if narrowed and who.contexts and not who.contexts & self.contexts:
            return "school"
        here = {self.person.school, school_name}
        if (lesson.school and lesson.school not in here) or (
            event.schools and not here & set(event.schools)
        ):
            return "school"
        if self.terms and not any(a <= event.starts and event.ends <= b for a, b in self.terms):
            return "term"
        back = self.person.absent_until
        if self.person.status is Status.LEAVING or (
            self.person.status is Status.ABSENT and (back is None or event.starts < back)
        ):
            return "away"
        return None


def learners(
    municipality: Municipality, policy: Policy, paired: Iterable[str] = ()
) -> list[Learner]:
    """Everybody who is to learn something, by ID; mentees without requests too.

    Whoever declined to take part is left alone; so is a candidate who refused to mentor.

    Parameters
    ----------
    policy : says who is a young teacher.
    paired : mentors who have pairs.
    """
    found: dict[str, Learner] = {}

    def one(key: str) -> Learner:
        return found.setdefault(key, Learner(municipality.person[key]))

    measured = measured_severities(municipality)
    for key, rows in _mentees(municipality).items():
        learner = one(key)
        learner.is_mentee = True
        learner.needs += _requests(rows, measured.get(key))
        learner.terms = _terms(rows)
    busy = set(paired)
    trained = {mentor.person for mentor in municipality.mentors if mentor.trained_on}
    for mentor in municipality.mentors:
        if mentor.person not in trained and mentor.willing is not Willing.NO:
            one(mentor.person).needs.append(Need(Trainee.MENTORS))
            one(mentor.person).paired = mentor.person in busy
    curators = {school.curator for school in municipality.schools if school.curator}
    for key in sorted(curators - trained):
        one(key).needs.append(Need(Trainee.CURATORS))
    audiences = Audiences(municipality, policy)
    for key, learner in found.items():
        learner.kinds = audiences.kinds_of(key)
        learner.contexts = audiences.contexts_of(key)
        if any(isinstance(need.what, Trainee) for need in learner.needs):
            learner.terms = []  # training may come before the work or beside it
    return [found[key] for key in sorted(found)]


def _mentees(municipality: Municipality) -> dict[str, list[Mentee]]:
    rows: dict[str, list[Mentee]] = defaultdict(list)
    for mentee in municipality.mentees:
        if not mentee.declined:
            rows[mentee.person].append(mentee)
    return rows


def _requests(rows: list[Mentee], measured: tuple[int, ...] | None) -> Iterator[Need]:
    """Requests by topic: those of all rows, and what monitoring found."""
    levels = [asked_severities(row, measured) for row in rows]
    main = {row.main_request for row in rows}
    stated = main.union(*(row.requests for row in rows))
    for place, topic in enumerate(Topic):
        severity = max(level[place] for level in levels)
        if severity:
            yield Need(topic, severity, topic in main, topic in stated)


def _terms(rows: list[Mentee]) -> list[tuple[date, date]]:
    """The terms of all rows; none if a row states no bound."""
    terms = []
    for row in rows:
        if row.starts is None:
            return []
        terms.append((row.starts, _later(row.starts, row.months) if row.months else date.max))
    return terms


def _later(day: date, months: int) -> date:
    """The last day of so many months from the first day of a month."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, min(day.day, 28))
