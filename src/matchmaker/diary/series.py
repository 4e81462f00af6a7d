"""The series of meetings that a plan asks for: who meets, how often, for how long, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from matchmaker.diary.defaults import GROUP, PAIR, UNKNOWN_TRAVEL, Rhythm
from matchmaker.domain import Format, Mentee, Municipality
from matchmaker.domain.meeting_tables import MeetingRule
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import meetings as say
from matchmaker.policy import Policy, Programme
from matchmaker.program.encode import programme_of, travel_of
from matchmaker.program.record import PairRecord, PlanRecord, person_of

Mode = Literal["in_person", "remote"]


@dataclass(frozen=True, slots=True)
class Series:
    """All meetings of one pair, or of one group with its mentors.

    Attributes
    ----------
    key : stable as long as the same people are together in the same programme.
    starts, ends : the term, both days included.
    place : the organisation where they meet in person.
    travel : what each person who has to travel needs one way. Unit: minutes.
    ways : in which ways everybody accepts to meet, the one to be tried first in front.
    """

    key: str
    programme: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    starts: date
    ends: date
    rhythm: Rhythm
    place: str
    travel: tuple[tuple[str, int], ...]
    ways: tuple[Mode, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who meets, mentors first."""
        return (*self.mentors, *self.mentees)

    def road(self, person: str, mode: Mode) -> int:
        """How long a person is on the road to a meeting. Unit: minutes one way."""
        return dict(self.travel).get(person, 0) if mode == "in_person" else 0


def series_of(
    municipality: Municipality,
    policy: Policy,
    plan: PlanRecord,
    rules: Iterable[MeetingRule],
    *,
    begins: date | None = None,
    begun: Mapping[str, date] | None = None,
    holidays: bool = False,
) -> tuple[Series, ...]:
    """The series of every pair and group of a plan, ordered by their keys.

    Parameters
    ----------
    begins : the day of the order; the reference date of the tables if it is not given.
    begun : key of a series → the day on which it began, where that is known.
    holidays : whether to meet in school holidays where a programme states nothing.

    Raises
    ------
    InputError
        with everybody of the plan whom the tables do not have, and every unknown programme.
    """
    first = begins or municipality.reference_date
    return _Reading(municipality, policy, rules, first, begun or {}, holidays=holidays).all(plan)


class _Reading:
    """Reads the lines of a plan and keeps every problem."""

    def __init__(
        self,
        municipality: Municipality,
        policy: Policy,
        rules: Iterable[MeetingRule],
        begins: date,
        begun: Mapping[str, date],
        *,
        holidays: bool,
    ) -> None:
        self.town, self.policy, self.begins, self.begun = municipality, policy, begins, begun
        self.holidays = holidays
        self.rules = {rule.programme: rule for rule in rules}
        self.formats = {mentor.person: mentor.formats for mentor in municipality.mentors}
        self.minutes = travel_of(municipality, policy)
        self.unknown = next(
            (
                int(getattr(use.rule, "unknown_minutes", UNKNOWN_TRAVEL))
                for use in policy.uses
                if use.rule.name == "travel"
            ),
            UNKNOWN_TRAVEL,
        )
        self.rows: dict[tuple[str, str], Mentee] = {}
        for mentee in municipality.mentees:
            person = municipality.person[mentee.person]
            age = person.age_on(municipality.reference_date)
            young = policy.young.holds(age, getattr(person, policy.young.months_of))
            self.rows[mentee.person, programme_of(mentee, young, policy)] = mentee

    def all(self, plan: PlanRecord) -> tuple[Series, ...]:
        """Every series; a group is one series with all its mentees."""
        self._check(plan)
        together: dict[tuple[str, ...], list[PairRecord]] = {}
        for pair in plan.pairs:
            group = self.policy.programme[pair.programme].group
            own = () if group else (pair.mentee,)
            together.setdefault((pair.programme, pair.mentor, *own), []).append(pair)
        return tuple(
            self._series(" · ".join(key), pairs) for key, pairs in sorted(together.items())
        )

    def _check(self, plan: PlanRecord) -> None:
        issues = []
        for pair in plan.pairs:
            person = person_of(pair.mentee, pair.programme)
            helpers = pair.mentors or (pair.mentor,)
            issues += [
                Issue(Place("plan.json"), say.NOT_IN_TABLES(), say.PLAN_MEND(), who)
                for who, known in (
                    (person, (person, pair.programme) in self.rows),
                    *((mentor, mentor in self.formats) for mentor in helpers),
                )
                if not known
            ]
            if pair.programme not in self.policy.programme:
                issues.append(
                    Issue(
                        Place("plan.json"),
                        say.UNKNOWN_PROGRAMME(),
                        say.PLAN_MEND(),
                        pair.programme,
                    )
                )
        if issues:
            raise InputError(list(dict.fromkeys(issues)))

    def _series(self, key: str, pairs: list[PairRecord]) -> Series:
        programme = self.policy.programme[pairs[0].programme]
        mentors = pairs[0].mentors or (pairs[0].mentor,)
        rows = [self.rows[person_of(p.mentee, p.programme), p.programme] for p in pairs]
        mentees = tuple(row.person for row in rows)
        begins = self.begun.get(key, self.begins)
        starts = [max(row.starts or begins, begins) for row in rows]
        ends = [
            months_later(first, row.months or programme.months) - timedelta(1)
            for first, row in zip(starts, rows, strict=True)
        ]
        # A mentor visits one mentee and may see a lesson; a group comes to its mentor.
        host = mentees[0] if len(mentees) == 1 else mentors[0]
        place = self.town.person[host].school
        return Series(
            key=key,
            programme=programme.name,
            mentors=mentors,
            mentees=mentees,
            starts=min(starts),
            ends=max(ends),
            rhythm=self._rhythm(programme),
            place=place,
            travel=tuple(
                (who, road) for who in (*mentors, *mentees) if (road := self._road(who, place))
            ),
            ways=self._ways(programme, mentors, rows),
        )

    def _road(self, person: str, place: str) -> int:
        road = self.minutes(self.town.person[person].school, place)
        return self.unknown if road is None else road

    def _rhythm(self, programme: Programme) -> Rhythm:
        rhythm = replace(GROUP if programme.group else PAIR, holidays=self.holidays)
        rule = self.rules.get(programme.name)
        if rule is None:
            return rhythm
        stated = rule.model_dump(exclude={"programme", "source"}, exclude_none=True)
        return replace(rhythm, **stated)

    def _ways(
        self, programme: Programme, mentors: tuple[str, ...], rows: list[Mentee]
    ) -> tuple[Mode, ...]:
        """What nobody refuses; remote first only where the programme or a mentee asks for it."""
        accepted = [frozenset(self.formats[mentor]) or frozenset(Format) for mentor in mentors]
        accepted += [frozenset({row.format}) if row.format else frozenset(Format) for row in rows]
        if programme.remote:
            accepted.append(frozenset({Format.REMOTE}))
        both = frozenset.intersection(*accepted)
        order: tuple[tuple[Format, Mode], ...] = (
            (Format.IN_PERSON, "in_person"),
            (Format.REMOTE, "remote"),
        )
        return tuple(mode for way, mode in order if way in both)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month if it has none."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(day.day - 1), after - timedelta(1))
