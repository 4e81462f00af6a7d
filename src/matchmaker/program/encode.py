"""From people to a roster: who stands on which side, in which programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from math import ceil

from matchmaker.domain import (
    Contest,
    ContestLevel,
    DecisionKind,
    Format,
    Mentee,
    Mentor,
    Municipality,
    Outcome,
    Person,
    Willing,
)
from matchmaker.domain.records import fold
from matchmaker.domain.severities import asked_severities, measured_severities
from matchmaker.errors import InputError, Issue
from matchmaker.messages import tables as say
from matchmaker.pairs import Roster
from matchmaker.policy import Policy, Programme
from matchmaker.program.record import FormerPair
from matchmaker.roads import Roads
from matchmaker.sides import Ledger, Side
from matchmaker.units import MenteeUnit, MentorUnit

_WINS = {ContestLevel.MUNICIPAL: 1, ContestLevel.REGIONAL: 2, ContestLevel.FEDERAL: 3}


def encode(municipality: Municipality, policy: Policy, former: Sequence[FormerPair] = ()) -> Roster:
    """Lay out both sides of a municipality under a policy.

    Mentees that no programme accepts stand in the roster with an empty programme and
    have no candidates.

    Parameters
    ----------
    former : pairs of the plan to be replaced; what of them is not in the tables any more
        is passed over.

    Raises
    ------
    InputError
        if a table names a programme that the policy does not have or has switched off.
    """
    _check_programmes(municipality, policy)
    mentees = _mentees(municipality, policy)
    mentors = _mentors(municipality, policy)
    ledgers = _ledgers(municipality, mentees, mentors)
    if former:
        ledgers["former"] = _former(former, mentees, mentors)
    return Roster(
        mentee=Side(mentees),
        mentor=Side(mentors),
        reference_date=municipality.reference_date,
        ledgers=ledgers,
        travel=travel_of(municipality, policy),
        people=tuple(
            (person, person.age_on(municipality.reference_date)) for person in municipality.people
        ),
        schools=municipality.school,
        partners=partners_of(municipality),
    )


def programme_of(mentee: Mentee, young: bool, policy: Policy) -> str:
    """The programme a mentee belongs to: the one named, else the first that accepts."""
    if mentee.programme:
        return mentee.programme
    accepting = (p.name for p in policy.programmes if p.accepts(mentee.category, young))
    return next(accepting, "")


def _check_programmes(municipality: Municipality, policy: Policy) -> None:
    enabled = [p.name for p in policy.programmes if p.enabled]
    strange = [
        (mentee.at("programme"), mentee.programme)
        for mentee in municipality.mentees
        if mentee.programme and mentee.programme not in enabled
    ]
    strange += [
        (mentor.at("programmes"), name)
        for mentor in municipality.mentors
        for name in sorted(mentor.programmes)
        if name and name not in policy.programme
    ]
    issues = [
        Issue(place, say.UNKNOWN_PROGRAMME(), say.ONE_OF(known=", ".join(enabled)), name)
        for place, name in strange
    ]
    if issues:
        raise InputError(issues)


def _mentees(municipality: Municipality, policy: Policy) -> list[MenteeUnit]:
    day = municipality.reference_date
    severities = measured_severities(municipality)
    rows: dict[str, int] = defaultdict(int)
    for mentee in municipality.mentees:
        rows[mentee.person] += 1
    units = []
    same: dict[tuple[int, ...], tuple[int, ...]] = {}  # equal severities are kept once
    for mentee in municipality.mentees:
        asked = asked_severities(mentee, severities.get(mentee.person))
        person = shown(municipality, mentee.person)
        age = person.age_on(day)
        young = policy.young.holds(age, getattr(person, policy.young.months_of))
        name = programme_of(mentee, young, policy)
        programme = policy.programme.get(name)
        begins = max(mentee.starts or day, day)
        first = begins.year * 12 + begins.month - 1
        months = mentee.months or (programme.months if programme else 1)
        units.append(
            MenteeUnit(
                key=person.id if rows[person.id] == 1 else f"{person.id} / {name}",
                person=person,
                school=municipality.school[person.school],
                mentee=mentee,
                programme=name,
                age=age,
                deficits=same.setdefault(asked, asked),
                first_month=first,
                last_month=first + months - 1,
                hours=round(programme.hours * 60) if programme else 0,
                remote=bool(programme and programme.remote) or mentee.format is Format.REMOTE,
                young=young,
                taught=(fold(mentee.needed_subject),) if mentee.needed_subject else taught(person),
                year=_year(mentee, day),
            )
        )
    return units


def shown(municipality: Municipality, key: str) -> Person:
    """A person as outputs may show one: someone under 18 without the name."""
    person = municipality.person[key]
    if not person.minor_on(municipality.reference_date):
        return person
    return person.model_copy(update={"name": say.MINOR(id=person.id)})


def _year(mentee: Mentee, day: date) -> int:
    """Year of interaction: as the curator says, else counted from the entry."""
    if mentee.year_of_interaction is not None:
        return mentee.year_of_interaction
    entered = mentee.starts or day
    early = (day.month, day.day) < (entered.month, entered.day)
    return max(0, day.year - entered.year - early) + 1


def taught(person: Person) -> tuple[str, ...]:
    """Subjects of a person; where there is none, the post with its direction."""
    return _taught(person.subjects, person.position, person.direction)


@lru_cache(maxsize=4096)
def _taught(subjects: frozenset[str], position: str, direction: str | None) -> tuple[str, ...]:
    if subjects:
        return tuple(sorted(fold(subject) for subject in subjects))
    post = fold(position)
    return (f"{post} / {fold(direction)}" if direction else post,)


def _mentors(municipality: Municipality, policy: Policy) -> list[MentorUnit]:
    wins: dict[str, int] = defaultdict(int)
    for contest in municipality.contests:
        if contest.won:
            wins[contest.person] = max(wins[contest.person], _WINS[contest.level])
    single = {
        mentor.person: _mentor(mentor, municipality, policy, wins[mentor.person])
        for mentor in municipality.mentors
    }
    teams: dict[str, list[str]] = defaultdict(list)
    for row in municipality.teams:
        teams[row.team].append(row.mentor)
    units = list(single.values())
    for name, people in sorted(teams.items()):
        alone = [single[person] for person in people]
        shared = frozenset.intersection(
            *(frozenset(_kinds_served(m.mentor, policy)) for m in alone)
        )
        serves = frozenset(p for p in shared if _fits(policy.programme[p], len(alone)))
        # As members they serve what the team serves, not what each serves alone.
        members = tuple(replace(member, serves=serves) for member in alone)
        units.append(
            replace(
                members[0],
                key=name,
                competencies=tuple(
                    max(levels) for levels in zip(*(m.competencies for m in members), strict=True)
                ),
                wins=max(m.wins for m in members),
                members=members,
            )
        )
    return units


def _mentor(mentor: Mentor, municipality: Municipality, policy: Policy, wins: int) -> MentorUnit:
    person = shown(municipality, mentor.person)
    return MentorUnit(
        key=person.id,
        person=person,
        school=municipality.school[person.school],
        mentor=mentor,
        age=person.age_on(municipality.reference_date),
        competencies=mentor.levels,
        wins=wins,
        taught=taught(person),
        serves=frozenset(
            name for name in _kinds_served(mentor, policy) if _fits(policy.programme[name], 1)
        ),
    )


def _kinds_served(mentor: Mentor, policy: Policy) -> list[str]:
    return [
        p.name
        for p in policy.programmes
        if p.enabled
        and mentor.kind in p.mentor_kinds
        and (p.name in mentor.programmes or not (mentor.programmes or p.by_choice))
    ]


def _fits(programme: Programme, mentors: int) -> bool:
    if programme.group is None:
        return mentors == 1
    return programme.group.min_mentors <= mentors <= programme.group.max_mentors


def _ledgers(
    municipality: Municipality, mentees: list[MenteeUnit], mentors: list[MentorUnit]
) -> dict[str, Ledger]:
    rows: dict[str, list[int]] = defaultdict(list)
    for i, mentee in enumerate(mentees):
        rows[mentee.person.id].append(i)
    columns: dict[str, list[int]] = defaultdict(list)
    for j, mentor in enumerate(mentors):
        for member in mentor.everyone:
            columns[member.person.id].append(j)
    written: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)

    def write(name: str, mentee: str, mentor: str, value: int) -> None:
        for i in rows.get(mentee, ()):
            for j in columns.get(mentor, ()):
                written[name][i, j] = value

    _write_decisions(municipality, write)
    for past in municipality.past_pairs:
        if past.outcome is Outcome.UNFINISHED:
            write("unfinished", past.mentee, past.mentor, 1)
    _write_votes(municipality, write)
    return {name: Ledger.of(entries, len(mentors)) for name, entries in written.items()}


def _former(
    former: Sequence[FormerPair], mentees: list[MenteeUnit], mentors: list[MentorUnit]
) -> Ledger:
    rows = {(mentee.person.id, mentee.programme): i for i, mentee in enumerate(mentees)}
    columns = {mentor.key: j for j, mentor in enumerate(mentors)}
    entries = {
        (rows[pair.person, pair.programme], columns[pair.mentor]): 1
        for pair in former
        if (pair.person, pair.programme) in rows and pair.mentor in columns
    }
    return Ledger.of(entries, len(mentors))


Write = Callable[[str, str, str, int], None]


def _write_decisions(municipality: Municipality, write: Write) -> None:
    pins = 0
    for decision in municipality.decisions:
        if decision.until is not None and decision.until < municipality.reference_date:
            continue
        if decision.kind is DecisionKind.PIN:
            pins += 1
        value = pins if decision.kind is DecisionKind.PIN else 1
        write(decision.kind.value, decision.mentee, decision.mentor, value)


def _write_votes(municipality: Municipality, write: Write) -> None:
    votes = {Willing.YES: 1, Willing.NO: -1}
    for vote in municipality.votes:
        for name, answer in (("vote_mentee", vote.by_mentee), ("vote_mentor", vote.by_mentor)):
            if answer in votes:
                write(name, vote.mentee, vote.mentor, votes[answer])


def partners_of(municipality: Municipality) -> frozenset[tuple[str, str]]:
    """Which schools have an agreement of any kind in force, in both orders."""
    in_force = [link for link in municipality.links if link.in_force(municipality.reference_date)]
    return frozenset(
        pair
        for link in in_force
        for pair in ((link.helping, link.helped), (link.helped, link.helping))
    )


def travel_of(municipality: Municipality, policy: Policy) -> Roads:
    """Minutes: as the table says, else by its kilometres, else by coordinates."""
    per_minute = policy.kilometres_per_hour / 60
    table: dict[tuple[str, str], int] = {}
    for row in municipality.distances:
        minutes = row.minutes
        if minutes is None and row.kilometres is not None:
            minutes = ceil(row.kilometres / per_minute)
        if minutes is not None:
            table[row.start, row.end] = table[row.end, row.start] = minutes
    places = {key: (one.latitude, one.longitude) for key, one in municipality.school.items()}
    return Roads(table, places, per_minute, policy.road_factor)


def candidates_to_ask(municipality: Municipality) -> list[tuple[Person, Contest | None]]:
    """People who could mentor but were not asked: unasked mentors and contest winners."""
    asked = {mentor.person: mentor for mentor in municipality.mentors}
    won = {c.person: c for c in municipality.contests if c.won}
    waiting = {person for person, mentor in asked.items() if mentor.willing is Willing.UNKNOWN} | (
        set(won) - set(asked)
    )
    return [(municipality.person[person], won.get(person)) for person in sorted(waiting)]
