"""Make a timetable again after something has changed, with the least disruption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.edition import Edition, Reading
from matchmaker.engine.new_edition import with_states
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch, nobody
from matchmaker.limits import Limits
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import EventRecord, Timetable
from matchmaker.timetable.replan import STRATEGIES, Strategy


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """What became of a timetable.

    Attributes
    ----------
    before : the former timetable, as it is known to people on the day of the change.
    made : the edition to be published.
    on : the day from which changes are reckoned; ``stated`` if it was named as such, else it
        is the first day in the table of changes.
    others : what other strategies would have come to.
    """

    before: Timetable
    on: date
    stated: bool
    made: Edition
    others: tuple[Edition, ...]
    calendar: WorkingCalendar

    @property
    def ordered(self) -> tuple[Change, ...]:
        """The new changes as they were understood, each naming its event by ID."""
        return self.made.timetable.changes[len(self.before.changes) :]

    @property
    def may_lead(self) -> list[tuple[EventRecord, str]]:
        """Who was added to those that may lead an event, and does not lead it."""
        now = {event.id: event for event in self.made.timetable.events}
        added = [one for one in self.ordered if one.kind is ChangeKind.ADD]
        events = [(now[one.event], one.who) for one in added if one.event in now and one.who]
        return [(event, who) for event, who in events if who not in event.people]

    @property
    def standing(self) -> list[EventRecord]:
        """Deadlines on a day that is called off for everybody: staff work on it, so they stand."""
        days = [one for one in self.ordered if one.kind is ChangeKind.DAY_OFF and not one.who]
        return [
            event
            for event in self.made.timetable.events
            if event.kind == "deadline"
            and any(one.starts <= event.ends <= one.last for one in days if one.starts and one.last)
        ]

    @property
    def valid(self) -> bool:
        """Whether every limit holds."""
        return self.made.check.valid


def reschedule(
    before: Timetable,
    roadmap: Roadmap,
    changes: Sequence[Change],
    *,
    on: date | None = None,
    strategy: Strategy | None = None,
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Rescheduled:
    """Make a timetable again that obeys the changes and differs least from what people know.

    First as much as possible is placed; then the disruption is kept small: each move, new
    leader, new venue and cancelling counts by the number of participants, and days of distance
    a little; then come wishes and balance. What was over stays as it was.

    Parameters
    ----------
    before : the timetable people have; all its events count as published.
    on : the day of the change; if not given, the first day the changes name that is neither
        before the period nor before the day of the former edition.
    strategy : to keep dates or people; both are tried if not given, and the better is taken.

    Raises
    ------
    InputError
        with every change that cannot be obeyed, or if the roadmap is not that of the timetable.
    """
    stated = on is not None
    first, last = before.period
    on = on or max(_first_day(changes), first, before.since or first)
    if on > last:
        wrong = say.ON_OUTSIDE(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")
        raise InputError([Issue(Place(setting="--on"), wrong, value=f"{on:%d.%m.%Y}")])
    if before.since and on < before.since:
        wrong = say.ON_BEFORE_EDITION(since=f"{before.since:%d.%m.%Y}")
        raise InputError([Issue(Place(setting="--on"), wrong, value=f"{on:%d.%m.%Y}")])
    before = with_states(before, on)
    reading = Reading(before, roadmap, changes, on)
    ways = (strategy,) if strategy else STRATEGIES
    if not any(one.row.event.staff for one in reading.program.items):
        ways = ways[:1]  # where no row names other leaders, both are the same
    limits = limits or Limits()
    made: list[Edition] = []
    for way in ways:
        made.append(reading.edition(way, limits.part(1 / (len(ways) - len(made))), watch))
    made.sort(key=lambda one: _quality(one, ways))
    calendar = reading.plans[0].calendars.of(None)
    return Rescheduled(before, on, stated, made[0], tuple(made[1:]), calendar)


def _quality(edition: Edition, ways: Sequence[Strategy]) -> tuple[int, int, int]:
    missing = edition.raw.costs["unplaced"]
    return missing, edition.disruption, ways.index(edition.strategy)


def _first_day(changes: Sequence[Change]) -> date:
    days = [change.starts for change in changes if change.starts]
    if not days:
        raise InputError([Issue(Place(), say.NO_ON(), say.NO_ON_MEND())])
    return min(days)
