"""The usual week of a person: when there are lessons, stated or supposed, and what else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.diary.defaults import LESSONS, UNSTATED_SHIFT, Span
from matchmaker.domain import Municipality, Person
from matchmaker.domain.busy import Busy, BusyKind, weekdays_in
from matchmaker.errors import Issue
from matchmaker.messages import meetings as say

DAYS = range(7)


@dataclass(frozen=True, slots=True)
class Week:
    """When a person is busy in a usual week.

    Attributes
    ----------
    busy : of each weekday from Monday, the stretches in which the person cannot meet.
    supposed : the lessons are guessed by the shift, since nobody states them.
    """

    busy: tuple[tuple[Span, ...], ...]
    supposed: bool

    def free(self, weekday: int, starts: int, ends: int) -> bool:
        """Whether the person is free for the whole of a stretch."""
        return all(ends <= first or last <= starts for first, last in self.busy[weekday])

    def without(self, weekday: int, starts: int, ends: int) -> Week:
        """The same week with a stretch of it freed."""
        freed = []
        for day, spans in enumerate(self.busy):
            if day != weekday:
                freed.append(spans)
                continue
            parts = [
                part
                for first, last in spans
                for part in ((first, min(last, starts)), (max(first, ends), last))
                if part[0] < part[1]
            ]
            freed.append(tuple(dict.fromkeys(parts)))
        return Week(tuple(freed), self.supposed)


def weeks_of(
    municipality: Municipality, busy: Sequence[Busy]
) -> tuple[dict[str, Week], tuple[Issue, ...]]:
    """The week of everybody by ID, and a warning for every methodical day not understood.

    Lessons that are stated stand in place of all that are supposed. Where none are, those of
    the person's shifts are supposed on every day but the methodical one.
    """
    stated: dict[str, list[Busy]] = defaultdict(list)
    for row in busy:
        stated[row.person].append(row)
    issues: list[Issue] = []
    weeks = {
        person.id: _week(person, stated.get(person.id, []), issues)
        for person in municipality.people
    }
    return weeks, tuple(issues)


def _week(person: Person, rows: Sequence[Busy], issues: list[Issue]) -> Week:
    spans: list[list[Span]] = [[] for _ in DAYS]
    for row in rows:
        span = row.starts.hour * 60 + row.starts.minute, row.ends.hour * 60 + row.ends.minute
        spans[row.day.number].append(span)
    supposed = all(row.kind is not BusyKind.LESSONS for row in rows)
    if supposed:
        without_lessons = _methodical_days(person, issues)
        shifts = sorted(person.shifts & LESSONS.keys()) or [UNSTATED_SHIFT]
        for day in set(DAYS) - without_lessons:
            spans[day] += [LESSONS[shift] for shift in shifts]
    return Week(tuple(tuple(sorted(day)) for day in spans), supposed)


def _methodical_days(person: Person, issues: list[Issue]) -> set[int]:
    if person.methodical_day is None:
        return set()
    days = weekdays_in(person.methodical_day)
    if days is None:
        issues.append(
            Issue(
                person.at("methodical_day"),
                say.METHODICAL_DAY_UNCLEAR(),
                say.METHODICAL_DAY_MEND(),
                person.methodical_day,
                severity="warning",
            )
        )
        return set()
    return {day.number for day in days}
