"""The smallest change of somebody's week that gives a meeting a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matchmaker.diary.clashes import in_the_way
from matchmaker.diary.dates import Dating
from matchmaker.diary.days import Days
from matchmaker.diary.defaults import Grid
from matchmaker.diary.record import MendRecord, clock
from matchmaker.diary.series import Mode, Series
from matchmaker.diary.week import Week
from matchmaker.messages import meetings as say
from matchmaker.timetable import Placements


@dataclass(frozen=True, slots=True, order=True)
class Freed:
    """A stretch that one person would have to free, least first."""

    minutes: int
    """How much of it is busy now."""
    weekday: int
    slot: int
    person: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Mends:
    """Looks for stretches to free."""

    weeks: Mapping[str, Week]
    grid: Grid
    names: Mapping[str, str]

    def free(
        self, dating: Dating, placements: Placements, at: int, mode: Mode, days: Days
    ) -> MendRecord:
        """What one person has to free so that a meeting finds a time between all else."""
        wanted = dating.meetings[at]
        series, road = wanted.series, dating.road(at)
        for one in sorted(self._single(series, mode)):
            for on in wanted.window:
                if on.weekday() != one.weekday or not all(
                    days.usable(who, on, holidays=series.rhythm.holidays) for who in series.people
                ):
                    continue
                grain = dating.axis.grain((on - dating.first).days, one.slot, road)
                if next(in_the_way(dating, placements, at, grain), None) is None:
                    return self._record(one)
        return self._talk()

    def _single(self, series: Series, mode: Mode) -> Iterator[Freed]:
        """Every slot that only one person of a series cannot keep."""
        minutes = series.rhythm.minutes
        for weekday in range(7):
            for slot in range(self.grid.slots):
                begin = self.grid.begin(slot)
                if begin + minutes > self.grid.ends:
                    continue
                spans = {
                    who: (begin - series.road(who, mode), begin + minutes + series.road(who, mode))
                    for who in series.people
                }
                busy = [
                    who for who, span in spans.items() if not self.weeks[who].free(weekday, *span)
                ]
                if len(busy) == 1:
                    who = busy[0]
                    first, last = spans[who]
                    yield Freed(
                        sum(
                            min(last, b) - max(first, a)
                            for a, b in self.weeks[who].busy[weekday]
                            if a < last and first < b
                        ),
                        weekday,
                        slot,
                        who,
                        first,
                        last,
                    )

    def _record(self, freed: Freed) -> MendRecord:
        facts = {"starts": clock(freed.starts), "ends": clock(freed.ends)}
        words = say.FREE_MEND(
            who=self.names[freed.person], day=say.WEEKDAYS[freed.weekday](), **facts
        )
        return MendRecord(
            kind="free", words=words, person=freed.person, weekday=freed.weekday, **facts
        )

    def _talk(self) -> MendRecord:
        return MendRecord(kind="none", words=say.TALK_MEND())
