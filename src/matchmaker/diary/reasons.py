"""Why meetings got no time, found anew from the tables, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from matchmaker.diary.clashes import in_the_way
from matchmaker.diary.dates import Dating
from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.mends import Mends
from matchmaker.diary.phases import Wanted, meetings_of, open_days
from matchmaker.diary.record import MendRecord, Reason, UnplacedMeetings, clock
from matchmaker.diary.series import Mode, Series
from matchmaker.diary.slots import free_slots
from matchmaker.diary.week import Week
from matchmaker.messages import meetings as say
from matchmaker.timetable import Placements


@dataclass(frozen=True, slots=True)
class Reasons:
    """Finds why meetings got no time.

    Attributes
    ----------
    names : what to call people; their IDs in what is kept, their names on paper.
    """

    dating: Dating
    placements: Placements
    weeks: Mapping[str, Week]
    days: Days
    grid: Grid
    names: Mapping[str, str]

    def all(self) -> tuple[UnplacedMeetings, ...]:
        """What is unplaced, series by series; meetings with the same reason stand together."""
        found = [
            (wanted, *self._why(at, wanted))
            for at, (wanted, placement) in enumerate(
                zip(self.dating.meetings, self.placements, strict=True)
            )
            if placement is None
        ]
        return tuple(
            UnplacedMeetings(
                series=key,
                meetings=tuple(wanted.key for wanted, *_ in lines),
                people=lines[0][0].series.people,
                reason=reason,
                words=lines[0][2],
                mend=next((one[3] for one in lines if one[3].kind != "none"), lines[0][3]),
            )
            for (key, reason), lines in (
                (key, list(group))
                for key, group in groupby(found, key=lambda one: (one[0].series.key, one[1]))
            )
        )

    def _why(self, at: int, wanted: Wanted) -> tuple[Reason, str, MendRecord]:
        series = wanted.series
        if not wanted.window:
            words = say.NO_DAYS_LEFT() if open_days(series, self.days) else say.NO_DAYS()
            return "no_days", words, self._holidays(series)
        if not series.ways:
            return "no_way", say.NO_WAY(), MendRecord(kind="fill", words=say.NO_WAY_MEND())
        weekdays = {on.weekday() for on in wanted.window}
        mode = self.dating.modes[at] or series.ways[0]
        if not self._common(series, mode, weekdays):
            if series.travel and self._common(series, "remote", weekdays):
                words = say.ROAD_TOO_LONG(roads=self._roads(series))
                return "road", words, MendRecord(kind="remote", words=say.REMOTE_MEND())
            return "no_common_time", self._no_common(series, weekdays), self._free(at, mode)
        item = self.dating.program.items[at]
        if not len(item.starts):
            return "events", say.EVENTS(), MendRecord(kind="none", words=say.EVENTS_MEND())
        blocking = self._blocking(at)
        if blocking is None:
            return "effort", say.EFFORT(), MendRecord(kind="none", words=say.EFFORT_MEND())
        others = ", ".join(sorted({self._called(one) for one in blocking}))
        words = say.TAKEN(others=others)
        return "taken", words, self._free(at, mode)

    def _free(self, at: int, mode: Mode) -> MendRecord:
        mends = Mends(self.weeks, self.grid, self.names)
        return mends.free(self.dating, self.placements, at, mode, self.days)

    def _common(self, series: Series, mode: Mode, weekdays: set[int]) -> bool:
        return any(day in weekdays for day, _ in free_slots(series, mode, self.weeks, self.grid))

    def _holidays(self, series: Series) -> MendRecord:
        """Allow school holidays, if that gives any day at all."""
        allowed = replace(series, rhythm=replace(series.rhythm, holidays=True))
        if series.rhythm.holidays or not meetings_of(allowed, self.days)[0].window:
            return MendRecord(kind="none", words=say.TERM_MEND())
        return MendRecord(kind="holidays", words=say.HOLIDAYS_MEND())

    def _no_common(self, series: Series, weekdays: set[int]) -> str:
        lines = [
            f"{self.names[who]}: {self._free_time(self.weeks[who], sorted(weekdays))}"
            for who in series.people
        ]
        words = say.NO_COMMON(minutes=series.rhythm.minutes, people="; ".join(lines))
        supposed = [self.names[who] for who in series.people if self.weeks[who].supposed]
        return f"{words}. {say.SUPPOSED(people=', '.join(supposed))}" if supposed else words

    def _free_time(self, week: Week, weekdays: Sequence[int]) -> str:
        """When a person is free on these days, equal days together."""
        hours_of = {
            day: ", ".join(f"{clock(a)}–{clock(b)}" for a, b in self._gaps(week, day))
            for day in weekdays
        }
        parts = []
        for hours, group in groupby(weekdays, key=hours_of.__getitem__):
            run = list(group)
            first, last = say.WEEKDAYS[run[0]](), say.WEEKDAYS[run[-1]]()
            parts.append(f"{first if first == last else f'{first}–{last}'} {hours or say.NEVER()}")
        return ", ".join(parts)

    def _gaps(self, week: Week, weekday: int) -> Iterator[tuple[int, int]]:
        at = self.grid.starts
        for first, last in (*sorted(week.busy[weekday]), (self.grid.ends, self.grid.ends)):
            if min(first, self.grid.ends) - at >= self.grid.slot:
                yield at, min(first, self.grid.ends)
            at = max(at, last)

    def _roads(self, series: Series) -> str:
        return ", ".join(
            say.ROAD(who=self.names[who], minutes=minutes) for who, minutes in series.travel
        )

    def _blocking(self, at: int) -> set[int] | None:
        """The meetings that stand in the way of every start; nothing if a start is free."""
        program = self.dating.program
        blocking: set[int] = set()
        for start in program.items[at].starts.tolist():
            clash = next(in_the_way(self.dating, self.placements, at, start), None)
            if clash is None:
                return None
            blocking.add(clash)
        return blocking

    def _called(self, at: int) -> str:
        wanted = self.dating.meetings[at]
        return " – ".join(self.names[who] for who in wanted.series.people)
