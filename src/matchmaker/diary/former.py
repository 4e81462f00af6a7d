"""What people have from the edition before: what was held, what is to come, what was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from matchmaker.diary.days import Days
from matchmaker.diary.defaults import PAIR, Grid, Rhythm
from matchmaker.diary.phases import Wanted, meetings_of, open_days
from matchmaker.diary.record import MeetingRecord, Meetings, SeriesRecord, minutes_of
from matchmaker.diary.series import Mode, Series
from matchmaker.diary.slots import Slot
from matchmaker.diary.week import Week

ALWAYS = {"no_days", "no_way", "no_common_time", "road"}
"""Reasons that keep a pair from meeting whatever the others do."""

FARTHEST = timedelta(weeks=4)
"""How far from its day a meeting may go that has lost all days of its own."""


@dataclass(frozen=True)
class Former:
    """The meetings people have, on the day from which they may change.

    Attributes
    ----------
    on : what was before this day is history.
    """

    record: Meetings
    on: date

    @cached_property
    def series(self) -> dict[str, SeriesRecord]:
        """Every series by its key."""
        return {one.id: one for one in self.record.series}

    @cached_property
    def history(self) -> tuple[MeetingRecord, ...]:
        """The meetings before the day, in the order of time."""
        return tuple(one for one in self.record.meetings if one.day < self.on)

    @cached_property
    def held(self) -> Mapping[str, Sequence[MeetingRecord]]:
        """The meetings before the day, by their series."""
        found: dict[str, list[MeetingRecord]] = defaultdict(list)
        for one in self.history:
            found[one.series].append(one)
        return found

    @cached_property
    def coming(self) -> dict[str, MeetingRecord]:
        """The meetings from the day on, by their keys."""
        return {one.id: one for one in self.record.meetings if one.day >= self.on}

    @cached_property
    def begun(self) -> dict[str, date]:
        """The first day of every series that has not ended."""
        return {
            key: one.starts
            for key, one in self.series.items()
            if one.rhythm is None or one.asked  # older files do not say what was asked
        }

    @cached_property
    def _able(self) -> frozenset[str]:
        """Series that had a meeting, or might have had one without the others."""
        found = {one.series for one in self.record.meetings}
        found |= {one.series for one in self.record.unplaced if one.reason not in ALWAYS}
        return frozenset(found)

    def slot(self, series: str, grid: Grid) -> Slot | None:
        """The weekly slot of a series, if it had one."""
        known = self.series.get(series)
        if known is None or known.weekday is None or known.time is None:
            return None
        return known.weekday, _slot(known.time, grid)

    def place(self, key: str, grid: Grid) -> tuple[date, int] | None:
        """The day and the slot of a meeting to come, if it had one."""
        meeting = self.coming.get(key)
        return None if meeting is None else (meeting.day, _slot(meeting.starts, grid))

    def asked(self, series: Series, days: Days, turn: int) -> tuple[Wanted, ...]:
        """What a series should have from the day on.

        A series that goes on is asked for what it was asked for. One that is new begins on the
        day; so does one that could not meet at all, and, after what it has behind it, one with
        another rhythm or term.
        """
        opened = [on for on in open_days(series, days) if on >= self.on]
        if self._goes_on(series):
            found = self._again(series, days, turn, opened)
        else:
            found = self._anew(series, days, turn, opened)
        gone = {one.id for one in self.held.get(series.key, ())}
        return tuple(one for one in found if one.key not in gone)

    def stays(
        self, meeting: MeetingRecord, series: Series, weeks: Mapping[str, Week], days: Days
    ) -> bool:
        """Whether nothing but other meetings could keep a meeting from its place."""
        starts = minutes_of(meeting.starts)
        ends = starts + series.rhythm.minutes
        return meeting.mode in series.ways and all(
            days.usable(who, meeting.day, holidays=series.rhythm.holidays)
            and weeks[who].free(meeting.day.weekday(), starts - road, ends + road)
            for who in series.people
            for road in [series.road(who, meeting.mode)]
        )

    def mode(
        self, wanted: Sequence[Wanted], series: Series, weeks: Mapping[str, Week], days: Days
    ) -> Mode | None:
        """The way in which a series meets, if all that is to come can stay where it is."""
        known = self.series.get(series.key)
        if known is None or known.mode not in series.ways:
            return None
        coming = [self.coming[one.key] for one in wanted if one.key in self.coming]
        whole = all(self.stays(one, series, weeks, days) for one in coming)
        return known.mode if whole else None

    def widened(
        self,
        wanted: Sequence[Wanted],
        free: Sequence[Slot],
        series: Series,
        weeks: Mapping[str, Week],
        days: Days,
    ) -> tuple[Wanted, ...]:
        """What has lost all its days may be near them, between the meetings that stay."""
        weekdays = {weekday for weekday, _ in free}
        opened = [on for on in open_days(series, days) if on >= self.on]
        found = list(wanted)
        staying = {
            at: meeting.day
            for at, one in enumerate(wanted)
            if (meeting := self.coming.get(one.key)) and self.stays(meeting, series, weeks, days)
        }
        for at, one in enumerate(wanted):
            known = self.coming.get(one.key)
            if known is None or any(
                on.weekday() in weekdays
                and all(
                    days.usable(who, on, holidays=series.rhythm.holidays) for who in series.people
                )
                for on in one.window
            ):
                continue
            after = max((day for n, day in staying.items() if n < at), default=date.min)
            until = min((day for n, day in staying.items() if n > at), default=date.max)
            window = tuple(
                on for on in opened if after < on < until and abs(on - known.day) <= FARTHEST
            )
            found[at] = replace(one, window=window)
        return tuple(found)

    def ended(self, series: Sequence[str]) -> Iterator[SeriesRecord]:
        """What is kept of series that have ended: those that had meetings, and are not these."""
        yesterday = self.on - timedelta(1)
        for one in self.record.series:
            held = len(self.held.get(one.id, ()))
            if held and one.id not in series:
                yield one.model_copy(
                    update={
                        "ends": min(one.ends, yesterday),
                        "wanted": held,
                        "rhythm": one.rhythm or Rhythm(),
                        "asked": (),
                    }
                )

    def _goes_on(self, series: Series) -> bool:
        known = self.series.get(series.key)
        return (
            known is not None
            and series.key in self.begun
            and series.key in self._able
            and known.ends == series.ends
            and (known.rhythm is None or _counts(known.rhythm) == _counts(series.rhythm))
        )

    def _again(
        self, series: Series, days: Days, turn: int, opened: Sequence[date]
    ) -> Iterator[Wanted]:
        """What the record says was asked, on the days that are still to come."""
        for one in self._as_asked(series, days, turn):
            first, last = (one.window[0], one.window[-1]) if one.window else (date.max, date.min)
            window = tuple(on for on in opened if first <= on <= last)
            if one.key in self.coming or not one.window or last >= self.on:
                yield replace(one, window=window)

    def _as_asked(self, series: Series, days: Days, turn: int) -> Iterator[Wanted]:
        known = self.series[series.key]
        if known.rhythm is None:
            yield from meetings_of(series, days, turn)
        for one in known.asked:
            window = tuple(on for on in (one.first, one.last) if on is not None)
            yield Wanted(series, one.phase, one.number, window, one.due)

    def _anew(
        self, series: Series, days: Days, turn: int, opened: Sequence[date]
    ) -> Iterator[Wanted]:
        """The meetings of a series that begins on the day; known ones may also stay."""
        held = self.held.get(series.key, ())
        rest = replace(series, starts=max(series.starts, self.on))
        phases = {one.phase for one in held}
        number = max((one.number for one in held), default=0)
        for one in meetings_of(rest, days, turn, held=phases, number=number):
            known = self.coming.get(one.key)
            window = {*one.window, *([known.day] if known and known.day in opened else [])}
            yield replace(one, series=series, window=tuple(sorted(window)))


def _slot(clock: str, grid: Grid) -> int:
    return (minutes_of(clock) - grid.starts) // grid.slot


def _counts(rhythm: Rhythm) -> Rhythm:
    """What of a rhythm decides which meetings there are."""
    return replace(rhythm, minutes=PAIR.minutes, holidays=PAIR.holidays)
