"""The verb ``meetings``: when the pairs of a plan meet, checked anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from matchmaker.diary.attendance import event_days
from matchmaker.diary.changes import MeetingChange, changes_between
from matchmaker.diary.changes import told as told_of
from matchmaker.diary.check import violations
from matchmaker.diary.dates import Dating, date_program
from matchmaker.diary.days import Days, days_of
from matchmaker.diary.defaults import Grid
from matchmaker.diary.edition_check import edition_violations
from matchmaker.diary.former import Former
from matchmaker.diary.plans import planned
from matchmaker.diary.reasons import Reasons
from matchmaker.diary.record import Meetings
from matchmaker.diary.series import series_of
from matchmaker.diary.slots import Slot
from matchmaker.diary.week import Week, weeks_of
from matchmaker.diary.weekly import Plan, regular_slots, weekly_program
from matchmaker.diary.write import meeting_records, series_record
from matchmaker.domain import Municipality
from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.town import check_town
from matchmaker.engine.meeting_edition import former_of
from matchmaker.engine.meeting_plan import MeetingPlan
from matchmaker.errors import CertificateError, InputError, Issue, Place
from matchmaker.messages import meetings as say
from matchmaker.messages import plans
from matchmaker.policy import Policy
from matchmaker.program.encode import shown
from matchmaker.program.record import PlanRecord
from matchmaker.timetable import Placement, check_placements
from matchmaker.timetable.record import LevelRecord, Timetable

ZONE = "Europe/Moscow"


def meetings(
    municipality: Municipality,
    policy: Policy,
    plan: PlanRecord,
    *,
    tables: MeetingTables | None = None,
    roadmap: Roadmap | None = None,
    timetable: Timetable | None = None,
    begins: date | None = None,
    holidays: bool = False,
    zone: str | None = None,
    grid: Grid | None = None,
    before: Meetings | None = None,
    on: date | None = None,
) -> MeetingPlan:
    """Place the meetings of every pair and group of a plan, best level after level.

    With the meetings people have, a new edition of them: what was before the day stays to the
    letter, and of what is to come as little as possible changes.

    Parameters
    ----------
    tables : who is busy when, and how often programmes meet.
    roadmap : its special days and work weeks.
    timetable : events whose days are not used.
    begins : day of the order; the reference date if it is not given.
    holidays : whether to meet in school holidays where no table says it.
    zone : of calendars; that of the former meetings, or else Moscow's, if it is not given.
    before : the meetings people have.
    on : the day from which they may change; that of the former edition, of the first one its
        first day, if it is not given.

    Raises
    ------
    InputError
        if the plan has no pairs of people, if tables, plan and policy do not fit together, or
        if a paper is of another municipality or the former meetings of others.
    """
    papers = {"plan.json": plan.municipality}
    if timetable is not None:
        papers["timetable.json"] = timetable.municipality
    check_town(municipality.about.name, papers)
    grid = grid or Grid()
    former = former_of(before, on, municipality, zone)
    zone = zone or (before.zone if before else ZONE)
    check_zone(zone)
    if plan.kind not in {"pairs", "joint"}:
        raise InputError([Issue(Place("plan.json"), say.NOT_PAIRS(), "", plan.kind)])
    stated = (tables or MeetingTables()).resolved(municipality, policy.programme)
    weeks, unclear = weeks_of(municipality, stated.busy)
    days = days_of(municipality, roadmap, event_days(municipality, policy, timetable))
    first = begins or municipality.reference_date
    series = series_of(
        municipality,
        policy,
        plan,
        stated.rules,
        begins=max(first, former.on) if former else first,
        begun=former.begun if former else None,
        holidays=holidays,
    )
    known = planned(series, weeks, days, grid, former)
    regular = _regular(known, weeks, days, grid, former)
    dating = date_program(known, regular, days, grid, former)
    placements, levels, proved = _placed(dating)
    names = names_of(municipality)
    reasons = Reasons(dating, placements, weeks, days, grid, {one: one for one in names})
    told = Reasons(dating, placements, weeks, days, grid, names)
    period = _period(known, before)
    held = former.held if former else {}
    records = [
        series_record(one, slot, grid, len(held.get(one.series.key, ())))
        for one, slot in zip(known, regular, strict=True)
    ]
    placed = meeting_records(dating, placements, grid)
    if former:
        records += former.ended([one.id for one in records])
        placed += former.history
    record = Meetings(
        kind="pairs",
        notice=plans.NOTICE(),
        fictional=bool(municipality.about.fictional),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        input=municipality.fingerprint,
        status="optimal" if proved else "feasible",
        edition=before.edition + 1 if before else 0,
        since=former.on if former else None,
        zone=zone,
        period=period,
        preliminary=days.preliminary(*period) if period else (),
        supposed=tuple(
            sorted({who for one in known for who in one.series.people if weeks[who].supposed})
        ),
        series=tuple(sorted(records, key=lambda one: one.id)),
        meetings=tuple(sorted(placed, key=lambda one: (one.day, one.starts, one.id))),
        unplaced=reasons.all(),
        levels=levels,
    )
    wanted = [one for plan in known for one in plan.meetings]
    wrong = violations(record, wanted, weeks, days, grid, former.on if former else date.min)
    changes: tuple[MeetingChange, ...] = ()
    if former:
        changes = changes_between(former.record, record)
        people = {who for one in former.record.meetings for who in one.people}
        names = {who: who for who in sorted(people)} | names
        wrong += edition_violations(former.record, record, told_of(changes), former.on)
    return MeetingPlan(
        record,
        municipality,
        policy,
        told.all(),
        names,
        wrong,
        (*stated.warnings, *unclear),
        before=before,
        changes=changes,
    )


def names_of(municipality: Municipality) -> dict[str, str]:
    """What papers call people, by ID; someone under 18 without the name."""
    return {person.id: shown(municipality, person.id).name for person in municipality.people}


def check_zone(zone: str) -> None:
    """Refuse a time zone that is not known.

    Raises
    ------
    InputError
        which says so.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError([Issue(Place(), say.BAD_ZONE(), say.BAD_ZONE_MEND(), zone)]) from error


def _regular(
    known: Sequence[Plan],
    weeks: Mapping[str, Week],
    days: Days,
    grid: Grid,
    former: Former | None,
) -> list[Slot | None]:
    """The weekly slot of each series."""
    from matchmaker.solvers.slots import place

    program, axis = weekly_program(known, weeks, days, grid, former)
    placed = place(program)
    if not check_placements(program, placed.placements).valid:
        raise CertificateError("weekly slots")
    return regular_slots(axis, known, placed.placements)


def _placed(
    dating: Dating,
) -> tuple[tuple[Placement | None, ...], tuple[LevelRecord, ...], bool]:
    """Place every meeting; levels with their bounds; whether each is proved."""
    from matchmaker.solvers.slots import place

    placed = place(dating.program)
    check = check_placements(dating.program, placed.placements)
    if not check.valid:
        raise CertificateError("meetings")
    levels = tuple(
        LevelRecord(name=name, value=value, bound=placed.bounds[name])
        for name, value in check.costs.items()
    )
    return placed.placements, levels, all(one.value == one.bound for one in levels)


def _period(known: Sequence[Plan], before: Meetings | None) -> tuple[date, date] | None:
    """From the first day of all editions, since calendars count from it, to the last."""
    days = [day for one in known for day in (one.series.starts, one.series.ends)]
    days += (before and before.period) or ()
    return (min(days), max(days)) if days else None
