"""Put the events of a roadmap on working days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from matchmaker.domain import Municipality
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.town import check_town
from matchmaker.engine.roadmaps import check_plans
from matchmaker.engine.unplaced import unplaced
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch, nobody
from matchmaker.limits import Limits
from matchmaker.messages import meetings as say_meetings
from matchmaker.messages import plans
from matchmaker.messages import schedule as say
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord, person_of
from matchmaker.roadmap.rows import read_plans
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable
from matchmaker.timetable import Check, check_placements
from matchmaker.timetable.audiences import Audiences
from matchmaker.timetable.compile import compile_events
from matchmaker.timetable.occurrences import EventProgram, Invitation, Invited
from matchmaker.timetable.record import EventRecord, LevelRecord, Timetable
from matchmaker.timetable.reserved_weeks import reserved_hours
from matchmaker.timetable.write import resource_name, write_events, write_groups, write_undated

SEARCHING = 0.8
"""The share of the time for the search; in the rest it is found out why events have no day."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A timetable with all that a report needs.

    Attributes
    ----------
    check : what the independent checker says of it.
    seconds : of each level; they belong in no file that is compared.
    calendar : the days worked in the municipality.
    """

    timetable: Timetable
    program: EventProgram
    raw: TimetableRaw
    check: Check
    seconds: dict[str, float]
    calendar: WorkingCalendar

    @property
    def reserved(self) -> dict[str, float]:
        """Hours a week that recurring work takes, by person and group."""
        resources = self.program.program.resources
        capacities = [one.capacity for one in resources]
        hours = reserved_hours(self.program.days, self.program.reservations, capacities)
        return {resource_name(resources[at].key): many for at, many in sorted(hours.items())}

    @property
    def pinned_freely(self) -> dict[str, EventRecord]:
        """Events by ID that are pinned though their plan names no day: to the day they got."""
        free = {one.id for one in self.program.items if one.row.event.pinned and not one.row.fixed}
        return {event.id: event for event in self.timetable.events if event.id in free}

    @property
    def participants(self) -> dict[str, int]:
        """How many take part in each event by ID, as far as that is known."""
        limited = {event.id for event in self.limited}
        counts = {
            one.id: one.row.participants.count(one.participants)
            for one in self.program.items
            if one.id not in limited
        }
        return {event: count for event, count in counts.items() if count}

    @property
    def limited(self) -> list[EventRecord]:
        """Events with fewer places than people are invited: who goes is not known yet."""
        return [event for event in self.timetable.events if event.limited is not None]


def schedule(
    roadmap: Roadmap,
    *,
    municipality: str | Municipality = "",
    fictional: bool = False,
    plan: PlanRecord | None = None,
    policy: Policy | None = None,
    plans_only: Sequence[str] = (),
    period: Window | None = None,
    before: Mapping[str, EventRecord] | None = None,
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Scheduled:
    """Give every event of the plans a day, and say of each that has none why.

    First as much as possible is placed; then days that the plans name or that are published
    are kept; then as few people as possible are wanted at two events on one day, where a plan
    of pairs says who they are; then wishes are met; then the load is spread over the months.

    Parameters
    ----------
    municipality : its name, or its tables, which a plan of pairs needs.
    plan : of pairs: mentors and mentees are then those who have one, and other kinds of
        participants those of the tables.
    policy : says who is a young teacher; the default one if not given.
    plans_only : IDs of plans; all but those for comparison if empty.
    period : the days to be planned; the periods of the plans together if not given.
    before : events of the timetable people have, by ID.

    Raises
    ------
    InputError
        if there is no such plan, or no period, or the plan of pairs is about something else.
    """
    check_plans(roadmap, plans_only)
    readings = [
        one
        for one in read_plans(roadmap)
        if (one.plan.id in plans_only if plans_only else not one.plan.reference)
    ]
    if not readings:
        raise InputError([Issue(Place(), say.ONLY_COMPARED(), say.ONLY_COMPARED_MEND())])
    bounds = period or _period(readings[0].roadmap, [one.plan.id for one in readings])
    if bounds.start is None or bounds.end is None:
        raise InputError([Issue(Place(), say.NO_PERIOD(), say.NO_PERIOD_MEND())])
    tables = municipality if isinstance(municipality, Municipality) else None
    invited = _invited(plan, tables, policy)
    program = compile_events(
        readings, start=bounds.start, end=bounds.end, before=before or {}, invited=invited
    )
    if period and program.outside and not (program.items or program.spans or program.deadlines):
        own = _period(readings[0].roadmap, [one.plan.id for one in readings])
        mend = say.NOTHING_IN_PERIOD_MEND(period=own.words())
        raise InputError([Issue(Place(), say.NOTHING_IN_PERIOD(), mend, bounds.words())])
    limits = limits or Limits()
    raw = solve_timetable(program.program, limits.part(SEARCHING), watch)
    check = check_placements(program.program, raw.placements)
    calendar = readings[0].calendars.of(None)
    events = tuple(write_events(program, raw.placements, calendar))
    timetable = Timetable(
        notice=plans.NOTICE(),
        version=version("matchmaker"),
        municipality=tables.about.name if tables else str(municipality),
        fictional=bool(tables.about.fictional) if tables else fictional,
        roadmap=roadmap.fingerprint,
        tables=tables.fingerprint if tables and plan else None,
        period=(bounds.start, bounds.end),
        preliminary=preliminary_years(calendar, bounds.start, bounds.end),
        status=raw.status if check.valid else "infeasible",
        events=events,
        groups=write_groups(roadmap.abbreviations, events),
        unplaced=(*unplaced(program, raw.placements, limits=limits), *write_undated(program)),
        levels=tuple(
            LevelRecord(name=level.name, value=level.value, bound=level.bound)
            for level in raw.levels
        ),
    )
    seconds = {level.name: level.seconds for level in raw.levels}
    return Scheduled(timetable, program, raw, check, seconds, calendar)


def _invited(
    plan: PlanRecord | None, tables: Municipality | None, policy: Policy | None
) -> Invited | None:
    """Who is invited to what, if a plan of pairs makes people of kinds."""
    if plan is None:
        return None
    from matchmaker.io.policy_file import default_policy

    if tables is None:
        raise InputError([Issue(Place(), say.NO_TABLES(), say.NO_TABLES_MEND())])
    if plan.kind not in {"pairs", "joint"}:
        raise InputError([Issue(Place("plan.json"), say_meetings.NOT_PAIRS(), "", plan.kind)])
    check_town(tables.about.name, {"plan.json": plan.municipality})
    pairs = tuple(
        (person_of(one.mentee, one.programme), one.mentors or (one.mentor,)) for one in plan.pairs
    )
    audiences = Audiences(tables, policy or default_policy(), pairs)
    return lambda one: Invitation(audiences.of_row(one.row, one.plan))


def _period(roadmap: Roadmap, plans_named: Sequence[str]) -> Window:
    """From the first day of the earliest plan to the last day of the latest."""
    heads = [roadmap.plan[name] for name in plans_named]
    starts = [head.starts for head in heads if head.starts]
    ends = [head.ends for head in heads if head.ends]
    return Window(min(starts, default=None), max(ends, default=None))


def preliminary_years(calendar: WorkingCalendar, start: date, end: date) -> tuple[int, ...]:
    """The years of a period whose calendar is not official yet."""
    years = range(start.year, end.year + 1)
    return tuple(year for year in years if calendar.status(year) == "preliminary")
