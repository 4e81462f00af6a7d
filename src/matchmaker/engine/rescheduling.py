"""Make a timetable again after something has changed, with the least disruption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matchmaker.domain.changes import Change
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.edition import Edition, Reading
from matchmaker.engine.new_edition import with_states
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch, nobody
from matchmaker.limits import Limits
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import Timetable
from matchmaker.timetable.replan import STRATEGIES, Strategy


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """What became of a timetable.

    Attributes
    ----------
    before : the former timetable, as it is known to people on the day of the change.
    made : the edition to be published.
    others : what other strategies would have come to.
    """

    before: Timetable
    on: date
    made: Edition
    others: tuple[Edition, ...]
    calendar: WorkingCalendar

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
    on : the day of the change; the first day the changes name if not given.
    strategy : to keep dates or people; both are tried if not given, and the better is taken.

    Raises
    ------
    InputError
        with every change that cannot be obeyed, or if the roadmap is not that of the timetable.
    """
    on = on or _first_day(changes)
    first, last = before.period
    if on > last:
        wrong = say.ON_OUTSIDE(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")
        raise InputError([Issue(Place(), wrong, value=f"{on:%d.%m.%Y}")])
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
    return Rescheduled(before, on, made[0], tuple(made[1:]), calendar)


def _quality(edition: Edition, ways: Sequence[Strategy]) -> tuple[int, int, int]:
    missing = edition.raw.costs["unplaced"]
    return missing, edition.disruption, ways.index(edition.strategy)


def _first_day(changes: Sequence[Change]) -> date:
    days = [change.starts for change in changes if change.starts]
    if not days:
        raise InputError([Issue(Place(), say.NO_ON(), say.NO_ON_MEND())])
    return min(days)
