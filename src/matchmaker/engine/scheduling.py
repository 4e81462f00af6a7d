"""Put the events of a roadmap on working days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.roadmaps import check_plans
from matchmaker.engine.unplaced import unplaced
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch, nobody
from matchmaker.limits import Limits
from matchmaker.messages import plans
from matchmaker.messages import schedule as say
from matchmaker.roadmap.rows import read_plans
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable
from matchmaker.timetable import Check, check_placements
from matchmaker.timetable.compile import compile_events
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.record import EventRecord, LevelRecord, Timetable
from matchmaker.timetable.reserved_weeks import reserved_hours
from matchmaker.timetable.write import resource_name, write_events, write_undated


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


@dataclass(frozen=True, slots=True)
class RoadmapSource:
    """A roadmap with the name of its municipality, as far as its folder tells it."""

    roadmap: Roadmap
    name: str = ""
    fictional: bool = False


def load_roadmap(source: Path | str) -> RoadmapSource:
    """Read a roadmap and, where the folder has the municipality's tables too, its name.

    Raises
    ------
    InputError
        with every problem of the roadmap.
    """
    from matchmaker.io import read, read_roadmap

    roadmap = read_roadmap(source)
    try:
        about = read(source).about
    except InputError:  # a roadmap needs no other tables
        return RoadmapSource(roadmap)
    return RoadmapSource(roadmap, about.name, bool(about.fictional))


def schedule(
    roadmap: Roadmap,
    *,
    municipality: str = "",
    fictional: bool = False,
    plans_only: Sequence[str] = (),
    period: Window | None = None,
    before: Mapping[str, EventRecord] | None = None,
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Scheduled:
    """Give every event of the plans a day, and say of each that has none why.

    First as much as possible is placed; then days that the plans name or that are published
    are kept; then wishes are met; then the load is spread over the months.

    Parameters
    ----------
    plans_only : IDs of plans; all but those for comparison if empty.
    period : the days to be planned; the periods of the plans together if not given.
    before : events of the timetable people have, by ID.

    Raises
    ------
    InputError
        if there is no such plan, or no period.
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
    program = compile_events(readings, start=bounds.start, end=bounds.end, before=before or {})
    raw = solve_timetable(program.program, limits or Limits(), watch)
    check = check_placements(program.program, raw.placements)
    calendar = readings[0].calendars.of(None)
    timetable = Timetable(
        notice=plans.NOTICE(),
        version=version("matchmaker"),
        municipality=municipality,
        fictional=fictional,
        roadmap=roadmap.fingerprint,
        period=(bounds.start, bounds.end),
        preliminary=preliminary_years(calendar, bounds.start, bounds.end),
        status=raw.status if check.valid else "infeasible",
        events=tuple(write_events(program, raw.placements, calendar)),
        unplaced=(*unplaced(program, raw.placements), *write_undated(program)),
        levels=tuple(
            LevelRecord(name=level.name, value=level.value, bound=level.bound)
            for level in raw.levels
        ),
    )
    seconds = {level.name: level.seconds for level in raw.levels}
    return Scheduled(timetable, program, raw, check, seconds, calendar)


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
