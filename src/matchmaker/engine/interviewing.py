"""Interviews and introductory meetings before there are pairs, and tables for the second match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from matchmaker.diary.attendance import event_days
from matchmaker.diary.days import days_of
from matchmaker.diary.defaults import Grid
from matchmaker.diary.interviews import (
    Company,
    Hours,
    Talk,
    first_half_of_september,
    introduction,
)
from matchmaker.diary.record import (
    MeetingRecord,
    Meetings,
    MendRecord,
    Reason,
    UnplacedMeetings,
)
from matchmaker.diary.talk_program import talk_program, talk_records, talk_violations
from matchmaker.diary.week import weeks_of
from matchmaker.domain import Municipality, Vote
from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.town import check_town
from matchmaker.engine.meeting_dates import ZONE, check_zone, names_of
from matchmaker.engine.meeting_plan import MeetingPlan
from matchmaker.errors import CertificateError, InputError, Issue, Place
from matchmaker.messages import meetings as say
from matchmaker.messages import plans
from matchmaker.policy import Policy
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import encode
from matchmaker.program.record import person_of
from matchmaker.text import Text
from matchmaker.timetable import check_placements
from matchmaker.timetable.record import LevelRecord, Timetable

EFFORT = 4.0
"""One psychologist may stand in hundreds of interviews: good enough is soon found."""

WORDS: dict[Reason, tuple[Text, Text]] = {
    "no_curator": (say.NO_CURATOR, say.CURATOR_MEND),
    "no_psychologist": (say.NO_PSYCHOLOGIST, say.PSYCHOLOGIST_MEND),
    "no_company": (say.NO_COMPANY, say.COMPANY_MEND),
    "no_common_time": (say.NO_TIME_TO_TALK, say.TALK_TIME_MEND),
    "taken": (say.TALKS_TAKEN, say.TALKS_TAKEN_MEND),
}


def interviews(
    municipality: Municipality,
    policy: Policy,
    *,
    tables: MeetingTables | None = None,
    roadmap: Roadmap | None = None,
    timetable: Timetable | None = None,
    begins: date | None = None,
    mentors: bool = False,
    psychologists: Sequence[str] = (),
    zone: str | None = None,
) -> MeetingPlan:
    """Place interviews and one introduction for each organisation in the first half of September.

    Parameters
    ----------
    begins : not before this day; the reference date if it is not given.
    mentors : whether mentors are interviewed too.
    psychologists : for organisations without one, by ID or name; they take part remotely.

    Raises
    ------
    InputError
        if a psychologist is not known, tables and policy do not fit together, or the timetable
        is of another municipality.
    """
    if timetable is not None:
        check_town(municipality.about.name, {"timetable.json": timetable.municipality})
    zone = zone or ZONE
    check_zone(zone)
    company = Company(municipality, _known(municipality, psychologists), mentors)
    stated = (tables or MeetingTables()).resolved(municipality, policy.programme)
    weeks, unclear = weeks_of(municipality, stated.busy)
    days = days_of(municipality, roadmap, event_days(municipality, policy, timetable))
    period = first_half_of_september(begins or municipality.reference_date)
    hours = Hours(weeks, days, Grid(), period)
    talks = list(company.interviews())
    absent: list[tuple[Talk, str]] = []
    for school, group in company.groups().items():
        talk, away = introduction(school, group, company.curator(school), hours)
        talks.append(talk)
        absent += [(talk, who) for who in away]
    records, levels = _placed([talk for talk in talks if talk.lack is None], hours)
    names, ids = names_of(municipality), {one.id: one.id for one in municipality.people}
    held = {one.id for one in records}
    record = Meetings(
        kind="interviews",
        notice=plans.NOTICE(),
        fictional=bool(municipality.about.fictional),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        input=municipality.fingerprint,
        status="optimal" if all(one.value == one.bound for one in levels) else "feasible",
        zone=zone,
        period=period,
        preliminary=days.preliminary(*period),
        supposed=tuple(
            sorted({who for talk in talks for who in talk.people if weeks[who].supposed})
        ),
        meetings=tuple(records),
        unplaced=_unplaced(talks, held, absent, hours, ids),
        levels=levels,
    )
    return MeetingPlan(
        record,
        municipality,
        policy,
        _unplaced(talks, held, absent, hours, names),
        names,
        talk_violations(records, talks, hours),
        (*stated.warnings, *unclear),
        _with_votes(municipality, policy, records),
    )


def _known(municipality: Municipality, named: Sequence[str]) -> list[str]:
    found = [municipality.find_person(name) for name in named]
    issues = [
        Issue(Place(setting="--psychologist"), say.UNKNOWN_PERSON(), say.PERSON_MEND(), name)
        for name, person in zip(named, found, strict=True)
        if person is None
    ]
    if issues:
        raise InputError(issues)
    return list(dict.fromkeys(person.id for person in found if person is not None))


def _placed(
    talks: Sequence[Talk], hours: Hours
) -> tuple[list[MeetingRecord], tuple[LevelRecord, ...]]:
    from matchmaker.solvers.slots import place

    program, axis = talk_program(talks, hours)
    placed = place(program, EFFORT)
    check = check_placements(program, placed.placements)
    if not check.valid:
        raise CertificateError("talks")
    levels = tuple(
        LevelRecord(name=name, value=value, bound=placed.bounds[name])
        for name, value in check.costs.items()
    )
    return talk_records(talks, placed.placements, axis, hours), levels


def _unplaced(
    talks: Sequence[Talk],
    held: set[str],
    absent: Sequence[tuple[Talk, str]],
    hours: Hours,
    names: Mapping[str, str],
) -> tuple[UnplacedMeetings, ...]:
    """What cannot be held, why, and who cannot come to an introduction that is held."""
    lines = []
    for talk in talks:
        if talk.key not in held:
            common = talk.lack or hours.times(talk)
            reason: Reason = talk.lack or ("taken" if common else "no_common_time")
            lines.append(_line(talk, talk.people, reason, *WORDS[reason], names))
    lines += [
        _line(talk, (who,), "no_common_time", say.CANNOT_COME, say.CANNOT_COME_MEND, names)
        for talk, who in absent
        if talk.key in held
    ]
    return tuple(lines)


def _line(
    talk: Talk,
    people: tuple[str, ...],
    reason: Reason,
    why: Text,
    mend: Text,
    names: Mapping[str, str],
) -> UnplacedMeetings:
    facts = {"people": ", ".join(names[who] for who in people)}
    return UnplacedMeetings(
        series=talk.key,
        meetings=(talk.key,),
        people=people,
        reason=reason,
        words=why(**facts),
        mend=MendRecord(kind="fill", words=mend()),
    )


def _with_votes(
    municipality: Municipality, policy: Policy, records: Sequence[MeetingRecord]
) -> Municipality:
    """The tables with a line to vote in for every possible pair that was introduced."""
    program = compile_program(encode(municipality, policy), policy)
    mentees, mentors = program.roster.mentee.units, program.roster.mentor.units
    possible: set[tuple[str, str]] = set()
    for i, j in zip(program.i.tolist(), program.j.tolist(), strict=True):
        mentee = person_of(mentees[i].key, program.roster.programmes[i])
        possible.update((mentee, member.person.id) for member in mentors[j].everyone)
    voted = {(vote.mentee, vote.mentor) for vote in municipality.votes}
    introduced = [one.people for one in records if one.phase == "introduction"]
    votes = [
        Vote(mentee=mentee, mentor=mentor)
        for mentee, mentor in sorted(possible - voted)
        if any(mentee in people and mentor in people for people in introduced)
    ]
    return municipality.model_copy(update={"votes": (*municipality.votes, *votes)})
