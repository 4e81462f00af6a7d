"""The verb ``meetings``: when the pairs of a plan meet, checked anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from matchmaker.diary.attendance import event_days
from matchmaker.diary.check import violations
from matchmaker.diary.dates import Dating, date_program
from matchmaker.diary.days import Days, days_of
from matchmaker.diary.defaults import Grid
from matchmaker.diary.phases import Wanted, meetings_of
from matchmaker.diary.reasons import Reasons
from matchmaker.diary.record import (
    MeetingRecord,
    Meetings,
    SeriesRecord,
    clock,
)
from matchmaker.diary.series import Series, series_of
from matchmaker.diary.slots import Slot, ways_of
from matchmaker.diary.week import Week, weeks_of
from matchmaker.diary.weekly import Plan, regular_slots, weekly_program
from matchmaker.domain import Municipality
from matchmaker.domain.meeting_tables import MeetingTables
from matchmaker.domain.roadmap import Roadmap
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
    zone: str = ZONE,
    grid: Grid | None = None,
) -> MeetingPlan:
    """Place the meetings of every pair and group of a plan, best level after level.

    Parameters
    ----------
    tables : who is busy when, and how often programmes meet.
    roadmap : its special days and work weeks.
    timetable : events whose days are not used.
    begins : day of the order; the reference date if it is not given.
    holidays : whether to meet in school holidays where no table says it.

    Raises
    ------
    InputError
        if the plan has no pairs of people, or tables, plan and policy do not fit together.
    """
    grid = grid or Grid()
    check_zone(zone)
    if plan.kind not in {"pairs", "joint"}:
        raise InputError([Issue(Place("plan.json"), say.NOT_PAIRS(), "", plan.kind)])
    stated = (tables or MeetingTables()).resolved(municipality, policy.programme)
    weeks, unclear = weeks_of(municipality, stated.busy)
    days = days_of(municipality, roadmap, event_days(municipality, policy, timetable))
    series = series_of(municipality, policy, plan, stated.rules, begins=begins, holidays=holidays)
    known = planned(series, weeks, days, grid)
    regular = _regular(known, weeks, days, grid)
    dating = date_program(known, regular, days, grid)
    placements, levels, proved = _placed(dating)
    names = names_of(municipality)
    reasons = Reasons(dating, placements, weeks, days, grid, {one: one for one in names})
    told = Reasons(dating, placements, weeks, days, grid, names)
    period = _period(series)
    record = Meetings(
        kind="pairs",
        notice=plans.NOTICE(),
        fictional=bool(municipality.about.fictional),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        input=municipality.fingerprint,
        status="optimal" if proved else "feasible",
        zone=zone,
        period=period,
        preliminary=days.preliminary(*period) if period else (),
        supposed=tuple(
            sorted({who for one in series for who in one.people if weeks[who].supposed})
        ),
        series=tuple(
            _series_record(one, slot, grid) for one, slot in zip(known, regular, strict=True)
        ),
        meetings=tuple(_meeting_records(dating, placements, grid)),
        unplaced=reasons.all(),
        levels=levels,
    )
    wanted = [one for plan in known for one in plan.meetings]
    return MeetingPlan(
        record,
        municipality,
        policy,
        told.all(),
        names,
        violations(record, wanted, weeks, days, grid),
        (*stated.warnings, *unclear),
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


def planned(
    series: Sequence[Series], weeks: Mapping[str, Week], days: Days, grid: Grid
) -> tuple[Plan, ...]:
    """The meetings each series should have, and how it meets."""
    turns: dict[str, int] = defaultdict(int)
    known = []
    for one in series:
        wanted = meetings_of(one, days, turns[one.mentors[0]])
        turns[one.mentors[0]] += 1
        weekdays = [{on.weekday() for on in meeting.window} for meeting in wanted]
        known.append(Plan(one, *ways_of(one, weeks, grid, weekdays), wanted))
    return tuple(known)


def _regular(
    known: Sequence[Plan], weeks: Mapping[str, Week], days: Days, grid: Grid
) -> list[Slot | None]:
    """The weekly slot of each series."""
    from matchmaker.solvers.slots import place

    program, axis = weekly_program(known, weeks, days, grid)
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


def _period(series: Sequence[Series]) -> tuple[date, date] | None:
    if not series:
        return None
    return min(one.starts for one in series), max(one.ends for one in series)


def _series_record(plan: Plan, slot: Slot | None, grid: Grid) -> SeriesRecord:
    series = plan.series
    return SeriesRecord(
        id=series.key,
        programme=series.programme,
        mentors=series.mentors,
        mentees=series.mentees,
        mode=plan.mode,
        place=series.place if plan.mode == "in_person" else None,
        starts=series.starts,
        ends=series.ends,
        minutes=series.rhythm.minutes,
        weekday=slot[0] if slot else None,
        time=clock(grid.begin(slot[1])) if slot else None,
        wanted=len(plan.meetings),
    )


def _meeting_records(
    dating: Dating, placements: Sequence[Placement | None], grid: Grid
) -> list[MeetingRecord]:
    """The placed meetings in the order of time."""
    records = []
    for at, placement in enumerate(placements):
        mode = dating.modes[at]
        if placement is None or mode is None:
            continue
        wanted: Wanted = dating.meetings[at]
        day, slot = dating.when(at, placement)
        begin = grid.begin(slot)
        records.append(
            MeetingRecord(
                id=wanted.key,
                series=wanted.series.key,
                phase=wanted.phase,
                number=wanted.number,
                day=day,
                starts=clock(begin),
                ends=clock(begin + wanted.series.rhythm.minutes),
                people=wanted.series.people,
                mode=mode,
                place=wanted.series.place if mode == "in_person" else None,
            )
        )
    return sorted(records, key=lambda one: (one.day, one.starts, one.id))
